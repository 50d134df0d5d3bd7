import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { FRAME, type Stretch } from "./envelope.ts";

/** Where each utterance lies in the recording of the command line, frames. */
export async function utterancesOf(marks: string): Promise<readonly Stretch[]> {
  const found: { start: number; end: number }[] = [];
  for await (const line of createInterface({ input: createReadStream(marks) })) {
    const { utterance, start, end } = JSON.parse(line) as { readonly utterance: number; readonly start: number; readonly end: number };
    const known = found[utterance];
    if (known) known.end = end;
    else found[utterance] = { start, end };
  }
  return found.filter(Boolean).map(({ start, end }) => ({ start: Math.round(start / FRAME), end: Math.round(end / FRAME) }));
}
