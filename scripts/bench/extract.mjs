// The bench of `extract`: quality and time beside the known extractors on a corpus (`--corpus DIR`), and without one the time for
// generated pages from 10 kB to 10 MB and for nesting that is meant to hurt.
//
// A corpus is a folder, or a folder of folders, with `ground-truth.json` (id → { articleBody, url }, pages in `html/ID.html.gz`) or with
// `truth.json` (id → { url, title, blocks: [[kind, text]] }, pages in `pages/ID.html.gz`).
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { median } from "./measure.mjs";

/** Peers as their own documentation calls them. Each gets the page and its address and answers HTML or text. */
const PEERS = [
  {
    name: "Readability + jsdom",
    packages: ["@mozilla/readability@0.6.0", "jsdom@26.1.0"],
    async load(get) {
      const { Readability } = await get("@mozilla/readability");
      const { JSDOM, VirtualConsole } = await get("jsdom");
      return (html, url) => {
        const dom = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
        try {
          return new Readability(dom.window.document).parse()?.content ?? null;
        } finally {
          dom.window.close();
        }
      };
    },
  },
  {
    name: "Readability + linkedom",
    packages: ["@mozilla/readability@0.6.0", "linkedom@0.18.14"],
    async load(get) {
      const { Readability } = await get("@mozilla/readability");
      const { parseHTML } = await get("linkedom");
      return (html) => new Readability(parseHTML(html).document).parse()?.content ?? null;
    },
  },
  {
    name: "Defuddle",
    packages: ["defuddle@0.19.4", "linkedom@0.18.14"],
    async load(get) {
      const { Defuddle } = await get("defuddle/node");
      const { parseHTML } = await get("linkedom");
      return async (html, url) => {
        // It tells the console of every page's mistakes.
        const { error, warn, log } = console;
        Object.assign(console, { error() {}, warn() {}, log() {} });
        try {
          return (await Defuddle(parseHTML(html).document, url, { useAsync: false })).content;
        } finally {
          Object.assign(console, { error, warn, log });
        }
      };
    },
  },
  {
    name: "@extractus/article-extractor",
    packages: ["@extractus/article-extractor@9.0.1"],
    async load(get) {
      const { extractFromHtml } = await get("@extractus/article-extractor");
      return async (html, url) => (await extractFromHtml(html, url))?.content ?? null;
    },
  },
];

/** Where peers are installed: outside of the checkout, for they are no part of it. */
const PEER_FOLDER = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "lectern/bench-peers");

/** Imports packages as a module in the folder of the peers would. */
async function importPeers() {
  await mkdir(PEER_FOLDER, { recursive: true });
  const gate = join(PEER_FOLDER, "gate.mjs");
  await writeFile(gate, "export const get = (name) => import(name);\n");
  const { get } = await import(pathToFileURL(gate).href);
  return async (name) => {
    const module = await get(name);
    return module.default && typeof module.default === "object" ? { ...module.default, ...module } : module;
  };
}

async function loadPeer(peer, get) {
  try {
    return await peer.load(get);
  } catch (error) {
    console.log(`  ${peer.name}: not measured (${String(error.message).split("\n")[0]})`);
    console.log(`    to measure it: npm install --prefix ${PEER_FOLDER} ${peer.packages.join(" ")}`);
    return null;
  }
}

