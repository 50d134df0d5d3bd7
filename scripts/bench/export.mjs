// Editions: hours of sound a minute, and the most memory, from a minute to ten hours, beside native programs in a pipe on the same text.
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { STORY } from "./articles.mjs";
import { memory, row, sleep } from "./measure.mjs";

/** Hours of sound; a story is about 3.3 minutes of it. */
const LENGTHS = (process.env.BENCH_EXPORT_HOURS ?? "0.05,1,10").split(",").map(Number);
const STORY_HOURS = 3.3 / 60;
/** Peers of the formats: what the voice's WAV is piped into. */
const PEERS = {
  mp3: (out) => `lame --quiet -m m -b 64 - ${out}`,
  opus: (out) => `opusenc --quiet --bitrate 32 - ${out}`,
};

const has = (program) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;

/** Runs a command; its seconds, its processor seconds and the most memory of it and all that it started, MB. */
async function timed(program, args, env = {}) {
  const start = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
  let out = "";
  child.stdout.on("data", (part) => (out += part));
  child.stderr.on("data", (part) => (out += part));
  let most = 0;
  let ended = null;
  child.once("close", (code) => (ended = { code }));
  while (ended === null) {
    most = Math.max(most, memory(child.pid));
    await sleep(100);
  }
  if (ended.code !== 0) throw new Error(`${program}: ${out.slice(-500)}`);
  return { seconds: (performance.now() - start) / 1000, most, out };
}

export async function benchExport({ root }) {
  const folder = await mkdtemp(join(tmpdir(), "lectern-bench-"));
  try {
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
        const ours = await timed(
          process.execPath,
          [join(root, "out/cli.js"), "export", ...files, "--format", format, "--out", out, "--voice", "espeak:en-us", "--force"],
          { LECTERN_HOME: join(folder, "home") },
        );
        const made = JSON.parse(ours.out.trim().split("\n").at(-1));
        const sound = made.seconds / 3600;
        let peer = null;
        if (["espeak-ng", "lame", "opusenc"].every(has)) {
          const text = join(folder, "all.txt");
          await writeFile(text, (await Promise.all(files.map((file) => readFile(file, "utf8")))).join("\n\n"));
          peer = await timed("sh", ["-c", `espeak-ng -v en-us -f ${text} --stdout | ${PEERS[format](join(folder, `peer.${format}`))}`]);
        }
        const name = `${sound.toFixed(2)} h of ${format}`;
        row(`${name}, hours a minute`, "h", sound / (ours.seconds / 60), peer ? sound / (peer.seconds / 60) : Number.NaN, "ratio");
        row(`${name}, most memory`, "MB", ours.most, peer ? peer.most : Number.NaN, "ratio");
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
