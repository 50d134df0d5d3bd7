import { z } from "zod";
import type { ReadyReader } from "./ready.ts";
import { call, type Inputs, stream } from "./rpc.ts";

const nothing = z.strictObject({});

/** What the host believes of a window's message about what is ready: one parser a method. */
export const readyInputs: Inputs<ReadyReader> = { readiness: call(nothing), lostReady: call(nothing), getReady: stream(nothing) };
