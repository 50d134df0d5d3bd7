import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type App, createApp, record } from "../../src/app/index.ts";
import { helpAddress, WELCOME_ADDRESS } from "../../src/contract/index.ts";
import { fetchFeed, fetchPicture, fetchSource } from "../../src/fetch/index.ts";
import { openLibrary } from "../../src/library/index.ts";
import { blockId, type SourceRequest, voiceId } from "../../src/model/index.ts";
import { createTone } from "../../src/speak/index.ts";
import { helpIn, speakLanguage } from "../../src/words/index.ts";
import { epub } from "../documents/epub.ts";
import { DOT } from "../documents/zip.ts";

const STORY = `# The ferry sails again

The ferry left at noon. It carried nine people.

## At sea

The wind was kind. "We saw seals," the captain said.
`;

const asked = (content: string): SourceRequest => ({
  kind: "content",
  content,
  url: "https://a.example/ferry",
  type: "text/markdown",
  lang: "en",
});

let folder: string;
let app: App;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-app-"));
  let second = 0;
  app = createApp({
    fetch: {
      source: (request, signal, own) => fetchSource(request, { signal, own }),
      picture: (address, signal, own) => fetchPicture(address, { signal, own }),
      feed: (request, signal, own) => fetchFeed(request, { signal, own }),
    },
    library: await openLibrary(join(folder, "library.sqlite")),
    engines: [createTone()],
    clock: { now: () => new Date(Date.UTC(2026, 10, 22, 8, 0, second++)).toISOString() },
    log: () => {},
  });
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
  await speakLanguage("en");
});

describe("the app", () => {
  it("opens, keeps and recalls an article, and its place", async () => {
    const { article, place } = await app.open(asked(STORY));
    expect(article.title).toBe("The ferry sails again");
    expect(place).toBeNull();
    await app.keepPlace({ article: article.id, place: { block: blockId(1), offset: 0 } });
    expect(await app.recall({ article: article.id })).toMatchObject({ article, place: { block: "b1", offset: 0 } });
    expect((await app.articles({ limit: 5 })).map(({ title }) => title)).toEqual([article.title]);
  });

  it("has a first article of its own", async () => {
    const { article } = await app.open({ kind: "address", address: WELCOME_ADDRESS, url: null, type: null, lang: null });
    expect(article.title).toBe("Welcome to Lectern");
    expect(article.blocks.filter(({ kind }) => kind === "heading").length).toBeGreaterThan(3);
    expect(article.audit.left).toEqual([]);
  });

  it("has a help in the language of the window, and today's language also of what was kept in another", async () => {
    const address = helpAddress("voices", false);
    const { article } = await app.open({ kind: "address", address, url: null, type: null, lang: "ar" });
    expect(article).toMatchObject({ lang: "ar", dir: "rtl", title: (await helpIn("ar")).voices.split("\n")[0]?.slice(2) });
    await app.keepPlace({ article: article.id, place: { block: blockId(2), offset: 3 } });
    await app.changeSettings({ language: "de" });
    const again = await app.recall({ article: article.id });
    expect(again.article).toMatchObject({ id: article.id, lang: "de", dir: "ltr", title: "Stimmen" });
    // Another language is no news.
    expect(again).toMatchObject({ place: { block: "b2" }, changes: null });
  });

  it("says what is not there", async () => {
    const { article } = await app.open(asked(STORY));
    await expect(app.recall({ article: "a0000000000000000" as typeof article.id })).rejects.toMatchObject({ code: "not-found" });
    await expect(app.picture({ article: article.id, block: blockId(0) })).rejects.toMatchObject({ code: "not-found" });
    await expect(app.open(asked(" \n "))).rejects.toMatchObject({ code: "not-an-article" });
  });

  it("tells once that a damaged library was set aside", async () => {
    const path = join(folder, "damaged.sqlite");
    await writeFile(path, "no library ".repeat(1000));
    const library = await openLibrary(path);
    const damaged = createApp({
      fetch: { source: (request) => fetchSource(request), picture: (address) => fetchPicture(address), feed: (one) => fetchFeed(one) },
      library,
      engines: [createTone()],
      clock: { now: () => "2026-11-22T08:00:00Z" },
      log: () => {},
    });
    expect(await damaged.notices({})).toEqual([{ kind: "library-set-aside", file: expect.stringContaining("damaged.sqlite.damaged-") }]);
    expect(await damaged.notices({})).toEqual([]);
    await damaged.close();
  });

  it("speaks through the engine of the voice", async () => {
    const [voice] = (await app.voices({})).voices;
    expect(voice?.engine).toBe("tone");
    let seconds = 0;
    for await (const chunk of app.speak({ text: "Nine people sailed.", voice: voice?.id ?? voiceId("tone", "tone"), rate: 1, pitch: 1 }))
      seconds += chunk.samples.length / chunk.sampleRate;
    expect(seconds).toBeGreaterThan(0.3);
  });
});

