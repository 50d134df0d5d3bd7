import { spawn } from "node:child_process";
import { mp3Piece, pcm16 } from "../../export/index.ts";

/** What the system's lame is asked for: mono as our own build makes it, without tags, for those are ours. Nothing of an edition is in it. */
const argumentsFor = (sampleRate: number): readonly string[] => {
  const hertz = String(sampleRate / 1000);
  const input = ["-r", "-s", hertz, "--bitwidth", "16", "--signed", "--little-endian", "-m", "m"];
  return ["--quiet", ...input, "--resample", hertz, "--cbr", "-b", "64", "-t", "-", "-"];
};

/**
 * The frames of a piece by the lame that the system has: a quarter faster than our own build of it, which is WebAssembly (measured). Null
 * where it can't do that: then it is for our own.
 * @param program its full path
 */
export function lameFrames(program: string, samples: Float32Array, sampleRate: number): Promise<readonly Uint8Array[] | null> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const child = spawn(program, argumentsFor(sampleRate), { stdio: ["pipe", "pipe", "ignore"], windowsHide: true });
    child.on("error", () => resolve(null));
    child.stdin.on("error", () => {});
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.on("close", (code) => resolve(code === 0 ? mp3Piece(Buffer.concat(parts), samples.length, sampleRate) : null));
    child.stdin.end(pcm16(samples));
  });
}
