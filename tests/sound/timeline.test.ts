import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTimeline } from "../../src/shell/cli/sound/timeline.ts";

const count = (from: number, length: number): Float32Array => Float32Array.from({ length }, (_, n) => from + n);

describe("the timeline", () => {
  it("reads across writes of one sample rate, and stops before another", () => {
    const timeline = createTimeline();
    timeline.push({ samples: count(0, 100), sampleRate: 1000 });
    timeline.push({ samples: count(100, 100), sampleRate: 1000 });
    timeline.push({ samples: count(0, 50), sampleRate: 500 });
    expect(timeline.end()).toBeCloseTo(0.3);
    expect([...(timeline.read(0.09, 0.02)?.samples ?? [])]).toEqual([...count(90, 20)]);
    expect(timeline.read(0, 10)?.samples.length).toBe(200);
    expect(timeline.read(0.2, 10)).toEqual({ samples: count(0, 50), sampleRate: 500 });
    expect(timeline.read(0.3, 10)).toBeNull();
  });

  it("loses and doubles no sample, however it is read", () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(lengths, fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 10 }), (writes, steps) => {
        const timeline = createTimeline();
        let total = 0;
        for (const length of writes) {
          timeline.push({ samples: count(total, length), sampleRate: 22_050 });
          total += length;
        }
        const heard: number[] = [];
        let at = 0;
        for (let n = 0; ; n += 1) {
          const stretch = timeline.read(at, (steps[n % steps.length] ?? 1) / 1000);
          if (!stretch) break;
          heard.push(...stretch.samples);
          at += stretch.samples.length / 22_050;
          timeline.dropBefore(at);
        }
        expect(heard).toEqual([...count(0, total)]);
      }),
    );
  });

  it("ends where it is cut, and goes on from there", () => {
    const timeline = createTimeline();
    timeline.push({ samples: count(0, 1000), sampleRate: 1000 });
    timeline.dropAfter(0.4);
    timeline.push({ samples: count(5000, 3), sampleRate: 1000 });
    expect([...(timeline.read(0.398, 1)?.samples ?? [])]).toEqual([398, 399, 5000, 5001, 5002]);
  });
});
