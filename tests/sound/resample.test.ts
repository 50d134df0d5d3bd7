import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createResampler } from "../../src/ui/sound/resample.ts";

const sine = (rate: number, hertz: number, length: number): Float32Array =>
  Float32Array.from({ length }, (_, n) => Math.sin((2 * Math.PI * hertz * n) / rate));

const join = (parts: readonly Float32Array[]): number[] => parts.flatMap((part) => [...part]);

describe("the resampler", () => {
  it.each([
    [22_050, 48_000],
    [16_000, 48_000],
    [24_000, 44_100],
    [48_000, 44_100],
  ])("keeps a tone from %i to %i Hz, late by half its filter", (from, to) => {
    const output = createResampler(from, to).push(sine(from, 1000, from / 10));
    expect(output.length).toBe(to / 10);
    const late = 16 / from;
    for (let n = Math.ceil(0.005 * to); n < output.length; n += 1)
      expect(Math.abs((output[n] ?? 0) - Math.sin(2 * Math.PI * 1000 * (n / to - late)))).toBeLessThan(0.004);
  });

  it("mirrors nothing that can be heard", () => {
    // A tone at 9 kHz in 22.05 kHz has its mirror image at 13.05 kHz.
    const output = createResampler(22_050, 48_000).push(sine(22_050, 9000, 22_050));
    let real = 0;
    let imaginary = 0;
    for (let n = 1000; n < 47_000; n += 1) {
      real += (output[n] ?? 0) * Math.cos((2 * Math.PI * 13_050 * n) / 48_000);
      imaginary += (output[n] ?? 0) * Math.sin((2 * Math.PI * 13_050 * n) / 48_000);
    }
    expect((2 * Math.hypot(real, imaginary)) / 46_000).toBeLessThan(0.003);
  });

  it("has no seams and no drift, whatever the chunks", () => {
    const whole = sine(22_050, 440, 6000);
    const expected = [...createResampler(22_050, 48_000).push(whole)];
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 30 }), (lengths) => {
        const resampler = createResampler(22_050, 48_000);
        let at = 0;
        const parts = lengths.map((length) => {
          const part = resampler.push(whole.subarray(at, at + length));
          at += length;
          return part;
        });
        parts.push(resampler.push(whole.subarray(at)));
        expect(join(parts)).toEqual(expected);
      }),
    );
  });

  it("passes samples on as they are where the rates are the same", () => {
    expect([...createResampler(48_000, 48_000).push(Float32Array.of(0.1, -0.2))]).toEqual([...Float32Array.of(0.1, -0.2)]);
  });
});
