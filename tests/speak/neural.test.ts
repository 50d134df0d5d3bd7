import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forkNeural } from "../../src/shell/neural/fork.ts";
import {
  createEspeak,
  createNeural,
  createVoiceShelf,
  type KeptVoice,
  type NeuralEngine,
  type NeuralProcess,
  type VoiceShelf,
} from "../../src/speak/index.ts";
import { wordsOf } from "../../src/speak/words.ts";
import { ARTICLE, hear, loudness, marked, misplaced, never, request } from "./collect.ts";
import { HOSTILE } from "./hostile.ts";
import { type Toy, toyFolder } from "./toy-voice.ts";

const espeak = createEspeak({ worker: new URL("../../out/espeak-worker.js", import.meta.url) });
const fork = forkNeural(new URL("../../out/neural.js", import.meta.url));
afterAll(() => espeak.close());

let home: string;
let shelf: VoiceShelf;
let started: NeuralProcess[];
let neural: NeuralEngine;
let setAside: string[];
const start = (): NeuralProcess => {
  const child = fork();
  started.push(child);
  return child;
};
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "lectern-voices-"));
  shelf = createVoiceShelf(join(home, "voices"));
});
afterAll(() => rm(home, { recursive: true, force: true }));
beforeEach(() => {
  started = [];
  setAside = [];
  neural = createNeural({ shelf, start, espeak, onSetAside: ({ name }) => setAside.push(name) });
});
afterEach(async () => {
  await neural.close();
  for (const { name } of await shelf.list()) await shelf.remove(name);
});

async function keep(name: string, toy: Toy = {}): Promise<KeptVoice> {
  const from = await toyFolder(join(home, `from-${name}`), name, toy);
  const arrival = await shelf.copy(from, never());
  return arrival.keep(name, {}, (voice) => neural.attempt(voice));
}

describe("a neural voice", () => {
  it("is made from Piper's own two files, tried, listed and speaks", async () => {
    const kept = await keep("en_GB-toy-low");
    expect(kept).toMatchObject({
      name: "en_GB-toy-low",
      title: "Toy",
      lang: "en-GB",
      espeak: true,
      espeakVoice: "en-gb-x-rp",
      setAside: null,
    });
    expect(await neural.voices()).toEqual([{ id: "neural:en_GB-toy-low", name: "Toy", lang: "en-GB", engine: "neural" }]);
    const text = "Lima and Oslo are cities. So is Rome!";
    const heard = await hear(neural, request(text, "neural:en_GB-toy-low"));
    expect(heard.sampleRate).toBe(22_050);
    expect(heard.duration).toBeGreaterThan(1);
    expect(marked(text, heard.marks)).toEqual(text.split(" "));
    expect(misplaced(heard)).toEqual([]);
    expect(Math.abs(20 * Math.log10(loudness(heard.samples)) + 20)).toBeLessThan(1.5);
    expect((await readdir(join(home, "voices"))).sort()).toEqual(["arriving", "en_GB-toy-low", "espeak-ng-data"]);
  });

  it("keeps its sample rate, lists its speakers, and has a mark for every word of an article", async () => {
    await keep("en_GB-choir-low", { sampleRate: 16_000, speakers: 1 });
    for (const text of ARTICLE.split("\n\n")) {
      const heard = await hear(neural, request(text, "neural:en_GB-choir-low"));
      expect(heard.sampleRate).toBe(16_000);
      expect(heard.marks.length).toBe(wordsOf(text).length);
      expect(misplaced(heard)).toEqual([]);
    }
    expect(started.length).toBe(2);
  });

  it("takes a pace by itself and by stretching", async () => {
    await keep("en_GB-toy-low");
    const text = "The ferry left at noon, and it carried nine people over the sound.";
    const plain = await hear(neural, request(text, "neural:en_GB-toy-low"));
    for (const rate of [0.5, 1.4, 3, 8]) {
      const paced = await hear(neural, request(text, "neural:en_GB-toy-low", { rate }));
      expect(Math.abs(plain.duration / paced.duration / rate - 1), `${rate}`).toBeLessThan(0.12);
      expect(misplaced(paced)).toEqual([]);
    }
  });

  it("ends at once when it is not wanted any more, and goes on with the next text", async () => {
    await keep("en_GB-toy-low");
    const controller = new AbortController();
    const reason = new Error("not wanted");
    const long = neural.synthesize(request(ARTICLE.repeat(3), "neural:en_GB-toy-low"), controller.signal);
    await expect(
      (async () => {
        for await (const _ of long) controller.abort(reason);
      })(),
    ).rejects.toBe(reason);
    expect((await hear(neural, request("And on.", "neural:en_GB-toy-low"))).duration).toBeGreaterThan(0.1);
  });
});

