import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { unzipSync } from "fflate";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STORY } from "../../scripts/bench/articles.mjs";
import { PAGES } from "../export/pages.ts";
import { type Ran, start } from "../shell/lectern.ts";
import { createRecogniser, inCommon, plainWords } from "./recogniser.ts";
import { longStory } from "./story.ts";

/** How often an export is killed. */
const TIMES = Number(process.env.LECTERN_EXPORT_KILLS ?? 20);
const ARTICLES = 10;
/** How far the beginning of a chapter and the first sound of it may be apart, seconds. */
const APART = 0.05;
const EPUBCHECK = "/usr/share/java/epubcheck.jar";

const has = (program: string): boolean => spawnSync(program, ["-version"]).error === undefined;

/** Fifteen seconds of a story, so that twenty tries take minutes. */
const BRIEF = (STORY.split("\n\n").at(-1) ?? "").split(". ").slice(0, 2).join(". ");

let folder: string;
const names = Array.from({ length: ARTICLES }, (_, n) => `story${n}.md`);
const briefs = Array.from({ length: ARTICLES }, (_, n) => `brief${n}.md`);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-editions-"));
  for (const [n, name] of names.entries()) await writeFile(join(folder, name), `# Story number ${n}\n\n${STORY}`);
  for (const [n, name] of briefs.entries()) await writeFile(join(folder, name), `# Story number ${n}\n\n${BRIEF}`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const lectern = (...args: readonly string[]): Promise<Ran> =>
  start(folder, ["export", ...args, ...(args.includes("--voice") ? [] : ["--voice", "espeak:en-us"])]).ended;

interface Chapter {
  readonly start_time: string;
  readonly tags: { readonly title: string };
}

describe("an export that is killed at random moments", () => {
  it(`is the same file in the end, ${TIMES} times, and leaves nothing`, async () => {
    const asked = [...briefs, "--title", "Ten", "--format", "mp3"];
    const began = performance.now();
    expect(await lectern(...asked, "--out", "whole.mp3")).toMatchObject({ code: 0 });
    const took = performance.now() - began;
    const whole = await readFile(join(folder, "whole.mp3"));
    const jobs = join(folder, "home/editions");
    for (let time = 0; time < TIMES; time += 1) {
      const killed = start(folder, ["export", ...asked, "--out", `again${time}.mp3`, "--voice", "espeak:en-us"]);
      await wait(Math.random() * took);
      killed.child.kill("SIGKILL");
      await killed.ended;
      const made = join(folder, `again${time}.mp3`);
      const isOver = existsSync(made) && (await readdir(jobs)).length === 0;
      if (!isOver) expect(await lectern(...asked, "--out", `again${time}.mp3`)).toMatchObject({ code: 0, err: "" });
      expect((await readFile(made)).equals(whole)).toBe(true);
      await rm(made);
      expect(await readdir(jobs)).toEqual([]);
      expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([]);
    }
  });
});

describe.skipIf(!has("ffprobe"))("what others read of an edition", () => {
  it.each(["mp3", "m4b", "opus", "flac", "wav"])("is its title, its chapters, and speech where they begin: %s", async (format) => {
    const file = `three.${format}`;
    const { out } = await lectern(...names.slice(0, 3), "--title", "Three", "--format", format, "--out", file);
    const { chapters } = JSON.parse(out.trim().split("\n").at(-1) ?? "") as { chapters: { title: string; start: number }[] };
    const probe = spawnSync("ffprobe", [
      "-v",
      "error",
      "-show_chapters",
      "-show_format",
      "-show_streams",
      "-of",
      "json",
      join(folder, file),
    ]);
    const read = JSON.parse(String(probe.stdout)) as {
      chapters: Chapter[];
      format: { tags?: Record<string, string> };
      streams: { tags?: Record<string, string> }[];
    };
    expect(read.chapters.map(({ tags }) => tags.title)).toEqual(chapters.map(({ title }) => title));
    const tags = { ...read.streams[0]?.tags, ...read.format.tags };
    expect(tags.title ?? tags.TITLE).toBe("Three");
    const raw = spawnSync("ffmpeg", ["-v", "error", "-i", join(folder, file), "-f", "s16le", "-ac", "1", "-ar", "22050", "-"], {
      maxBuffer: 1 << 30,
    }).stdout;
    const samples = new Int16Array(raw.buffer, raw.byteOffset, raw.length >> 1);
    for (const [at, { start_time: begins }] of read.chapters.entries()) {
      expect(Math.abs(Number(begins) - (chapters[at]?.start ?? 0))).toBeLessThan(0.002);
      let first = Math.max(0, Math.round((Number(begins) - APART) * 22_050));
      while (first < samples.length && Math.abs(samples[first] ?? 0) < 500) first += 1;
      expect(Math.abs(first / 22_050 - Number(begins)), `${chapters[at]?.title}`).toBeLessThan(APART);
    }
    const measured = spawnSync("ffmpeg", [
      "-nostats",
      "-i",
      join(folder, file),
      "-map",
      "0:a",
      "-af",
      "ebur128=peak=true",
      "-f",
      "null",
      "-",
    ]);
    const summary = String(measured.stderr).split("Summary:").at(-1) ?? "";
    expect(Math.abs(Number(/I:\s+(-[\d.]+) LUFS/.exec(summary)?.[1]) + 18)).toBeLessThan(1.1);
    expect(Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(summary)?.[1])).toBeLessThan(-0.9);
  });

  it.skipIf(!has("mediainfo")).each(["mp3", "m4b", "opus", "flac", "wav"])("is what mediainfo shows too: %s", async (format) => {
    const file = `two.${format}`;
    // A WAV does not say how its letters are written: mediainfo takes them for Latin ones.
    const title = format === "wav" ? "Two & more" : "Two & “more”";
    const { out } = await lectern(...briefs.slice(0, 2), "--title", title, "--format", format, "--out", file, "--voice", "tone:beep");
    const { seconds } = JSON.parse(out.trim().split("\n").at(-1) ?? "") as { seconds: number };
    const told = JSON.parse(String(spawnSync("mediainfo", ["--Output=JSON", join(folder, file)]).stdout)) as {
      media: { track: Record<string, unknown>[] };
    };
    const [general = {}, ...tracks] = told.media.track;
    expect(Math.abs(Number(general.Duration) - seconds)).toBeLessThan(0.1);
    expect(general.Title ?? general.Track).toBe(title);
    // It knows of chapters in this alone.
    if (format === "m4b") expect(JSON.stringify([general, ...tracks]), "its chapters").toMatch(/Story number 0.*Story number 1/s);
  });
});

