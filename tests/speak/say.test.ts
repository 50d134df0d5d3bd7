import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SpeechMark } from "../../src/model/index.ts";
import { createSay } from "../../src/speak/index.ts";
import { ARTICLE, hear, loudness, marked, misplaced, request, silences } from "./collect.ts";
import { HOSTILE } from "./hostile.ts";

const KAL = "say:kal_diphone";
const installed = process.platform === "linux" && isInstalled();

function isInstalled(): boolean {
  try {
    return execFileSync("festival", ["-b", "(print (voice.list))"], { encoding: "utf8" }).includes("kal_diphone");
  } catch {
    return false;
  }
}

describe.skipIf(!installed)("Festival", () => {
  let folder = "";
  let home = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "lectern say-"));
    // Where a program that text could start would leave its traces.
    home = process.cwd();
    process.chdir(folder);
  });
  afterAll(async () => {
    process.chdir(home);
    await rm(folder, { recursive: true, force: true });
  });
  const say = createSay({ temporary: join(tmpdir(), `lectern-say-${process.pid}`) });
  afterAll(() => say.close());

  it("lists its voices", async () => {
    expect(await say.voices()).toContainEqual({ id: KAL, name: "kal diphone", lang: "en-US", engine: "say" });
    expect(say.timing).toBe("estimate");
  });

  it.each(HOSTILE.filter(([, text]) => text.length < 10_000))("says and does not run: %s", async (_, text) => {
    const heard = await hear(say, request(text, KAL));
    expect(heard.duration).toBeGreaterThan(0.3);
    expect(heard.duration).toBeLessThan(20);
    expect(marked(text, heard.marks)).toEqual(text.split(/\s+/).filter((word) => word !== ""));
    expect(misplaced(heard)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it("begins with a text of 100 kilobytes at once, and does not run it", async () => {
    const text = HOSTILE.at(-1)?.[1] ?? "";
    const found: SpeechMark[] = [];
    for await (const { marks } of say.synthesize(request(text, KAL, { rate: 8 }), new AbortController().signal)) {
      found.push(...marks);
      if (found.length > 400) break;
    }
    expect(marked(text, found)).toEqual(text.split(/\s+/).slice(0, found.length));
    expect(await readdir(folder)).toEqual([]);
  });

  it("says anything that can stand in a text, without a crash", async () => {
    const part = fc.constantFrom(
      "one",
      "2.5",
      "a.",
      "b,",
      "!",
      "?",
      "...",
      "-",
      "--",
      "'",
      '"',
      ":",
      ";",
      "(",
      ")",
      "&",
      "%",
      "$",
      "*",
      "/",
      "_",
      "\\",
      "“",
      "–",
      "é",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(part, fc.boolean()), { minLength: 1, maxLength: 14 }), async (parts) => {
        const text = parts.map(([word, spaced]) => (spaced ? `${word} ` : word)).join("");
        expect(misplaced(await hear(say, request(text, KAL)))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it("leaves no file behind", async () => {
    await hear(say, request("Hello.", KAL));
    expect(await readdir(join(tmpdir(), `lectern-say-${process.pid}`))).toEqual([]);
  });

  it("is as loud as the others, without silence at the ends, and as fast as it is asked to be", async () => {
    const text = ARTICLE.split("\n\n")[5] ?? "";
    const plain = await hear(say, request(text, KAL));
    expect(Math.abs(20 * Math.log10(loudness(plain.samples)) + 20)).toBeLessThan(1.5);
    expect(silences(plain).start).toBeLessThan(0.02);
    expect(silences(plain).end).toBeLessThan(0.02);
    for (const rate of [0.5, 2, 4]) {
      const heard = await hear(say, request(text, KAL, { rate }));
      expect(Math.abs(plain.duration / heard.duration / rate - 1)).toBeLessThan(0.05);
      expect(misplaced(heard)).toEqual([]);
    }
  });

  it("ends when it is aborted, and leaves no file behind", async () => {
    const abort = new AbortController();
    const reason = new Error("enough");
    const reading = hear(say, request(ARTICLE, KAL), abort.signal);
    setTimeout(() => abort.abort(reason), 100);
    await expect(reading).rejects.toBe(reason);
    expect(await readdir(join(tmpdir(), `lectern-say-${process.pid}`))).toEqual([]);
  });

  it.each(['kal_diphone)(system "touch ran")', "cmu_us_slt_arctic_hts_not_here", ""])("refuses the voice %j", async (name) => {
    await expect(hear(say, request("hello", `say:${name}`))).rejects.toMatchObject({ name: "Failure", code: "no-voice" });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("the system's voices, where there are none", () => {
  it("say what to install", async () => {
    const path = process.env.PATH;
    process.env.PATH = "/nonexistent";
    try {
      const say = createSay({ temporary: tmpdir(), platform: "linux" });
      await expect(say.voices()).rejects.toMatchObject({
        name: "Failure",
        code: "no-voice",
        message: expect.stringContaining("install the packages festival and festvox-kallpc16k"),
      });
      await expect(hear(say, request("hello", KAL))).rejects.toMatchObject({ code: "no-voice" });
    } finally {
      process.env.PATH = path;
    }
  });

  it("say so on a system that has no such program", async () => {
    await expect(createSay({ temporary: tmpdir(), platform: "freebsd" }).voices()).rejects.toMatchObject({ code: "no-voice" });
  });
});
