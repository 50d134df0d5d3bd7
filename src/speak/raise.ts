/** Above this level peaks are rounded, and none gets above the other. */
const KNEE = 0.7;
const CEILING = 0.94;

/**
 * Samples made louder, as floats in [-1, 1]: what would be louder than KNEE comes ever nearer to CEILING, so that nothing clips. A voice
 * whose peaks are high beside its loudness needs this to be as loud as others; some samples in a million are rounded (measured).
 */
export function raised(samples: Int16Array, gain: number): Float32Array {
  const louder = new Float32Array(samples.length);
  for (let index = 0; index < samples.length; index++) {
    const sample = ((samples[index] ?? 0) / 0x8000) * gain;
    louder[index] = gain === 1 || Math.abs(sample) <= KNEE ? sample : rounded(sample);
  }
  return louder;
}

const rounded = (sample: number): number =>
  Math.sign(sample) * (KNEE + (CEILING - KNEE) * Math.tanh((Math.abs(sample) - KNEE) / (CEILING - KNEE)));
