// Libraries of 1,000, 10,000 and 100,000 articles beside an empty one: start of the app, lists, search, refresh, size, memory, and how each
// grows. The libraries are made once for each state of the store's code, in the temporary folder.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { constants, copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { electronRuntime } from "../electron-runtime.mjs";
import { bundleApp } from "./library/bundle.mjs";
import { scrollLibrary } from "./library/scroll.mjs";
import { median, pss, sleep } from "./measure.mjs";
import { openWindow } from "./window.mjs";

const COUNTS = [0, 1_000, 10_000, 100_000];
/** Starts of each that are counted; the first one only warms up. */
const STARTS = 5;
/** Until a window that was opened is idle, milliseconds. */
const SETTLE = 4_000;

const here = join(import.meta.dirname, "library");

/** Changes when what is in a library could change: the store's code, or what is made. */
function stateOf(root) {
  const hash = createHash("sha256");
  for (const folder of [join(root, "src/library"), here])
    for (const name of readdirSync(folder).sort())
      if (/^(?!measure|server|scroll)/.test(name)) hash.update(readFileSync(join(folder, name)));
  return hash.digest("hex").slice(0, 12);
}

function node(script, args, stdout) {
  const { status, stdout: out } = spawnSync(process.execPath, [join(here, script), ...args], {
    stdio: ["ignore", stdout, "inherit"],
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}`);
  return out;
}

async function libraries(root, bundle) {
  const folder = join(tmpdir(), `lectern-bench-library-${stateOf(root)}`);
  await mkdir(folder, { recursive: true });
  for (const count of COUNTS) {
    const file = join(folder, `${count}.sqlite`);
    if (existsSync(file)) continue;
    console.log(`Making a library of ${count} articles in ${folder} …`);
    node("make.mjs", [bundle, file, String(count)], "inherit");
  }
  return (count) => join(folder, `${count}.sqlite`);
}

/** Starts of the real window with each library, by turns, and the host's memory once it is idle. */
async function benchStarts(root, homeOf) {
  const { executable } = await electronRuntime({ say: (line) => console.log(line) });
  const starts = new Map(COUNTS.map((count) => [count, []]));
  const memories = new Map();
  const used = new Map();
  const scrolls = new Map();
  for (let round = 0; round <= STARTS; round += 1)
    for (const count of COUNTS) {
      const { electron, page, interactive } = await openWindow(executable, root, { LECTERN_HOME: homeOf(count) });
      if (round > 0) starts.get(count).push(interactive);
      if (round === STARTS) {
        await sleep(SETTLE);
        const pid = await electron.evaluate(({ app }) => app.getAppMetrics().find((one) => one.name === "Lectern")?.pid);
        memories.set(count, pss(pid));
        if (count > 0) scrolls.set(count, await scrollLibrary(page));
        used.set(count, pss(pid));
      }
      await electron.close();
    }
  return { starts, memories, used, scrolls };
}

const p95 = (figures) => [...figures].sort((a, b) => a - b)[Math.max(0, Math.ceil(figures.length * 0.95) - 1)] ?? Number.NaN;
const cell = (value) => (Number.isFinite(value) ? value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0) : "–").padStart(11);

function line(what, unit, figures) {
  const growth = figures.at(-1) / figures[1];
  console.log(
    `  ${what.padEnd(46)}${unit.padEnd(3)}${figures.map(cell).join("")}   ${Number.isFinite(growth) ? `× ${growth.toFixed(1)}` : ""}`,
  );
}

export async function benchLibrary({ root, clock = "wall" }) {
  const bundle = await bundleApp(root);
  const fileOf = await libraries(root, bundle);
  const folder = await mkdtemp(join(tmpdir(), "lectern-bench-"));
  const server = spawn(process.execPath, [join(here, "server.mjs")], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [address] = await new Promise((resolve) => createInterface({ input: server.stdout }).once("line", (text) => resolve([text])));
    const homeOf = (count) => join(folder, String(count));
    const figures = [];
    for (const count of COUNTS) {
      await mkdir(homeOf(count));
      const file = join(homeOf(count), "library.sqlite");
      await copyFile(fileOf(count), file, constants.COPYFILE_FICLONE);
      figures.push(JSON.parse(node("measure.mjs", [bundle, file, String(count), address, clock], "pipe")));
    }
    const { starts, memories, used, scrolls } = await benchStarts(root, homeOf);
    console.log(
      `\nThe library: medians, and how each grows from 1,000 articles to 100,000 (${process.platform}, Node ${process.version}${clock === "processor" ? "; but for the start, time on the processor" : ""})`,
    );
    console.log(`  ${"articles".padEnd(49)}${COUNTS.map((count) => count.toLocaleString("en").padStart(11)).join("")}`);
    const of = (pick) => figures.map(pick);
    line(
      "start of the app until it can be used",
      "ms",
      COUNTS.map((count) => median(starts.get(count))),
    );
    line(
      "memory of the host, idle",
      "MB",
      COUNTS.map((count) => memories.get(count)),
    );
    line(
      "memory of the host, after scrolling",
      "MB",
      COUNTS.map((count) => used.get(count)),
    );
    const scrolled = (pick) => COUNTS.map((count) => (scrolls.has(count) ? pick(scrolls.get(count)) : Number.NaN));
    line(
      "opening the list of all in the window",
      "ms",
      scrolled(({ open }) => open),
    );
    line(
      "a frame while scrolling by screens, p95",
      "ms",
      scrolled(({ frames }) => p95(frames)),
    );
    line(
      "rows far away until they are there, p95",
      "ms",
      scrolled(({ fills }) => p95(fills)),
    );
    line(
      "opening the store",
      "ms",
      of(({ open }) => open),
    );
    line(
      "size on disk",
      "MB",
      of(({ size }) => size),
    );
    line(
      "first page of a list (100 rows), p95",
      "ms",
      of(({ page }) => p95(page)),
    );
    line(
      "next page while scrolling, p95",
      "ms",
      of(({ scroll }) => p95(scroll)),
    );
    line(
      "opening a list as the window does",
      "ms",
      of(({ list }) => median(list)),
    );
    line(
      "100 of its rows, p95",
      "ms",
      of(({ rows }) => p95(rows)),
    );
    line(
      "the feeds with their counts",
      "ms",
      of(({ feeds }) => median(feeds)),
    );
    line(
      "the counts of the lists",
      "ms",
      of(({ counts }) => median(counts)),
    );
    line(
      "the first search",
      "ms",
      of(({ first }) => first),
    );
    for (const kind of Object.keys(figures[0].search)) {
      line(
        `search, ${kind}, p95`,
        "ms",
        of(({ search }) => p95(search[kind])),
      );
      if (kind !== "operator")
        line(
          "  SQLite's index alone",
          "ms",
          of(({ peer }) => p95(peer[kind])),
        );
    }
    line(
      "refresh of 1,000 unchanged feeds",
      "ms",
      of(({ refresh }) => (refresh.feeds === 0 ? Number.NaN : refresh.ms)),
    );
    line(
      "  of it our own time on the processor",
      "ms",
      of(({ refresh }) => (refresh.feeds === 0 ? Number.NaN : refresh.own)),
    );
    const [empty, , , largest] = COUNTS.map((count) => median(starts.get(count)));
    console.log(`  start with 100,000 articles beside an empty library: × ${(largest / empty).toFixed(2)}`);
  } finally {
    server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}
