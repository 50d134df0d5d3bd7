import { readFile } from "node:fs/promises";
import { pieceFiles } from "./speak-piece.ts";

/** The frames of some pieces, one after another. No more than a piece is held. */
export async function* framesIn(folder: string, pieces: readonly number[]): AsyncGenerator<Uint8Array, void, void> {
  for (const number of pieces) {
    const bytes = await readFile(pieceFiles(folder, number).frames);
    for (let at = 0; at < bytes.length; ) {
      const length = bytes.readUInt32LE(at);
      yield bytes.subarray(at + 4, at + 4 + length);
      at += 4 + length;
    }
  }
}

/** The sizes of these frames, bytes. */
export async function sizesIn(folder: string, pieces: readonly number[]): Promise<Uint32Array> {
  let sizes = new Uint32Array(1024);
  let count = 0;
  for await (const { length } of framesIn(folder, pieces)) {
    if (count === sizes.length) {
      const more = new Uint32Array(count * 2);
      more.set(sizes);
      sizes = more;
    }
    sizes[count] = length;
    count += 1;
  }
  return sizes.subarray(0, count);
}
