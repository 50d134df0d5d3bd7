import { z } from "zod";
import type { RefreshReader } from "./refresh.ts";
import { call, type Inputs, stream } from "./rpc.ts";

const nothing = z.strictObject({});

/** What the host believes of a window's message about refreshing: one parser a method. */
export const refreshInputs: Inputs<RefreshReader> = {
  startRefresh: call(z.strictObject({ all: z.boolean() })),
  stopRefresh: call(nothing),
  refreshState: call(nothing),
  watchNews: stream(nothing),
  breakingNews: call(z.strictObject({ limit: z.number().int().min(1).max(100) })),
  tellLine: call(z.strictObject({ online: z.boolean(), metered: z.boolean().nullable() })),
};