describe("a recording", () => {
  const recording = async (name: string) => {
    const { article } = await app.open(asked(STORY));
    const script = await app.narrate({ article: article.id, taste: { verbosity: "normal", lang: "en" } });
    const voice = (await app.voices({})).voices[0]?.id ?? voiceId("tone", "tone");
    return {
      article,
      script,
      speaker: app.speaker,
      voiceFor: () => voice,
      rate: 1,
      pitch: 1,
      out: join(folder, name),
      marks: join(folder, `${name}.jsonl`),
      force: true,
    };
  };

  it("has a mark for every word of the article, in order and inside the sound", async () => {
    const what = await recording("ferry.wav");
    const { seconds } = await record(what, new AbortController().signal);
    const wav = await readFile(what.out);
    expect(wav.length).toBe(44 + wav.readUInt32LE(40));
    expect(wav.readUInt32LE(40) / 2 / wav.readUInt32LE(24)).toBeCloseTo(seconds, 6);
    const words = (await readFile(what.marks, "utf8"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const shown = words.filter(({ source }) => /^b\d/.test(source?.block ?? "")).map(({ text }) => text);
    expect(shown.join(" ")).toBe(what.article.blocks.map(({ text }) => text).join(" "));
    let time = 0;
    for (const word of words) {
      expect(word.start).toBeGreaterThanOrEqual(time - 1e-6);
      expect(word.end).toBeGreaterThan(word.start);
      time = word.end;
    }
    expect(time).toBeLessThanOrEqual(seconds);
  });

  it("leaves nothing behind when it is cancelled, and keeps the file that was there", async () => {
    const what = await recording("ferry.wav");
    await record(what, new AbortController().signal);
    const before = await readFile(what.out);
    const controller = new AbortController();
    const again = record({ ...what, onProgress: (done) => done === 2 && controller.abort(new Error("enough")) }, controller.signal);
    await expect(again).rejects.toThrow("enough");
    expect(await readFile(what.out)).toEqual(before);
    expect((await readdir(folder)).filter((name) => name.includes(".part"))).toEqual([]);
  });

  it("never replaces the article, the marks or what is no file", async () => {
    const what = await recording("ferry.wav");
    const story = join(folder, "story.md");
    await writeFile(story, STORY);
    const { article } = await app.open({ kind: "address", address: story, typed: true, url: null, type: null, lang: null });
    await symlink(story, join(folder, "link.wav"));
    const { signal } = new AbortController();
    for (const out of [story, join(folder, "link.wav"), folder, "/dev/null"])
      await expect(record({ ...what, article, out }, signal)).rejects.toMatchObject({ code: "bad-input" });
    await expect(record({ ...what, marks: what.out }, signal)).rejects.toMatchObject({ code: "bad-input" });
    expect(await readFile(story, "utf8")).toBe(STORY);
  });

  it("has the pitch that was asked for, as long as it is", async () => {
    const what = await recording("ferry.wav");
    const { signal } = new AbortController();
    await record(what, signal);
    const plain = await readFile(what.out);
    await record({ ...what, pitch: 1.35 }, signal);
    const higher = await readFile(what.out);
    expect(higher.length).toBe(plain.length);
    expect(higher.equals(plain)).toBe(false);
    await expect(record({ ...what, pitch: 100 }, signal)).resolves.toMatchObject({ seconds: expect.any(Number) });
  });

  it("says that it can't be written", async () => {
    const what = await recording("no/such/folder.wav");
    await expect(record(what, new AbortController().signal)).rejects.toMatchObject({ code: "storage" });
  });
});

describe("a book", () => {
  const body = '<h2>Dusk</h2><p>The lamps were lit.</p><img src="../pictures/a%20dot.png" alt="A lamp"/>';
  const book = (more = ""): SourceRequest => ({
    kind: "content",
    content: epub({ chapters: [{ name: "a.xhtml", body: body + more }] }),
    url: "https://a.example/book.epub",
    type: null,
    lang: null,
  });

  it("keeps its pictures, and shows them when it is recalled", async () => {
    const { article } = await app.open(book());
    const figure = article.blocks.find(({ kind }) => kind === "figure");
    expect(await app.picture({ article: article.id, block: figure?.id ?? blockId(0) })).toEqual({ bytes: DOT, mediaType: "image/png" });
    await app.recall({ article: article.id });
    await app.open(book("<p>And put out.</p>"));
    expect((await app.picture({ article: article.id, block: figure?.id ?? blockId(0) })).bytes).toEqual(DOT);
    await app.open({ ...book(), kind: "content", content: "# Another text\n\nIt rained.", type: "text/markdown" });
    await expect(app.picture({ article: article.id, block: figure?.id ?? blockId(0) })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("an article that changed", () => {
  const LATER = STORY.replace("nine people", "ten people").concat("\nIt was back before dark.\n");

  it("tells what is new since it was opened last, also when it is recalled, until it is fetched once more", async () => {
    const first = await app.open(asked(STORY));
    expect(first.changes).toBeNull();
    expect((await app.open(asked(STORY))).changes).toBeNull();
    const { article, changes } = await app.open(asked(LATER));
    const said = (id: string): string | undefined => article.blocks.find((block) => block.id === id)?.text;
    expect(changes?.changes.map(({ block, kind }) => `${kind}: ${said(block)}`)).toEqual([
      "changed: The ferry left at noon. It carried ten people.",
      "new: It was back before dark.",
    ]);
    expect((await app.recall({ article: article.id })).changes).toEqual(changes);
    expect((await app.open(asked(LATER))).changes).toBeNull();
  });

  it("minds nothing that the listener left out or put back", async () => {
    const { article } = await app.open(asked(STORY));
    await app.choose({ article: article.id, text: article.blocks[0]?.id ?? "", stands: false });
    expect((await app.open(asked(STORY))).changes).toBeNull();
  });
});
