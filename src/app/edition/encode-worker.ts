// The worker thread that encodes pieces: it takes most of the time of an edition, and would stop everything else.
import { readFile, rename, writeFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { encodePiece, leveled, samplesOf } from "../../export/index.ts";
import { beLow } from "../../speak/index.ts";
import type { EncodeAnswer, EncodeJob, EncoderData } from "./encoder.ts";
import { lameFrames } from "./lame.ts";

const port = parentPort;
if (!port) throw new Error("encode-worker is a worker thread's code");
if ((workerData as EncoderData).low) beLow();

async function encode({ samples, frames, sound, sampleRate, gain, lame }: EncodeJob): Promise<void> {
  const loud = leveled(samplesOf(await readFile(samples)), gain, sampleRate);
  const byOther = lame !== null && sound === "mp3" ? await lameFrames(lame, loud, sampleRate) : null;
  const encoded = byOther ?? (await encodePiece(sound, loud, sampleRate));
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
