import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCutter } from "../../src/speak/cutter.ts";
import { estimatedMarks } from "../../src/speak/estimate.ts";
import { createMarkFinder, type PlacedMark } from "../../src/speak/placed-marks.ts";
import { wordsOf } from "../../src/speak/words.ts";
import { joined } from "./collect.ts";

const shown = (text: string, marks: readonly PlacedMark[]): readonly string[] =>
  marks.map(({ at, word }) => `${text.slice(word.start, word.end)}@${at}`);

describe("marks from an engine's words", () => {
  it("give an unnamed word its share of the time, by letters", () => {
    const text = "they have been out";
    const finder = createMarkFinder(text, wordsOf(text));
    const marks = [...finder.hear(0, 0), ...finder.hear(5, 400), ...finder.hear(15, 1200), ...finder.finish(1500)];
    expect(shown(text, marks)).toEqual(["they@0", "have@400", "been@800", "out@1200"]);
  });

  it("belong to the word that contains the position, whatever is heard twice or goes back", () => {
    const text = "the U.S.-led force";
    const finder = createMarkFinder(text, wordsOf(text));
    const marks = [...finder.hear(0, 0), ...finder.hear(6, 10), ...finder.hear(8, 20), ...finder.hear(0, 25), ...finder.hear(13, 30)];
    expect(shown(text, marks)).toEqual(["the@0", "U.S.-led@10", "force@30"]);
  });

  it("put punctuation that is not said where the next word begins", () => {
    const text = "war – (SDF) !";
    const finder = createMarkFinder(text, wordsOf(text));
    expect(shown(text, [...finder.hear(0, 0), ...finder.hear(7, 500), ...finder.finish(900)])).toEqual([
      "war@0",
      "–@500",
      "(SDF)@500",
      "!@900",
    ]);
  });

  it("are one a word, in order, whatever the engine says", () => {
    const events = fc.array(fc.tuple(fc.integer({ min: -3, max: 60 }), fc.nat(10_000)), { maxLength: 30 });
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), events, fc.nat(20_000), (text, heard, end) => {
        const words = wordsOf(text);
        const finder = createMarkFinder(text, words);
        const marks = [...heard.flatMap(([offset, at]) => finder.hear(offset, at)), ...finder.finish(end)];
        expect(marks.map((mark) => mark.word)).toEqual(words);
        for (const [index, mark] of marks.entries()) expect(mark.at).toBeGreaterThanOrEqual(marks[index - 1]?.at ?? 0);
      }),
    );
  });
});

describe("estimated marks", () => {
  it("give long words, numbers and stops more time", () => {
    const text = "a considerable 1984, or so";
    const at = estimatedMarks(text, wordsOf(text), 1000, 2000).map((mark) => mark.at);
    expect(at[0]).toBe(1000);
    const [a = 0, long = 0, number = 0, or = 0, so = 0] = at;
    expect(number - long).toBeGreaterThan(3 * (long - a));
    expect(or - number).toBeGreaterThan(3 * (so - or));
    expect(so).toBeLessThan(2000);
  });
});

describe("cutting sound into chunks", () => {
  const RATE = 1000;
  const cutting = { sampleRate: RATE, trimStart: true, trimEnd: true, silence: 0.0015 };
  const noise = (length: number): Float32Array => Float32Array.from({ length }, (_, index) => 0.5 * Math.sin(index * 0.7) + 0.01);
  const word = { start: 0, end: 1 };

  it("cuts at words, the first chunk early", () => {
    const cutter = createCutter(cutting);
    const cuts = [
      ...cutter.push(noise(100), [{ at: 0, word }]),
      ...cutter.push(noise(100), [{ at: 130, word }]),
      ...cutter.push(
        noise(600),
        [300, 480, 700].map((at) => ({ at, word })),
      ),
      ...cutter.finish([]),
    ];
    expect(cuts.map((cut) => cut.marks.map((mark) => mark.at))).toEqual([[0], [130, 300, 480], [700]]);
    const [first = 0] = cuts.map((cut) => cut.samples.length);
    expect(first).toBeGreaterThan(124);
    expect(first).toBeLessThanOrEqual(130);
  });

  it("drops silence at the ends but for 10 ms, and moves the marks with it", () => {
    const cutter = createCutter(cutting);
    const sound = joined([new Float32Array(80), noise(200), new Float32Array(90)]);
    const cuts = [...cutter.push(sound, [{ at: 80, word }]), ...cutter.finish([{ at: 360, word }])];
    expect(cuts.reduce((length, cut) => length + cut.samples.length, 0)).toBe(220);
    expect(cuts.flatMap((cut) => cut.marks.map((mark) => mark.at))).toEqual([10, 219]);
  });

  it("gives nothing for silence", () => {
    const cutter = createCutter(cutting);
    expect([...cutter.push(new Float32Array(5000), [{ at: 3, word }]), ...cutter.finish([])]).toEqual([]);
  });

  it("never keeps sound back for long, though no word begins in it", () => {
    const cutter = createCutter(cutting);
    expect(cutter.push(noise(3000), [{ at: 0, word }]).length).toBeGreaterThan(0);
  });

  it("joined, the chunks are the sound, and every mark is in the chunk that it begins in", () => {
    const parts = fc.array(fc.record({ length: fc.integer({ min: 0, max: 400 }), loud: fc.boolean(), marks: fc.nat(3) }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(parts, fc.boolean(), fc.boolean(), (pushed, trimStart, trimEnd) => {
        const cutter = createCutter({ sampleRate: RATE, trimStart, trimEnd, silence: 0.0015 });
        const whole: Float32Array[] = [];
        const cuts = [];
        let at = 0;
        let marks = 0;
        for (const { length, loud, marks: count } of pushed) {
          const samples = loud ? noise(length) : new Float32Array(length);
          whole.push(samples);
          const placed = Array.from({ length: count }, (_, index) => ({ at: at + Math.floor((index * length) / count), word }));
          if (loud) marks += count;
          at += length;
          cuts.push(...cutter.push(samples, loud ? placed : []));
        }
        cuts.push(...cutter.finish([]));
        const sound = joined(whole);
        const isLoud = (sample: number): boolean => Math.abs(sample) > 0.0015;
        const first = trimStart ? Math.max(0, sound.findIndex(isLoud) - 10) : 0;
        const heard = joined(cuts.map((cut) => cut.samples));
        const none = trimStart && !sound.some(isLoud);
        expect(heard).toEqual(none ? new Float32Array(0) : sound.slice(first, first + heard.length));
        if (!trimEnd && !none) expect(first + heard.length).toBe(sound.length);
        let begin = 0;
        for (const cut of cuts) {
          for (const mark of cut.marks) {
            expect(mark.at).toBeGreaterThanOrEqual(begin);
            expect(mark.at).toBeLessThan(begin + cut.samples.length);
          }
          begin += cut.samples.length;
        }
        if (heard.length > 0) expect(cuts.flatMap((cut) => cut.marks).length).toBe(marks);
      }),
    );
  });
});
