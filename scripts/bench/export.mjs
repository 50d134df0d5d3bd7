// Editions: hours of sound a minute, and the most memory, from a minute to ten hours, by a command and by a window that is open, beside native
// programs in a pipe on the same text.
import { execFile, spawn, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { electronRuntime } from "../electron-runtime.mjs";
import { STORY } from "./articles.mjs";
import { bundle } from "./bundle.mjs";
import { median, memory, row, sleep } from "./measure.mjs";
import { openWindow } from "./window.mjs";

/** Hours of sound; a story is about 2.9 minutes of it. Ten hours take long, and are made where they are asked for: `BENCH_EXPORT_HOURS=0.05,1,10`. */
const LENGTHS = (process.env.BENCH_EXPORT_HOURS ?? "0.05,0.25,1").split(",").map(Number);
const STORY_HOURS = 2.9 / 60;
/** The voice of both: the one that English has unless somebody chooses. */
const VOICE = "en-us+klatt4";
/** Peers of the formats: what the voice's WAV is piped into. */
const PEERS = {
  mp3: (out) => `lame --quiet -m m -b 64 - ${out}`,
  opus: (out) => `opusenc --quiet --bitrate 32 - ${out}`,
};

/** What the window makes first, and throws away: nothing of it is in what is measured. */
const OTHER = `# A new wall\n\n${"The work took three whole years, and nobody had seen the like before. ".repeat(12)}\n`;
/** Until a window that was opened is idle, and nobody listens for as long as an edition's helpers wait, milliseconds. */
const SETTLE = 25_000;

/** How often each is made: a short edition is made in a second or three, which one look at another program doubles. */
const timesOf = (hours) => (hours < 2 ? 3 : 1);
const mediansOf = (all) => Object.fromEntries(["seconds", "work", "most"].map((name) => [name, median(all.map((one) => one[name]))]));

const has = (program) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;

/**
 * Runs a command; its seconds, its processor seconds and, where it is looked at, the most memory of it and all that it started, MB. Each
 * look takes a core some milliseconds, the more the larger the memory is: what is timed is not looked at.
 */
async function timed(program, args, { env = {}, looksAt = false } = {}) {
  const start = performance.now();
  // The shell says what it and all that it waited for took: on a busy machine that is what can be compared.
  const child = spawn("sh", ["-c", '"$@"; status=$?; times >&2; exit $status', "sh", program, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let out = "";
  child.stdout.on("data", (part) => (out += part));
  let said = "";
  child.stderr.on("data", (part) => (said += part));
  const closed = new Promise((resolve) => child.once("close", (code) => resolve({ code, at: performance.now() })));
  let most = Number.NaN;
  let isOver = false;
  if (looksAt) {
    most = 0;
    closed.then(() => (isOver = true));
    for (let looks = 0; !isOver; looks += 1) {
      most = Math.max(most, memory(child.pid));
      await sleep(looks < 50 ? 100 : 1000);
    }
  }
  const ended = await closed;
  if (ended.code !== 0) throw new Error(`${program}: ${(out + said).slice(-500)}`);
  const work = [
    ...said
      .trim()
      .split("\n")
      .at(-1)
      .matchAll(/(\d+)m([\d.]+)s/g),
  ].reduce((sum, [, minutes, seconds]) => sum + minutes * 60 + Number(seconds), 0);
  return { seconds: (ended.at - start) / 1000, work, most, out };
}

export async function benchExport({ root }) {
  const folder = await mkdtemp(join(tmpdir(), "lectern-bench-"));
  const { executable } = await electronRuntime({ say: (line) => console.log(line) });
  const probe = await bundle(root, "open-edition");
  const home = join(folder, "open");
  const other = join(folder, "other.md");
  let electron = null;
  /** The same by the window. */
  const open = async (format, files, looksAt = false) => {
    const given = [
      home,
      String(electron.process().pid),
      format,
      `espeak:${VOICE}`,
      join(folder, `open.${format}`),
      looksAt ? "looks" : "-",
      other,
      ...files,
    ];
    const { stdout } = await promisify(execFile)(process.execPath, [probe, ...given]);
    return JSON.parse(stdout);
  };
  try {
    await writeFile(other, OTHER);
    ({ electron } = await openWindow(executable, root, { LECTERN_HOME: home }));
    await sleep(SETTLE);
    console.log(`\nEditions, on ${availableParallelism()} cores, beside espeak-ng piped into lame and opusenc`);
    for (const hours of LENGTHS) {
      const stories = Math.max(1, Math.round(hours / STORY_HOURS));
      const files = [];
      for (let n = 0; n < stories; n += 1) {
        files.push(join(folder, `story${n}.md`));
        await writeFile(files[n], STORY.replace("goes home", `goes home ${n}`));
      }
      for (const format of Object.keys(PEERS)) {
        const out = join(folder, `ours.${format}`);
        const make = async (looksAt = false) => {
          const made = await timed(
            process.execPath,
            [join(root, "out/cli.js"), "export", ...files, "--format", format, "--out", out, "--voice", `espeak:${VOICE}`, "--force"],
            { env: { LECTERN_HOME: join(folder, "home") }, looksAt },
          );
          return { ...made, sound: JSON.parse(made.out.trim().split("\n").at(-1)).seconds / 3600 };
        };
        const text = join(folder, "all.txt");
        await writeFile(text, (await Promise.all(files.map((file) => readFile(file, "utf8")))).join("\n\n"));
        const pipe = `espeak-ng -v ${VOICE} -f ${text} --stdout | ${PEERS[format](join(folder, `peer.${format}`))}`;
        const hasPeer = ["espeak-ng", "lame", "opusenc"].every(has);
        const mine = [];
        const theirs = [];
        const inWindow = [];
        // One after the other, again and again: what else the machine does meets all of them.
        for (let time = 0; time < timesOf(hours); time += 1) {
          mine.push(await make());
          if (hasPeer) theirs.push(await timed("sh", ["-c", pipe]));
          inWindow.push(await open(format, files));
        }
        const { sound, most } = await make(true);
        const ours = { ...mediansOf(mine), most };
        const opened = { ...mediansOf(inWindow), most: (await open(format, files, true)).most };
        const peer = hasPeer ? { ...mediansOf(theirs), most: (await timed("sh", ["-c", pipe], { looksAt: true })).most } : null;
        const name = `${sound.toFixed(2)} h of ${format}`;
        const inOpen = `${name}, in an open Lectern`;
        row(`${name}, hours a minute`, "h", sound / (ours.seconds / 60), peer ? sound / (peer.seconds / 60) : Number.NaN, "ratio");
        row(`${name}, processor`, "s", ours.work, peer ? peer.work : Number.NaN, "ratio");
        row(`${name}, most memory`, "MB", ours.most, peer ? peer.most : Number.NaN, "ratio");
        row(`${inOpen}, hours a minute`, "h", sound / (opened.seconds / 60), peer ? sound / (peer.seconds / 60) : Number.NaN, "ratio");
        row(`${inOpen}, processor`, "s", opened.work, peer ? peer.work : Number.NaN, "ratio");
        row(`${inOpen}, most memory more`, "MB", opened.most, peer ? peer.most : Number.NaN, "ratio");
      }
    }
  } finally {
    await electron?.close();
    await rm(probe, { force: true });
    await rm(folder, { recursive: true, force: true });
  }
}
