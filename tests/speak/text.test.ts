import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanForEspeak, positionsOf } from "../../src/speak/espeak-text.ts";
import { passagesOf } from "../../src/speak/passages.ts";
import { isSayable, wordAt, wordsOf } from "../../src/speak/words.ts";

/** Any string, lone surrogates too, with enough spaces and letters to look like text. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(" ", "\n", "\u00a0", ". ", "word", "“", "😀", "\ud83d", "&lt;", "U.S.-led", "天气"),
      fc.string({ unit: "binary" }),
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(""));

const texts = (text: string): readonly string[] => wordsOf(text).map(({ start, end }) => text.slice(start, end));

describe("words of a text", () => {
  it("are what stands between white space, no-break spaces too", () => {
    expect(texts(" The U.S.-led force –\n“ready”\u00a0now ")).toEqual(["The", "U.S.-led", "force", "–", "“ready”", "now"]);
  });

  it("are found in scripts without spaces", () => {
    expect(texts("今天天气很好。我们去公园").length).toBeGreaterThan(3);
    expect(texts("今天天气很好。我们去公园").join("")).toBe("今天天气很好。我们去公园");
  });

  it("cover everything but white space, in order", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = wordsOf(text);
        expect(texts(text).join("")).toBe(text.replace(/\s/g, ""));
        for (const [index, word] of words.entries()) {
          expect(word.start).toBeLessThan(word.end);
          expect(word.start).toBeGreaterThanOrEqual(words[index - 1]?.end ?? 0);
          expect(wordAt(words, word.start)).toBe(index);
          expect(wordAt(words, word.end - 1)).toBe(index);
        }
        expect(wordAt(words, text.length)).toBe(words.length);
      }),
    );
  });
});

describe("passages of a text", () => {
  it("end with a sentence where they can, else at a space", () => {
    const text = `${"One two three. ".repeat(10)}${"four ".repeat(40)}`;
    const passages = passagesOf(text, 100).map(({ start, end }) => text.slice(start, end));
    expect(passages[0]?.endsWith("three. ")).toBe(true);
    expect(passages.every((passage) => passage.endsWith(" "))).toBe(true);
  });

  it("follow each other without a gap, and each can be said", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 50 }), (text, longest) => {
        const passages = passagesOf(text, longest);
        expect(passages.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
        if (passages.length > 1) for (const { start, end } of passages) expect(isSayable(text.slice(start, end))).toBe(true);
      }),
    );
  });

  it("never part a character", () => {
    const text = "😀".repeat(100);
    for (const { start, end } of passagesOf(text, 7)) expect(text.slice(start, end)).not.toMatch(/\p{Cs}/u);
  });
});

describe("the text for eSpeak", () => {
  it("has no markup, phonemes or halves of characters in it", () => {
    expect(cleanForEspeak("a <b>c</b> [[d]] &lt; AT&T R & D “e” \ud83d \0f|g")).toBe('a  b c /b    d    lt; AT&T R & D "e"    f g');
  });

  it("has as many code points and code units as the original", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanForEspeak(text);
        expect([...clean].length).toBe([...text].length);
        expect(clean).not.toMatch(/[<>[\]{}|\p{Cc}\p{Cs}]/u);
        const offsetOf = positionsOf(clean);
        let offset = 0;
        for (const [index, point] of [...clean].entries()) {
          expect(offsetOf(index + 1)).toBe(offset);
          offset += point.length;
        }
      }),
    );
  });

  it("takes positions outside of it for its ends", () => {
    expect([-5, 0, 99].map(positionsOf("ab"))).toEqual([0, 0, 2]);
    expect([-5, 0, 99].map(positionsOf("😀b"))).toEqual([0, 0, 3]);
  });
});
