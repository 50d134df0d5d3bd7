/** Above this level peaks are rounded, and none gets above the other. */
const KNEE = 0.7;
const CEILING = 0.94;

/**
 * Samples made louder, as floats in [-1, 1]: what would be louder than KNEE comes ever nearer to CEILING, so that nothing clips. A voice
 * whose peaks are high beside its loudness needs this to be as loud as others; some samples in a million are rounded (measured).
 * @param louder where they go, at least as long
 */
export function raised(samples: Int16Array, gain: number, louder = new Float32Array(samples.length)): Float32Array {
  // Asked once, not for each of them.
  const knee = gain === 1 ? Number.POSITIVE_INFINITY : KNEE;
  for (let index = 0; index < samples.length; index++) {
    const sample = ((samples[index] ?? 0) / 0x8000) * gain;
    louder[index] = sample <= knee && sample >= -knee ? sample : rounded(sample);
  }
  return louder;
}

const rounded = (sample: number): number =>
  Math.sign(sample) * (KNEE + (CEILING - KNEE) * Math.tanh((Math.abs(sample) - KNEE) / (CEILING - KNEE)));
