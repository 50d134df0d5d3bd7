import { createLoudnessMeter, loudnessOf } from "../../src/export/index.ts";

/** Integrated loudness of mono sound, LUFS, with both gates (ITU-R BS.1770-5). */
export function lufs(samples: Float32Array, sampleRate: number): number {
  if (samples.length < sampleRate || sampleRate === 0) return Number.NEGATIVE_INFINITY;
  const meter = createLoudnessMeter(sampleRate);
  meter.push(samples);
  return loudnessOf(meter.steps()) ?? Number.NEGATIVE_INFINITY;
}

/** The highest sample. */
export const peakOf = (samples: Float32Array): number => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
