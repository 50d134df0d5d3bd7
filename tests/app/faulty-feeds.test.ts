import { afterAll, beforeAll, expect, it } from "vitest";
import { refresh } from "../../src/app/refresh.ts";
import { fetchFeed } from "../../src/fetch/index.ts";
import { type Library, openLibrary } from "../../src/library/index.ts";
import type { RefreshProgress } from "../../src/model/index.ts";
import { faultWords } from "../../src/ui/reading/refresh-words.ts";
import { FAULTS, type FaultySites, itemsExpected, openFaultySites } from "./faulty-feeds.ts";

/** Feeds, and sites that have them: each fault comes three times or more, and each site has several. */
const FEEDS = 60;
const SITES = 13;
/** Shorter than for people, seconds. */
const LIMITS = { stall: 1, total: 3 };
/** What a refresh may take beyond what was there before it, bytes: six feeds of ten megabytes in several forms at a time (guess). */
const MOST_MEMORY = 600_000_000;

let sites: FaultySites;
let library: Library;
beforeAll(async () => {
  sites = await openFaultySites(SITES, FEEDS);
  library = await openLibrary(":memory:");
  for (const { address } of sites.feeds)
    library.feeds.add({ address, title: null, site: null, folder: [], added: "2026-03-02T08:00:00.000Z" });
});
afterAll(async () => {
  library.close();
  await sites.close();
});

async function round(now: string): Promise<readonly RefreshProgress[]> {
  const told: RefreshProgress[] = [];
  const own = sites.feeds.map(({ address }) => new URL(address).origin);
  const feed: Parameters<typeof refresh>[0]["feed"] = (request, signal) => fetchFeed(request, { signal, own, limits: LIMITS });
  for await (const progress of refresh({ library, feed, now: () => now }, true, new AbortController().signal)) told.push(progress);
  return told;
}
const titles = (): readonly string[] =>
  library.items
    .list({ list: "all", feed: null, folder: null, after: null, limit: 1000 }, "2026-03-02T00:00:00.000Z")
    .map(({ title }) => title)
    .toSorted();

it("gets all that is good of sixty feeds with every fault, twice, and has words for each fault", async () => {
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  const told = await round("2026-03-02T08:00:00.000Z");
  clearInterval(watch);
  expect(told.at(-1)).toMatchObject({ done: FEEDS, all: FEEDS });
  expect(titles()).toEqual(itemsExpected(sites.feeds));
  const feeds = new Map(library.feeds.all().map((feed) => [feed.address, feed]));
  const wrong = sites.feeds.flatMap(({ address, fault }) => {
    const code = feeds.get(address)?.problem?.code ?? null;
    return code === fault.problem ? [] : [`${fault.name}: ${code}, not ${fault.problem}`];
  });
  expect(wrong).toEqual([]);
  for (const { problem } of FAULTS) if (problem) expect(faultWords(problem, false)).toMatch(/^Its|^It|^The|^What|^There|^Nothing/);
  expect(most - before).toBeLessThan(MOST_MEMORY);
  // The same again: nothing is doubled or lost, and a site that asked for patience is left alone.
  const again = await round("2026-03-02T09:00:00.000Z");
  expect(again.at(-1)).toMatchObject({ news: 0, all: FEEDS - sites.feeds.filter(({ fault }) => fault.name === "busy").length });
  expect(titles()).toEqual(itemsExpected(sites.feeds));
}, 120_000);
