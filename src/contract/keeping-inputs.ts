import { z } from "zod";
import type { KeepingReader } from "./keeping.ts";
import { call, type Inputs, stream } from "./rpc.ts";

const path = z.strictObject({ path: z.string().min(1).max(4096) });
const nothing = z.strictObject({});

/** What the host believes of a window's message about the library as a whole: one parser a method. */
export const keepingInputs: Inputs<KeepingReader> = {
  room: call(nothing),
  backUp: stream(path),
  inspectBackup: call(path),
  restore: stream(path),
  undoRestore: call(nothing),
};
