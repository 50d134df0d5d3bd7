// The worker thread that encodes pieces: it takes most of the time of an edition, and would stop everything else.
import { open, stat } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { encodePiece, leveled, pcm16, samplesOf } from "../../export/index.ts";
import { beLow } from "../../speak/index.ts";
import type { EncodeAnswer, EncodeJob, EncoderData } from "./encoder.ts";
import { writeFrames } from "./frames.ts";
import { lameFrames } from "./lame.ts";

const port = parentPort;
if (!port) throw new Error("encode-worker is a worker thread's code");
if ((workerData as EncoderData).low) beLow();

// One piece is held at a time, where the one before it was: what lies about until it is collected made memory grow with the edition.
let bytes = Buffer.alloc(0);
let heard = new Float32Array(0);

/** The samples of a piece, which hold until the next is asked for. */
async function samplesIn(path: string): Promise<Float32Array> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (bytes.length < size) bytes = Buffer.allocUnsafeSlow(size);
    let read = 0;
    while (read < size) {
      const { bytesRead } = await file.read(bytes, read, size - read, read);
      if (bytesRead === 0) break;
      read += bytesRead;
    }
    if (heard.length < read >> 1) heard = new Float32Array(read >> 1);
    return samplesOf(bytes.subarray(0, read), heard);
  } finally {
    await file.close();
  }
}

/** How many samples lame gets at once: memory of this size is used again at once, and a piece's would lie about. */
const AT_A_TIME = 1 << 15;

async function encode({ pieces, sound, sampleRate, gain, lame }: EncodeJob): Promise<void> {
  const loud = async (samples: string): Promise<Float32Array> => leveled(await samplesIn(samples), gain, sampleRate);
  if (lame !== null && sound === "mp3") {
    const lengths = await Promise.all(pieces.map(async ({ samples }) => (await stat(samples)).size / Int16Array.BYTES_PER_ELEMENT));
    let last: Promise<Float32Array> = Promise.resolve(heard);
    const parts = async function* (): AsyncGenerator<Uint8Array> {
      for (const { samples } of pieces) {
        last = loud(samples);
        const all = await last;
        for (let at = 0; at < all.length; at += AT_A_TIME) yield pcm16(all.subarray(at, at + AT_A_TIME));
      }
    };
    const encoded = await lameFrames(lame, lengths, parts(), sampleRate);
    // Where it ended by itself, a piece may still be read for it, to where the next will be.
    await last;
    if (encoded) {
      for (const [at, { frames }] of pieces.entries()) await writeFrames(frames, encoded[at] ?? []);
      return;
    }
  }
  for (const { samples, frames } of pieces) await writeFrames(frames, await encodePiece(sound, await loud(samples), sampleRate));
}

port.on("message", (job: EncodeJob) => {
  encode(job).then(
    () => port.postMessage({ error: null } satisfies EncodeAnswer),
    (thrown: NodeJS.ErrnoException) =>
      port.postMessage({ error: { code: thrown.code ?? null, message: String(thrown.message) } } satisfies EncodeAnswer),
  );
});
