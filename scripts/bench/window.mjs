// The window beside a bare Electron window in the same run: start, memory, and from a key to its sound in the recording.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron } from "playwright-core";
import { electronRuntime } from "../electron-runtime.mjs";
import { STORY } from "./articles.mjs";
import { median, memory, row, sleep } from "./measure.mjs";
import { epoch, firstSound, lastSound, startRecorder } from "./recorder.mjs";

const STARTS = 5;
export const PRESSES = 12;
/** How long after a key is looked at, milliseconds. */
const WINDOW = 700;

const isRoot = process.getuid?.() === 0;

export async function openWindow(executable, app, env, args = []) {
  const start = epoch();
  const electron = await _electron.launch({
    executablePath: executable,
    chromiumSandbox: !isRoot,
    args: ["--disable-gpu", app, ...args],
    env: { ...process.env, ...env },
  });
  const page = await electron.firstWindow();
  await page.waitForFunction(() => performance.getEntriesByName("interactive").length > 0, undefined, { timeout: 30_000 });
  const interactive = await page.evaluate(() => performance.timeOrigin + performance.getEntriesByName("interactive")[0].startTime);
  return { electron, page, interactive: interactive - start };
}

/** Presses a key and answers with what was audible in the time after it. */
async function press(recorder, page, key) {
  const at = epoch();
  await page.keyboard.press(key);
  await sleep(WINDOW);
  await recorder.reached(at + WINDOW);
  return recorder.between(at, at + WINDOW);
}

/** How often a sound swings, Hz: tells one tone from another. */
function pitchAt(samples, from, length) {
  let crossings = 0;
  for (let i = from + 1; i < from + length; i += 1) if (samples[i - 1] < 0 && samples[i] >= 0) crossings += 1;
  return (crossings / length) * 48_000;
}

/** Milliseconds until one tone is followed by one of another pitch. */
function firstChange(samples, isNew) {
  const STEP = 48;
  const LENGTH = 240;
  for (let at = 0; at + LENGTH < samples.length; at += STEP) if (isNew(pitchAt(samples, at, LENGTH))) return (at / 48_000) * 1000;
  return null;
}

export async function benchBare(runtime, recorder, folder, rounds = STARTS) {
  const starts = [];
  let memories = 0;
  let keys = null;
  for (let round = 0; round < rounds; round += 1) {
    const { electron, page, interactive } = await openWindow(runtime, join(import.meta.dirname, "bare"), {
      ...recorder.env,
      XDG_CONFIG_HOME: folder,
    });
    starts.push(interactive);
    if (round === rounds - 1) {
      await sleep(SETTLE);
      memories = memory(electron.process().pid);
      keys = { play: [], pause: [], skip: [] };
      for (let i = 0; i < PRESSES; i += 1) {
        keys.play.push(firstSound(await press(recorder, page, "p")));
        keys.skip.push(firstChange(await press(recorder, page, "q"), (hertz) => hertz > 1400));
        keys.pause.push(lastSound(await press(recorder, page, "s")));
      }
    }
    await electron.close();
  }
  return { starts, memory: memories, keys };
}

/** Until a window that was opened is idle, milliseconds. */
const SETTLE = 6000;

/** The cross-correlation of a sound with a recording, at its best: milliseconds, null when nothing is alike. */
function found(samples, sound) {
  let energy = 0;
  for (const sample of sound) energy += sample * sample;
  let best = { at: 0, likeness: 0 };
  for (let at = 0; at + sound.length < samples.length; at += 4) {
    let product = 0;
    let power = 0;
    for (let i = 0; i < sound.length; i += 4) {
      product += samples[at + i] * sound[i];
      power += samples[at + i] ** 2;
    }
    const likeness = product / Math.sqrt((power * energy) / 4 + 1e-9);
    if (likeness > best.likeness) best = { at, likeness };
  }
  return best.likeness > 0.6 ? (best.at / 48_000) * 1000 : null;
}

export async function benchLectern(runtime, recorder, folder, root, rounds = STARTS) {
  const story = join(folder, "story.md");
  await writeFile(story, STORY);
  const starts = [];
  let memories = 0;
  const keys = { play: [], pause: [], skip: [] };
  for (let round = 0; round < rounds; round += 1) {
    const env = { ...recorder.env, LECTERN_HOME: join(folder, "home") };
    // The first run opens the story and asks a question; both are kept for the rounds that count.
    const { electron, page, interactive } = await openWindow(runtime, root, env, round === 0 ? [story] : []);
    if (round === 0) {
      await page.keyboard.press("Escape");
      await sleep(1000);
    } else starts.push(interactive);
    if (round === rounds - 1) {
      await sleep(SETTLE);
      memories = memory(electron.process().pid);
      for (let i = 0; i < PRESSES; i += 1) {
        await page.keyboard.press("Control+4");
        await sleep(600);
        await page.keyboard.press("Control+1");
        await sleep(600);
        keys.play.push(firstSound(await press(recorder, page, "Control+2")));
        // What the next sentence sounds like is learnt by going there and back; then the same key is timed.
        await sleep(150);
        const skipped = await press(recorder, page, "Control+3");
        keys.skip.push({ samples: skipped });
        keys.pause.push(lastSound(await press(recorder, page, "Control+2")));
        await page.keyboard.press("Control+4");
        await sleep(400);
        const start = epoch();
        const again = await press(recorder, page, "Control+2");
        const onset = firstSound(again);
        if (onset !== null) {
          const from = Math.round((onset / 1000) * 48_000);
          keys.skip[keys.skip.length - 1] = found(skipped, again.slice(from, from + 48 * 120));
        } else keys.skip[keys.skip.length - 1] = null;
        void start;
        await page.keyboard.press("Control+2");
        await sleep(300);
      }
    }
    await electron.close();
  }
  return { starts, memory: memories, keys };
}

export async function benchWindow({ root }) {
  const { executable } = await electronRuntime({ say: (line) => console.log(line) });
  const recorder = await startRecorder();
  const folder = await mkdtemp(join(tmpdir(), "lectern-bench-"));
  try {
    const bare = await benchBare(executable, recorder, join(folder, "bare"));
    const ours = await benchLectern(executable, recorder, folder, root);
    console.log("\nThe window, beside a bare Electron window (Lectern, bare, compared)");
    row("interactive after start", "ms", median(ours.starts), median(bare.starts), "ratio");
    row("memory, idle", "MB", ours.memory, bare.memory, "ratio");
    row("first play: key to sound", "ms", ours.keys.play[0] ?? Number.NaN, median(bare.keys.play), "difference");
    row("play: key to sound", "ms", median(ours.keys.play), median(bare.keys.play), "difference");
    row("pause: key to silence", "ms", median(ours.keys.pause), median(bare.keys.pause), "difference");
    row("skip: key to the next sentence", "ms", median(ours.keys.skip), median(bare.keys.skip), "difference");
    console.log(
      `  presses found in the recording: play ${count(ours.keys.play)}, pause ${count(ours.keys.pause)}, skip ${count(ours.keys.skip)} of ${PRESSES}`,
    );
  } finally {
    await recorder.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const count = (figures) => figures.filter((figure) => figure !== null).length;
