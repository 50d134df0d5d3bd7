import { mkdir, mkdtemp, readdir, readFile, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type App, createApp } from "../../src/app/index.ts";
import { fetchSource } from "../../src/fetch/index.ts";
import { openLibrary } from "../../src/library/index.ts";
import { type ArticleId, type EditionJob, type EditionOrder, type SpeechEngine, voiceId } from "../../src/model/index.ts";
import { createTone } from "../../src/speak/index.ts";

const BEEP = voiceId("tone", "beep");
const PARAGRAPH = "The ferry sailed at noon, with nine people on board and a brass band that played until dusk, and nobody was late.";
/** So long that it has many pieces. */
const LONG = Array.from({ length: 90 }, (_, number) => `${number}. ${PARAGRAPH}`).join("\n\n");

let folder: string;
let apps: App[];
let seconds: number;

/** The voices of editions that have said something. */
let spoke: Set<object>;
/** Beeps that note which of the voices beeped. */
function counted(): SpeechEngine {
  const tone = createTone();
  return {
    ...tone,
    synthesize(request, signal) {
      if (request.text !== "") spoke.add(tone);
      return tone.synthesize(request, signal);
    },
  };
}

/** A Lectern whose home is the folder. */
async function open(): Promise<App> {
  const app = createApp({
    fetch: {
      source: (request, signal) => fetchSource(request, { signal }),
      picture: async () => Promise.reject(new Error("no network here")),
      feed: async () => Promise.reject(new Error("no network here")),
    },
    library: await openLibrary(join(folder, "library.sqlite")),
    engines: [createTone()],
    edition: {
      jobs: join(folder, "editions"),
      records: join(folder, "records"),
      encodeWorker: new URL("../../out/encode-worker.js", import.meta.url),
      lame: null,
      lanes: 2,
      low: true,
      engines: () => [counted()],
      cover: async () => null,
      maker: "Lectern",
    },
    // Each question takes a second.
    clock: { now: () => new Date(Date.UTC(2026, 5, 1, 8, 0, seconds++)).toISOString() },
    log: () => {},
  });
  apps.push(app);
  return app;
}
const close = async (app: App): Promise<void> => {
  apps = apps.filter((one) => one !== app);
  await app.close();
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-jobs-"));
  apps = [];
  seconds = 0;
  spoke = new Set();
});
afterEach(async () => {
  for (const app of apps) await app.close();
  await rm(folder, { recursive: true, force: true });
});

const articleOf = async (app: App, title: string, text: string): Promise<ArticleId> => {
  const { article } = await app.open({ kind: "content", content: `${title}\n\n${text}`, url: null, type: "text/plain", lang: "en" });
  return article.id;
};
const orderOf = (articles: readonly ArticleId[], more: Partial<EditionOrder> = {}): EditionOrder => ({
  picks: articles.map((article) => ({ kind: "article", article })),
  title: "This morning",
  format: "wav",
  target: { kind: "folder", folder },
  voice: BEEP,
  rate: 1,
  taste: { verbosity: "normal", lang: "en" },
  ...more,
});
const newest = async (app: App): Promise<EditionJob> => {
  const [job] = (await app.editions({})).jobs;
  if (!job) throw new Error("there is no edition");
  return job;
};
const until = (app: App, kind: EditionJob["state"]["kind"]): Promise<EditionJob> =>
  vi.waitFor(
    async () => {
      const job = await newest(app);
      expect(job.state.kind).toBe(kind);
      return job;
    },
    { timeout: 100_000, interval: 5 },
  );
const sounds = async (): Promise<readonly string[]> => (await readdir(folder)).filter((name) => /\.(wav|vtt|part)$/.test(name));

