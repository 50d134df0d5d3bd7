import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leveled, truePeakOf } from "../../src/export/index.ts";

/** -1 dB: what EBU R 128 allows. */
const ALLOWED = 10 ** (-1 / 20);
const RATE = 22_050;

const speechLike = (seed: number, length: number): Float32Array => {
  let state = seed;
  const noise = (): number => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x3fffffff - 1;
  };
  let low = 0;
  return Float32Array.from({ length }, (_, at) => {
    low += (noise() - low) * 0.4;
    return low * (0.2 + 0.8 * Math.abs(Math.sin(at / 900)));
  });
};

describe("the limiter", () => {
  it("holds every wave below what is allowed, between the samples too", () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0.1, max: 12, noNaN: true }), (seed, gain) => {
        expect(truePeakOf(leveled(speechLike(seed, 4000), gain, RATE))).toBeLessThan(ALLOWED);
      }),
      // Peaks at the very beginning were not turned down enough.
      {
        numRuns: 50,
        examples: [
          [1_050_728_210, 6.556133358734516],
          [0, 11.577523389270763],
        ],
      },
    );
  });

  it("only multiplies what is soft enough", () => {
    const soft = speechLike(7, 4000).map((sample) => sample * 0.1);
    expect([...leveled(soft.slice(), 2, RATE)]).toEqual([...soft.map((sample) => sample * 2)]);
  });
});
