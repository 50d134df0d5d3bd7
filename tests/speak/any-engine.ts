import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SpeechEngine } from "../../src/model/index.ts";
import { wordsOf } from "../../src/speak/words.ts";
import { ARTICLE, hear, misplaced, never, request } from "./collect.ts";

const sentences = ARTICLE.split("\n\n");

/** What holds of an engine for any text that it is given. */
export function describeAnyText(name: string, engine: SpeechEngine, voice: string, runs = 150): void {
  describe(`${name} with any text`, () => {
    it.each([
      ["nothing", ""],
      ["spaces", " \n\u00a0\t "],
      ["punctuation", "!!! ... ??? — “”"],
      ["much punctuation", "?!".repeat(50_000)],
    ])("%s is silence", async (_, text) => {
      expect((await hear(engine, request(text, voice))).chunks).toEqual([]);
    });

    it.each([
      ["a megabyte without a space", "a".repeat(1_000_000)],
      ["a megabyte of digits", "7".repeat(1_000_000)],
      ["a megabyte of words", "word ".repeat(200_000)],
    ])("%s begins, and ends when it is told to", async (_, text) => {
      const abort = new AbortController();
      const reason = new Error("enough");
      let chunks = 0;
      const reading = (async () => {
        for await (const _chunk of engine.synthesize(request(text, voice), abort.signal)) if (++chunks === 20) abort.abort(reason);
      })();
      await expect(reading).rejects.toBe(reason);
      expect(chunks).toBe(20);
      expect((await hear(engine, request("Next.", voice))).marks.length).toBe(1);
    });

    it("ten thousand emoji end, and so do lone surrogates and marks of direction", async () => {
      for (const text of ["😀".repeat(10_000), "\ud83d ".repeat(2000), "\u202e\u2067\u200f ".repeat(2000)]) {
        const abort = new AbortController();
        const reading = engine.synthesize(request(text, voice, { rate: 8 }), abort.signal)[Symbol.asyncIterator]();
        for (let chunk = 0; chunk < 10 && !(await reading.next()).done; chunk++);
        await reading.return?.(undefined);
        expect((await hear(engine, request("Next.", voice))).marks.length).toBe(1);
      }
    });

    it("one mark a word, in order and inside the sound, or no sound at all", async () => {
      const word = fc.oneof(
        fc.constantFrom(
          ...["of", "the", "have", "been", "U.S.-led", "“quoted”", "(SDF)", "–", "2019.", "$5.50", "<", "&amp;", "[[", "😀", "\ud83d"],
          ...[
            "天气",
            "it’s",
            "…",
            "Путин",
            "café,",
            "a/b",
            "--",
            "1,2,3",
            "$",
            "%",
            "'",
            "\u202eabc",
            "x".repeat(90),
            "9".repeat(70),
            "_",
            "*",
          ],
        ),
        fc.string({ unit: "binary", maxLength: 8 }),
        fc.string({ unit: "grapheme-ascii", maxLength: 12 }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(word, { maxLength: 12 }), async (parts) => {
          const text = parts.join(" ");
          const heard = await hear(engine, request(text, voice, { rate: 4 }));
          expect(misplaced(heard)).toEqual([]);
          if (heard.chunks.length > 0) expect(heard.marks.map(({ start, end }) => ({ start, end }))).toEqual(wordsOf(text));
          else expect(heard.marks).toEqual([]);
        }),
        { numRuns: runs, endOnFailure: true },
      );
    });
  });
}

/** How an engine serves several utterances. */
export function describeTurns(name: string, engine: SpeechEngine, voice: string): void {
  describe(`${name}, cancelled and asked at once`, () => {
    it("does not begin what is aborted already", async () => {
      const reason = new Error("no");
      await expect(hear(engine, request("hello", voice), AbortSignal.abort(reason))).rejects.toBe(reason);
    });

    it("drops a waiting utterance without speaking it, and the others come in order", async () => {
      const abort = new AbortController();
      const done: string[] = [];
      const note = (name: string) => () => done.push(name);
      const first = hear(engine, request("Half a second.", voice)).then(note("first"));
      const dropped = hear(engine, request(ARTICLE, voice), abort.signal).catch(note("dropped"));
      const last = hear(engine, request("Short.", voice)).then(note("last"));
      abort.abort(new Error("not this one"));
      await Promise.all([first, dropped, last]);
      expect(done).toEqual(["dropped", "first", "last"]);
    });

    it("leaves what nobody takes any more", async () => {
      for await (const _ of engine.synthesize(request("a".repeat(100_000), voice), never())) break;
      expect((await hear(engine, request("Next.", voice))).marks.length).toBe(1);
    });

    it("serves a newer utterance between the passages of one that nobody hurries to take", async () => {
      const slow = engine.synthesize(request(sentences.join(" ").repeat(5), voice), never())[Symbol.asyncIterator]();
      await slow.next();
      expect((await hear(engine, request("Quick.", voice))).marks.length).toBe(1);
      expect((await slow.next()).done).toBe(false);
      await slow.return?.(undefined);
    });
  });
}
