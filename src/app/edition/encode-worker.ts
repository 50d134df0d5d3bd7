// The worker thread that encodes pieces: it takes most of the time of an edition, and would stop everything else.
import { readFile, rename, writeFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { encodePiece, leveled } from "../../export/index.ts";
import { beLow } from "../../speak/index.ts";
import type { EncodeAnswer, EncodeJob, EncoderData } from "./encoder.ts";

const port = parentPort;
if (!port) throw new Error("encode-worker is a worker thread's code");
if ((workerData as EncoderData).low) beLow();

async function encode({ samples, frames, sound, sampleRate, gain }: EncodeJob): Promise<void> {
  const bytes = await readFile(samples);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const floats = new Float32Array(bytes.byteLength >> 1);
  for (let at = 0; at < floats.length; at += 1) floats[at] = view.getInt16(at * 2, true) / 0x8000;
  const encoded = await encodePiece(sound, leveled(floats, gain, sampleRate), sampleRate);
  const aside = `${frames}.part`;
  // Each behind its length: most kinds of frames do not say where they end.
  await writeFile(
    aside,
    Buffer.concat(
      encoded.flatMap((frame) => {
        const length = Buffer.alloc(4);
        length.writeUInt32LE(frame.length);
        return [length, frame];
      }),
    ),
    { flush: true },
  );
  await rename(aside, frames);
}

port.on("message", (job: EncodeJob) => {
  encode(job).then(
    () => port.postMessage({ error: null } satisfies EncodeAnswer),
    (thrown: NodeJS.ErrnoException) =>
      port.postMessage({ error: { code: thrown.code ?? null, message: String(thrown.message) } } satisfies EncodeAnswer),
  );
});