describe.skipIf(!existsSync(EPUBCHECK))(`books, for EPUBCheck${existsSync(EPUBCHECK) ? "" : " (not run: it takes epubcheck)"}`, () => {
  it.each([...Object.keys(PAGES).map((name) => [name]), Object.keys(PAGES)])("have no error and no warning: %s", async (...which) => {
    for (const name of which) await writeFile(join(folder, `${name}.html`), PAGES[name] ?? "");
    const made = await lectern(
      ...which.map((name) => `${name}.html`),
      "--title",
      which.join(),
      "--format",
      "epub",
      "--out",
      "book.epub",
      "--force",
      "--voice",
      "tone:beep",
    );
    expect([made.code, made.err]).toEqual([0, ""]);
    const { stdout, stderr, status } = spawnSync("java", ["-jar", EPUBCHECK, join(folder, "book.epub")]);
    expect([status, String(stderr), String(stdout)]).toEqual([0, "", expect.stringContaining("No errors or warnings detected")]);
  });
});

const lacking = ["pocketsphinx_continuous", "ffmpeg"].filter((program) => !has(program));
/** So many sentences are heard. */
const HEARD = 50;
/** Of the words of a sentence that are heard, in their order, without others: clips that are a second off had .92 of them at most (measured). */
const MOST_WORDS = 0.94;
/** The recogniser hears a word wrong now and then: then fewer must do, and fewer still be heard a second earlier and a second later. */
const ENOUGH_WORDS = 0.9;

describe.skipIf(lacking.length > 0)(
  `what is heard in a book${lacking.length > 0 ? ` (not run: it takes ${lacking.join(", ")})` : ""}`,
  () => {
    it(`is the sentence that its clip belongs to, for ${HEARD} at random`, async () => {
      await writeFile(join(folder, "road.md"), longStory(1400, Math.floor(Math.random() * 1e6)));
      expect(await lectern("road.md", "--format", "epub", "--out", "road.epub", "--voice", "flite:rms")).toMatchObject({ code: 0 });
      const files = unzipSync(await readFile(join(folder, "road.epub")));
      const text = (name: string): string => new TextDecoder().decode(files[name]);
      const page = parseHTML(text("EPUB/text/a0.xhtml")).document;
      const clips = [...text("EPUB/smil/a0.smil").matchAll(/#(s\d+)".*?clipBegin="([\d:.]+)".*?clipEnd="([\d:.]+)"/gs)].map(
        ([, id = "", begin = "", end = ""]) => ({
          sentence: page.getElementById(id)?.textContent ?? "",
          begin: secondsOf(begin),
          end: secondsOf(end),
        }),
      );
      const sentences = clips.map(({ sentence }) => plainWords(sentence));
      const name = Object.keys(files).find((file) => file.endsWith(".mp3")) ?? "";
      const { stdout: sound } = spawnSync("ffmpeg", ["-v", "error", "-i", "-", "-f", "s16le", "-ac", "1", "-ar", "16000", "-"], {
        input: files[name],
        maxBuffer: 1 << 30,
      });
      const recogniser = await createRecogniser(clips.map(({ sentence }) => sentence));
      const wrong: unknown[] = [];
      try {
        const long = [...clips.keys()].filter((at) => (sentences[at]?.length ?? 0) > 5);
        expect(long.length).toBeGreaterThanOrEqual(HEARD);
        for (const at of long.toSorted(() => Math.random() - 0.5).slice(0, HEARD)) {
          const { begin = 0, end = 0, sentence } = clips[at] ?? {};
          const hear = (from: number, to: number): Promise<readonly string[]> =>
            recogniser.hear(sound.subarray(Math.max(0, Math.round(from * 16_000)) * 2, Math.round(to * 16_000) * 2));
          const rightOf = (heard: readonly string[]): number =>
            inCommon(heard, sentences[at] ?? []) / Math.max(heard.length, sentences[at]?.length ?? 0);
          const heard = await hear(begin, end);
          const right = rightOf(heard);
          if (right >= MOST_WORDS) continue;
          const beside = [rightOf(await hear(begin - 1, end - 1)), rightOf(await hear(begin + 1, end + 1))];
          if (right < ENOUGH_WORDS || Math.max(...beside) >= right) wrong.push({ sentence, heard: heard.join(" "), right, beside });
        }
      } finally {
        await recogniser.close();
      }
      expect(wrong).toEqual([]);
    });
  },
);

/** Seconds of a clock value (SMIL). */
const secondsOf = (clock: string): number => clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
