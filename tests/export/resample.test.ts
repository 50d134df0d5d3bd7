import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createResampler } from "../../src/export/index.ts";

const sine = (hertz: number, rate: number, length: number): Float32Array =>
  Float32Array.from({ length }, (_, at) => Math.sin((2 * Math.PI * hertz * at) / rate));

const whole = (from: number, to: number, parts: readonly Float32Array[]): Float32Array => {
  const resampler = createResampler(from, to);
  return Float32Array.from([...parts.flatMap((part) => [...resampler.push(part)]), ...resampler.finish()]);
};

describe("another sample rate", () => {
  it("has the same wave, from the first sample to the last", () => {
    for (const [from, to] of [
      [22_050, 24_000],
      [16_000, 24_000],
      [24_000, 22_050],
      [16_000, 22_050],
    ] as const) {
      const made = whole(from, to, [sine(1000, from, from)]);
      expect(made).toHaveLength(to);
      const wanted = sine(1000, to, to);
      let worst = 0;
      for (let at = 200; at < to - 200; at += 1) worst = Math.max(worst, Math.abs((made[at] ?? 0) - (wanted[at] ?? 0)));
      expect(worst).toBeLessThan(0.002);
    }
  });

  it("has no seam, however the sound is cut", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 6 }), (sizes) => {
        const all = sine(
          220,
          22_050,
          sizes.reduce((a, b) => a + b, 0),
        );
        const starts = sizes.map((_, at) => sizes.slice(0, at).reduce((a, b) => a + b, 0));
        const parts = sizes.map((size, at) => all.slice(starts[at], (starts[at] ?? 0) + size));
        expect([...whole(22_050, 24_000, parts)]).toEqual([...whole(22_050, 24_000, [all])]);
      }),
    );
  });
});
