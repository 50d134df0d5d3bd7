import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createIdle } from "../../src/app/idle.ts";
import { type App, createApp } from "../../src/app/index.ts";
import { SPARE } from "../../src/app/keep-ready.ts";
import { mannerNow, speakAhead } from "../../src/app/speak-ahead.ts";
import { createSpeechAhead } from "../../src/app/speech-ahead.ts";
import { fetchPicture, fetchSource } from "../../src/fetch/index.ts";
import { type Library, openLibrary } from "../../src/library/index.ts";
import { type Article, Failure, type SpeechChunk, type SpeechEngine, type SpeechRequest, type VoiceId } from "../../src/model/index.ts";
import { mannerOf, requestAt } from "../../src/play/index.ts";
import { createTone } from "../../src/speak/index.ts";
import { articleOf } from "../library/article.ts";
import { newItem } from "../library/item.ts";

const BEEP = "tone:beep" as VoiceId;
const NOW = "2026-11-28T08:00:00.000Z";
const PLENTY = 1_000_000_000;

let folder: string;
let library: Library;
let app: App;
/** What the slow voice was asked for. */
let asked: string[];
let free: () => number;
/** Is waited for before it says anything. */
let before: (signal: AbortSignal) => Promise<void>;
let articles: readonly Article[];

/** Beeps that somebody must wait for. */
function slowTone(): SpeechEngine {
  const tone = createTone();
  return {
    ...tone,
    slow: true,
    async *synthesize(request, signal) {
      asked.push(request.text);
      await before(signal);
      yield* tone.synthesize(request, signal);
    },
  };
}
async function open(): Promise<void> {
  library = await openLibrary(join(folder, "library.sqlite"));
  app = createApp({
    fetch: {
      source: (request, signal, own) => fetchSource(request, { signal, own }),
      picture: (address, signal, own) => fetchPicture(address, { signal, own }),
      feed: () => Promise.reject(new Failure("offline", "There is no feed here.")),
    },
    library,
    engines: [slowTone()],
    speechAhead: join(folder, "speech-ahead"),
    free: async () => free(),
    clock: { now: () => NOW },
    log: () => {},
  });
}
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "lectern-ahead-"));
  asked = [];
  free = () => Number.MAX_SAFE_INTEGER;
  before = async () => {};
  await open();
  const { id } = library.feeds.add({ address: "https://a.example/f", title: "News", site: null, folder: [], added: NOW });
  const items = library.items.keep(
    id,
    [1, 2].map((n) => newItem(`${n}`, `Story ${n}`, { published: `2026-11-27T0${9 - n}:00:00.000Z` })),
    NOW,
  );
  articles = items.map((item, n) => {
    const article = articleOf(`https://a.example/${n}`, [
      `The ferry ${n} returned on Monday.`,
      `Its captain ${n} spoke in the wheelhouse.`,
    ]);
    library.keepArticle(article, null);
    library.items.setArticle(item, article.id, 12);
    return article;
  });
  library.feeds.change(id, { ready: true });
  await app.changeSettings({ voice: BEEP });
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = async (): Promise<void> => {
  for await (const _ of app.getReady({}));
};
/** What a player asks for to read an article. */
async function played(article: Article, rate: number): Promise<readonly SpeechRequest[]> {
  const settings = await app.settings({});
  const script = await app.narrate({ article: article.id, taste: { verbosity: settings.verbosity, lang: "en" }, voice: BEEP });
  const manner = mannerOf(
    settings,
    () => null,
    () => null,
  );
  return script.utterances.flatMap(
    (_, utterance) => requestAt(script, { utterance, offset: 0, time: 0 }, { manner, voiceFor: () => BEEP, rate }) ?? [],
  );
}
async function heard(request: SpeechRequest, speak = app.speak): Promise<SpeechChunk> {
  const chunks: SpeechChunk[] = [];
  for await (const chunk of speak(request, new AbortController().signal)) chunks.push(chunk);
  return {
    samples: Float32Array.from(chunks.flatMap(({ samples }) => [...samples])),
    sampleRate: chunks[0]?.sampleRate ?? 0,
    marks: chunks.flatMap(({ marks }) => marks),
  };
}
const kept = (): number =>
  readdirSync(join(folder, "speech-ahead"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".speech")).length;

