import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type App, createApp } from "../../src/app/index.ts";
import { fetchFeed, fetchPicture, fetchSource } from "../../src/fetch/index.ts";
import { openLibrary } from "../../src/library/index.ts";
import { type Article, blockId, Failure, type LexiconEntry, spokenText, TITLE, voiceId } from "../../src/model/index.ts";
import { createTone } from "../../src/speak/index.ts";

const STORY = `# The ferry sails again

Ada Quill of the Orla Coast Guard (OCG) met Xi on Monday. The OCG said so, and Quill went on to Harl.
`;

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

let app: App;
let article: Article;
beforeEach(async () => {
  app = createApp({
    fetch: {
      source: (request, signal, own) => fetchSource(request, { signal, own }),
      picture: (address, signal, own) => fetchPicture(address, { signal, own }),
      feed: (request, signal, own) => fetchFeed(request, { signal, own }),
    },
    library: await openLibrary(":memory:"),
    engines: [createTone()],
    clock: { now: () => "2026-11-22T08:00:00Z" },
    log: () => {},
  });
  const request = { kind: "content", content: STORY, url: "https://news.a.example/ferry", type: "text/markdown", lang: "en" } as const;
  article = (await app.open(request)).article;
});
afterEach(() => app.close());

const taste = { verbosity: "brief", lang: "en" } as const;
const said = async (voice: LexiconEntry["voice"] = null): Promise<string> =>
  (await app.narrate({ article: article.id, taste, voice })).utterances.map(spokenText).join(" ");

describe("an article", () => {
  it("is said with the starter pack, and without it", async () => {
    expect(await said()).toContain("met Shee on");
    await app.changeSettings({ starterPack: false });
    expect(await said()).toContain("met Xi on");
  });

  it("is said with the listener's own entries before the starter pack's", async () => {
    await app.changeLexicon({ kind: "keep", entries: [entry("Xi", "She"), entry("Harl", "Hall", { site: "a.example" })] });
    expect(await said()).toMatch(/met She on .* to Hall\.$/);
  });

  it("is said with a voice's entries only when that voice reads", async () => {
    const beep = voiceId("tone", "beep");
    await app.changeLexicon({ kind: "keep", entries: [entry("Harl", "Hall", { voice: beep })] });
    expect(await said()).toContain("to Harl");
    expect(await said(beep)).toContain("to Hall");
  });
});

describe("an entry", () => {
  it("is tried before it is kept", async () => {
    const words = { text: "Xi in Harl", lang: "en", article: article.id, voice: null };
    expect(await app.rehearse({ ...words, entry: entry("Harl", "Hall") })).toEqual({ before: "Shee in Harl", after: "Shee in Hall" });
    expect(await app.lexicon({})).toEqual([]);
    expect(await app.rehearse({ ...words, entry: null })).toEqual({ before: "Shee in Harl", after: "Shee in Harl" });
  });

  it.each([
    ["nothing to look for", entry(" ", "x")],
    ["a broken expression", entry("(a", "x", { match: "expression" })],
    ["no language", entry("a", "x", { lang: "zz-!!" })],
  ])("with %s is refused", async (_name, one) => {
    await expect(app.changeLexicon({ kind: "keep", entries: [entry("good", "x"), one] })).rejects.toBeInstanceOf(Failure);
    expect(await app.lexicon({})).toEqual([]);
  });
});

describe("a file", () => {
  it("is taken by its content, and what can't be used is named by its line", async () => {
    expect(await app.importLexicon({ text: "written,spoken,match\nHarl,Hall,\n(,x,expression\nXi,She,\n", format: null })).toEqual({
      kept: 2,
      ignored: 1,
      problems: [{ line: 3, message: expect.stringContaining("(") }],
    });
    expect((await app.lexicon({})).map((kept) => kept.entry.written)).toEqual(["Harl", "Xi"]);
  });

  it.each(["pls", "csv"] as const)("of %s gives back what it was made of", async (format) => {
    const entries = [entry("Harl", 'Ha "ll", <x>', { lang: "en", ignoreCase: true }), entry("a.c", "", { match: "expression" })];
    await app.changeLexicon({ kind: "keep", entries });
    const text = await app.exportLexicon({ format });
    await app.changeLexicon({ kind: "remove", ids: (await app.lexicon({})).map(({ id }) => id) });
    expect(await app.importLexicon({ text, format: null })).toEqual({ kept: 2, ignored: 0, problems: [] });
    expect((await app.lexicon({})).map((kept) => kept.entry)).toEqual(entries);
  });
});

describe("words", () => {
  const text = "Ada Quill of the Orla Coast Guard (OCG) met Xi on Monday. The OCG said so, and Quill went on to Harl.";
  const at = (word: string): { article: Article["id"]; place: { block: ReturnType<typeof blockId>; offset: number } } => ({
    article: article.id,
    place: { block: blockId(0), offset: text.lastIndexOf(word) },
  });
  it("are explained from the article itself, also when a few more were heard since", async () => {
    expect(article.blocks[0]?.text).toBe(text);
    expect(await app.explain(at("OCG"))).toMatchObject({
      short: "OCG",
      long: "Orla Coast Guard",
      spoken: "OCG: Orla Coast Guard.",
      lang: "en",
    });
    expect(await app.explain(at("said"))).toMatchObject({ short: "OCG" });
    expect(await app.explain(at("Harl"))).toMatchObject({ short: "Quill", long: "Ada Quill" });
    // Before the first of them: the next one in the sentence.
    expect(await app.explain({ article: article.id, place: { block: blockId(0), offset: 0 } })).toMatchObject({ short: "OCG" });
    expect(await app.explain({ article: article.id, place: { block: TITLE, offset: 0 } })).toBeNull();
  });

  it("are said word by word and letter by letter", async () => {
    expect(await app.spell({ text: "At 5 p.m. “Ada” left.", lang: "en", by: "word" })).toBe("At. five. PM. Ada. left.");
    expect(await app.spell({ text: "Ada 2", lang: "en", by: "letter" })).toBe("capital A, d, a, space, two");
  });
});
