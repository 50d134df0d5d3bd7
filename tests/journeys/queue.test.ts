import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../src/app/index.ts";
import { fetchFeed, fetchPicture, fetchSource } from "../../src/fetch/index.ts";
import { openLibrary } from "../../src/library/index.ts";
import type { SettingsChange } from "../../src/model/index.ts";
import { expectArticle, expectCaption, expectDialog, expectPlaying, headline, heardWords, look, soon, watchWords } from "./eyes.ts";
import { type Answer, openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

/** What each page says; the words of one are in no other. */
const STORIES = {
  ferry: { title: "Ferry returns", text: "Boats cross again. Captains smile broadly today. Nobody waited longer than usual." },
  bridge: { title: "Bridge repaired", text: "Workers finished early. Cars may drive slowly there. Painters begin afterwards." },
  market: { title: "Market moves", text: "Stalls stand elsewhere now. Fish costs more. Traders hope quietly." },
} as const;
const LOST = "Nothing is here";

const html =
  (type: string, body: string): Answer =>
  (_request, response) => {
    response.setHeader("content-type", type);
    response.end(body);
  };

let site: Site;
let home: string;
let lectern: Lectern;
let page: Page;
const press = (key: string): Promise<void> => page.keyboard.press(key);
/** Chooses a command of the menu, as a person does. */
const choose = (command: string): Promise<void> =>
  lectern.app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command);
const notice = async (): Promise<string> => (await look(page)).notice;
/** The words that were marked; one that is drawn once more after the page was drawn is one. */
const heard = async (): Promise<readonly string[]> =>
  (await heardWords(page))
    .filter(({ word, at }, n, all) => word !== all[n - 1]?.word || at !== all[n - 1]?.at)
    .map(({ word }) => word.replace(/\W/g, ""));
/** The sentences that were marked, in order: a short word may be over before a busy machine has drawn it. */
const sentences = async (): Promise<readonly string[]> => [...new Set((await heardWords(page)).map(({ sentence }) => sentence))];
const wordsOf = (text: string): readonly string[] => text.replace(/[^\w\s]/g, "").split(/\s+/);

async function launchAgain(): Promise<void> {
  lectern = await launch({ home });
  page = lectern.page;
  await soon(async () => expect(await headline(page)).not.toBe(""));
}

beforeAll(async () => {
  site = await openSite(
    Object.fromEntries(
      Object.entries(STORIES).map(([name, { title, text }]) => [
        `/${name}`,
        html(
          "text/html",
          `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1><p>${text}</p></article></html>`,
        ),
      ]),
    ),
  );
  home = await makeQueue({});
  await launchAgain();
});

/** The home of a listener who has queued a page, one that is lost, and two more. */
async function makeQueue(settings: SettingsChange): Promise<string> {
  const made = await makeHome({ voice: BEEPS, rate: 3, verbosity: "normal", ownServers: [site.address], ...settings });
  const library = await openLibrary(join(made, "library.sqlite"));
  const feed = `<rss version="2.0"><channel><title>The Coast</title>${Object.entries({
    ...STORIES,
    lost: { title: LOST, text: "A short word of it. And one more." },
  })
    .map(
      ([name, { title, text }], n) =>
        `<item><title>${title}</title><link>${site.address}/${name}</link><description>${text}</description><pubDate>Mon, 0${n + 1} Jun 2026 08:00:00 GMT</pubDate></item>`,
    )
    .join("")}</channel></rss>`;
  const app = createApp({
    fetch: {
      source: async (request, signal, own) =>
        request.kind === "address" && request.address.endsWith("/feed.xml")
          ? {
              bytes: new TextEncoder().encode(feed),
              mediaType: "application/rss+xml",
              charset: "utf-8",
              address: request.address,
              lang: null,
            }
          : fetchSource(request, { signal, own }),
      picture: (address, signal, own) => fetchPicture(address, { signal, own }),
      feed: (request, signal, own) => fetchFeed(request, { signal, own }),
    },
    library,
    engines: [],
    clock: { now: () => new Date().toISOString() },
    log: () => {},
  });
  await app.subscribe({ address: `${site.address}/feed.xml`, folder: [] });
  const items = await app.news({ list: "all", feed: null, folder: null, after: null, limit: 10 });
  const order = [STORIES.ferry.title, LOST, STORIES.bridge.title, STORIES.market.title];
  await app.enqueue({ items: order.flatMap((title) => items.find((item) => item.title === title)?.id ?? []), where: "end" });
  await app.close();
  return made;
}

