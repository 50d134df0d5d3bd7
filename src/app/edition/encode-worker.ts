// The worker thread that encodes pieces: it takes most of the time of an edition, and would stop everything else.
import { readFile, stat } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { encodePiece, leveled, pcm16, samplesOf } from "../../export/index.ts";
import { beLow } from "../../speak/index.ts";
import type { EncodeAnswer, EncodeJob, EncoderData } from "./encoder.ts";
import { writeFrames } from "./frames.ts";
import { lameFrames } from "./lame.ts";

const port = parentPort;
if (!port) throw new Error("encode-worker is a worker thread's code");
if ((workerData as EncoderData).low) beLow();

async function encode({ pieces, sound, sampleRate, gain, lame }: EncodeJob): Promise<void> {
  const loud = async (samples: string): Promise<Float32Array> => leveled(samplesOf(await readFile(samples)), gain, sampleRate);
  if (lame !== null && sound === "mp3") {
    const lengths = await Promise.all(pieces.map(async ({ samples }) => (await stat(samples)).size / Int16Array.BYTES_PER_ELEMENT));
    const all = async function* (): AsyncGenerator<Uint8Array> {
      for (const { samples } of pieces) yield pcm16(await loud(samples));
    };
    const encoded = await lameFrames(lame, lengths, all(), sampleRate);
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
