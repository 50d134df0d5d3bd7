import { createHash } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { median } from "../../scripts/bench/measure.mjs";
import { EMBEDDED_LANGUAGES, languageOf, VARIANTS, voiceId, withVariant } from "../../src/model/index.ts";
import { createEspeak } from "../../src/speak/index.ts";
import { describeAnyText, describeTurns } from "./any-engine.ts";
import { ARTICLE, hear, loudness, marked, misplaced, request, silences } from "./collect.ts";

const worker = new URL("../../out/espeak-worker.js", import.meta.url);
const espeak = createEspeak({ worker });
afterAll(() => espeak.close());

const US = "espeak:en-us";
const sentences = ARTICLE.split("\n\n");

describe("eSpeak NG's voices", () => {
  it("are many, with ids that stay, BCP 47 languages and readable names", async () => {
    const voices = await espeak.voices();
    expect(voices.length).toBeGreaterThan(130);
    expect(new Set(voices.map((voice) => voice.id)).size).toBe(voices.length);
    for (const { id, lang, name, engine } of voices) {
      expect(Intl.getCanonicalLocales(lang)).toEqual([lang]);
      expect(id).toMatch(/^espeak:[a-z0-9-]+(\+[A-Za-z0-9]+)?$/);
      expect(name).toBe(name.trim());
      expect(engine).toBe("espeak");
    }
    expect(voices.find((voice) => voice.id === `${US}+klatt4`)).toEqual({
      id: `${US}+klatt4`,
      name: "English (America)",
      lang: "en-US",
      engine: "espeak",
    });
    expect(voices.map((voice) => voice.id)).toEqual(
      expect.arrayContaining([
        "espeak:en-us+klatt4",
        "espeak:en-gb+klatt4",
        "espeak:en-gb-scotland+klatt4",
        "espeak:de",
        "espeak:ar",
        "espeak:yue",
      ]),
    );
  });

  it("speak the languages that are written down", async () => {
    const languages = new Set((await espeak.voices()).map(({ lang }) => languageOf(lang)));
    expect([...EMBEDDED_LANGUAGES].toSorted()).toEqual([...languages].toSorted());
  });

  it("all speak, none clips, and English is as loud in every dialect and with every variant", async () => {
    const levels: number[] = [];
    const voices = await espeak.voices();
    const variants = [null, ...VARIANTS].map((variant) => ({ id: withVariant(voiceId("espeak", "en-us"), variant), lang: "en-US" }));
    for (const { id, lang } of [...voices, ...variants]) {
      const { samples, marks } = await hear(espeak, request("Lima, Oslo 1984. Tokyo!", id));
      expect(samples.length, id).toBeGreaterThan(10_000);
      expect(marks.length, id).toBe(4);
      expect(peak(samples), id).toBeLessThan(0.999);
      if (languageOf(lang) === "en") levels.push(20 * Math.log10(loudness(samples)));
    }
    expect(levels.length).toBe(8 + 1 + VARIANTS.length);
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(4);
    for (const level of levels) expect(Math.abs(level + 20)).toBeLessThan(3);
    // A hundred and forty voices: seconds alone, a minute on a machine that does much else.
  }, 120_000);

  it.each(["espeak:xx", "espeak:en-us+nobody", "espeak:en-us+f3+m3", "espeak:", "espeak:en-us+"])("refuses %s", async (voice) => {
    await expect(hear(espeak, request("hello", voice))).rejects.toMatchObject({ name: "Failure", code: "no-voice" });
  });

  it("take variants with other languages too", async () => {
    expect((await hear(espeak, request("Guten Tag", "espeak:de+f3"))).marks.length).toBe(2);
  });

  it("are listed once each, English with what is understood best, and keep their plain sound for who asks", async () => {
    const english = (await espeak.voices()).filter(({ lang }) => languageOf(lang) === "en").map(({ id }) => id);
    expect(english.filter((id) => !id.endsWith("+klatt4"))).toEqual([]);
    expect(english.length).toBe(8);
    const [clear, plain] = await Promise.all(["espeak:en-gb+klatt4", "espeak:en-gb"].map((id) => hear(espeak, request("Good day", id))));
    expect(plain?.marks.length).toBe(2);
    expect(plain?.samples.length).not.toBe(clear?.samples.length);
  });
});

