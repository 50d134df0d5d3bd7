import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type NewItem, openLibrary } from "../../src/library/index.ts";
import { expectArticle, expectCaption, expectDialog, expectPlaying, headline, look, soon } from "./eyes.ts";
import { CONTRAST, faultsOf } from "./faults.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

const SENTENCE = "Tickets for the lighthouse cost less than they did.";
const STORIES = ["Ferry returns after repairs", "Éclair is the prize of the bakers", "Market moves to the quay", "Night trains are back"];
const story = (title: string): string =>
  `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1>
   <p>The captain of ${title.toLowerCase()} said on Monday that all went well, and that the crew had waited for this day for many months.</p>
   ${title === STORIES[2] ? `<p>There is more to tell of the town. ${SENTENCE} Children go in free.</p>` : ""}
   <p>People came from both shores of the bay to see it, and stayed until the lamps were lit and the band had gone home for the night.</p></article></html>`;
const feedOf = (address: string, titles: readonly string[]): string =>
  `<rss version="2.0"><channel><title>Harbour Daily</title>${titles
    .map(
      (title, n) =>
        `<item><title>${title}</title><link>${address}/story-${n}</link><guid>${title}</guid><pubDate>${new Date(Date.now() - (n + 1) * 60_000).toUTCString()}</pubDate><description>${title}.</description></item>`,
    )
    .join("")}</channel></rss>`;

/** The row that has the focus: its words, and which of how many it is. */
const row = (page: Page): Promise<readonly [string, string]> =>
  page.evaluate(() => {
    const item = document.activeElement?.closest("li");
    return [document.activeElement?.textContent ?? "", `${item?.getAttribute("aria-posinset")} of ${item?.getAttribute("aria-setsize")}`];
  });
const expectRow = (page: Page, words: RegExp, place: string): Promise<void> =>
  soon(async () => expect(await row(page)).toEqual([expect.stringMatching(words), place]));
const expectNotice = (page: Page, notice: string): Promise<void> => soon(async () => expect((await look(page)).notice).toBe(notice));

