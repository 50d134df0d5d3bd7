import { spawn } from "node:child_process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { mp3Pieces } from "../../export/index.ts";

/**
 * What the system's lame is asked for: mono as our own build makes it, without tags, for those are ours. Quality 5 instead of its usual 3:
 * of a voice at 64 kb/s neither the noise nor the spectrum is another (measured: signal to noise in bands and log-spectral distance differ
 * by less than half a decibel), for a tenth to a quarter less work. From 7 on the high sounds of speech get holes. Nothing of an edition is
 * in it.
 */
const argumentsFor = (sampleRate: number): readonly string[] => {
  const hertz = String(sampleRate / 1000);
  const input = ["-r", "-s", hertz, "--bitwidth", "16", "--signed", "--little-endian", "-m", "m"];
  return ["--quiet", ...input, "--resample", hertz, "--cbr", "-b", "64", "-q", "5", "-t", "-", "-"];
};

/**
 * The frames of some pieces, of each its own, by the lame that the system has: a quarter faster than our own build of it, which is
 * WebAssembly (measured). One run for all, because starting it costs as much as encoding ten seconds (measured: the system copies the
 * tables of our memory). Null where it can't do that: then it is for our own.
 * @param program its full path
 * @param lengths how many samples each piece has
 * @param samples their samples one after another, 16 bits
 */
export async function lameFrames(
  program: string,
  lengths: readonly number[],
  samples: AsyncIterable<Uint8Array>,
  sampleRate: number,
): Promise<readonly (readonly Uint8Array[])[] | null> {
  const child = spawn(program, argumentsFor(sampleRate), { stdio: ["pipe", "pipe", "ignore"], windowsHide: true });
  const ended = new Promise<number | null>((resolve) => {
    child.on("error", () => resolve(null));
    child.on("close", resolve);
  });
  const parts: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => parts.push(part));
  let failure: unknown = null;
  await pipeline(Readable.from(samples, { objectMode: true }), child.stdin).catch((thrown: NodeJS.ErrnoException) => {
    // It may have ended by itself, and says that by its status.
    if (!["EPIPE", "ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED", "ECONNRESET"].includes(thrown.code ?? "")) failure = thrown;
  });
  if (failure !== null) child.kill();
  const status = await ended;
  if (failure !== null) throw failure;
  return status === 0 ? mp3Pieces(Buffer.concat(parts), lengths, sampleRate) : null;
}
