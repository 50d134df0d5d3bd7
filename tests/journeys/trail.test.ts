import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectArticle, expectCaption, expectDialog, expectPlaying, headline, look, openAddress, soon } from "./eyes.ts";
import { faultsOf } from "./faults.ts";
import { NEXT_PARAGRAPH, openSite, type Site, THIRD } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

const FIRST_TITLE = "The harbour opens again";
const SECOND_TITLE = "The gate to the sea";
const TITLES = ["Ferry returns after repairs", "Market moves to the quay", "Night trains are back"];

let site: Site;
let home: string;
let lectern: Lectern;
let page: Page;
const press = (key: string): Promise<void> => page.keyboard.press(key);
const back = (): Promise<void> => press("Control+Backspace");
const forward = (): Promise<void> => press("Control+Shift+Backspace");
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");
const expectFocus = (words: string | RegExp): Promise<void> =>
  soon(async () => expect(await focused()).toEqual(typeof words === "string" ? words : expect.stringMatching(words)));
const expectNotice = (notice: string | RegExp): Promise<void> =>
  soon(async () => expect((await look(page)).notice).toEqual(typeof notice === "string" ? notice : expect.stringMatching(notice)));
const crumbs = (): Promise<readonly string[]> => page.locator("nav.crumbs button").allTextContents();
const current = (): Promise<string | null> => page.locator("nav.crumbs [aria-current='location']").textContent();

beforeAll(async () => {
  const send =
    (type: string, body: () => string) =>
    (_request: unknown, response: ServerResponse): void => {
      response.setHeader("content-type", type);
      response.end(body());
    };
  const story = (title: string): string =>
    `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1><p>The captain said on Monday that all went well, and that the crew had waited for this day for many months.</p><h2>How it went</h2><p>People came from both shores of the bay to see it, and stayed until the lamps were lit and the band had gone home for the night.</p></article></html>`;
  const feed = (): string =>
    `<rss version="2.0"><channel><title>Harbour Daily</title>${TITLES.map(
      (title, n) =>
        `<item><title>${title}</title><link>${site.address}/story-${n}</link><guid>${title}</guid><pubDate>${new Date(Date.now() - (n + 1) * 60_000).toUTCString()}</pubDate></item>`,
    ).join("")}</channel></rss>`;
  site = await openSite({
    "/feed.xml": send("application/rss+xml", feed),
    ...Object.fromEntries(TITLES.map((title, n) => [`/story-${n}`, send("text/html; charset=utf-8", () => story(title))])),
  });
  home = await makeHome({ voice: BEEPS, rate: 2 });
  lectern = await launch({ home, args: [`${site.address}/first`] });
  page = lectern.page;
  await expectArticle(page, FIRST_TITLE);
});