afterAll(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

describe("the queue", () => {
  it("tells how long it is, and is played from its first on", async () => {
    await choose("queueLeft");
    await soon(async () => expect(await notice()).toMatch(/^About \d+ minutes? in the queue, 4 articles\.$/));
    await watchWords(page);
    await choose("playQueue");
    await expectArticle(page, STORIES.ferry.title);
    await expectPlaying(page, true);
    expect(await page.title()).toBe(`${STORIES.ferry.title} – Lectern`);
  });

  it("goes on by itself, past what can't be opened, with no word lost, no move of the focus and no change of the title", async () => {
    const { focus } = await look(page);
    await expectArticle(page, STORIES.bridge.title);
    expect([await page.title(), (await look(page)).focus]).toEqual([`${STORIES.ferry.title} – Lectern`, focus]);
    const all = [...wordsOf(STORIES.ferry.title), ...wordsOf(STORIES.ferry.text), ...wordsOf(STORIES.bridge.title)];
    await soon(async () => expect((await heard()).slice(0, all.length)).toEqual(all));
    await choose("queueLeft");
    await soon(async () => expect(await notice()).toMatch(/3 articles\.$/));
  });

  it("goes to the next and the previous article by its keys, without stopping", async () => {
    await press("Control+Shift+PageDown");
    await expectArticle(page, STORIES.market.title);
    await expectPlaying(page, true);
    await press("Control+i");
    await soon(async () => expect(await notice()).toContain("4 of 4 in the queue."));
    await press("Control+Shift+PageUp");
    await expectArticle(page, STORIES.bridge.title);
    await soon(async () => expect((await heard()).slice(-2)).toEqual(["Workers", "finished"]));
  });

  it("is where it was after everything was killed", async () => {
    const pid = lectern.app.process().pid ?? 0;
    // The place is kept every three seconds; pausing keeps it at once, which is as soon as the disk has it.
    await press("Control+Digit2");
    await expectPlaying(page, false);
    await page.waitForTimeout(1000);
    const { caption, sentence } = await look(page);
    expect(STORIES.bridge.text).toContain(sentence);
    const pids = await lectern.app.evaluate(({ app }) => app.getAppMetrics().map((one) => one.pid));
    const gone = new Promise((resolve) => lectern.app.process().once("exit", resolve));
    for (const one of [...pids, pid]) {
      try {
        process.kill(one, "SIGKILL");
      } catch {
        // It went with another one.
      }
    }
    await gone;
    await launchAgain();
    await expectArticle(page, STORIES.bridge.title);
    await expectCaption(page, caption);
    await choose("queueLeft");
    await soon(async () => expect(await notice()).toMatch(/3 articles\.$/));
    await press("Control+i");
    await soon(async () => expect(await notice()).toContain("2 of 3 in the queue."));
  });
});

describe("the bulletin", () => {
  it("says headline and source, more when it is asked for, and goes on", async () => {
    await watchWords(page);
    await choose("bulletin");
    await expectArticle(page, LOST);
    await soon(async () => expect(await sentences()).toEqual([LOST]));
    await press("Control+Digit8");
    await soon(async () => expect(await sentences()).toEqual([LOST, "A short word of it."]));
    await press("Control+Digit8");
    await soon(async () => expect(await sentences()).toEqual([LOST, "A short word of it.", "And one more."]));
    await press("Control+Digit9");
    await expectArticle(page, STORIES.bridge.title);
    // By itself, after a while.
    await expectArticle(page, STORIES.market.title);
    await press("Control+Shift+PageUp");
    await expectArticle(page, STORIES.bridge.title);
    await press("Control+Digit4");
    await expectPlaying(page, false);
  });
});

describe("some minutes", () => {
  it("show in the smallest window what fits, below the edge as it is, and leave the focus where it is", async () => {
    await lectern.resize(320, 256);
    await choose("giveMinutes");
    await expectDialog(page, "Give me some minutes");
    await page.keyboard.type("12");
    await press("Enter");
    await page.locator("dialog .plan-total").waitFor();
    const total = await page.locator("dialog .plan-total").boundingBox();
    const first = await page.locator("dialog .plan li").first().boundingBox();
    expect(total?.y).toBeGreaterThanOrEqual(0);
    expect(first?.y).toBeLessThan(256 - 24);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("give-minutes");
    await press("Escape");
    await expectDialog(page, null);
    await lectern.resize(1100, 800);
  });

  it("are asked for in words, shown, and played", async () => {
    await choose("giveMinutes");
    await expectDialog(page, "Give me some minutes");
    await page.keyboard.type("twelve minutes");
    await press("Enter");
    await soon(async () => expect(await page.locator("dialog .plan-total").textContent()).toMatch(/^\d articles?, about 1 minute\./));
    await press("Tab");
    await press("Tab");
    await press("Tab");
    await press("Enter");
    await expectDialog(page, null);
    await expectPlaying(page, true);
  });
});

describe("beside a screen reader alone", () => {
  it("goes on by key, and a bulletin is told to it", async () => {
    await lectern.close();
    await rm(home, { recursive: true, force: true });
    home = await makeQueue({ voiceMode: "screen-reader" });
    await launchAgain();
    await page.evaluate(() => {
      const told: string[] = [];
      Object.assign(window, { told });
      new MutationObserver(() => {
        const text = document.querySelector("[aria-live]")?.textContent;
        if (text && text !== told.at(-1)) told.push(text);
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
      // Where the page can send a message by itself.
      if ("ariaNotify" in document) Object.assign(document, { ariaNotify: (message: string) => told.push(message) });
    });
    const told = (): Promise<readonly string[]> => page.evaluate(() => (window as unknown as { told: readonly string[] }).told);
    await press("Control+Shift+PageDown");
    await expectArticle(page, STORIES.ferry.title);
    await press("Control+Shift+PageDown");
    await expectArticle(page, STORIES.bridge.title);
    await press("Control+i");
    // What was passed over stays in the queue.
    await soon(async () => expect(await notice()).toContain("3 of 4 in the queue."));
    await choose("bulletin");
    await soon(async () => expect((await told()).at(-1)).toBe(`${STORIES.ferry.title}. The Coast.`));
    await press("Control+Digit8");
    await soon(async () => expect((await told()).at(-1)).toBe("Boats cross again."));
    expect((await look(page)).caret).toBe(STORIES.ferry.text);
    await press("Control+Digit9");
    await soon(async () => expect((await told()).at(-1)).toBe(`${LOST}. The Coast.`));
    await expectPlaying(page, false);
  });
});

describe("ready for offline", () => {
  it("is the queue when that is wished, its rows say so, and it is read without the site", async () => {
    await lectern.close();
    await rm(home, { recursive: true, force: true });
    home = await makeQueue({});
    await launchAgain();
    await page.keyboard.press("Control+l");
    await page.getByRole("button", { name: "Queue, 4 items" }).press("Enter");
    await page.getByRole("checkbox", { name: "Keep ready for offline" }).press("Space");
    await soon(async () => expect(await notice()).toBe("Kept ready for offline: Queue"));
    await choose("makeReady");
    await soon(async () => expect(await notice()).toBe("Getting 4 articles ready for offline."));
    await soon(async () => expect(await notice()).toBe("3 articles are ready for offline. 1 article could not be had. Try again later."));
    await site.close();
    await choose("makeReadyStop");
    await soon(async () => expect(await notice()).toBe("Nothing is being made ready."));
    await choose("playQueue");
    await expectArticle(page, STORIES.ferry.title);
    await press("Control+4");
    await press("Control+l");
    const queue = page.getByRole("button", { name: /^Queue, [34] items$/ });
    await queue.press("Enter");
    // What is kept ready is looked after by itself, every ten seconds.
    const ready = page.locator("[data-row]").filter({ hasText: "ready for offline" });
    await expect.poll(() => ready.count(), { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
    await expect.poll(() => page.locator(".queue-head").textContent()).toMatch(/\d of [34] ready for offline/);
    await choose("readyState");
    await soon(async () => expect(await notice()).toMatch(/^Ready for offline: \d of [34] articles\. Room: .* of 2 GB\./));
    await choose("keepReady");
    await soon(async () => expect(await notice()).toBe("Not kept ready any more: Queue"));
    await choose("undo");
    await soon(async () => expect(await page.getByRole("checkbox", { name: "Keep ready for offline" }).isChecked()).toBe(true));
  });
});