describe("eSpeak NG's sound and marks", () => {
  it.each(sentences)("%s", async (text) => {
    const heard = await hear(espeak, request(text, US));
    expect(marked(text, heard.marks)).toEqual(text.split(/\s+/));
    expect(misplaced(heard)).toEqual([]);
    expect(silences(heard).start).toBeLessThanOrEqual(0.015);
    expect(silences(heard).end).toBeLessThanOrEqual(0.015);
    // The first chunk is short, so that sound begins soon.
    expect(heard.chunks[0]?.samples.length).toBeLessThan(1.1 * heard.sampleRate);
    expect(heard.chunks.length).toBeGreaterThan(3);
  });

  it("time words where they sound: after a pause, not in it", async () => {
    const text = "Wait. Bob";
    const heard = await hear(espeak, request(text, US));
    const bob = heard.marks[1]?.time ?? 0;
    const around = (from: number, to: number): number => peak(heard.samples.slice(from * heard.sampleRate, to * heard.sampleRate));
    expect(around(bob - 0.15, bob - 0.01)).toBeLessThan(0.01);
    expect(around(bob, bob + 0.15)).toBeGreaterThan(0.05);
  });

  it.each([0.5, 0.75, 1.5, 2, 2.5, 3, 4, 8])("at rate %d last as long as they should, and keep their marks", async (rate) => {
    let plain = 0;
    let paced = 0;
    for (const text of sentences.slice(1)) {
      plain += (await hear(espeak, request(text, US))).duration;
      const heard = await hear(espeak, request(text, US, { rate }));
      paced += heard.duration;
      expect(marked(text, heard.marks)).toEqual(text.split(/\s+/));
      expect(misplaced(heard)).toEqual([]);
    }
    // Its pauses shrink more than its words, so texts differ.
    expect(Math.abs(plain / paced / rate - 1)).toBeLessThan(0.1);
  });

  it("join without a click, at any rate: no step at a join is larger than those within", async () => {
    for (const rate of [1, 2, 3.5]) {
      const { chunks } = await hear(espeak, request(ARTICLE, US, { rate }));
      let within = 0;
      let joins = 0;
      let last = 0;
      for (const [index, { samples }] of chunks.entries()) {
        if (index > 0) joins = Math.max(joins, Math.abs((samples[0] ?? 0) - last));
        for (let at = 1; at < samples.length; at++) within = Math.max(within, Math.abs((samples[at] ?? 0) - (samples[at - 1] ?? 0)));
        last = samples.at(-1) ?? 0;
      }
      expect(joins).toBeLessThanOrEqual(within);
    }
  });

  it("change with pitch, not in length", async () => {
    const heard = await Promise.all([0.7, 1, 1.5].map((pitch) => hear(espeak, request("moon moon moon", US, { pitch }))));
    const [low = 0, normal = 0, high = 0] = heard.map(({ samples }) => period(samples.slice(2000, 10_000)));
    expect(low / normal).toBeGreaterThan(1.2);
    expect(normal / high).toBeGreaterThan(1.25);
    const durations = heard.map(({ duration }) => duration);
    expect(Math.max(...durations) / Math.min(...durations)).toBeLessThan(1.05);
  });

  it("go on through passages: a long text is as many words as it has, each marked once", async () => {
    const text = sentences.join(" ").repeat(4);
    const heard = await hear(espeak, request(text, US, { rate: 6 }));
    expect(marked(text, heard.marks)).toEqual(text.split(/\s+/));
    expect(misplaced(heard)).toEqual([]);
  });
});

describe("eSpeak NG that begins anew", () => {
  it("says the same samples each time, however long the texts between were", async () => {
    const first = sentences.slice(0, 2).join(" ").slice(0, 300);
    const texts = [first, ARTICLE, first, ARTICLE.slice(0, 900), `${first} ${first}`, first];
    const said: string[] = [];
    for (const text of texts) {
      for (const anew of [true, false]) {
        const { samples } = await hear(espeak, request(text, US, { anew }));
        if (anew && text === first) said.push(createHash("sha256").update(samples).digest("hex"));
      }
    }
    expect(said.length).toBe(3);
    expect(new Set(said).size).toBe(1);
  });
});

describe("eSpeak NG with hostile text", () => {
  it.each([
    ["a tag", "Before <b and after", 4],
    ["phonemes", "before [[h@'loU]] after", 3],
    ["a break", 'one <break time="9s"/> two', 4],
    ["an entity", "one &lt;two&gt; three", 3],
    ["NUL", "one\0two three\0", 2],
    ["a lone surrogate", "one \ud83d two", 3],
    ["right to left", "السلام عليكم يا عالم", 4],
    ["direction marks", "\u202eone\u202c \u200ftwo", 2],
    ["emoji", "😀 ok 👍🏽 then 👩‍👩‍👧", 5],
    ["a control", "one \x01+50P two\x1b[31m", 3],
  ])("%s is spoken, every word marked", async (_, text, count) => {
    const heard = await hear(espeak, request(text, US));
    expect(heard.marks.length).toBe(count);
    expect(misplaced(heard)).toEqual([]);
    expect(heard.duration).toBeLessThan(12);
  });

  it("speaks what follows a tag, and takes no break from one", async () => {
    const plain = await hear(espeak, request("Before b and after all of this", US));
    const tagged = await hear(espeak, request("Before <b and after all of this", US));
    expect(tagged.duration).toBeGreaterThan(0.9 * plain.duration);
    expect((await hear(espeak, request('one <break time="9s"/> two', US))).duration).toBeLessThan(4);
  });
});

describeAnyText("eSpeak NG", espeak, US);

describeTurns("eSpeak NG", espeak, US);

const peak = (samples: Float32Array): number => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

/** The period of a voice in samples, between 49 and 275 Hz: the median of short stretches, since in a longer one its melody moves. */
function period(samples: Float32Array): number {
  const found: number[] = [];
  for (let from = 0; from + STRETCH <= samples.length; from += STRETCH >> 1) found.push(periodOf(samples.subarray(from, from + STRETCH)));
  return median(found);
}

/** The shortest lag at which a sound is nearly as like itself as at the best: twice and thrice a period fit as well as one. */
function periodOf(samples: Float32Array): number {
  const likeness = Array.from({ length: LONGEST - SHORTEST }, (_, index) => {
    let [alike, here, there] = [0, 0, 0];
    for (let at = 0; at + SHORTEST + index < samples.length; at++) {
      const [one, other] = [samples[at] ?? 0, samples[at + SHORTEST + index] ?? 0];
      alike += one * other;
      here += one * one;
      there += other * other;
    }
    return alike / Math.sqrt(here * there);
  });
  const enough = 0.9 * Math.max(...likeness);
  const first = likeness.findIndex((value) => value >= enough);
  // Up from there to the peak that it belongs to.
  let at = first;
  while ((likeness[at + 1] ?? 0) > (likeness[at] ?? 0)) at++;
  return SHORTEST + at;
}

const SHORTEST = 80;
const LONGEST = 450;
/** Four periods of a low voice. */
const STRETCH = 1400;
