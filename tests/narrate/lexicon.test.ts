import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Failure, LEXICON_MATCHES, type LexiconEntry, spokenText, type VoiceId } from "../../src/model/index.ts";
import {
  checkEntry,
  narrate,
  readCsv,
  readLexicon,
  readPls,
  STARTER_PACK,
  shownText,
  writeCsv,
  writePls,
} from "../../src/narrate/index.ts";
import { article, type ShortArticle } from "./articles.ts";

const taste = { verbosity: "normal", lang: "en" } as const;
const entry = (written: string, spoken: string, more: Partial<LexiconEntry> = {}): LexiconEntry => ({
  written,
  spoken,
  match: "word",
  lang: null,
  site: null,
  voice: null,
  ignoreCase: false,
  ...more,
});

/** What a voice gets for one paragraph under a lexicon. */
function said(text: string, lexicon: readonly LexiconEntry[], more: Partial<ShortArticle> = {}, voice: VoiceId | null = null): string {
  const given = article({ blocks: [{ kind: "paragraph", text }], ...more });
  return narrate(given, taste, lexicon, voice).utterances.slice(1).map(spokenText).join(" ");
}

describe("a lexicon", () => {
  it.each<[string, string, LexiconEntry, string]>([
    ["a word", "The Orla sank. Orlas float.", entry("Orla", "Or la"), "The Or la sank. Orlas float."],
    ["a word with its possessive", "Orla's deck", entry("Orla", "Or la"), "Or la's deck"],
    ["a word with its marks", "(Orla), “Orla!”", entry("Orla", "Or la"), "Or la, Or la!"],
    ["several words", "Port  Harl is shut", entry("Port Harl", "Portal"), "Port Harl is shut"],
    ["several words with any space", "Port\u00a0Harl is shut", entry("Port Harl", "Portal"), "Portal is shut"],
    ["only the written case", "ORLA and Orla", entry("Orla", "Or la"), "O.R.L.A and Or la"],
    ["any case", "ORLA and orla", entry("Orla", "Or la", { ignoreCase: true }), "Or la and Or la"],
    ["anywhere", "Orlaland", entry("Orla", "Orla ", { match: "anywhere" }), "Orlaland"],
    ["what a rule would say", "It cost $5m in Feb. 2019.", entry("$5m", "little"), "It cost little in February twenty nineteen."],
    ["a part of what a rule would say", "On Feb. 18, 2019.", entry("18", "the day"), "On February the day, twenty nineteen."],
    ["an expression", "rooms B12 and B7", entry("B(\\d+)", "bee", { match: "expression" }), "rooms bee and bee"],
    ["the start of a sentence", "Update: it sank.", entry("^Update:", "", { match: "expression" }), "it sank."],
    ["skipping", "see https://www.example.org today", entry("https://www.", "", { match: "skip" }), "see example dot org today"],
    ["a script without spaces", "东京很大。", entry("东京", "Tokyo"), "Tokyo很大。"],
    ["nothing that is broken", "Orla sank.", entry("(Orla", "", { match: "expression" }), "Orla sank."],
  ])("says %s", (_name, text, one, spoken) => expect(said(text, [one])).toBe(spoken));

  it("prefers the earlier entry, among words the longest", () => {
    expect(said("Orla Harl", [entry("Orla", "one"), entry("Orla", "two")])).toBe("one Harl");
    expect(said("Orla Harl", [entry("Orla", "one"), entry("Orla Harl", "two")])).toBe("two");
    expect(said("Orla", [entry("O.*", "first", { match: "expression" }), entry("Orla", "second")])).toBe("first");
  });

  it("keeps to its language, site and voice", () => {
    const english = [entry("Orla", "Or la", { lang: "en" })];
    expect(said("Orla", english, { lang: "en-GB" })).toBe("Or la");
    expect(said("Orla", english, { lang: "de" })).toBe("Orla");
    const here = [entry("Orla", "Or la", { site: "example.org" })];
    expect(said("Orla", here, { address: "https://news.example.org/1" })).toBe("Or la");
    expect(said("Orla", here, { address: "https://badexample.org/1" })).toBe("Orla");
    const voiced = [entry("Orla", "Or la", { voice: "tone:one" as VoiceId })];
    expect(said("Orla", voiced, {}, "tone:one" as VoiceId)).toBe("Or la");
    expect(said("Orla", voiced)).toBe("Orla");
  });

  it("holds for a language whatever its region, the very region first", () => {
    const american = entry("Orla", "Or la", { lang: "en-US" });
    for (const lang of ["en", "en-US", "en-GB", "EN_us"]) expect(said("Orla", [american], { lang })).toBe("Or la");
    expect(said("Orla", [american], { lang: "enm" })).toBe("Orla");
    const both = [american, entry("Orla", "Aw la", { lang: "en-GB" })];
    expect(said("Orla", both, { lang: "en-GB" })).toBe("Aw la");
    expect(said("Orla", both, { lang: "en-US" })).toBe("Or la");
    expect(said("Orla", both, { lang: "en" })).toBe("Or la");
    expect(said("Orla", [american, entry("Orla", "any")], { lang: "en-GB" })).toBe("any");
    // One's own goes before what comes with Lectern, even from another region.
    expect(said("Xi", [entry("Xi", "Sigh", { lang: "en-US" }), ...STARTER_PACK], { lang: "en-GB" })).toBe("Sigh");
  });

  it("keeps each word's place", () => {
    const text = "The Orla, www.orla.org, sank.";
    const given = article({ blocks: [{ kind: "paragraph", text }] });
    const [, sentence] = narrate(given, taste, [entry("Orla", "Or la"), entry("www.", "", { match: "skip" })]).utterances;
    expect(sentence?.pieces.map(({ spoken, source }) => [text.slice(source?.start, source?.end), spoken])).toEqual([
      ["The", "The "],
      ["Orla,", "Or la, "],
      ["www.", ""],
      ["orla.org,", "orla dot org, "],
      ["sank.", "sank."],
    ]);
  });

  it("applies to titles, captions and tables too", () => {
    const given = article({
      title: "Orla",
      blocks: [
        { kind: "figure", caption: "", alt: "The Orla" },
        { kind: "table", rows: [["Orla"], ["Orla"]] },
      ],
    });
    expect(
      narrate(given, { ...taste, verbosity: "brief" }, [entry("Orla", "boat")])
        .utterances.map(spokenText)
        .join(" "),
    ).toBe("boat Photo. The boat boat. boat.");
  });
});

