import { afterAll, describe, expect, it } from "vitest";
import { createFlite } from "../../src/speak/index.ts";
import { describeAnyText, describeTurns } from "./any-engine.ts";
import { ARTICLE, hear, marked, misplaced, request, silences } from "./collect.ts";

const worker = new URL("../../out/flite-worker.js", import.meta.url);
const flite = createFlite({ worker });
afterAll(() => flite.close());

const SLT = "flite:slt";
const sentences = ARTICLE.split("\n\n");

describe("Flite's voices", () => {
  it("are three, in English, timed by the engine", async () => {
    expect((await flite.voices()).map(({ id, lang, engine }) => [id, lang, engine])).toEqual([
      [SLT, "en-US", "flite"],
      ["flite:rms", "en-US", "flite"],
      ["flite:awb", "en-GB", "flite"],
    ]);
    expect(flite.timing).toBe("engine");
  });

  it.each(["flite:kal", "flite:", "flite:slt -o /x"])("refuses %s", async (voice) => {
    await expect(hear(flite, request("hello", voice))).rejects.toMatchObject({ name: "Failure", code: "no-voice" });
  });
});

describe("Flite's sound and marks", () => {
  it.each(sentences)("%s", async (text) => {
    const heard = await hear(flite, request(text, SLT));
    expect(marked(text, heard.marks)).toEqual(text.split(/\s+/));
    expect(misplaced(heard)).toEqual([]);
    expect(silences(heard, 0.0015).start).toBeLessThanOrEqual(0.016);
    expect(silences(heard, 0.0015).end).toBeLessThanOrEqual(0.016);
    expect(heard.chunks[0]?.samples.length).toBeLessThan(1.1 * heard.sampleRate);
    expect(heard.chunks.length).toBeGreaterThan(3);
  });

  it("time words where they sound, also in the second breath: after a pause, not in it", async () => {
    const text = "The people of the town came down to the harbour wall to wait, because they had heard of it; patiently, Bob waited too.";
    for (const voice of [SLT, "flite:rms", "flite:awb"]) {
      const heard = await hear(flite, request(text, voice));
      const at = (word: string): number => heard.marks[text.split(" ").indexOf(word)]?.time ?? 0;
      for (const word of ["because", "patiently,", "Bob"]) {
        expect(energy(heard, at(word) + 0.03, at(word) + 0.2), `${voice} ${word}`).toBeGreaterThan(0.01);
        if (word !== "Bob") expect(energy(heard, at(word) - 0.06, at(word) - 0.02), `${voice} before ${word}`).toBeLessThan(0.005);
      }
    }
  });

  it("time a word by what is said of it, not by its letters", async () => {
    const text = "In 1977777 it rained";
    const heard = await hear(flite, request(text, SLT));
    const [, number = 0, it_ = 0, rained = 0] = heard.marks.map(({ time }) => time);
    expect(it_ - number).toBeGreaterThan(6 * (rained - it_));
  });

  it.each([0.5, 1.5, 8])("at rate %d last as long as they should, and keep their marks", async (rate) => {
    let plain = 0;
    let paced = 0;
    for (const text of sentences.slice(5)) {
      plain += (await hear(flite, request(text, SLT))).duration;
      const heard = await hear(flite, request(text, SLT, { rate }));
      paced += heard.duration;
      expect(marked(text, heard.marks)).toEqual(text.split(/\s+/));
      expect(misplaced(heard)).toEqual([]);
    }
    expect(Math.abs(plain / paced / rate - 1)).toBeLessThan(0.05);
  });

  it("join without a click, and pause no longer than Flite does between its own clauses", async () => {
    const text =
      "Among those who crossed first were schoolchildren, two dogs and a brass band; they had been practising for weeks, and it showed.";
    for (const rate of [1, 2.5]) {
      const { chunks, samples, sampleRate } = await hear(flite, request(text, SLT, { rate }));
      let within = 0;
      let joins = 0;
      let last = 0;
      for (const [index, { samples }] of chunks.entries()) {
        if (index > 0) joins = Math.max(joins, Math.abs((samples[0] ?? 0) - last));
        for (let at = 1; at < samples.length; at++) within = Math.max(within, Math.abs((samples[at] ?? 0) - (samples[at - 1] ?? 0)));
        last = samples.at(-1) ?? 0;
      }
      expect(joins).toBeLessThanOrEqual(within / 2);
      expect(longestSilence(samples) / sampleRate).toBeLessThan(0.2 / rate);
    }
  });

  it.each([
    [SLT, 190],
    ["flite:rms", 105],
    ["flite:awb", 125],
  ])("%s changes with pitch, not in length", async (voice, usual) => {
    const text = "We were all away on a long moon walk near the lawn.";
    const heard = await Promise.all([0.8, 1, 1.25].map((pitch) => hear(flite, request(text, voice, { pitch }))));
    const [low = 0, normal = 0, high = 0] = heard.map(({ samples, sampleRate }) => sampleRate / period(samples, sampleRate / usual));
    expect(low / normal).toBeLessThan(0.92);
    expect(high / normal).toBeGreaterThan(1.08);
    const durations = heard.map(({ duration }) => duration);
    expect(Math.max(...durations) / Math.min(...durations)).toBeLessThan(1.05);
  });

  it("reads letters of other alphabets by sound, and what has none takes no time of others", async () => {
    const text = "The paper Правда and Elefthería wrote 新闻 today";
    const heard = await hear(flite, request(text, SLT));
    expect(marked(text, heard.marks)).toEqual(text.split(" "));
    const times = heard.marks.map(({ time }) => time);
    expect((times[3] ?? 0) - (times[2] ?? 0)).toBeGreaterThan(0.3);
  });
});

describeAnyText("Flite", flite, SLT, 12);
describeTurns("Flite", flite, SLT);

interface Sound {
  readonly samples: Float32Array;
  readonly sampleRate: number;
}

/** The root of the mean square between two times, seconds. */
function energy({ samples, sampleRate }: Sound, from: number, to: number): number {
  const part = samples.slice(Math.round(from * sampleRate), Math.round(to * sampleRate));
  return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
}

/** The longest stretch without sound, samples. */
function longestSilence(samples: Float32Array): number {
  let longest = 0;
  let length = 0;
  for (const sample of samples) {
    length = Math.abs(sample) < 0.004 ? length + 1 : 0;
    longest = Math.max(longest, length);
  }
  return longest;
}

/** The usual period of the voiced stretches of a sound, samples; `near` is about what it will be. */
function period(samples: Float32Array, near: number): number {
  const found: number[] = [];
  const size = Math.round(near * 4);
  for (let from = 0; from + 3 * size < samples.length; from += size) {
    let [best, lag] = [0, 0];
    for (let shift = Math.round(near * 0.6); shift < near * 1.7; shift++) {
      let [alike, here, there] = [0, 0, 0];
      for (let at = from; at < from + size; at++) {
        const [one, other] = [samples[at] ?? 0, samples[at + shift] ?? 0];
        alike += one * other;
        here += one * one;
        there += other * other;
      }
      const likeness = here > size * 0.001 ? alike / Math.sqrt(here * there) : 0;
      if (likeness > best) [best, lag] = [likeness, shift];
    }
    if (best > 0.85) found.push(lag);
  }
  return found.sort((one, other) => one - other)[found.length >> 1] ?? 0;
}
