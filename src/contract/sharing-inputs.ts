import { z } from "zod";
import { call, type Inputs } from "./rpc.ts";
import type { ShareReader } from "./sharing.ts";

const nothing = z.strictObject({});

/** What the host believes of a window's message about sharing: one parser a method. */
export const shareInputs: Inputs<ShareReader> = {
  shareState: call(nothing),
  shareIn: call(z.strictObject({ folder: z.string().min(1).max(4096).nullable() })),
  shareNow: call(nothing),
};
