// Voices: each engine of the app beside the native espeak-ng program and a Festival process, all on the same sentences; then what is
// heard of the window: from a key to its sound beside a bare window, the change of rate, and the gaps between sentences.
import { execFile, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { electronRuntime } from "../electron-runtime.mjs";
import { bundle } from "./bundle.mjs";
import { median, memory, row } from "./measure.mjs";
import { startRecorder } from "./recorder.mjs";
import { measureBeeps } from "./voice-beeps.mjs";
import { benchBare, benchLectern, PRESSES } from "./window.mjs";

const ENGINES = ["espeak", "flite", "say", "neural", "sherpa"];
const SENTENCES = [
  "The first ships came in on Monday morning, and hundreds of people had come to see them.",
  "The work took three whole years.",
  "Behind the new wall there are sheds for the boats, a market for the catch and a school for the young sailors.",
  "Nobody had seen the like before.",
  "Most of the stones came from the old fort; they were cut by hand in the winter.",
  "The town expects more ships in the spring, and many of them come from the north.",
  "Cars must take the long way round until then.",
  "After that the railway returns to the coast, which the last train left many years ago.",
];

/** Makes the home of a listener who has chosen a voice. */
async function makeHome(root, home, voice) {
  const file = await bundle(root, "voice-home");
  try {
    await promisify(execFile)(process.execPath, [file, home, voice]);
  } finally {
    await rm(file, { force: true });
  }
}

/** Runs the probe for an engine: what it tells, and its memory, MB; null: the app has no such engine. */
async function probe(file, engine, folder) {
  const child = spawn(process.execPath, [file, engine, folder, ...SENTENCES], { stdio: ["pipe", "pipe", "ignore"] });
  for await (const line of createInterface({ input: child.stdout })) {
    const told = { ...JSON.parse(line), memory: memory(child.pid) };
    child.stdin.end();
    return told;
  }
  return null;
}

/** Runs a program once a sentence: milliseconds to its first sound and to its end, the most memory, seconds of sound. */
async function program(name, argsOf, feed) {
  const said = [];
  let most = 0;
  for (const sentence of SENTENCES) {
    const start = performance.now();
    const child = spawn(name, argsOf(sentence), { stdio: ["pipe", "pipe", "ignore"] });
    const watch = setInterval(() => {
      try {
        most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) / 1024);
      } catch {
        // It has ended.
      }
    }, 2);
    child.stdin.end(feed ? sentence : "");
    let first = null;
    const parts = [];
    for await (const data of child.stdout) {
      // The header alone is no sound.
      if (parts.length > 0 || data.length > 44) first ??= performance.now() - start;
      parts.push(data);
    }
    clearInterval(watch);
    const wav = Buffer.concat(parts);
    said.push({ first, all: performance.now() - start, seconds: (wav.length - 44) / 2 / wav.readUInt32LE(24) });
  }
  return {
    firsts: said.map(({ first }) => first),
    wall: said.reduce((sum, { all }) => sum + all, 0) / 1000,
    seconds: said.reduce((sum, { seconds }) => sum + seconds, 0),
    memory: most,
  };
}

const figure = (value, digits = 0) => (Number.isFinite(value) ? value.toFixed(digits) : "–").padStart(9);
function line(name, { firsts, wall, seconds, memory: megabytes, cold = Number.NaN }) {
  console.log(`  ${name.padEnd(34)}${figure(cold)}${figure(median(firsts))}${figure(wall / seconds, 4)}${figure(megabytes)}`);
}

async function benchEngines(root, folder) {
  const file = await bundle(root, "voice-probe");
  try {
    console.log("\nEngines, on the same sentences");
    console.log(`  ${"".padEnd(34)}${["start ms", "first ms", "× real", "MB"].map((title) => title.padStart(9)).join("")}`);
    for (const engine of ENGINES) {
      const told = await probe(file, engine, folder);
      if (told && !told.missing) line(`${told.engine} (${told.voice})`, told);
      else if (told?.missing && told.missing !== "no voice") console.log(`  ${engine.padEnd(34)}${told.missing}`);
    }
    line("espeak-ng, a process a sentence", await program("espeak-ng", (text) => ["-v", "en-us", "--stdout", text], false));
    try {
      line("Festival, a process a sentence", await program("text2wave", () => ["-o", "-"], true));
    } catch (error) {
      console.log(`  Festival is not here: ${error.message}`);
    }
    console.log(
      "  start: a process until it has said a sentence; first: to the first chunk, warm; MB: whole processes, a peer's at its most",
    );
  } finally {
    await rm(file, { force: true });
  }
}

export async function benchVoice({ root }) {
  const folder = await mkdtemp(join(tmpdir(), "lectern-bench-"));
  try {
    await benchEngines(root, folder);
    const { executable } = await electronRuntime({ say: (text) => console.log(text) });
    const recorder = await startRecorder();
    try {
      const bare = await benchBare(executable, recorder, join(folder, "bare"), 1);
      const ours = await benchLectern(executable, recorder, folder, root, 2);
      await makeHome(root, join(folder, "beeps"), "tone:beep");
      const beeps = await measureBeeps({ executable, recorder, root, folder, write: writeFile });
      console.log("\nWhat is heard of the window, beside a bare window (Lectern, bare, compared)");
      row("play: key to sound", "ms", median(ours.keys.play), median(bare.keys.play), "difference");
      row("pause: key to silence", "ms", median(ours.keys.pause), median(bare.keys.pause), "difference");
      row("skip: key to the next sentence", "ms", median(ours.keys.skip), median(bare.keys.skip), "difference");
      row("rate: key to the new pace", "ms", median(beeps.rates), median(bare.keys.play), "difference");
      const found = (figures) => figures.filter((value) => value !== null).length;
      console.log(
        `  presses found in the recording: play ${found(ours.keys.play)}, pause ${found(ours.keys.pause)}, skip ${found(ours.keys.skip)} of ${PRESSES}, rate ${beeps.rates.length} of ${beeps.asked}`,
      );
      const worst = Math.max(...beeps.gaps.map(Math.abs));
      console.log(
        `  gaps between ${beeps.gaps.length + 1} sentences against the pause that was asked for: median ${median(beeps.gaps).toFixed(1)} ms, farthest ${worst.toFixed(1)} ms; longest silence at a change of rate ${beeps.silence.toFixed(0)} ms (${beeps.wordGap.toFixed(0)} between words)`,
      );
    } finally {
      await recorder.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
