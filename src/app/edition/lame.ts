import { spawn } from "node:child_process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { mp3Pieces } from "../../export/index.ts";

/**
 * How much lame looks for what nobody hears, by its own scale: 0 is the most. For what speaks by formants 7 leaves its noise 14 dB below
 * what the voice itself hides, on the mean of half-Bark bands, and the usual 3 leaves it 11 dB, for half of the work; of a recorded voice 5
 * does what 3 does, and 7 a little less (measured at 64 kb/s).
 */
export const QUALITY = { formants: 7, recorded: 5 } as const;

/** The system's lame, and how it is asked. */
export interface Lame {
  /** Its full path. */
  readonly program: string;
  readonly quality: number;
}

/** What lame is asked for: mono as our own build makes it, without tags, for those are ours. Nothing of an edition is in it. */
const argumentsFor = (quality: number, sampleRate: number): readonly string[] => {
  const hertz = String(sampleRate / 1000);
  const input = ["-r", "-s", hertz, "--bitwidth", "16", "--signed", "--little-endian", "-m", "m"];
  return ["--quiet", ...input, "--resample", hertz, "--cbr", "-b", "64", "-q", String(quality), "-t", "-", "-"];
};

/**
 * The frames of some pieces, of each its own, by the lame that the system has: a quarter faster than our own build of it, which is
 * WebAssembly (measured). One run for all, because starting it costs as much as encoding ten seconds (measured: the system copies the
 * tables of our memory). Null where it can't do that: then it is for our own.
 * @param lengths how many samples each piece has
 * @param samples their samples one after another, 16 bits
 */
export async function lameFrames(
  { program, quality }: Lame,
  lengths: readonly number[],
  samples: AsyncIterable<Uint8Array>,
  sampleRate: number,
): Promise<readonly (readonly Uint8Array[])[] | null> {
  const child = spawn(program, argumentsFor(quality, sampleRate), { stdio: ["pipe", "pipe", "ignore"], windowsHide: true });
  const ended = new Promise<number | null>((resolve) => {
    child.on("error", () => resolve(null));
    child.on("close", resolve);
  });
  const parts: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => parts.push(part));
  let failure: unknown = null;
  // One piece ahead, not sixteen.
  await pipeline(Readable.from(samples, { objectMode: true, highWaterMark: 1 }), child.stdin).catch((thrown: NodeJS.ErrnoException) => {
    // It may have ended by itself, and says that by its status.
    if (!["EPIPE", "EOF", "ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED", "ECONNRESET"].includes(thrown.code ?? "")) failure = thrown;
  });
  if (failure !== null) child.kill();
  const status = await ended;
  if (failure !== null) throw failure;
  return status === 0 ? mp3Pieces(Buffer.concat(parts), lengths, sampleRate) : null;
}