describe("what a neural voice is given", () => {
  it("is only said, and its process lives on", async () => {
    await keep("en_GB-toy-low");
    const texts: readonly (readonly [string, string])[] = [
      ...HOSTILE.filter(([, text]) => text.length < 1000),
      ["emoji alone", "😀😀😀"],
      ["right-to-left controls", "one \u202e two \u2066 three"],
      ["nothing but stops", "... !!! ???"],
      ["no space at all", "a".repeat(700)],
    ];
    for (const [name, text] of texts) {
      const heard = await hear(neural, request(text, "neural:en_GB-toy-low", { rate: 4 }));
      expect(misplaced(heard), name).toEqual([]);
      expect(
        heard.samples.every((sample) => Math.abs(sample) <= 1),
        name,
      ).toBe(true);
    }
    expect(started.length).toBe(2);
  });
});

describe("a process that ends", () => {
  it("in the middle of a text fails it with a word, and the next text gets a new one", async () => {
    await keep("en_GB-toy-low");
    const chunks: number[] = [];
    const speaking = (async () => {
      for await (const chunk of neural.synthesize(request(ARTICLE, "neural:en_GB-toy-low"), never())) {
        chunks.push(chunk.samples.length);
        if (chunks.length === 1) started.at(-1)?.kill();
      }
    })();
    await expect(speaking).rejects.toMatchObject({ name: "Failure", code: "engine" });
    expect(chunks.length).toBeGreaterThan(0);
    const again = await hear(neural, request("The same again.", "neural:en_GB-toy-low"));
    expect(again.duration).toBeGreaterThan(0.2);
    expect(started.length).toBe(3);
    expect(setAside).toEqual([]);
  });

  it.each<[string, RegExp, (kept: KeptVoice) => Promise<void>]>([
    [
      "by a model that can't be read",
      /can't be loaded/,
      async ({ folder }) => {
        const model = join(folder, "en_GB-toy-low.onnx");
        const bytes = await readFile(model);
        await writeFile(model, bytes.fill(0xff, 40, bytes.length - 300));
      },
    ],
    ["by an abort", /process ended/, ({ folder }) => writeFile(join(folder, "tokens.txt"), "a b c\nd e f\n")],
  ])("twice running, %s, is set aside, and eSpeak NG goes on in its language", async (_, why, damage) => {
    await damage(await keep("en_GB-toy-low"));
    await expect(hear(neural, request("One.", "neural:en_GB-toy-low"))).rejects.toMatchObject({ code: "engine" });
    expect((await neural.voices()).length).toBe(1);
    const text = "The reading goes on.";
    const other = await hear(neural, request(text, "neural:en_GB-toy-low"));
    expect(marked(text, other.marks)).toEqual(text.split(" "));
    expect(setAside).toEqual(["en_GB-toy-low"]);
    expect(await neural.voices()).toEqual([]);
    expect((await shelf.find("en_GB-toy-low"))?.setAside).toMatch(why);
    const count = started.length;
    expect((await hear(neural, request(text, "neural:en_GB-toy-low"))).duration).toBeGreaterThan(0.5);
    expect(started.length).toBe(count);
  });

  it("and one that never answers, are told apart from a slow one", async () => {
    await keep("en_GB-toy-low");
    const deaf: NeuralProcess = { post: () => {}, listen: () => {}, kill: () => {} };
    const waiting = createNeural({ shelf, start: () => deaf, espeak, patience: 1 });
    await expect(hear(waiting, request("One.", "neural:en_GB-toy-low"))).rejects.toMatchObject({ code: "engine" });
    await waiting.close();
  });
});

describe("a folder", () => {
  const arrive = async (name: string, change: (folder: string) => Promise<void>): Promise<unknown> => {
    const from = await toyFolder(join(home, `bad-${name}`), "en_GB-bad-low");
    await change(from);
    const arrival = await shelf.copy(from, never());
    try {
      return await arrival.keep("en_GB-bad-low", {}, (voice) => neural.attempt(voice));
    } finally {
      await arrival.drop();
    }
  };
  const model = (folder: string): string => join(folder, "en_GB-bad-low.onnx");

  it.each<[string, (folder: string) => Promise<void>]>([
    ["cut off", async (folder) => writeFile(model(folder), (await readFile(model(folder))).subarray(0, 700))],
    ["empty", (folder) => writeFile(model(folder), "")],
    ["no model at all", (folder) => writeFile(model(folder), "<!doctype html><title>Not found</title>")],
    [
      "damaged inside",
      async (folder) => {
        const bytes = await readFile(model(folder));
        bytes.fill(0xff, 40, 300);
        await writeFile(model(folder), bytes);
      },
    ],
    ["without a description", (folder) => rm(`${model(folder)}.json`)],
    ["with half a description", (folder) => writeFile(`${model(folder)}.json`, '{"audio": {')],
    ["with another description", (folder) => writeFile(`${model(folder)}.json`, '{"a": 1}')],
  ])("%s is refused, and nothing is kept", async (name, change) => {
    await expect(arrive(name.replaceAll(/\W/g, ""), change)).rejects.toMatchObject({ name: "Failure", code: "unsupported" });
    expect(await shelf.list()).toEqual([]);
    expect(await readdir(join(home, "voices", "arriving"))).toEqual([]);
  });
});
