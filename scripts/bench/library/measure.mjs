// Measures one library: `node measure.mjs BUNDLE FILE COUNT SERVER CLOCK`, a process of its own so that nothing else of ours counts. Prints
// JSON. CLOCK `processor` counts the time on the processor alone: all that can be compared on a machine that others use meanwhile.
import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { DatabaseSync } from "@photostructure/sqlite";
import { searchesOf } from "./words.mjs";

/** A page of a list, rows; hits of a search. */
const PAGE = 100;
const HITS = 50;

const [bundle, file, countText, server, clock] = process.argv.slice(2);
const count = Number(countText);
const { openLibrary, createApp, fetchFeed } = await import(pathToFileURL(bundle).href);

const processor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const now = clock === "processor" ? processor : () => performance.now();

async function timed(work) {
  const start = now();
  const result = await work();
  return { ms: now() - start, result };
}

/** The middle of three: a machine that others use stands still at times. */
async function thrice(work) {
  const runs = [await timed(work), await timed(work), await timed(work)];
  return runs.sort((a, b) => a.ms - b.ms)[1];
}

const opened = await timed(() => openLibrary(file));
const library = opened.result;
const never = () => Promise.reject(new Error("The bench asks nobody."));
const app = createApp({
  fetch: {
    source: never,
    picture: never,
    // Every feed is at the one server; who waits for whom goes by their own hosts.
    feed: ({ address, etag, modified }, signal) =>
      fetchFeed({ address: `${server}${new URL(address).host}`, etag, modified }, { signal, own: [new URL(server).origin] }),
  },
  library,
  engines: [],
  clock: { now: () => new Date(Date.UTC(2026, 10, 28, 6)).toISOString() },
  log: () => {},
});

const answers = { open: opened.ms, size: statSync(file).size / 1e6 };

const all = { feed: null, folder: null, after: null };
const query = (list, more = {}) => app.news({ ...all, list, limit: PAGE, ...more });
const pages = [];
for (const list of ["today", "unread", "all", "starred", "queue", "history"])
  for (let k = 0; k < 3; k += 1) pages.push((await thrice(() => query(list))).ms);
const [feed] = await app.feeds({});
if (feed)
  for (let k = 0; k < 3; k += 1)
    pages.push((await timed(() => query("all", { feed: feed.id }))).ms, (await timed(() => query("unread", { folder: ["Folder 1"] }))).ms);
answers.page = pages;

// All the way down, a page after the other: what scrolling asks for.
const scroll = [];
let last = null;
for (;;) {
  const { ms, result } = await timed(() => query("all", { after: last }));
  if (result.length === 0) break;
  scroll.push(ms);
  last = result.at(-1).id;
}
answers.scroll = scroll;

const selection = { list: "all", feed: null, folder: null, order: "newest" };
answers.list = [];
answers.rows = [];
for (let k = 0; k < 5; k += 1) {
  const { ms, result } = await timed(() => app.listNews(selection));
  answers.list.push(ms);
  const from = Math.floor((result.items.length * k) / 5);
  if (result.items.length > 0) answers.rows.push((await timed(() => app.items({ items: result.items.slice(from, from + PAGE) }))).ms);
}
answers.feeds = [];
answers.counts = [];
for (let k = 0; k < 5; k += 1) {
  answers.feeds.push((await timed(() => app.feeds({}))).ms);
  answers.counts.push((await timed(() => app.countNews({}))).ms);
}

// The first one loads what searching needs.
answers.first = (await timed(() => app.search({ text: "first", limit: HITS }))).ms;
answers.search = {};
answers.hits = {};
answers.peer = {};
const plain = new DatabaseSync(file, { readOnly: true });
const peer = plain.prepare("SELECT rowid, rank FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?");
for (const [kind, texts] of Object.entries(searchesOf(count))) {
  answers.search[kind] = [];
  answers.peer[kind] = [];
  answers.hits[kind] = 0;
  for (const text of texts) {
    const { ms, result } = await thrice(() => app.search({ text, limit: HITS }));
    answers.search[kind].push(ms);
    answers.hits[kind] += result.length;
    if (kind === "operator") continue;
    const match = kind === "phrase" ? text : `"${text}"*`;
    answers.peer[kind].push((await thrice(() => peer.all(match, HITS))).ms);
  }
}
plain.close();

const before = processor();
const refresh = await timed(async () => {
  let done = 0;
  for await (const progress of app.refresh({ all: true })) done = progress.done;
  return done;
});
answers.refresh = { ms: refresh.ms, own: processor() - before, feeds: refresh.result };
await app.close();
console.log(JSON.stringify(answers));