/** Bundles the stage as the app does; answers it and the reader of a page's whole text. */
async function loadLectern(root) {
  const aside = join(root, `node_modules/.lectern-bench-${process.pid}`);
  await mkdir(aside, { recursive: true });
  const entry = join(aside, "entry.ts");
  const from = (path) => JSON.stringify(join(root, path));
  await writeFile(
    entry,
    `export { extractArticle } from ${from("src/extract/index.ts")};\nexport { readPageText } from ${from("src/extract/page/page.ts")};\n`,
  );
  try {
    const bundle = await rolldown({
      input: entry,
      platform: "node",
      external: [/^node:/],
      resolve: { conditionNames: ["node", "import"] },
    });
    await bundle.write({ dir: aside, format: "esm", codeSplitting: false });
    return await import(pathToFileURL(join(aside, "entry.js")).href);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

function* pagesIn(folder) {
  const json = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
  const page = (path) => gunzipSync(readFileSync(join(folder, path))).toString("utf8");
  if (existsSync(join(folder, "ground-truth.json")))
    for (const [id, { articleBody, url }] of Object.entries(json("ground-truth.json")))
      yield { html: page(`html/${id}.html.gz`), url, text: articleBody ?? "" };
  else if (existsSync(join(folder, "truth.json")))
    for (const [id, { blocks, url }] of Object.entries(json("truth.json")))
      yield { html: page(`pages/${id}.html.gz`), url, text: blocks.map(([, text]) => text).join("\n") };
}

const isCorpus = (folder) => existsSync(join(folder, "ground-truth.json")) || existsSync(join(folder, "truth.json"));

function corporaIn(folder) {
  if (isCorpus(folder)) return [folder];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isCorpus(join(folder, entry.name)))
    .map((entry) => join(folder, entry.name));
}

/** Rows of four words and how often each is there. */
function rowsOf(text) {
  const WORDS = 4;
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const rows = new Map();
  for (let n = 0; n === 0 || n + WORDS <= words.length; n++) {
    const row = words.slice(n, n + WORDS).join(" ");
    if (row !== "") rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  return rows;
}

/** How much of what was said is the article's (precision), and how much of the article was said (recall). */
function compare(truth, said) {
  const [right, found] = [rowsOf(truth), rowsOf(said)];
  let common = 0;
  for (const [row, count] of right) common += Math.min(count, found.get(row) ?? 0);
  const sum = (rows) => [...rows.values()].reduce((all, count) => all + count, 0);
  const [wanted, got] = [sum(right), sum(found)];
  return { precision: got === 0 ? null : common / got, recall: wanted === 0 ? null : common / wanted };
}

const mean = (figures) => {
  const known = figures.filter((figure) => figure !== null);
  return known.reduce((all, figure) => all + figure, 0) / known.length;
};

async function measureCorpus(folder, systems) {
  const measured = systems.map(({ name, run }) => ({ name, run, times: [], scores: [], failures: 0 }));
  let count = 0;
  // Page by page: a busy moment of the machine is everybody's.
  for (const { html, url, text } of pagesIn(folder)) {
    count++;
    for (const system of measured) {
      const start = performance.now();
      let said = "";
      try {
        said = await system.run(html, url ?? "https://www.example.org/");
      } catch {
        system.failures++;
      }
      system.times.push(performance.now() - start);
      system.scores.push(compare(text, said ?? ""));
    }
  }
  console.log(`${folder}: ${count} pages`);
  for (const { name, times, scores, failures } of measured) {
    const precision = mean(scores.map((score) => score.precision));
    const recall = mean(scores.map((score) => score.recall));
    const f1 = (2 * precision * recall) / (precision + recall);
    const sorted = [...times].sort((x, y) => x - y);
    console.log(
      `  ${name.padEnd(30)} F1 ${f1.toFixed(3)}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  ` +
        `median ${median(times).toFixed(1)} ms  95 % ${(sorted[Math.floor(sorted.length * 0.95)] ?? 0).toFixed(0)} ms  failures ${failures}`,
    );
  }
}

const SENTENCE = "The ferry sails again, and two towns on the river are glad of it after the long and icy winter. ";
const GENERATED = {
  "a page of paragraphs": (size) => `<h1>The ferry is back</h1>${`<p>${SENTENCE}</p>`.repeat(size / 105)}`,
  "a page of links": (size) =>
    `<ul>${'<li><a href="/place/on/the/river">A place on the river</a></li>'.repeat(size / 63)}</ul><p>${SENTENCE}</p>`,
  "one paragraph": (size) => `<p>${SENTENCE.repeat(size / 98)}</p>`,
  "nesting that never ends": (size) => `${"<div>".repeat(size / 5)}${SENTENCE}`,
  "tags that close nothing": (size) => `${"<b></p>".repeat(size / 7)}${SENTENCE}`,
};

async function measureSizes(extract) {
  const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];
  console.log("time for a page of 10 kB, 100 kB, 1 MB, 10 MB (ms), and for each MB of the largest two");
  await extract(GENERATED["a page of paragraphs"](100_000), "https://www.example.org/");
  for (const [name, make] of Object.entries(GENERATED)) {
    const times = [];
    for (const size of SIZES) {
      const html = make(size);
      const start = performance.now();
      // A page of more elements than fit is refused: that is an answer too.
      await extract(html, "https://www.example.org/").catch(() => null);
      times.push(performance.now() - start);
    }
    const [, , one = 0, ten = 0] = times;
    console.log(
      `  ${name.padEnd(26)} ${times.map((time) => time.toFixed(0).padStart(6)).join("")}   ${one.toFixed(0)} ${(ten / 10).toFixed(0)}`,
    );
  }
}

async function measureMemory(folders, extract) {
  const BATCH = 181;
  const marks = [];
  let n = 0;
  while (n < BATCH)
    for (const folder of folders)
      for (const page of pagesIn(folder)) {
        if (n === BATCH) break;
        await extract(page.html, page.url ?? "https://www.example.org/").catch(() => null);
        n++;
        if (n % Math.floor(BATCH / 3) === 0) marks.push(process.memoryUsage().rss / 1024 / 1024);
      }
  console.log(`  memory during ${BATCH} pages in one batch, after each third: ${marks.map((mark) => mark.toFixed(0)).join(", ")} MB`);
}

/** @param {{ root: string, corpus?: string }} options */
export async function benchExtract({ root, corpus }) {
  const { extractArticle, readPageText } = await loadLectern(root);
  const encoder = new TextEncoder();
  const article = (html, address) =>
    extractArticle({ bytes: encoder.encode(html), mediaType: "text/html", charset: "utf-8", address, lang: null });
  console.log("extract");
  if (corpus === undefined) {
    await measureSizes(article);
    console.log("  (with --corpus DIR: quality and time beside the known extractors)");
    return;
  }
  const spoken = async (html, url) =>
    (await article(html, url)).blocks
      .filter(({ kind }) => kind !== "figure" && kind !== "break")
      .map(({ text }) => text)
      .join("\n");
  const folders = corporaIn(corpus);
  if (folders.length === 0) {
    console.log(`  ${corpus} has neither ground-truth.json nor truth.json.`);
    return;
  }
  // Before the peers are there: their memory is not ours.
  await measureMemory(folders, article);
  const systems = [{ name: "Lectern", run: spoken }];
  const get = await importPeers();
  for (const peer of PEERS) {
    const run = await loadPeer(peer, get);
    // A peer's HTML becomes text as a page's does.
    if (run) systems.push({ name: peer.name, run: async (html, url) => readPageText((await run(html, url)) ?? "") });
  }
  for (const folder of folders) await measureCorpus(folder, systems);
}
