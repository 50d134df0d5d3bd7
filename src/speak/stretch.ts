import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { importDefault, packageFolder } from "./packages.ts";

/** Makes speech faster or slower at the same pitch. */
export interface Stretcher {
  /** Takes samples, gives what is ready: about as many, divided by the speed. */
  push(samples: Int16Array): Int16Array;
  /** Gives what is left, and ends the stretcher. Must be called, also when its result is not wanted. */
  finish(): Int16Array;
}

/** Makes a stretcher. `speed` 2 is twice as fast; `sampleRate` in Hz; `pitch` 2 is an octave higher, not said: as it is. */
export type Stretch = (sampleRate: number, speed: number, pitch?: number) => Stretcher;

/** What is used of sonic's WASM build. */
interface Sonic {
  readonly HEAP16: Int16Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _sonicCreateStream(sampleRate: number, channels: number): number;
  _sonicDestroyStream(stream: number): void;
  _sonicSetSpeed(stream: number, speed: number): void;
  _sonicSetPitch(stream: number, pitch: number): void;
  _sonicWriteShortToStream(stream: number, samples: number, count: number): number;
  _sonicReadShortFromStream(stream: number, samples: number, count: number): number;
  _sonicSamplesAvailable(stream: number): number;
  _sonicFlushStream(stream: number): number;
}

/** Samples that are handed to sonic at a time: 8 kB of its heap. */
const BLOCK = 4096;

/**
 * Loads the sonic library: pitch-synchronous overlap and add, the clearest of four at 2× and 3× by recognised words (measured).
 * @param packages a folder of packages to take it from; null: Node's
 */
export async function loadStretch(packages: string | null): Promise<Stretch> {
  const folder = packageFolder("@echogarden/sonic-wasm", packages);
  const load = (await importDefault(join(folder, "sonic.js"))) as (options: { wasmBinary: Uint8Array }) => Promise<Sonic>;
  const sonic = await load({ wasmBinary: await readFile(join(folder, "sonic.wasm")) });
  return (sampleRate, speed, pitch = 1) => createStretcher(sonic, sampleRate, speed, pitch);
}

function createStretcher(sonic: Sonic, sampleRate: number, speed: number, pitch: number): Stretcher {
  const stream = sonic._sonicCreateStream(sampleRate, 1);
  const block = sonic._malloc(BLOCK * Int16Array.BYTES_PER_ELEMENT);
  sonic._sonicSetSpeed(stream, speed);
  sonic._sonicSetPitch(stream, pitch);

  function read(): Int16Array {
    const samples = new Int16Array(sonic._sonicSamplesAvailable(stream));
    for (let done = 0; done < samples.length; ) {
      const count = sonic._sonicReadShortFromStream(stream, block, Math.min(BLOCK, samples.length - done));
      if (count <= 0) return samples.subarray(0, done);
      // The heap may have moved: its view is taken anew each time.
      samples.set(sonic.HEAP16.subarray(block >> 1, (block >> 1) + count), done);
      done += count;
    }
    return samples;
  }

  return {
    push(samples) {
      for (let done = 0; done < samples.length; done += BLOCK) {
        const part = samples.subarray(done, done + BLOCK);
        sonic.HEAP16.set(part, block >> 1);
        sonic._sonicWriteShortToStream(stream, block, part.length);
      }
      return read();
    },
    finish() {
      sonic._sonicFlushStream(stream);
      const rest = read();
      sonic._sonicDestroyStream(stream);
      sonic._free(block);
      return rest;
    },
  };
}

/** Samples of a whole utterance as many times as fast, at the same pitch. */
export function stretched(samples: Float32Array, sampleRate: number, stretch: Stretch, speed: number): Float32Array {
  const stretcher = stretch(sampleRate, speed);
  const paced = [stretcher.push(Int16Array.from(samples, (sample) => Math.round(sample * 0x7fff))), stretcher.finish()];
  const whole = new Float32Array(paced.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of paced) {
    whole.set(
      Float32Array.from(part, (sample) => sample / 0x8000),
      at,
    );
    at += part.length;
  }
  return whole;
}