describe("any lexicon on any text", () => {
  const bit = fc.constantFrom(
    "Orla",
    "orla",
    " ",
    "'s",
    "(",
    "https://",
    "www.",
    "$5m",
    "Feb. 18,",
    "\u00a0",
    "漢字",
    "İ",
    "ß",
    "😀",
    "\ud83d",
    ".",
    "a",
  );
  const text = fc.array(bit, { maxLength: 30 }).map((bits) => bits.join(""));
  const any = fc.record({
    written: fc.oneof(text, bit),
    spoken: fc.constantFrom("", "boat", "two words"),
    match: fc.constantFrom(...LEXICON_MATCHES),
    lang: fc.constantFrom(null, "en", "de"),
    site: fc.constant(null),
    voice: fc.constant(null),
    ignoreCase: fc.boolean(),
  });

  it("keeps every character in exactly one piece, in order", () => {
    fc.assert(
      fc.property(text, fc.array(any, { maxLength: 6 }), (given, lexicon) => {
        const whole = article({ blocks: [{ kind: "paragraph", text: given }] });
        let at = 0;
        for (const utterance of narrate(whole, taste, lexicon).utterances)
          for (const { source } of utterance.pieces) {
            if (source?.block !== "b0") continue;
            expect(given.slice(at, source.start).trim()).toBe("");
            expect(source.end).toBeGreaterThan(source.start);
            at = source.end;
          }
        expect(given.slice(at).trim()).toBe("");
        expect(
          shownText(whole, narrate(whole, taste, lexicon).utterances.at(-1) ?? { role: "title", pieces: [], lang: "en", pause: 0 }),
        ).toBeTypeOf("string");
      }),
      { numRuns: 200 },
    );
  });

  it.each(["(a+)+$", "(a|a)*b", "(a|aa)+$", "([a-z]+)*!", "(.*)*x", "(a*)*b"])("%s can't hang", (written) => {
    // A matcher that tracks back would take longer than the sun has.
    expect(said(`${"a".repeat(100_000)} c`, [entry(written, "boom", { match: "expression" })])).not.toBe("");
  });

  it("refuses what can't be used, with a reason", () => {
    expect(() => checkEntry(entry("(a", "x", { match: "expression" }))).toThrow(Failure);
    expect(() => checkEntry(entry("(?=a)", "x", { match: "expression" }))).toThrow(Failure);
    expect(() => checkEntry(entry("((a{500}){500}){500}", "x", { match: "expression" }))).toThrow(Failure);
    expect(() => checkEntry(entry(" ", "x"))).toThrow(Failure);
    expect(() => checkEntry(entry("a".repeat(1000), "x"))).toThrow(Failure);
    expect(() => checkEntry(entry("a", "x"))).not.toThrow();
  });
});

