import { afterAll, describe, expect, it } from "vitest";
import { createEspeak } from "../../src/speak/index.ts";
import { ARTICLE, hear, joined, marked, never, request } from "./collect.ts";

const espeak = createEspeak({ worker: new URL("../../out/espeak-worker.js", import.meta.url) });
afterAll(() => espeak.close());

const TEXTS = [
  ...ARTICLE.split("\n\n"),
  "No.",
  "…",
  "Yes, and then a longer one once more, since what was said before lies where this is gathered.",
];

/** Hears all at once, each copied when it comes: what comes holds until the next is asked for. */
async function heardWhole(asked: Parameters<typeof request>) {
  const sounds: Float32Array[] = [];
  const marks = [];
  for await (const chunk of espeak.synthesize({ ...request(...asked), anew: true, whole: true }, never())) {
    sounds.push(chunk.samples.slice());
    marks.push(...chunk.marks);
  }
  return { sounds, samples: joined(sounds), marks };
}

describe("a sound that comes in one go", () => {
  it.each([
    { voice: "espeak:en-us", rate: 1 },
    { voice: "espeak:en-us+klatt4", rate: 0.7 },
    { voice: "espeak:en-gb+klatt4", rate: 4 },
  ])("is what comes bit by bit: %o", async ({ voice, rate }) => {
    for (const text of TEXTS) {
      const streamed = await hear(espeak, { ...request(text, voice, { rate }), anew: true });
      const whole = await heardWhole([text, voice, { rate }]);
      expect(whole.sounds.length, text).toBe(streamed.samples.length > 0 ? 1 : 0);
      expect(Buffer.from(whole.samples.buffer).equals(Buffer.from(streamed.samples.buffer)), text).toBe(true);
      expect(marked(text, whole.marks), text).toEqual(marked(text, streamed.marks));
      for (const [at, mark] of whole.marks.entries()) {
        // A word that is named late begins, bit by bit, with what is still to come.
        const late = (streamed.marks[at]?.time ?? Number.NaN) - mark.time;
        expect(late, text).toBeGreaterThan(-0.001);
        expect(late, text).toBeLessThan(0.3);
      }
    }
  });

  it("is given up as soon as nobody wants it, and the next one is itself", async () => {
    const before = await heardWhole([TEXTS[1] ?? "", "espeak:en-us"]);
    const stop = new AbortController();
    const given = espeak.synthesize({ ...request(ARTICLE, "espeak:en-us"), anew: true, whole: true }, stop.signal)[Symbol.asyncIterator]();
    const first = given.next();
    stop.abort(new Error("no more"));
    await expect(first).rejects.toThrow("no more");
    expect(await heardWhole([TEXTS[1] ?? "", "espeak:en-us"])).toEqual(before);
  });
});