describe("who subscribes to a site", () => {
  let site: Site;
  let home: string;
  let lectern: Lectern;
  let page: Page;
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  beforeAll(async () => {
    const answer =
      (
        type: string,
        body: () => string,
      ): Parameters<typeof openSite>[0] extends infer _
        ? (request: unknown, response: import("node:http").ServerResponse) => void
        : never =>
      (_request, response) => {
        response.setHeader("content-type", type);
        response.end(body());
      };
    site = await openSite({
      "/": answer(
        "text/html",
        () => '<!doctype html><title>Harbour</title><link rel="alternate" type="application/rss+xml" href="/feed.xml">',
      ),
      "/feed.xml": answer("application/rss+xml", () => feedOf(site.address, STORIES)),
      ...Object.fromEntries(STORIES.map((title, n) => [`/story-${n}`, answer("text/html; charset=utf-8", () => story(title))])),
    });
    home = await makeHome({ voice: BEEPS, rate: 2 });
    lectern = await launch({ home, args: [`${site.address}/first`] });
    page = lectern.page;
    await expectArticle(page, "The harbour opens again");
  });
  afterAll(async () => {
    await lectern.close();
    await site.close();
    await rm(home, { recursive: true, force: true });
  });

  it("is told what the site has, and is at today's first headline", async () => {
    await press("Control+l");
    await soon(async () => expect(await page.getByRole("heading", { level: 2 }).allTextContents()).toContain("No feeds yet"));
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Give an address"));
    expect(await faultsOf(page)).toEqual([]);
    await press("Control+n");
    await expectDialog(page, "Subscribe");
    await page.keyboard.type(`${site.address}/`);
    await press("Enter");
    await expectNotice(page, "Found: Harbour Daily");
    expect(await page.getByRole("dialog").textContent()).toContain("4 items. The newest: Ferry returns after repairs");
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Subscribe"));
    expect(await faultsOf(page)).toEqual([]);
    await press("Enter");
    await expectDialog(page, null);
    await expectNotice(page, "Subscribed to 1 feed.");
    await expectRow(page, /^Ferry returns after repairs, Harbour Daily, (just now|1 minute ago), unread$/, "1 of 4");
  });

  it("queues three, opens one, and is at the same row afterwards", async () => {
    await press("Control+e");
    await expectNotice(page, "In the queue: Ferry returns after repairs");
    for (const title of [/^Éclair/, /^Market/]) {
      await press("ArrowDown");
      await soon(async () => expect((await row(page))[0]).toMatch(title));
      await press("Control+e");
    }
    await expectRow(page, /unread, in the queue$/, "3 of 4");
    await soon(async () => expect(await page.getByRole("button", { name: "Queue, 3 items" }).count()).toBe(1));
    await press("Enter");
    await expectArticle(page, "Market moves to the quay");
    expect(await page.title()).toBe("Market moves to the quay – Lectern");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("article");
    await press("Control+l");
    await expectRow(page, /, in the queue, kept offline$/, "3 of 4");
    expect(await page.title()).toBe("Today – Library – Lectern");
  });

  it("takes back what was marked and removed", async () => {
    await press("Control+Shift+m");
    await expectNotice(page, "Marked as read: 2 items");
    await press("Control+z");
    await expectNotice(page, "Undone. Marked as read: 2 items");
    await soon(async () => expect(await page.getByRole("button", { name: /^Ferry returns.*unread/ }).count()).toBe(1));
    await press("Control+e");
    await expectRow(page, /minutes? ago, 1 minute long, kept offline$/, "3 of 4");
    await press("Control+z");
    await expectRow(page, /in the queue, kept offline$/, "3 of 4");
  });

  it("finds it again by what was in it, and hears it from that sentence", async () => {
    await press("Control+f");
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-text"));
    await page.keyboard.type("tickets lighthouse");
    await press("Enter");
    await expectNotice(page, "1 found.");
    expect(await page.locator("mark").allTextContents()).toEqual(["Tickets", "lighthouse"]);
    expect(await faultsOf(page)).toEqual([]);
    await press("F6");
    await press("Shift+F6");
    await soon(async () => expect((await row(page))[0]).toContain(SENTENCE));
    await press("Control+Enter");
    await expectPlaying(page, true);
    await expectCaption(page, SENTENCE);
    expect(await headline(page)).toBe("Market moves to the quay");
    await press("Control+Digit4");
  });

  it("shows in the smallest window what it found, and leaves the focus where it is", async () => {
    await lectern.resize(320, 256);
    await press("Control+Shift+f");
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-text"));
    await page.keyboard.type("tickets");
    await press("Enter");
    const count = page.locator("#library .hint", { hasText: "tickets" });
    await page.locator("[data-hit]").first().waitFor();
    const floor = (await page.locator("[data-player]").boundingBox())?.y ?? 0;
    expect((await count.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    expect((await page.locator("[data-hit]").first().boundingBox())?.y).toBeLessThan(floor - 24);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-text");
    await lectern.resize(1100, 800);
  });

  it("finds nothing, and a mistake, in words", async () => {
    await press("Control+Shift+f");
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-text"));
    await page.keyboard.type("zeppelin");
    await press("Enter");
    await soon(async () => expect(await page.locator("#library").textContent()).toContain("Nothing has this."));
    await press("Control+a");
    await page.keyboard.type("date:soon");
    await press("Enter");
    await soon(async () => expect(await page.locator("#library").textContent()).toContain("This can’t be looked for."));
  });

  it("is faultless in each theme, as a list and in its dialogs", async () => {
    await page.getByRole("button", { name: "Back to the list" }).focus();
    await press("Enter");
    await expectRow(page, /in the queue, kept offline$/, "3 of 4");
    expect(await faultsOf(page)).toEqual([]);
    for (let theme = 0; theme < 6; theme += 1) {
      await lectern.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("nextTheme")?.click());
      await page.waitForTimeout(50);
      expect(await faultsOf(page, CONTRAST)).toEqual([]);
    }
    await press("Shift+F10");
    await expectDialog(page, "Market moves to the quay");
    expect(await faultsOf(page)).toEqual([]);
    await press("Escape");
    for (const [id, name] of [
      ["listSettings", "Lists of news"],
      ["starterFeeds", "Sources to begin with"],
      ["feedSettings", "Feed: Harbour Daily"],
    ] as const) {
      await lectern.app.evaluate(({ Menu }, command) => Menu.getApplicationMenu()?.getMenuItemById(command)?.click(), id);
      await expectDialog(page, name);
      expect(await faultsOf(page)).toEqual([]);
      await press("Escape");
      await expectDialog(page, null);
    }
  });
});

describe("among ten thousand", () => {
  const COUNT = 10_000;
  const WORDS = ["Anchor", "Breeze", "Éclair", "„Dock“", "Паром", "Ferry"];
  let site: Site;
  let home: string;
  let lectern: Lectern;
  let page: Page;
  const titles = ["Zephyr rises over the bay", "Zebra seen on the quay"];
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  beforeAll(async () => {
    site = await openSite({
      "/feed.xml": (_request, response) => {
        response.setHeader("content-type", "application/rss+xml");
        response.end(feedOf(site.address, titles));
      },
    });
    home = await makeHome({ voice: BEEPS, refreshTime: "off", ownServers: [site.address] });
    const library = await openLibrary(join(home, "library.sqlite"));
    const now = new Date().toISOString();
    const { id } = library.feeds.add({
      address: `${site.address}/feed.xml`,
      title: "Harbour Daily",
      site: null,
      folder: ["Local"],
      added: now,
    });
    const item = (n: number): NewItem => ({
      key: `k${n}`,
      link: null,
      title: `${WORDS[n % WORDS.length]} ${n}`,
      summary: "",
      content: null,
      author: null,
      image: null,
      enclosures: null,
      published: new Date(Date.now() - (n + 90) * 60_000).toISOString(),
      words: 400,
      text: "",
      digest: `${n}`,
    });
    library.items.keep(
      id,
      Array.from({ length: COUNT }, (_, n) => item(n)),
      now,
    );
    library.close();
    lectern = await launch({ home, args: [`${site.address}/first`] });
    page = lectern.page;
    await expectArticle(page, "The harbour opens again");
    await press("Control+l");
    // Soon after midnight nothing of it is of today.
    await page.getByRole("button", { name: "All", exact: true }).focus();
    await press("Enter");
    await soon(async () => expect(await page.locator("#library h1").allTextContents()).toEqual(["All"]));
    await soon(async () => expect(await page.locator("li[aria-setsize='10000']").count()).toBeGreaterThan(0));
    await press("F6");
    await expectRow(page, /^Anchor 0, /, "1 of 10000");
  });
  afterAll(async () => {
    await lectern.close();
    await site.close();
    await rm(home, { recursive: true, force: true });
  });

  it("the last is reached at once, and every row on the way back by one key", async () => {
    await press("End");
    await expectRow(page, /^„Dock“ 9999, /, "10000 of 10000");
    await press("ArrowUp");
    await expectRow(page, /^Éclair 9998, /, "9999 of 10000");
    await press("Home");
    await expectRow(page, /^Anchor 0, /, "1 of 10000");
    // Through some windows of rows, quicker than they are drawn.
    for (let presses = 0; presses < 150; presses += 1) await press("ArrowDown");
    await expectRow(page, /^Anchor 150, /, "151 of 10000");
    await press("PageUp");
    await expectRow(page, /^Ferry? ?|^„|^Паром|^Breeze|^Éclair|^Anchor/, "141 of 10000");
    expect(await page.locator("[data-row]").count()).toBeLessThan(200);
    const place = await page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? -1);
    expect(place).toBeGreaterThan(0);
    expect(place).toBeLessThan(await page.evaluate(() => document.querySelector("[data-player]")?.getBoundingClientRect().top ?? 0));
  });

  it("a title is found by its first letters, whatever their accents and script", async () => {
    await press("Home");
    await expectRow(page, /^Anchor 0, /, "1 of 10000");
    await page.keyboard.type("ecl");
    await expectRow(page, /^Éclair 2, /, "3 of 10000");
    // The next letters begin anew.
    await page.waitForTimeout(1100);
    await page.keyboard.insertText("п");
    await page.evaluate(() =>
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "п", bubbles: true, cancelable: true })),
    );
    await expectRow(page, /^Паром 4, /, "5 of 10000");
    await page.waitForTimeout(1100);
    await page.keyboard.type("dock 99");
    await expectRow(page, /^„Dock“ 99, /, "100 of 10000");
  });

  it("new ones move neither rows nor focus, and come when they are asked for", async () => {
    const before = await row(page);
    const top = await page.evaluate(() => document.activeElement?.getBoundingClientRect().top);
    await press("Control+r");
    await soon(async () => expect(await page.getByRole("button", { name: "2 new. Show them" }).count()).toBe(1));
    expect(await row(page)).toEqual(before);
    expect(await page.evaluate(() => document.activeElement?.matches("[data-row]"))).toBe(true);
    // The line that says so is above; what is read stays under the eyes, but for the line itself.
    expect(Math.abs(((await page.evaluate(() => document.activeElement?.getBoundingClientRect().top)) ?? 0) - (top ?? 0))).toBeLessThan(60);
    await lectern.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("showNew")?.click());
    await expectRow(page, /^Zephyr rises over the bay, /, "1 of 10002");
  });

  it("has room at 400 %", async () => {
    await lectern.resize(320, 256);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await faultsOf(page)).toEqual([]);
    await page.locator("[data-row='0']").focus();
    await press("End");
    await expectRow(page, /^„Dock“ 9999, /, "10002 of 10002");
    await lectern.resize(1100, 800);
  });

  it("shows another list from its beginning", async () => {
    await page.locator("[data-list]", { hasText: /^Unread/ }).focus();
    await page.evaluate(() => scrollTo({ top: 3000, behavior: "instant" }));
    await press("Enter");
    await soon(async () => expect(await page.locator("#library h1:visible").textContent()).toBe("Unread"));
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.matches("[data-list]"))).toBe(true);
  });

  it("shows another list in the place of the lists, where they lay over it", async () => {
    await lectern.resize(320, 256);
    const lists = page.locator("#lists .unfold");
    await lists.focus();
    await press("Enter");
    await page.locator("[data-list]", { hasText: /^Starred/ }).focus();
    await press("Enter");
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Starred"));
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    expect(await lists.getAttribute("aria-expanded")).toBe("false");
    const { top, bottom } = await page.evaluate(() => (document.activeElement as Element).getBoundingClientRect());
    const floor = await page.evaluate(() => document.querySelector("[data-player]")?.getBoundingClientRect().top ?? 0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(floor);
    await lectern.resize(1100, 800);
  });
});