describe("the sound of a slow voice", () => {
  it("is made ahead once, is what a player hears, at any rate, and outlasts a restart", async () => {
    await get();
    expect(await app.readiness({})).toMatchObject({ wanted: 2, ready: 2 });
    const made = asked.length;
    expect(made).toBeGreaterThanOrEqual(4);
    expect(new Set(asked).size).toBe(made);
    await get();
    expect(asked).toHaveLength(made);
    const requests = (await Promise.all(articles.map((article) => played(article, 1)))).flat();
    for (const request of requests) {
      const own = await heard(request, createTone().synthesize);
      const now = await heard(request);
      expect(now.marks).toEqual(own.marks);
      expect(now.samples).toHaveLength(own.samples.length);
      expect(now.samples.every((sample, at) => Math.abs(sample - (own.samples[at] ?? 0)) < 1e-4)).toBe(true);
      const fast = await heard({ ...request, rate: 2 });
      expect(fast.samples.length / own.samples.length).toBeCloseTo(0.5, 1);
      expect(fast.marks).toEqual(own.marks.map((mark) => ({ ...mark, time: mark.time / 2 })));
    }
    expect(asked).toHaveLength(made);
    await app.close();
    await open();
    for (const request of requests) await heard(request);
    await get();
    expect(asked).toHaveLength(made);
    // What nobody made ahead is made when it is asked for.
    await heard({ text: "Something else.", voice: BEEP, rate: 1, pitch: 1 });
    expect(asked.at(-1)).toBe("Something else.");
  });

  it("counts in the room, goes before any article does, and with it", async () => {
    await get();
    const { used } = await app.readiness({});
    const all = kept();
    const texts = used - (await sizeOfAll());
    // Room for all texts, and for the sound of one.
    free = () => SPARE + texts + (used - texts) * 0.6 - library.ready.counts(NOW).used;
    await get();
    expect(await app.readiness({})).toMatchObject({ ready: 2, full: null });
    expect(kept()).toBeLessThan(all);
    const [first] = articles;
    expect(readdirSync(join(folder, "speech-ahead"))).toEqual([first?.id]);
    const made = asked.length;
    await get();
    expect(asked).toHaveLength(made);
    // Read, and wished for no more: nothing of it stays.
    library.feeds.change(library.feeds.all()[0]?.id ?? (0 as never), { ready: false });
    await get();
    expect(kept()).toBe(0);
  });

  it("is made anew where it would be said otherwise, and not where the voice is quick", async () => {
    const engine = slowTone();
    const slow = mannerNow(library.settings(), [engine], "en");
    expect(slow).not.toBe("");
    await app.changeSettings({ rate: 2 });
    expect(mannerNow(library.settings(), [engine], "en")).toBe(slow);
    expect(mannerNow(library.settings(), [engine], "de-AT")).not.toBe(slow);
    await app.changeSettings({ verbosity: "full" });
    expect(mannerNow(library.settings(), [engine], "en")).not.toBe(slow);
    await app.changeSettings({ voice: null });
    expect(mannerNow(library.settings(), [engine], "en")).toBe("");
    await get();
    expect(asked).toEqual([]);
  });

  it("gives way to whoever listens, and goes on from the last sentence that is kept", async () => {
    const ahead = createSpeechAhead(join(folder, "speech-ahead"));
    const idle = createIdle(20);
    const engine = slowTone();
    await getTexts();
    let reached = (): void => {};
    const waiting = new Promise<void>((resolve) => {
      reached = resolve;
    });
    let stopped = 0;
    before = (signal) => {
      if (asked.length !== 2) return Promise.resolve();
      reached();
      return new Promise((_, reject) =>
        signal.addEventListener("abort", () => {
          stopped += 1;
          reject(signal.reason);
        }),
      );
    };
    const world = { library, ahead, engines: [engine], reader: app, speak: engine.synthesize, idle, lang: () => "en" };
    const work = speakAhead(world, PLENTY, NOW, new AbortController().signal);
    await waiting;
    // Somebody presses play.
    for await (const _ of idle.busy(
      createTone().synthesize({ text: "Hello.", voice: BEEP, rate: 1, pitch: 1 }, new AbortController().signal),
    ));
    expect(await work).toBe(true);
    expect(stopped).toBe(1);
    expect(asked[1]).toBe(asked[2]);
    expect(asked.filter((text) => text === asked[0])).toHaveLength(1);

    // A process that was killed in a sentence leaves no half of one.
    const [, second] = articles;
    writeFileSync(join(folder, "speech-ahead", articles[0]?.id ?? "", "0123.speech.part"), "half");
    const again = createSpeechAhead(join(folder, "speech-ahead"));
    before = async () => {};
    expect(await speakAhead({ ...world, ahead: again }, PLENTY, NOW, new AbortController().signal)).toBe(true);
    expect(await speakAhead({ ...world, ahead: again }, PLENTY, NOW, new AbortController().signal)).toBe(false);
    expect(await again.size(second?.id ?? (articles[0]?.id as never))).toBeGreaterThan(0);
    expect(readdirSync(join(folder, "speech-ahead", articles[0]?.id ?? "")).every((name) => name.endsWith(".speech"))).toBe(true);
  });
});

async function sizeOfAll(): Promise<number> {
  const ahead = createSpeechAhead(join(folder, "speech-ahead"));
  return (await Promise.all((await ahead.articles()).map(ahead.size))).reduce((sum, size) => sum + size, 0);
}
/** Gets the texts ready, without any sound. */
async function getTexts(): Promise<void> {
  library.ready.plan(library.settings());
  for (let next = library.ready.next(NOW, PLENTY); next; next = library.ready.next(NOW, PLENTY)) library.ready.done(next.id);
}