describe("the starter pack", () => {
  it("holds entries that can be used", () => {
    for (const one of STARTER_PACK) expect(() => checkEntry(one)).not.toThrow();
  });
  it("says names, and leaves schemes out", () =>
    expect(said("Xi met Erdogan; see https://www.example.org.", STARTER_PACK)).toBe("Shee met Airdowan; see example dot org."));
});

describe("files of lexicons", () => {
  const field = fc
    .string({ unit: "binary", minLength: 1, maxLength: 12 })
    .filter((text) => !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text) && text.trim() === text);
  const entries = fc.array(
    fc.record({
      written: field,
      spoken: fc.oneof(field, fc.constantFrom('a "b", c', "", "=1+1", "'=1+1", "''-x", "'tis", "@x", "<b>&amp;")),
      match: fc.constantFrom("word" as const, "anywhere" as const, "skip" as const),
      lang: fc.constantFrom(null, "en", "pt-BR"),
      site: fc.constantFrom(null, "example.org"),
      voice: fc.constantFrom(null, "tone:one" as VoiceId),
      ignoreCase: fc.boolean(),
    }),
    { maxLength: 5 },
  );
  it("are read as they were written", () => {
    fc.assert(
      fc.property(entries, (given) => {
        expect(readPls(writePls(given))).toEqual({ entries: given, ignored: 0, problems: [] });
        expect(readCsv(writeCsv(given))).toEqual({ entries: given, ignored: 0, problems: [] });
      }),
    );
  });

  it("are PLS of other makers too", () => {
    const file = `\uFEFF<?xml version="1.0"?>
<!-- made by hand -->
<p:lexicon version="1.0" xmlns:p="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en-GB">
  <p:meta name="author" content="x &gt; y"/>
  <p:lexeme><p:grapheme>Orla</p:grapheme><p:grapheme>ORLA</p:grapheme><p:alias>Or <![CDATA[<la>]]></p:alias><p:alias>other</p:alias></p:lexeme>
  <p:lexeme role="x"><p:grapheme>Harl</p:grapheme><p:phoneme>hɑːl</p:phoneme></p:lexeme>
</p:lexicon>`;
    expect(readPls(file)).toEqual({
      entries: [entry("Orla", "Or <la>", { lang: "en-GB" }), entry("ORLA", "Or <la>", { lang: "en-GB" })],
      ignored: 1,
      problems: [{ line: 6, message: expect.stringContaining("Harl") }],
    });
  });

  it.each([
    ["nothing", ""],
    ["a web page", "<html><body>no</body></html>"],
    ["a document type", '<!DOCTYPE lexicon [<!ENTITY a "b">]><lexicon/>'],
    ["an entity", '<lexicon xmlns="http://www.w3.org/2005/01/pronunciation-lexicon">&a;</lexicon>'],
    ["a torn end", '<lexicon xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"><lexeme>'],
    ["crossed tags", '<lexicon xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"><a><b></a></b></lexicon>'],
    ["a deep nest", `<lexicon xmlns="http://www.w3.org/2005/01/pronunciation-lexicon">${"<a>".repeat(50)}${"</a>".repeat(50)}</lexicon>`],
    ["an open comment", "<!-- "],
  ])("refuse %s", (_name, text) => expect(() => readPls(text)).toThrow(Failure));

  it("read a megabyte of nonsense at once or refuse it", () => {
    for (const text of ["<a ".repeat(300_000), "&amp;".repeat(200_000), '<a b="'.repeat(150_000), "<!--".repeat(250_000)])
      expect(() => readPls(text)).toThrow(Failure);
    expect(() => readCsv(`a"${"b".repeat(1_000_000)}`)).toThrow(Failure);
    expect(readCsv('"'.repeat(1_000_000)).entries).toEqual([]);
  });

  it("never make silence of a row that does not ask for it", () => {
    for (const text of ["hi", "Kyiv\nLviv", "Kyiv,\nLviv,", "Kyiv;\nLviv; "]) {
      const { entries, ignored, problems } = readLexicon(text);
      expect(entries).toEqual([]);
      expect(ignored).toBe(problems.length);
      expect(problems[0]).toEqual({ line: 1, message: expect.stringMatching(/second column.*skip/) });
    }
    expect(readLexicon("written,spoken,match\nAdvert,,skip\nLviv,,word\nKyiv,,").entries).toEqual([
      entry("Advert", "", { match: "skip" }),
      entry("Lviv", ""),
    ]);
    const alias = (inner: string): string =>
      `<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" xml:lang="en"><lexeme><grapheme>Kyiv</grapheme>${inner}</lexeme></lexicon>`;
    expect(readLexicon(alias("<alias> </alias>"))).toMatchObject({ entries: [], ignored: 1 });
    expect(readLexicon(alias("<alias>Keev</alias>"), "pls").entries).toHaveLength(1);
  });

  it.each([
    ["commas", "Kyiv,Keev\nLviv,Luh veev"],
    ["semicolons", "Kyiv;Keev\nLviv;Luh veev"],
    ["semicolons beside commas", "Kyiv;Keev\nLviv;Luh veev\nBonn, Ulm;Bonn and Ulm"],
    ["tabs", "Kyiv\tKeev\r\nLviv\tLuh veev"],
    ["quoted semicolons", '"Kyiv";"Keev"\n"Lviv";"Luh veev"'],
    ["names of columns", "written;spoken\nKyiv;Keev\nLviv;Luh veev"],
  ])("part columns by %s", (_name, text) => {
    expect(readLexicon(text).entries.slice(0, 2)).toEqual([entry("Kyiv", "Keev"), entry("Lviv", "Luh veev")]);
  });

  it("are not read out of bytes that are no text", () => {
    expect(() => readLexicon("\u0000\u0013,\uFFFD")).toThrow(/no list of words/);
    expect(() => readLexicon("Kyiv,Keev", "pls")).toThrow(/no PLS file/);
  });

  it("are no formulas in a spreadsheet", () => {
    const written = writeCsv([entry("=1+1", "@SUM(A1)"), entry("+3", "-3"), entry("'-3", "x")]);
    expect(written).not.toMatch(/(?:^|,)"?[=+@-]/m);
    expect(readCsv(written).entries.map(({ written: one }) => one)).toEqual(["=1+1", "+3", "'-3"]);
  });

  it("are CSV with rows in any order, or just two columns", () => {
    expect(readCsv('spoken,Written,lang\r\n"Or, la",Orla,en\r\n\r\n').entries).toEqual([entry("Orla", "Or, la", { lang: "en" })]);
    expect(readCsv('Orla,"Or ""la"""\nHarl,Hall').entries).toEqual([entry("Orla", 'Or "la"'), entry("Harl", "Hall")]);
    expect(readCsv("Orla,x,nonsense").ignored).toBe(1);
    expect(readCsv('a,b\n"c\nd",e\n,x\n(,y,expression').problems).toEqual([
      { line: 4, message: "There is nothing to look for." },
      { line: 5, message: expect.stringContaining("expression") },
    ]);
    expect(() => readCsv('a,"b')).toThrow(Failure);
  });
});
