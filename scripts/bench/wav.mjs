// A story into a WAV file: `lectern read --out` beside the native espeak-ng program, whole processes from start to end.
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STORY } from "./articles.mjs";
import { median, row } from "./measure.mjs";

const ROUNDS = 5;

function timed(program, args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return performance.now() - start;
}

export async function benchWav({ root }) {
  const folder = await mkdtemp(join(tmpdir(), "lectern-bench-"));
  try {
    const story = process.env.BENCH_STORY ?? join(folder, "story.md");
    if (!process.env.BENCH_STORY) await writeFile(story, STORY);
    const ours = [];
    const peer = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(
        timed(process.execPath, [join(root, "out/cli.js"), "read", story, "--out", join(folder, "ours.wav"), "--voice", "espeak:en-us"]),
      );
      peer.push(timed("espeak-ng", ["-v", "en-us", "-f", story, "-w", join(folder, "peer.wav")]));
    }
    console.log("\nA story to WAV, beside the native espeak-ng");
    row("whole process", "ms", median(ours), median(peer), "ratio");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
