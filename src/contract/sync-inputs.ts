import { z } from "zod";
import { SYNC_PROTOCOLS } from "../model/index.ts";
import { call, type Inputs } from "./rpc.ts";
import { PASSWORD_PLACES, type SyncReader } from "./sync.ts";

const nothing = z.strictObject({});
/** Longest password that is taken: more than servers take (guess). */
const password = z.string().min(1).max(1_000);

/** What the host believes of a window's message about syncing: one parser a method. */
export const syncInputs: Inputs<SyncReader> = {
  syncState: call(nothing),
  addSync: call(
    z.strictObject({
      protocol: z.enum(SYNC_PROTOCOLS),
      address: z.string().min(1).max(8192),
      user: z.string().min(1).max(500),
      password,
      place: z.enum(PASSWORD_PLACES),
      openLine: z.boolean(),
    }),
  ),
  syncNow: call(z.strictObject({ password: password.nullable() })),
  removeSync: call(nothing),
};
