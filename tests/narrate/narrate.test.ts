import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Article,
  BYLINE,
  borrowsTitle,
  KICKER,
  places,
  SAID_LANGUAGES,
  spokenText,
  TITLE,
  type Utterance,
  VERBOSITIES,
} from "../../src/model/index.ts";
import { narrate, shownText } from "../../src/narrate/index.ts";
import { article, type ShortBlock } from "./articles.ts";

const normal = { verbosity: "normal", lang: "en" } as const;

const shown = (given: Article): ReadonlyMap<string, string> =>
  new Map<string, string>([
    [KICKER, given.kicker ?? ""],
    // Words that stand in the first block are said there.
    [TITLE, borrowsTitle(given) ? "" : given.title],
    [BYLINE, given.byline ?? ""],
    ...given.blocks.map((block) => [block.id, block.text] as const),
  ]);

describe("what the page shows of an utterance", () => {
  const given = article({
    title: "Storm  over Harl ",
    blocks: [
      { kind: "paragraph", text: "It cost $5m in 2019.  “Go!” she said." },
      { kind: "heading", text: "After" },
      { kind: "figure", caption: "", alt: "" },
    ],
  });
  const texts = narrate(given, { verbosity: "full", lang: "en" }).utterances.map((utterance) => shownText(given, utterance));

  it("is the sentence as written, and nothing for our own words", () =>
    expect(texts).toEqual(["Storm  over Harl", "It cost $5m in 2019.", "“Go!” she said.", "After", ""]));
});

describe("an article of which only the beginning is free", () => {
  const paid = (beginning: boolean): Article => {
    const whole = article({ blocks: [{ kind: "paragraph", text: "The river rose." }] });
    return beginning ? { ...whole, audit: { ...whole.audit, beginning: true } } : whole;
  };
  const told = (given: Article, lang: string, verbosity: (typeof VERBOSITIES)[number]): readonly Utterance[] =>
    narrate(given, { verbosity, lang }).utterances;

  it.each(VERBOSITIES)("says so once, at its end, at %s verbosity", (verbosity) => {
    const all = told(paid(true), "en", verbosity);
    expect(all.slice(-2).map(spokenText)).toEqual([
      "The river rose.",
      "That was only the beginning: the rest needs a subscription or an account.",
    ]);
    expect(all.filter(({ role }) => role === "announcement")).toHaveLength(1);
    expect(told(paid(false), "en", verbosity)).toEqual(all.slice(0, -1));
  });

  it.each(SAID_LANGUAGES)("says so in %s, in words of that language", (lang) => {
    const last = told(paid(true), lang, "normal").at(-1);
    expect(last).toMatchObject({ role: "announcement", lang });
    expect(last && spokenText(last) === spokenText(told(paid(true), "en", "normal").at(-1) ?? last)).toBe(lang === "en");
  });
});

describe("lists in a row", () => {
  it.each([
    { ordinals: [null, null, 1, 2], lists: 2 },
    { ordinals: [1, 2, 1, 2], lists: 2 },
    { ordinals: [3, 2, 1], lists: 1 },
    { ordinals: [1, 4, 9], lists: 1 },
    { ordinals: [null, null, null], lists: 1 },
  ])("$ordinals are announced each: $lists", ({ ordinals, lists }) => {
    const blocks = ordinals.map((ordinal, n) => ({ kind: "item" as const, text: `Entry ${n} of it`, ordinal }));
    const said = narrate(article({ blocks }), { verbosity: "normal", lang: "en" }).utterances.map(spokenText);
    expect(said.filter((line) => /^List/.test(line))).toHaveLength(lists);
  });
});

describe("pauses", () => {
  const pauses = (blocks: readonly ShortBlock[]): readonly number[] =>
    narrate(article({ blocks }), normal).utterances.map((utterance) => utterance.pause);

  it("are longer after a paragraph than after a sentence, longest after the title and a break", () => {
    const [title = 0, sentence = 0, paragraph = 0, last = 0] = pauses([
      { kind: "paragraph", text: "One. Two." },
      { kind: "paragraph", text: "Three." },
      { kind: "break" },
    ]);
    expect(sentence).toBeLessThan(paragraph);
    expect(paragraph).toBeLessThan(title);
    expect(title).toBeLessThan(last);
  });

  it("are short inside a sentence that was cut", () => {
    const [, inside = 1, end = 0] = pauses([{ kind: "paragraph", text: "word, ".repeat(150).trim() }]);
    expect(inside).toBeLessThan(end / 2);
  });
});

describe("each shown word is a piece", () => {
  it("with its own place", () => {
    const given = article({ blocks: [{ kind: "paragraph", text: "On Feb. 18, 2019, $5.2 million (SDF) went." }] });
    const [, sentence] = narrate(given, normal).utterances;
    const text = given.blocks[0]?.text ?? "";
    expect(sentence?.pieces.map(({ spoken, source }) => [text.slice(source?.start, source?.end), spoken])).toEqual([
      ["On", "On "],
      ["Feb.", "February "],
      ["18,", "eighteenth, "],
      ["2019,", "twenty nineteen, "],
      ["$5.2", "five point two "],
      ["million", "million dollars, "],
      ["(SDF)", "SDF, "],
      ["went.", "went."],
    ]);
  });

  it("in scripts without spaces too", () => {
    const given = article({ lang: "ja", title: "嵐", blocks: [{ kind: "paragraph", text: "昨日は雨が降った。" }] });
    const [, sentence] = narrate(given, normal).utterances;
    expect(sentence?.pieces.length).toBeGreaterThan(2);
    expect(sentence && spokenText(sentence)).toBe("昨日は雨が降った。");
  });
});

