import { afterAll, describe, expect, it } from "vitest";
import { createEspeak, createFlite } from "../../src/speak/index.ts";
import { ARTICLE, hear, request } from "./collect.ts";
import { lufs, peakOf } from "./loudness.ts";

const espeak = createEspeak({ worker: new URL("../../out/espeak-worker.js", import.meta.url) });
const flite = createFlite({ worker: new URL("../../out/flite-worker.js", import.meta.url) });
afterAll(() => Promise.all([espeak.close(), flite.close()]));

/** Two paragraphs: half a minute of speech. */
const TEXT = ARTICLE.split("\n\n").slice(3, 6).join(" ");

describe("loudness", () => {
  it("is measured as the standard says: a full 1 kHz tone is -3 LUFS, and half of it 6 dB less", () => {
    for (const sampleRate of [16_000, 48_000]) {
      const tone = (level: number): Float32Array =>
        Float32Array.from({ length: sampleRate * 3 }, (_, at) => level * Math.sin((2 * Math.PI * 997 * at) / sampleRate));
      expect(lufs(tone(1), sampleRate)).toBeCloseTo(-3.01, 1);
      expect(lufs(tone(0.5), sampleRate)).toBeCloseTo(-9.03, 1);
    }
  });

  it("is alike for every voice that a new listener meets, and none clips", async () => {
    const levels: Record<string, number> = {};
    for (const id of [
      "espeak:en-us",
      "espeak:en-gb",
      "espeak:en-us+klatt4",
      "espeak:en-gb+klatt4",
      "espeak:en-gb-x-rp+klatt4",
      "espeak:en-gb-scotland+klatt4",
      "espeak:en-gb-x-gbclan+klatt4",
      "espeak:en-gb-x-gbcwmd+klatt4",
      "espeak:en-us-nyc+klatt4",
      "espeak:en-029+klatt4",
      "espeak:en-us+m3",
      "flite:slt",
      "flite:rms",
      "flite:awb",
    ]) {
      const { samples, sampleRate } = await hear(id.startsWith("flite") ? flite : espeak, request(TEXT, id));
      levels[id] = lufs(samples, sampleRate);
      expect(peakOf(samples), id).toBeLessThan(0.95);
    }
    const values = Object.values(levels);
    // A difference of 3 dB is heard at once; of one, hardly.
    expect(Math.max(...values) - Math.min(...values), JSON.stringify(levels)).toBeLessThan(2);
    for (const [id, level] of Object.entries(levels)) expect(Math.abs(level + 22), id).toBeLessThan(1.5);
    // Minutes of speech: seconds alone, more on a machine that does much else.
  }, 180_000);

  it("stays as it is when the pace changes", async () => {
    for (const id of ["espeak:en-us", "flite:rms"]) {
      const engine = id.startsWith("flite") ? flite : espeak;
      const plain = await hear(engine, request(TEXT, id));
      const fast = await hear(engine, request(TEXT, id, { rate: 3 }));
      expect(Math.abs(lufs(plain.samples, plain.sampleRate) - lufs(fast.samples, fast.sampleRate)), id).toBeLessThan(1.5);
    }
  }, 60_000);
});
