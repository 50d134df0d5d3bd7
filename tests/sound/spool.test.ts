import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSpool, type Spool } from "../../src/ui/sound/spool.ts";

const FADE = 4;
const pull = (spool: Spool, length: number): number[] => {
  const output = new Float32Array(length);
  spool.pull(output);
  return [...output].map((sample) => Math.round(sample * 100) / 100);
};
const ones = (length: number): Float32Array => new Float32Array(length).fill(1);
const ramp = (from: number, length: number): Float32Array => Float32Array.from({ length }, (_, n) => from + n);

describe("the spool", () => {
  it("plays what was pushed, without a gap, then silence", () => {
    const spool = createSpool(FADE);
    spool.push(ramp(1, 3));
    spool.push(ramp(4, 2));
    expect(pull(spool, 4)).toEqual([1, 2, 3, 4]);
    expect(pull(spool, 4)).toEqual([5, 0, 0, 0]);
    expect(spool.position()).toBe(5);
    expect(spool.isRunning()).toBe(false);
  });

  it("fades out at a pause and says the faded frames again", () => {
    const spool = createSpool(FADE);
    spool.push(ones(20));
    pull(spool, 3);
    spool.pause();
    expect(pull(spool, 6)).toEqual([0.75, 0.5, 0.25, 0, 0, 0]);
    expect(spool.position()).toBe(3);
    expect(spool.isRunning()).toBe(false);
    spool.resume();
    expect(pull(spool, 6)).toEqual([0.25, 0.5, 0.75, 1, 1, 1]);
    expect(spool.position()).toBe(9);
  });

  it("falls silent within a fade when it is cut where the ear is, and stands where both sides agree", () => {
    const spool = createSpool(FADE);
    spool.push(ones(20));
    pull(spool, 6);
    spool.cut(0, 5);
    expect(pull(spool, 6)).toEqual([1, 0.75, 0.5, 0.25, 0, 0]);
    expect(spool.position()).toBe(5);
  });

  it("crosses from the cut to what comes next", () => {
    const spool = createSpool(FADE);
    spool.push(ones(20));
    pull(spool, 6);
    spool.cut(0, 6);
    spool.push(ones(8));
    expect(pull(spool, 6)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it("cuts ahead to the frame, with a fade on both sides", () => {
    const spool = createSpool(FADE);
    spool.push(ones(20));
    pull(spool, 2);
    spool.cut(8, 8);
    spool.push(ones(6));
    expect(pull(spool, 12)).toEqual([1, 1, 0.75, 0.5, 0.25, 0, 0, 0.25, 0.5, 0.75, 1, 1]);
    expect(spool.position()).toBe(14);
  });

  it("is silent at once when it is cut while paused", () => {
    const spool = createSpool(FADE);
    spool.push(ones(20));
    pull(spool, 2);
    spool.pause();
    pull(spool, 8);
    spool.cut(0, 2);
    expect(pull(spool, 4)).toEqual([0, 0, 0, 0]);
    spool.push(ones(20));
    expect(pull(spool, 2)).toEqual([0, 0]);
    spool.resume();
    expect(pull(spool, 8).at(-1)).toBe(1);
  });

  it("never jumps by more than a step of its fade while a steady sound is paused, resumed and cut", () => {
    const fade = 50;
    const orders = fc.array(fc.tuple(fc.constantFrom("pause", "resume", "now", "ahead", "nothing"), fc.integer({ min: 60, max: 200 })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(orders, (list) => {
        const spool = createSpool(fade);
        let previous = 1;
        spool.push(ones(5000));
        for (const [order, frames] of list) {
          if (order === "pause") spool.pause();
          else if (order === "resume") spool.resume();
          else if (order !== "nothing") {
            const at = order === "now" ? 0 : spool.position() + 55;
            spool.cut(at, order === "now" ? spool.position() : at);
            spool.push(ones(5000));
          }
          const output = new Float32Array(frames);
          spool.pull(output);
          for (const sample of output) {
            // Two fades may meet: what dies away and what begins.
            expect(Math.abs(sample - previous)).toBeLessThanOrEqual(2 / fade + 1e-6);
            previous = sample;
          }
        }
      }),
    );
  });
});
