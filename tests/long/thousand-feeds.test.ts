import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openLibrary } from "../../src/library/index.ts";
import { faultWords } from "../../src/ui/reading/refresh-words.ts";
import { type FaultySites, itemsExpected, openFaultySites } from "../app/faulty-feeds.ts";
import { dialogOf, expectDialog } from "../journeys/eyes.ts";
import { BEEPS, type Lectern, launch, makeHome } from "../journeys/harness.ts";

const FEEDS = 1000;
const SITES = 250;
/** Seconds: a quarter of an hour is what people let a round take that goes on beside them (guess). */
const LONGEST = 900;
/** What the host may take, bytes: ten feeds of ten megabytes in several forms at a time, beside what it takes anyway (guess). */
const MOST_MEMORY = 1_000_000_000;

let sites: FaultySites;
let home: string;
let lectern: Lectern;
let page: Page;
beforeAll(async () => {
  sites = await openFaultySites(SITES, FEEDS);
  home = await makeHome({
    voice: BEEPS,
    refreshTime: "off",
    ownServers: [...new Set(sites.feeds.map(({ address }) => new URL(address).origin))],
  });
  const library = await openLibrary(join(home, "library.sqlite"));
  for (const { address, name } of sites.feeds)
    library.feeds.add({ address, title: name, site: null, folder: [], added: "2026-03-02T08:00:00.000Z" });
  library.close();
  lectern = await launch({ home });
  page = lectern.page;
});
afterAll(async () => {
  await lectern.close().catch(() => {});
  await sites.close();
  await rm(home, { recursive: true, force: true });
});

/** The host's memory now, bytes. */
const hostMemory = (): Promise<number> =>
  lectern.app.evaluate(({ app }) => (app.getAppMetrics().find(({ name }) => name === "Lectern")?.memory.workingSetSize ?? 0) * 1024);
/** Presses a key; how long until the page shows its answer, milliseconds. */
async function answerTo(key: string, answer: RegExp): Promise<number> {
  await page.evaluate(() => {
    for (const notice of document.querySelectorAll(".notice")) notice.textContent = "";
  });
  const pressed = performance.now();
  await page.keyboard.press(key);
  await page.waitForFunction((pattern) => new RegExp(pattern).test(document.querySelector(".notice")?.textContent ?? ""), answer.source, {
    timeout: 60_000,
    polling: 20,
  });
  return performance.now() - pressed;
}
const spread = (times: readonly number[]): string => {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return `median ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${at(1)} ms of ${sorted.length}`;
};

it("comes to an end with a thousand feeds that have every fault, while the window answers keys", async () => {
  await expect.poll(() => page.locator("[data-refresh] p").textContent()).toBe("News was not looked for yet");
  const began = performance.now();
  const before = await hostMemory();
  let most = before;
  await page.keyboard.press("Control+r");
  const inPage: number[] = [];
  const throughHost: number[] = [];
  for (let n = 0; (performance.now() - began) / 1000 < LONGEST; n += 1) {
    inPage.push(await answerTo(n % 2 === 0 ? "Control+Shift+Period" : "Control+Shift+Comma", /×/));
    // A round that ends at this very moment says so in the place of the answer.
    throughHost.push(await answerTo("Control+Shift+R", /^(?:Looking for|Looked for|Fetching|Nothing new|[\d,]+ new)/));
    most = Math.max(most, await hostMemory());
    if (n > 0 && /^Looked/.test((await page.locator("[data-refresh] p").textContent()) ?? "")) break;
    await page.waitForTimeout(500);
  }
  const took = (performance.now() - began) / 1000;
  const line = `1,000 feeds with every fault: ${Math.round(took)} s; host ${Math.round(before / 1e6)} MB before, ${Math.round(most / 1e6)} MB at the most`;
  console.error(`${line}\nkeys that the page answers: ${spread(inPage)}\nkeys that the host answers: ${spread(throughHost)}`);
  expect(took).toBeLessThan(LONGEST);
  expect(most).toBeLessThan(MOST_MEMORY);
  // Each fault is told in words.
  const faulty = sites.feeds.filter(({ fault }) => fault.problem !== null);
  await page.getByRole("button", { name: `${faulty.length} feeds have a problem` }).press("Enter");
  await expectDialog(page, "Feeds with a problem");
  await expect.poll(() => dialogOf(page).locator("li").count()).toBe(faulty.length);
  const told = await dialogOf(page)
    .locator("li")
    .evaluateAll((lines) => lines.map((one) => [one.querySelector("h3")?.textContent, one.querySelector("p")?.textContent?.trim()]));
  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries(faulty.map(({ name, fault }) => [name, faultWords(fault.problem ?? "bug", false)])),
  );
  await lectern.close({ remove: false });
  // No good item is lost or doubled.
  const library = await openLibrary(join(home, "library.sqlite"));
  const titles = library.items
    .list({ list: "all", feed: null, folder: null, after: null, limit: 10_000 }, "2026-03-02T00:00:00.000Z")
    .map(({ title }) => title);
  library.close();
  expect(titles.toSorted()).toEqual(itemsExpected(sites.feeds));
});