afterAll(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

describe("back and forward", () => {
  it("say where there is nothing, and move nothing", async () => {
    const before = await look(page);
    await back();
    await expectNotice("Nothing is further back.");
    await forward();
    await expectNotice("Nothing is further forward.");
    expect({ ...(await look(page)), notice: "" }).toEqual({ ...before, notice: "" });
  });

  it("return to the exact sentence and to the link that was followed", async () => {
    for (const _ of "abcd") await press("Control+Digit3");
    await expectCaption(page, THIRD);
    const link = page.getByRole("link", { name: "a gate to the sea" });
    await link.focus();
    await press("Enter");
    await expectDialog(page, "Link: a gate to the sea");
    await press("Enter");
    await expectArticle(page, SECOND_TITLE);
    await press("Control+Digit3");
    const there = (await look(page)).caption;
    await back();
    await expectArticle(page, FIRST_TITLE);
    await expectCaption(page, THIRD);
    await expectFocus("a gate to the sea");
    await soon(async () => expect((await look(page)).caret).toMatch(/^A band played on the quay/));
    await expectNotice(/^The harbour opens again\. A band played on the quay until noon\. a gate to the sea, link\.$/);
    await expectPlaying(page, false);
    await forward();
    await expectArticle(page, SECOND_TITLE);
    await expectCaption(page, there);
    await back();
    await expectCaption(page, THIRD);
    await expectFocus("a gate to the sea");
  });

  it("return from a place of the same article, and go on sounding there", async () => {
    await press("Control+F7");
    await expectDialog(page, "Go to");
    await page.getByRole("dialog").getByRole("button", { name: "What comes next" }).press("Enter");
    await expectDialog(page, null);
    await expectCaption(page, "Section: What comes next");
    await back();
    await expectCaption(page, THIRD);
    await forward();
    await expectCaption(page, "Section: What comes next");
    await press("Control+Digit2");
    await expectPlaying(page, true);
    await back();
    await soon(async () => expect([THIRD, NEXT_PARAGRAPH]).toContain((await look(page)).caption));
    await expectPlaying(page, true);
    await press("Control+Digit4");
    await expectPlaying(page, false);
  });

  it("return to the row of the list that an article was opened from, and to its search", async () => {
    await press("Control+n");
    await expectDialog(page, "Subscribe");
    await page.keyboard.type(`${site.address}/feed.xml`);
    await press("Enter");
    await expectFocus("Subscribe");
    await press("Enter");
    await expectDialog(page, null);
    await expectFocus(/^Ferry returns/);
    await press("ArrowDown");
    await expectFocus(/^Market moves/);
    await press("Enter");
    await expectArticle(page, TITLES[1] ?? "");
    await soon(async () => expect(await crumbs()).toEqual(["Library", "Today", TITLES[1]]));
    await back();
    // The article begins with the same words as the row.
    await soon(async () => expect(await page.locator("#library:visible").count()).toBe(1));
    await expectFocus(/^Market moves/);
    await press("Control+Shift+f");
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-text"));
    await page.keyboard.type("captain");
    await press("Enter");
    await expectNotice(/^\d found\.$/);
    await page.locator("[data-hit='0']").focus();
    await soon(async () => expect(await crumbs()).toEqual(["Library", "Search: captain"]));
    await press("Enter");
    await soon(async () => expect((await crumbs()).slice(0, 2)).toEqual(["Library", "Search: captain"]));
    await soon(async () => expect(await crumbs()).toHaveLength(3));
    await back();
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.getAttribute("data-hit"))).toBe("0"));
    // In the list it was the search box that had the focus last.
    await back();
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-text"));
    await soon(async () => expect(await crumbs()).toEqual(["Library", "Today"]));
  });

  it("are the mouse's side buttons, and the keyboard's own keys, once each", async () => {
    await press("Control+l");
    await soon(async () => expect(await page.locator("#article:visible").count()).toBe(1));
    const side = (button: "back" | "forward"): Promise<void> =>
      page.evaluate((name) => {
        document.body.dispatchEvent(new MouseEvent("mouseup", { bubbles: true, cancelable: true, button: name === "back" ? 3 : 4 }));
      }, button);
    await side("back");
    await soon(async () => expect(await page.locator("#library:visible").count()).toBe(1));
    await side("forward");
    await soon(async () => expect(await page.locator("#article:visible").count()).toBe(1));
  });

  it.runIf(process.platform === "linux")("come from the real keys and buttons of the X server, once each", async () => {
    const xdotool = async (...args: readonly string[]): Promise<string> => (await promisify(execFile)("xdotool", [...args])).stdout;
    const [window] = (await xdotool("search", "--sync", "--onlyvisible", "--name", "Lectern")).trim().split("\n");
    await xdotool("windowfocus", "--sync", window ?? "");
    await soon(async () => expect(await page.evaluate(() => document.hasFocus())).toBe(true));
    // Three spots that all look different: the article, today's list, and the article of the loopback site.
    await openAddress(page, `${site.address}/second`);
    await expectArticle(page, SECOND_TITLE);
    for (const [away, home] of [
      [
        ["key", "XF86Back"],
        ["key", "XF86Forward"],
      ],
      [
        ["key", "ctrl+BackSpace"],
        ["key", "ctrl+shift+BackSpace"],
      ],
      [
        ["mousemove", "--window", window ?? "", "300", "300", "click", "8"],
        ["click", "9"],
      ],
    ] as const) {
      await xdotool(...away);
      await soon(async () => expect(await headline(page)).not.toBe(SECOND_TITLE));
      await page.waitForTimeout(300);
      expect(await page.locator("#article:visible").count()).toBe(1);
      await xdotool(...home);
      await expectArticle(page, SECOND_TITLE);
      await page.waitForTimeout(300);
      await forward();
      await expectNotice("Nothing is further forward.");
      await press("Control+Digit1");
    }
  });

  it("leave a word to be deleted where text is edited", async () => {
    await press("Control+o");
    await expectDialog(page, "Open");
    await page.keyboard.type("one two");
    await back();
    await expectDialog(page, "Open");
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value.trim())).toBe("one");
    await press("Escape");
    await expectDialog(page, null);
  });
});

describe("where one is", () => {
  it("is a landmark of its own, and follows the section without a word", async () => {
    await openAddress(page, `${site.address}/first`);
    await expectArticle(page, FIRST_TITLE);
    await expect.poll(() => page.getByRole("navigation", { name: "Where you are" }).count()).toBe(1);
    for (let n = 0; n < 6 && (await look(page)).caption !== "Section: The figures"; n += 1) await press("Control+PageDown");
    await soon(async () => expect(await crumbs()).toEqual(["Library", FIRST_TITLE, "The figures"]));
    expect(await current()).toBe("The figures");
    expect(await page.locator("nav.crumbs [aria-live], nav.crumbs[aria-live]").count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
  });

  it("is a way there: to the article's beginning, its list and the library", async () => {
    await page.locator("nav.crumbs button", { hasText: FIRST_TITLE }).press("Enter");
    await expectCaption(page, FIRST_TITLE);
    await soon(async () => expect(await crumbs()).toEqual(["Library", FIRST_TITLE]));
    await page.locator("nav.crumbs button", { hasText: "Library" }).press("Enter");
    await soon(async () => expect(await page.locator("#library:visible").count()).toBe(1));
    await soon(async () => expect(await crumbs()).toEqual(["Library", "Today"]));
    await page.locator("nav.crumbs button", { hasText: "Library" }).press("Enter");
    await expectFocus(/^Today/);
    expect(await faultsOf(page)).toEqual([]);
  });

  it("keeps its words while somebody walks through it", async () => {
    await press("Control+l");
    await soon(async () => expect(await page.locator("#article:visible").count()).toBe(1));
    await page.locator("nav.crumbs button").first().focus();
    await press("Control+PageDown");
    await expectCaption(page, "Section: What was built");
    expect(await crumbs()).toEqual(["Library", FIRST_TITLE]);
    await page.locator("[data-play]").focus();
    await soon(async () => expect(await crumbs()).toEqual(["Library", FIRST_TITLE, "What was built"]));
  });
});
