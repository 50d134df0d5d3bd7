import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { median, memory } from "../../scripts/bench/measure.mjs";
import { voiceId } from "../../src/model/index.ts";
import { expectArticle, expectPlaying, look } from "../journeys/eyes.ts";
import { launch, makeHome, ROOT } from "../journeys/harness.ts";
import { envelopeOf, FRAME, follow, record } from "./envelope.ts";
import { utterancesOf } from "./marks.ts";
import { longStory } from "./story.ts";

/** For how long is listened, minutes: SOAK_MINUTES says else. */
const MINUTES = Number(process.env.SOAK_MINUTES ?? 60);
/** 400 words a minute. */
const RATE = 2.4;
const WORDS_A_MINUTE = 400;
const VOICE = voiceId("espeak", "en-us");
/** No gap of more, beside the pauses that are asked for, seconds. */
const GAP = 0.15;
/** Two syntheses of one sentence are as alike as this at least (0.78 and more were measured: eSpeak's own noise differs). */
const ALIKE = 0.65;
/** After so many minutes everything is warm. */
const WARM = 10;
/** How much the memory may differ between two stretches of ten minutes though nothing grows: a garbage collection more or less. */
const SWING = 1.05;

it(
  `reads for ${MINUTES} minutes without a gap, in order, and in the same memory`,
  async (context) => {
    if (spawnSync("parec", ["--version"]).status !== 0 || process.platform !== "linux") {
      context.skip("PulseAudio's parec is not here: nothing can be recorded");
      return;
    }
    const folder = await mkdtemp(join(tmpdir(), "lectern-soak-"));
    const home = await makeHome({ voice: VOICE, rate: RATE });
    try {
      const story = join(folder, "story.md");
      await writeFile(story, longStory(MINUTES * WORDS_A_MINUTE));
      const [wav, marks] = [join(folder, "expected.wav"), join(folder, "marks.jsonl")];
      await promisify(execFile)(
        process.execPath,
        [join(ROOT, "out/cli.js"), ...["read", story, "--voice", VOICE, "--rate", String(RATE), "--out", wav, "--marks", marks]],
        // Not the listener's own library.
        { env: { ...process.env, LECTERN_HOME: join(folder, "home") } },
      );
      const expected = await envelopeOf(wav);
      const utterances = await utterancesOf(marks);

      const lectern = await launch({ home, args: [story] });
      const recording = record("lectern");
      const memories: number[] = [];
      const loads: string[] = [];
      try {
        await expectArticle(lectern.page, "The long road");
        await lectern.page.keyboard.press("Control+Digit2");
        await expectPlaying(lectern.page, true);
        const started = Date.now();
        while ((await look(lectern.page)).playing) {
          await new Promise((resolve) => setTimeout(resolve, 1000));
          if (Date.now() - started < (memories.length + 1) * 60_000) continue;
          memories.push(memory(lectern.app.process().pid));
          loads.push(loadavg()[0]?.toFixed(1) ?? "");
        }
        expect(await lectern.page.evaluate(() => document.querySelector(".problem")?.textContent ?? null)).toBeNull();
        // What sounded last is still on its way to the recorder.
        await new Promise((resolve) => setTimeout(resolve, 2000));
      } finally {
        recording.stop();
        await lectern.close();
      }

      const found = follow(expected, recording.envelope, utterances);
      const late = found.map((one) => one.late * FRAME).sort((one, other) => other - one);
      const holes = found.map((one) => one.hole * FRAME).sort((one, other) => other - one);
      const alike = found.map((one) => one.likeness).sort((one, other) => one - other);
      const early = memories.slice(WARM, 2 * WARM);
      const end = memories.slice(-WARM);
      console.log(
        [
          `${found.length} utterances in ${(recording.envelope.length * FRAME) / 60} minutes`,
          `latest ${late.slice(0, 5).map((seconds) => Math.round(seconds * 1000))} ms, soonest ${Math.round((late.at(-1) ?? 0) * 1000)} ms`,
          `longest holes ${holes.slice(0, 5).map((seconds) => Math.round(seconds * 1000))} ms`,
          ...found
            .filter((one) => Math.max(Math.abs(one.late), one.hole) * FRAME > GAP || one.likeness < ALIKE)
            .slice(0, 30)
            .map(
              (one) =>
                `at ${(one.start * FRAME).toFixed(1)} s: late ${one.late}, hole ${one.hole} frames, alike ${one.likeness.toFixed(2)}`,
            ),
          `the machine's load, a minute each: ${loads.join(" ")}`,
          `most alike where another belongs: ${Math.max(...found.map(({ rival }) => rival)).toFixed(2)}`,
          `least alike ${alike.slice(0, 5).map((value) => value.toFixed(2))}, median ${median(alike).toFixed(2)}`,
          `memory, a minute each, MB: ${memories.map((value) => Math.round(value)).join(" ")}`,
        ].join("\n"),
      );
      expect(found.filter(({ likeness, rival }) => likeness < Math.max(ALIKE, rival)).length).toBe(0);
      expect(late[0]).toBeLessThanOrEqual(GAP);
      expect(holes[0]).toBeLessThanOrEqual(GAP);
      if (memories.length >= 3 * WARM) expect(median(end)).toBeLessThan(median(early) * SWING);
    } finally {
      await rm(folder, { recursive: true, force: true });
      await rm(home, { recursive: true, force: true });
    }
  },
  (MINUTES + 10) * 60_000,
);