describe("editions that a window asks for", { timeout: 120_000 }, () => {
  it("are made in the background, tell so, and find the sentence of a time again", async () => {
    const app = await open();
    const ferry = await articleOf(app, "Ferry sails again", `${PARAGRAPH}\n\nAfter that the harbour was quiet.`);
    const swans = await articleOf(app, "Swans on the pillar", "Engineers look for a way to keep them away.");
    const told = vi.fn();
    const stop = new AbortController();
    void (async () => {
      for await (const event of app.watchNews({}, stop.signal)) if (event.kind === "changed") told(event.part);
    })();
    await app.startEdition(orderOf([ferry, swans]));
    const { id, file, state, articles } = await until(app, "made");
    stop.abort();
    expect([file, articles]).toEqual([join(folder, "This morning.wav"), 2]);
    expect(told).toHaveBeenCalledWith("editions");
    expect(state.kind === "made" && state.bytes).toBe((await readFile(file)).length);
    const long = state.kind === "made" ? state.seconds : 0;
    expect(await app.placeInEdition({ job: id, seconds: long - 2 })).toMatchObject({ article: swans, title: "Swans on the pillar" });
    expect(await app.placeInEdition({ job: id, seconds: 0.1 })).toMatchObject({ article: ferry });
    expect(await readdir(join(folder, "editions"))).toEqual([]);
    expect((await app.editions({})).last).toEqual({ folder, format: "wav" });
  });

  it("are made by all voices that they may have, and by one while somebody listens", async () => {
    const app = await open();
    const article = await articleOf(app, "A long way", LONG);
    await app.startEdition(orderOf([article]));
    await until(app, "made");
    expect(spoke.size).toBe(2);
    spoke.clear();
    for await (const _ of app.speak({ text: "Next.", voice: BEEP, rate: 1, pitch: 1 }));
    await app.startEdition(orderOf([article]));
    await until(app, "made");
    expect(spoke.size).toBe(1);
  });

  it("never write over a file, and replace one that a person chose", async () => {
    await writeFile(join(folder, "This morning.vtt"), "mine");
    const app = await open();
    const article = await articleOf(app, "Ferry sails again", PARAGRAPH);
    for (const _ of [1, 2]) await app.startEdition(orderOf([article], { format: "vtt" }));
    await vi.waitFor(async () => expect((await app.editions({})).jobs.every(({ state }) => state.kind === "made")).toBe(true));
    expect((await sounds()).toSorted()).toEqual(["This morning 2.vtt", "This morning 3.vtt", "This morning.vtt"]);
    expect(await readFile(join(folder, "This morning.vtt"), "utf8")).toBe("mine");
    await app.startEdition(orderOf([article], { format: "vtt", target: { kind: "file", file: join(folder, "This morning.vtt") } }));
    await until(app, "made");
    expect(await readFile(join(folder, "This morning.vtt"), "utf8")).toMatch(/^WEBVTT/);
  });

  it("go on where they were paused, and where Lectern ended, and are the same then", async () => {
    let app = await open();
    const article = await articleOf(app, "The long way", LONG);
    await app.startEdition(orderOf([article]));
    const { file } = await until(app, "made");
    await app.startEdition(orderOf([article]));
    const { id } = await until(app, "making");
    await app.pauseEdition({ job: id });
    expect((await newest(app)).state.kind).toBe("paused");
    const [work] = await readdir(join(folder, "editions"));
    expect(work).toBeDefined();
    await app.resumeEdition({ job: id, target: null });
    await until(app, "making");
    await close(app);
    expect(await sounds()).toEqual(["This morning.wav"]);
    app = await open();
    app.keepFresh();
    const made = await until(app, "made");
    expect((await readFile(made.file)).equals(await readFile(file))).toBe(true);
    expect(await readdir(join(folder, "editions"), { recursive: true })).toEqual([]);
  });

  it("leave nothing when they are given up", async () => {
    const app = await open();
    const article = await articleOf(app, "The long way", LONG);
    await app.startEdition(orderOf([article]));
    const { id } = await until(app, "making");
    await app.startEdition(orderOf([article]));
    const { id: second } = await newest(app);
    for (const job of [id, second]) await app.dropEdition({ job });
    expect([(await app.editions({})).jobs, await sounds(), await readdir(join(folder, "editions"))]).toEqual([[], [], []]);
    expect(await readdir(join(folder, "records"))).toEqual(["last.json"]);
  });

  it("say what is wrong before they begin, and can go elsewhere", async () => {
    const app = await open();
    const article = await articleOf(app, "Ferry sails again", PARAGRAPH);
    await app.startEdition(orderOf([article], { target: { kind: "folder", folder: join(folder, "gone") } }));
    const { id, state } = await until(app, "failed");
    expect(state).toEqual({ kind: "failed", problem: "no-folder" });
    await app.resumeEdition({ job: id, target: { kind: "folder", folder } });
    expect((await until(app, "made")).file).toBe(join(folder, "This morning.wav"));
    await expect(app.startEdition(orderOf([article], { target: { kind: "folder", folder: "here" } }))).rejects.toMatchObject({
      code: "bad-input",
    });
  });

  it("do without the articles that can't be had, unless it is all of them", async () => {
    const app = await open();
    const article = await articleOf(app, "Ferry sails again", PARAGRAPH);
    const lost = "a0000000000000000" as ArticleId;
    await app.startEdition(orderOf([lost, article], { format: "vtt" }));
    expect(await until(app, "made")).toMatchObject({ articles: 2, missing: 1 });
    await app.startEdition(orderOf([lost], { format: "vtt" }));
    expect(await until(app, "failed")).toMatchObject({ state: { problem: "no-articles" } });
  });

  it("have come further with each piece, and begin by themselves as long as they do", async () => {
    let app = await open();
    const article = await articleOf(app, "The long way", LONG);
    await app.startEdition(orderOf([article]));
    const { id } = await until(app, "making");
    const record = join(folder, "records", `${id}.json`);
    const kept = async (): Promise<{ readonly starts: number }> => JSON.parse(await readFile(record, "utf8"));
    await vi.waitFor(async () => expect((await kept()).starts).toBe(0), { timeout: 60_000, interval: 5 });
    await app.pauseEdition({ job: id });
    await close(app);
    // As a process leaves it that ended in the middle of its last start.
    await writeFile(record, JSON.stringify({ ...(await kept()), state: "waiting", starts: 5 }));
    app = await open();
    app.keepFresh();
    await vi.waitFor(async () => expect((await kept()).starts).toBe(0), { timeout: 60_000, interval: 5 });
    await until(app, "made");
  });

  it("are made once, when what is known of them can't be kept at first", async () => {
    const app = await open();
    const article = await articleOf(app, "Ferry sails again", PARAGRAPH);
    const { job } = await app.startEdition(orderOf([article]));
    const obstacle = join(folder, "records", `${job}-places.json.part`);
    await mkdir(obstacle);
    await until(app, "failed");
    const file = join(folder, "This morning.wav");
    const { ino } = await stat(file);
    await rmdir(obstacle);
    await app.resumeEdition({ job, target: null });
    expect((await until(app, "made")).file).toBe(file);
    expect((await stat(file)).ino).toBe(ino);
    expect((await app.placeInEdition({ job, seconds: 1 }))?.article).toBe(article);
    expect(await readdir(join(folder, "editions"))).toEqual([]);
  });

  it("do not begin by themselves again and again when each time Lectern ends of them", async () => {
    const app = await open();
    const article = await articleOf(app, "Ferry sails again", PARAGRAPH);
    await app.startEdition(orderOf([article]));
    const { id } = await until(app, "made");
    await close(app);
    const record = join(folder, "records", `${id}.json`);
    await writeFile(record, JSON.stringify({ ...JSON.parse(await readFile(record, "utf8")), state: "waiting", starts: 6 }));
    const again = await open();
    again.keepFresh();
    expect(await until(again, "failed")).toMatchObject({ state: { problem: "interrupted" } });
  });
});
