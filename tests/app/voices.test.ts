import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { type App, createApp } from "../../src/app/index.ts";
import { downloadFile, fetchFeed, fetchPicture, fetchSource } from "../../src/fetch/index.ts";
import { openLibrary } from "../../src/library/index.ts";
import type { VoiceOffer, VoiceProgress } from "../../src/model/index.ts";
import { forkNeural } from "../../src/shell/neural/fork.ts";
import { createEspeak, createNeural, createVoiceShelf } from "../../src/speak/index.ts";
import { serve } from "../fetch/server.ts";
import { hear, request } from "../speak/collect.ts";
import { toyConfig, toyFolder, toyModel } from "../speak/toy-voice.ts";

const espeak = createEspeak({ worker: new URL("../../out/espeak-worker.js", import.meta.url) });
afterAll(() => espeak.close());

let folder: string;
let voices: string;
let app: App;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-shelf-"));
  voices = join(folder, "voices");
  const shelf = createVoiceShelf(voices);
  const engine = createNeural({ shelf, start: forkNeural(new URL("../../out/neural.js", import.meta.url)), espeak });
  app = createApp({
    fetch: {
      source: (asked, signal, own) => fetchSource(asked, { signal, own }),
      picture: (address, signal, own) => fetchPicture(address, { signal, own }),
      feed: (request, signal, own) => fetchFeed(request, { signal, own }),
    },
    library: await openLibrary(":memory:"),
    engines: [engine],
    neural: {
      shelf,
      engine,
      download: (download, options) => downloadFile(download, { ...options, limits: { stall: 0.5, waits: [] } }),
    },
    clock: { now: () => "2026-11-22T08:00:00Z" },
    log: () => {},
  });
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const MODEL = Buffer.from(toyModel());
const CONFIG = Buffer.from(toyConfig());
const sum = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const offerAt = (address: string, change: Partial<VoiceOffer> = {}): VoiceOffer => ({
  name: "en_GB-toy-low",
  title: "Toy of Bristol",
  lang: "en-GB",
  licence: "CC0 1.0",
  source: "https://a.example/toy",
  files: [
    { name: "en_GB-toy-low.onnx", address: `${address}/model`, size: MODEL.length, sha256: sum(MODEL) },
    { name: "en_GB-toy-low.onnx.json", address: `${address}/config`, size: CONFIG.length, sha256: sum(CONFIG) },
  ],
  ...change,
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server with a list of one voice, and the voice. `answer` may answer for the model. */
async function offer(answer: Answer | null = null, change: (offer: VoiceOffer) => VoiceOffer = (one) => one): Promise<string> {
  const address: string = await serve((asked, response) => {
    if (asked.url === "/config") response.end(CONFIG);
    else if (asked.url === "/model") answer ? answer(asked, response) : response.end(MODEL);
    else if (asked.url === "/voices.json")
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify({ format: "lectern-voices", version: 1, voices: [change(offerAt(address))] }));
    else response.writeHead(404).end();
  });
  await app.readVoices({ address: `${address}/voices.json` });
  return address;
}

async function get(name = "en_GB-toy-low", signal?: AbortSignal): Promise<readonly VoiceProgress[]> {
  const told: VoiceProgress[] = [];
  for await (const progress of app.getVoice({ name }, signal)) told.push(progress);
  return told;
}

const kept = async (): Promise<readonly string[]> => (await app.shelf({})).kept.map(({ name }) => name);
/** What lies in the folder of voices, but for what every voice shares. */
const left = async (): Promise<readonly string[]> =>
  (await readdir(voices)).filter((name) => !["arriving", "espeak-ng-data", "offers.json"].includes(name));

describe("the shelf of voices", () => {
  it("offers voices by itself, each with its licence, size, and a checksum for every file", async () => {
    const { kept: none, offered } = await app.shelf({});
    expect(none).toEqual([]);
    expect(offered.length).toBeGreaterThanOrEqual(10);
    for (const { size, licence, lang, there } of offered) {
      expect(size).toBeGreaterThan(50e6);
      expect(licence).not.toBe("");
      expect(Intl.getCanonicalLocales(lang)).toEqual([lang]);
      expect(there).toBe(0);
    }
  });

  it("gets a voice of a list, tells how far it is, speaks with it, and deletes it", async () => {
    await offer();
    const [first] = (await app.shelf({})).offered;
    expect(first).toMatchObject({ name: "en_GB-toy-low", licence: "CC0 1.0", size: MODEL.length + CONFIG.length, there: 0 });
    const told = await get();
    expect(told[0]).toMatchObject({ stage: "fetching", all: MODEL.length + CONFIG.length });
    expect(told.slice(-2).map(({ stage }) => stage)).toEqual(["trying", "kept"]);
    const {
      kept: [voice],
      offered,
    } = await app.shelf({});
    expect(voice).toMatchObject({ title: "Toy of Bristol", lang: "en-GB", licence: "CC0 1.0", speakers: 1, setAside: false });
    expect(offered.some(({ name }) => name === "en_GB-toy-low")).toBe(false);
    const heard = await hear(app.speaker, request("It speaks.", "neural:en_GB-toy-low"));
    expect(heard.duration).toBeGreaterThan(0.2);
    await app.removeVoice({ name: "en_GB-toy-low" });
    expect(await kept()).toEqual([]);
    expect(await left()).toEqual([]);
    await expect(hear(app.speaker, request("Gone.", "neural:en_GB-toy-low"))).rejects.toMatchObject({ code: "no-voice" });
  });

  it("goes on with a voice that broke off, and shows what is there", async () => {
    let count = 0;
    const ranges: (string | undefined)[] = [];
    const half = MODEL.length >> 1;
    await offer((asked, response) => {
      count++;
      ranges.push(asked.headers.range);
      if (count === 1) {
        response.writeHead(200, { etag: '"1"', "content-length": MODEL.length });
        response.write(MODEL.subarray(0, half), () => setTimeout(() => response.destroy(), 20));
      } else {
        const range = `bytes ${half}-${MODEL.length - 1}/${MODEL.length}`;
        response.writeHead(206, { etag: '"1"', "content-range": range, "content-length": MODEL.length - half }).end(MODEL.subarray(half));
      }
    });
    await expect(get()).rejects.toMatchObject({ code: "unreachable" });
    expect((await app.shelf({})).offered[0]?.there).toBe(half);
    expect(await kept()).toEqual([]);
    await get();
    expect(ranges).toEqual([undefined, `bytes=${half}-`]);
    expect(await kept()).toEqual(["en_GB-toy-low"]);
  });

  it("stops when it is not wanted any more", async () => {
    await offer((_, response) => {
      response.writeHead(200, { "content-length": MODEL.length });
      response.write(MODEL.subarray(0, 100));
    });
    const controller = new AbortController();
    const reason = new Error("not wanted");
    setTimeout(() => controller.abort(reason), 100);
    await expect(get("en_GB-toy-low", controller.signal)).rejects.toBe(reason);
    expect(await kept()).toEqual([]);
  });

  it("fetches one voice once at a time", async () => {
    await offer((_, response) => setTimeout(() => response.end(MODEL), 200));
    const first = get();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(get()).rejects.toMatchObject({ code: "bad-input" });
    await first;
    expect(await kept()).toEqual(["en_GB-toy-low"]);
  });

  const flipped = Buffer.from(MODEL);
  flipped[MODEL.length >> 1] = 0;
  const broken = Buffer.from(MODEL).fill(0xff, 40, 300);
  it.each<[string, string, Answer | null, (offer: VoiceOffer) => VoiceOffer]>([
    ["that was changed on the way", "refused", (_, response) => response.end(flipped), (one) => one],
    ["whose files were swapped", "refused", (_, response) => response.end(CONFIG), (one) => one],
    ["that is not there", "not-found", (_, response) => response.writeHead(404).end(), (one) => one],
    ["whose server hangs", "timeout", () => {}, (one) => one],
    [
      "that is what was promised, and damaged",
      "unsupported",
      (_, response) => response.end(broken),
      (one) => ({
        ...one,
        files: one.files.map((file) => (file.name.endsWith(".onnx") ? { ...file, size: broken.length, sha256: sum(broken) } : file)),
      }),
    ],
    [
      "that no disk has room for",
      "storage",
      null,
      (one) => ({
        ...one,
        files: [
          ...one.files,
          ...Array.from({ length: 30 }, (_, index) => ({
            name: `f${index}.bin`,
            address: "http://a.example/f",
            size: 4e9,
            sha256: sum(MODEL),
          })),
        ],
      }),
    ],
  ])("keeps nothing of a voice %s", async (_, code, answer, change) => {
    await offer(answer, change);
    await expect(get()).rejects.toMatchObject({ name: "Failure", code });
    expect(await kept()).toEqual([]);
    expect(await left()).toEqual([]);
  });
});

describe("a list of voices", () => {
  const list = (change: (offer: VoiceOffer) => unknown): string =>
    JSON.stringify({ format: "lectern-voices", version: 1, voices: [change(offerAt("http://127.0.0.1:9"))] });
  const withFile = (one: VoiceOffer, change: object): object => ({ ...one, files: one.files.map((file) => ({ ...file, ...change })) });
  it.each<[string, string]>([
    ["that is no JSON", "<!doctype html>"],
    ["of another kind", JSON.stringify({ voices: [] })],
    ["without a checksum", list((one) => withFile(one, { sha256: undefined }))],
    ["with half a checksum", list((one) => withFile(one, { sha256: "abc" }))],
    ["with a file outside of its folder", list((one) => withFile(one, { name: "../../model.onnx" }))],
    ["with a hidden file", list((one) => withFile(one, { name: ".bashrc" }))],
    ["with an address that is not the web's", list((one) => withFile(one, { address: "file:///etc/passwd" }))],
    ["with a name that is a path", list((one) => ({ ...one, name: "../x" }))],
    ["without a licence", list((one) => ({ ...one, licence: "" }))],
    ["with two files of one name", list((one) => withFile(one, { name: "a.onnx" }))],
    ["with a title that turns the line around", list((one) => ({ ...one, title: "a\u202eb" }))],
  ])("%s is refused", async (_, text) => {
    const file = join(folder, "list.json");
    await writeFile(file, text);
    await expect(app.readVoices({ address: file })).rejects.toMatchObject({ name: "Failure", code: "unsupported" });
    expect((await app.shelf({})).offered.some(({ name }) => name === "en_GB-toy-low")).toBe(false);
  });

  it("that was damaged on the disk is as good as none", async () => {
    await offer();
    await writeFile(join(voices, "offers.json"), "{");
    expect((await app.shelf({})).offered.length).toBeGreaterThan(5);
  });
});

describe("a folder of a person's", () => {
  it("is copied, tried and kept under its model's name, also a second time", async () => {
    const from = await toyFolder(join(folder, "Downloads"), "de_DE-spielzeug-low");
    expect(await app.importVoice({ path: from })).toMatchObject({ name: "de_DE-spielzeug-low", title: "Spielzeug" });
    expect(await app.importVoice({ path: join(from, "de_DE-spielzeug-low.onnx") })).toMatchObject({ name: "de_DE-spielzeug-low" });
    expect(await kept()).toEqual(["de_DE-spielzeug-low"]);
    expect(await left()).toEqual(["de_DE-spielzeug-low"]);
    expect(await readdir(join(voices, "arriving"))).toEqual([]);
    expect((await readFile(join(from, "de_DE-spielzeug-low.onnx"))).equals(Buffer.from(toyModel()))).toBe(true);
  });

  it("that holds links, folders and other things gives only a voice's own files", async () => {
    const from = await toyFolder(join(folder, "Downloads"));
    await writeFile(join(folder, "secret.txt"), "secret");
    await symlink(join(folder, "secret.txt"), join(from, "lexicon.txt"));
    await writeFile(join(from, "run.sh"), "touch ran");
    await mkdir(join(from, "more.onnx"));
    await app.importVoice({ path: from });
    expect((await readdir(join(voices, "en_GB-toy-low"))).sort()).toEqual([
      "en_GB-toy-low.onnx",
      "en_GB-toy-low.onnx.json",
      "tokens.txt",
      "voice.json",
    ]);
  });

  it("that is none is refused with a word", async () => {
    await writeFile(join(folder, "voice.tar.bz2"), "x");
    await mkdir(join(folder, "empty"));
    const two = await toyFolder(join(folder, "two"), "en_GB-one-low");
    await toyFolder(two, "en_GB-two-low");
    for (const [path, code] of [
      [join(folder, "nowhere"), "not-found"],
      [join(folder, "voice.tar.bz2"), "unsupported"],
      [join(folder, "empty"), "unsupported"],
      [two, "unsupported"],
    ] as const)
      await expect(app.importVoice({ path }), path).rejects.toMatchObject({ name: "Failure", code });
    expect(await left()).toEqual([]);
  });
});
