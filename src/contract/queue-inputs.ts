import { z } from "zod";
import { type ItemId, VERBOSITIES } from "../model/index.ts";
import type { QueueReader } from "./queue.ts";
import { call, type Inputs, stream } from "./rpc.ts";

const item = z
  .number()
  .int()
  .min(1)
  .transform((id) => id as ItemId);

/** BCP 47, as far as it matters. */
const LANGUAGE = /^[A-Za-z]{1,8}([-_][A-Za-z0-9]{1,8})*$/;

/** What the host believes of a window's message about the queue: one parser a method. */
export const queueInputs: Inputs<QueueReader> = {
  prepareItem: call(z.strictObject({ item, network: z.boolean() })),
  makeReady: stream(z.strictObject({ items: z.array(item).min(1).max(1000) })),
  lengths: call(
    z.strictObject({
      items: z.array(item).max(1000),
      taste: z.strictObject({ verbosity: z.enum(VERBOSITIES), lang: z.string().max(35).regex(LANGUAGE) }),
    }),
  ),
};