describe("any article", () => {
  const word = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom("the", "ferry", "sank", "on", "Feb.", "18,", "2019", "U.S.-backed", "(SDF)", "“Stop!”", "said.", "He"),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ..."$5m $5.2 million 5,000 17:05 5:30 p.m. a.m. 10-12 1/2 ½ 50p 3€ No. 5 Mr. St. Jr.'s U.S. IS & + = — -- … . 😀 ☀️ * #MeToo @x a@b.co www.a.org/b 漢字。 漢「 「「漢」 สวัสดี «x» 2014–19 1990s II W/ [sic] {} <b> \ud83d \u200b 1e9 v. D-Calif. \u0301 ( ) \" 's".split(
          " ",
        ),
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme-ascii", maxLength: 8 }) },
  );
  const text = fc.array(word, { maxLength: 25 }).map((words) => words.join(" "));
  const block: fc.Arbitrary<ShortBlock> = fc.oneof(
    fc.record({
      kind: fc.constantFrom("paragraph" as const, "quote" as const, "heading" as const, "footnote" as const, "code" as const),
      text,
    }),
    fc.record({ kind: fc.constant("item" as const), text, depth: fc.nat(2), ordinal: fc.option(fc.nat(9)) }),
    fc.record({ kind: fc.constant("figure" as const), caption: text, alt: text, credit: fc.option(text) }),
    fc.record({
      kind: fc.constant("table" as const),
      rows: fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constantFrom("media" as const, "embed" as const), text, title: fc.option(text) }),
    fc.constant({ kind: "break" as const }),
  );
  const any = fc.record({
    article: fc
      .record({
        blocks: fc.array(block, { maxLength: 5 }),
        title: text,
        kicker: fc.option(text),
        byline: fc.option(text),
        lang: fc.constantFrom("en", "en-GB", "de", "ja", "x"),
      })
      .map(article),
    taste: fc.record({ verbosity: fc.constantFrom(...VERBOSITIES), lang: fc.constantFrom("en", "de") }),
  });

  const sources = (utterances: readonly Utterance[], id: string): readonly { readonly start: number; readonly end: number }[] =>
    utterances.flatMap((utterance) => utterance.pieces).flatMap(({ source }) => (source?.block === id ? [source] : []));

  it("is told whole: every character but white space is in exactly one piece, in order", () => {
    fc.assert(
      fc.property(any, ({ article: given, taste }) => {
        const { utterances } = narrate(given, taste);
        for (const [id, whole] of shown(given)) {
          let at = 0;
          for (const { start, end } of sources(utterances, id)) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            expect(whole.slice(at, start).trim()).toBe("");
            at = end;
          }
          expect(whole.slice(at).trim()).toBe("");
        }
      }),
      { numRuns: 300 },
    );
  });

  it("loses no word: what has a letter or a digit is said", () => {
    const plain = fc.array(
      fc.oneof(
        fc.constantFrom("the", "ferry,", "5,000", "$5m", "Mr.", "U.S.", "17:05", "«x»", "(SDF)"),
        fc.stringMatching(/^[a-zA-Z0-9.,'"()%$-]{1,8}$/),
      ),
      {
        minLength: 1,
        maxLength: 15,
      },
    );
    fc.assert(
      fc.property(plain, fc.constantFrom("en", "de"), (words, lang) => {
        const given = article({ lang, blocks: [{ kind: "paragraph", text: words.join(" ") }] });
        for (const { pieces } of narrate(given, normal).utterances)
          for (const { spoken, source } of pieces) {
            const written = source && shown(given).get(source.block)?.slice(source.start, source.end);
            if (written && /[a-z0-9]/i.test(written)) expect(spoken.trim(), written).not.toBe("");
          }
      }),
      { numRuns: 300 },
    );
  });

  it("is told the same again, in plain text, one sentence of one block at a time", () => {
    fc.assert(
      fc.property(any, ({ article: given, taste }) => {
        const script = narrate(given, taste);
        expect(narrate(given, taste)).toEqual(script);
        for (const utterance of script.utterances) {
          expect(spokenText(utterance)).not.toMatch(/[<>[\]{}|]/);
          expect(places(utterance).length).toBeLessThanOrEqual(1);
          expect(utterance.pieces.length).toBeGreaterThan(0);
          expect(shown(given).get(places(utterance)[0]?.block ?? "") ?? "").toContain(shownText(given, utterance));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("a very long text", () => {
  it.each([
    ["without a space", "a".repeat(1_000_000)],
    ["without a full stop", "word ".repeat(200_000)],
    ["of signs", "—".repeat(300_000)],
    ["of one script without spaces", "漢字".repeat(100_000)],
  ])("%s is cut into breaths", (_name, text) => {
    const given = article({ blocks: [{ kind: "paragraph", text }] });
    const { utterances } = narrate(given, normal);
    expect(utterances.length).toBeGreaterThan(100);
    expect(Math.max(...utterances.map((utterance) => shownText(given, utterance).length))).toBeLessThanOrEqual(600);
  });
});
