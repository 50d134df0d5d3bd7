interface Biquad {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

/** The head's effect on what is heard: +4 dB above 1.7 kHz (ITU-R BS.1770-5, stage 1, for any rate by its analogue form). */
function shelf(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 1681.9744509555319) / sampleRate);
  const q = 0.7071752369554193;
  const high = 10 ** (3.99984385397 / 20);
  const band = high ** 0.499666774155;
  const a0 = 1 + k / q + k * k;
  return {
    b: [(high + (band * k) / q + k * k) / a0, (2 * (k * k - high)) / a0, (high - (band * k) / q + k * k) / a0],
    a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0],
  };
}

/** Low tones are heard less (the same, stage 2). */
function highPass(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 38.13547087613982) / sampleRate);
  const q = 0.5003270373253953;
  const a0 = 1 + k / q + k * k;
  return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] };
}

function filtered(samples: Float32Array, { b, a }: Biquad): Float32Array {
  const out = new Float32Array(samples.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let at = 0; at < samples.length; at++) {
    const x = samples[at] ?? 0;
    const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    out[at] = y;
    [x2, x1, y2, y1] = [x1, x, y1, y];
  }
  return out;
}

/** Integrated loudness of mono sound, LUFS, with both gates (ITU-R BS.1770-5). */
export function lufs(samples: Float32Array, sampleRate: number): number {
  if (samples.length < sampleRate || sampleRate === 0) return Number.NEGATIVE_INFINITY;
  const weighted = filtered(filtered(samples, shelf(sampleRate)), highPass(sampleRate));
  const size = Math.round(0.4 * sampleRate);
  const powers: number[] = [];
  for (let from = 0; from + size <= weighted.length; from += size >> 2) {
    let power = 0;
    for (let at = from; at < from + size; at++) power += (weighted[at] ?? 0) ** 2;
    powers.push(power / size);
  }
  const level = (power: number): number => -0.691 + 10 * Math.log10(power);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const heard = powers.filter((power) => level(power) > -70);
  const gate = level(mean(heard)) - 10;
  return level(mean(heard.filter((power) => level(power) > gate)));
}

/** The highest sample. */
export const peakOf = (samples: Float32Array): number => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
