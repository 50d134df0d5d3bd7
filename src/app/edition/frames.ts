import { readFile, rename, writeFile } from "node:fs/promises";
import { pieceFiles } from "./speak-piece.ts";

/** Each frame lies behind its length, bytes of it: most kinds of frames do not say where they end. */
const LENGTH = 4;

/** Writes the frames of a piece, so that their file only appears whole. */
export async function writeFrames(path: string, frames: readonly Uint8Array[]): Promise<void> {
  const aside = `${path}.part`;
  const bytes = Buffer.alloc(frames.reduce((sum, { length }) => sum + LENGTH + length, 0));
  let at = 0;
  for (const frame of frames) {
    bytes.writeUInt32LE(frame.length, at);
    bytes.set(frame, at + LENGTH);
    at += LENGTH + frame.length;
  }
  await writeFile(aside, bytes, { flush: true });
  await rename(aside, path);
}

/** Where the frames of a piece begin in its file, and how long they are. */
function* placesIn(bytes: Buffer): Generator<{ readonly at: number; readonly length: number }, void, void> {
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt32LE(at);
    yield { at: at + LENGTH, length };
    at += LENGTH + length;
  }
}

/** The frames of some pieces, one after another. No more than a piece is held. */
export async function* framesIn(folder: string, pieces: readonly number[]): AsyncGenerator<Uint8Array, void, void> {
  for (const number of pieces) {
    const bytes = await readFile(pieceFiles(folder, number).frames);
    for (const { at, length } of placesIn(bytes)) yield bytes.subarray(at, at + length);
  }
}

/** The same without a border between the frames, a piece at a time: an hour has 138,000 of them, and each step of a generator costs. */
export async function* bodyIn(folder: string, pieces: readonly number[]): AsyncGenerator<Uint8Array, void, void> {
  for (const number of pieces) {
    const bytes = await readFile(pieceFiles(folder, number).frames);
    let end = 0;
    for (const { at, length } of placesIn(bytes)) {
      bytes.copyWithin(end, at, at + length);
      end += length;
    }
    if (end > 0) yield bytes.subarray(0, end);
  }
}

/** The sizes of these frames, bytes. */
export async function sizesIn(folder: string, pieces: readonly number[]): Promise<Uint32Array> {
  const sizes: Uint32Array[] = [];
  for (const number of pieces) {
    const bytes = await readFile(pieceFiles(folder, number).frames);
    sizes.push(Uint32Array.from(placesIn(bytes), ({ length }) => length));
  }
  const all = new Uint32Array(sizes.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const some of sizes) {
    all.set(some, at);
    at += some.length;
  }
  return all;
}
