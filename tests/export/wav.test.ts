import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pcm16, WAV_HEADER_SIZE, wavHeader } from "../../src/export/index.ts";

const text = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.slice(at, at + 4));

describe("a WAV file", () => {
  it("says what follows its header", () => {
    const header = wavHeader(22_050, 1000);
    const view = new DataView(header.buffer);
    expect(header).toHaveLength(WAV_HEADER_SIZE);
    expect([text(header, 0), text(header, 8), text(header, 12), text(header, 36)]).toEqual(["RIFF", "WAVE", "fmt ", "data"]);
    expect([view.getUint32(4, true), view.getUint32(24, true), view.getUint16(34, true), view.getUint32(40, true)]).toEqual([
      2036, 22_050, 16, 2000,
    ]);
  });

  it("clips what is too loud and keeps the rest within half a step", () => {
    fc.assert(
      fc.property(fc.float({ min: -2, max: 2, noNaN: true }), (sample) => {
        const steps = new DataView(pcm16(Float32Array.of(sample)).buffer).getInt16(0, true);
        expect(Math.abs(steps - Math.max(-0x8000, Math.min(0x7fff, sample * 0x8000)))).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  it("goes into the room that it is given, as far as it fits", () => {
    const room = new Int16Array(3).fill(7);
    expect([...pcm16(Float32Array.of(0.5, -1), room)]).toEqual([...pcm16(Float32Array.of(0.5, -1))]);
    expect([...room]).toEqual([0x4000, -0x8000, 7]);
    expect(pcm16(new Float32Array(4), room)).toHaveLength(8);
    expect([...room]).toEqual([0x4000, -0x8000, 7]);
  });
});
