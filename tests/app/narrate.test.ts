import { afterEach, beforeEach, expect, it } from "vitest";
import { type App, createApp } from "../../src/app/index.ts";
import { fetchFeed, fetchPicture, fetchSource } from "../../src/fetch/index.ts";
import { openLibrary } from "../../src/library/index.ts";
import { type ArticleId, spokenText, voiceId } from "../../src/model/index.ts";
import { createTone } from "../../src/speak/index.ts";

const beep = voiceId("tone", "beep");
const TASTE = { verbosity: "normal", lang: "en" } as const;
let asked: number;
let speaks: readonly string[];
let app: App;
beforeEach(async () => {
  asked = 0;
  speaks = ["en-US"];
  const tone = createTone();
  app = createApp({
    fetch: {
      source: (request, signal, own) => fetchSource(request, { signal, own }),
      picture: (address, signal, own) => fetchPicture(address, { signal, own }),
      feed: (request, signal, own) => fetchFeed(request, { signal, own }),
    },
    library: await openLibrary(":memory:"),
    engines: [
      {
        ...tone,
        async voices() {
          asked += 1;
          return speaks.map((lang) => ({ id: beep, name: lang, lang, engine: "tone" }));
        },
      },
    ],
    clock: { now: () => "2026-11-22T08:00:00Z" },
    log: () => {},
  });
});
afterEach(() => app.close());

const open = async (lang: string, content: string): Promise<ArticleId> =>
  (await app.open({ kind: "content", content, url: "https://a.example/x", type: "text/markdown", lang })).article.id;
const KHMER = "# ភាសាខ្មែរ\n\nភាសាខ្មែរជាភាសាផ្លូវការរបស់ប្រទេសកម្ពុជា។\n";

it("no engine is asked for its voices where the one that is always there speaks the language", async () => {
  const article = await open("en", "# A ferry\n\nIt sailed.\n");
  await app.narrate({ article, taste: TASTE });
  expect(asked).toBe(0);
});

it("a language without a voice is told before its sentences, which are silent", async () => {
  const article = await open("km", KHMER);
  const { utterances } = await app.narrate({ article, taste: TASTE });
  expect(spokenText(utterances[0] ?? { role: "title", pieces: [], lang: "", pause: 0 })).toMatch(/^Khmer: no voice speaks it\./);
  expect(utterances.slice(1).every((utterance) => spokenText(utterance) === "")).toBe(true);
});

it("says nothing of it where a voice that was added speaks it, where one was asked to read all, and where there is none at all", async () => {
  const article = await open("km", KHMER);
  const silent = async (input: Partial<Parameters<App["narrate"]>[0]> = {}): Promise<boolean> =>
    (await app.narrate({ article, taste: TASTE, ...input })).utterances.some((utterance) => spokenText(utterance) === "");
  expect(await silent()).toBe(true);
  expect(await silent({ voice: beep, only: true })).toBe(false);
  speaks = ["en-US", "km"];
  expect(await silent()).toBe(false);
  speaks = [];
  expect(await silent()).toBe(false);
});
