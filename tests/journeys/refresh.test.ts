import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openLibrary } from "../../src/library/index.ts";
import { dialogOf, expectArticle, expectDialog, expectPlaying, soon } from "./eyes.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, findRuntime, IS_ROOT, type Lectern, launch, makeHome, ROOT } from "./harness.ts";

let site: Site;
let home: string;
let lectern: Lectern;
let page: Page;
let isOver = false;
let asked = 0;
let titles: string[] = ["The ferry is back"];
const held: ServerResponse[] = [];
let isHeld = false;

const feed = (): string =>
  `<rss version="2.0"><channel><title>Harbour News</title>${titles
    .map((title) => `<item><title>${title}</title><guid isPermaLink="false">${title}</guid><description>Short.</description></item>`)
    .join("")}</channel></rss>`;

beforeAll(async () => {
  site = await openSite({
    "/feed": (_request, response) => {
      asked += 1;
      if (isHeld) held.push(response);
      else response.writeHead(200, { "content-type": "application/rss+xml" }).end(feed());
    },
    "/broken": (_request, response) => response.writeHead(500).end(),
  });
  home = await makeHome({ voice: BEEPS, refreshTime: "off", ownServers: [site.address] });
  const library = await openLibrary(join(home, "library.sqlite"));
  for (const path of ["/feed", "/broken"])
    library.feeds.add({
      address: site.address + path,
      title: path === "/feed" ? null : "Broken News",
      site: null,
      folder: [],
      added: "2026-03-02T08:00:00.000Z",
    });
  library.close();
  lectern = await launch({ home });
  page = lectern.page;
});
afterAll(async () => {
  if (!isOver) await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

const line = (): Promise<string | null> => page.locator("[data-refresh] p").textContent();
const notice = (): Promise<string | null> => page.locator(".notice").textContent();

it("looks for news on a key, shows how far it is, and says what came when it was asked for", async () => {
  await soon(async () => expect(await line()).toBe("News was not looked for yet"));
  await page.keyboard.press("Control+r");
  await soon(async () => expect(await notice()).toBe("1 new. 1 feed has a problem."));
  expect(await line()).toBe("Looked for news just now");
  await page.keyboard.press("Control+Shift+r");
  await soon(async () => expect(await notice()).toBe("Looked for news just now, Lectern looks only when you ask, 1 feed has a problem."));
});

it("says what is wrong with a feed, and what comes next", async () => {
  await page.getByRole("button", { name: "1 feed has a problem" }).press("Enter");
  await expectDialog(page, "Feeds with a problem");
  await soon(async () => expect(await dialogOf(page).textContent()).toContain("Broken News"));
  expect(await dialogOf(page).textContent()).toContain("Its site does not work at the moment. Lectern tries again by itself.");
  const { violations } = await new AxeBuilder({ page: page as never }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  await page.keyboard.press("Escape");
  await expectDialog(page, null);
});

it("stops at once on Escape, with what it has, and a second key joins the first", async () => {
  isHeld = true;
  titles = ["The ferry is late", ...titles];
  await page.keyboard.press("Control+r");
  await soon(async () => expect(held).toHaveLength(1));
  await soon(async () => expect(await line()).toMatch(/^Looking for news, \d of 2, 0 new$/));
  await page.keyboard.press("Control+r");
  await soon(async () => expect(await notice()).toMatch(/^Looking for news, \d of 2, 0 new/));
  expect(held).toHaveLength(1);
  await page.keyboard.press("Escape");
  await soon(async () => expect(await notice()).toBe("Stopped. Nothing new."));
  await soon(async () => expect(await line()).toBe("Looked for news just now"));
  expect(held[0]?.destroyed).toBe(true);
  await page.keyboard.press("Control+r");
  await soon(async () => expect(held).toHaveLength(2));
  await page.getByRole("button", { name: "Stop", exact: true }).press("Enter");
  await soon(async () => expect(await notice()).toBe("Stopped. Nothing new."));
});

it("goes on telling after the host died", async () => {
  const pid = await lectern.hostPid();
  process.kill(pid ?? 0, "SIGKILL");
  await expect.poll(async () => (await lectern.hostPid()) ?? pid).not.toBe(pid);
  isHeld = false;
  await page.keyboard.press("Control+r");
  await soon(async () => expect(await notice()).toBe("1 new. 1 feed has a problem."));
});

it("tells breaking news between two sentences, and lists it to be opened", async () => {
  await page.keyboard.press("Control+,");
  await expectDialog(page, "Settings");
  await page.getByLabel("It is told by").selectOption("headline");
  await page.getByLabel("Not at night, or at another time of each day").uncheck();
  await page.getByLabel("Words in a headline").fill("ferry, prime minister");
  await page.getByLabel("Also as a notification of the system").check();
  await page.keyboard.press("Escape");
  await expectDialog(page, null);
  await page.keyboard.press("Control+2");
  await expectPlaying(page, true);
  titles = ["The ferry sinks", ...titles];
  // What the system would show: nobody sees it here. Nothing, while the window is in use.
  await lectern.app.evaluate(({ Notification, BrowserWindow }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    Notification.isSupported = () => true;
    Notification.prototype.show = function (this: Electron.Notification) {
      shown.push(`${this.title}: ${this.body}`);
    };
    const [window] = BrowserWindow.getAllWindows();
    Object.assign(globalThis, { inUse: true });
    if (window) window.isFocused = () => (globalThis as unknown as { readonly inUse: boolean }).inUse;
  });
  const shown = (): Promise<readonly string[]> =>
    lectern.app.evaluate(() => (globalThis as unknown as { readonly shown: readonly string[] }).shown);
  await page.keyboard.press("Control+Shift+r");
  await page.evaluate(() => {
    const notices: string[] = [];
    Object.assign(window, { notices });
    new MutationObserver(() => {
      const text = document.querySelector(".notice")?.textContent ?? "";
      if (text !== "" && text !== notices.at(-1)) notices.push(text);
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
  await page.keyboard.press("Control+r");
  const notices = (): Promise<readonly string[]> => page.evaluate(() => (window as unknown as { notices: readonly string[] }).notices);
  await expect.poll(notices).toContain("Breaking news: The ferry sinks.");
  expect(await shown()).toEqual([]);
  await lectern.app.evaluate(() => Object.assign(globalThis, { inUse: false }));
  titles = ["The prime minister takes the ferry", ...titles];
  await page.keyboard.press("Control+r");
  await expect.poll(shown).toEqual([expect.stringMatching(/: The prime minister takes the ferry$/)]);
  await expectPlaying(page, true);
  await page.keyboard.press("Control+4");
  const { app } = lectern;
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("breakingNews")?.click());
  await expectDialog(page, "Breaking news");
  // The newest first.
  await soon(async () =>
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^The prime minister takes the ferry/),
  );
  expect(await dialogOf(page).textContent()).toContain("The ferry sinks");
  await page.keyboard.press("Escape");
  await expectDialog(page, null);
});

it("says so where nothing is to be stopped", async () => {
  const { app } = lectern;
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("refreshStop")?.click());
  await soon(async () => expect(await notice()).toBe("Nothing is being looked for."));
});

/** Starts Lectern a second time, as somebody does who sees no window of it. */
async function startAgain(...args: readonly string[]): Promise<void> {
  const { executable } = await findRuntime();
  const second = spawn(executable, [...(IS_ROOT ? ["--no-sandbox"] : []), "--disable-gpu", ROOT, ...args], {
    cwd: site.folder,
    env: { ...process.env, LECTERN_HOME: home },
    stdio: "ignore",
  });
  expect(await new Promise((resolve) => second.once("close", resolve))).toBe(0);
}

it("stays without its window where that is asked for, comes back with the article when it is started again, and quits as a whole", async () => {
  const { app } = lectern;
  // The tray itself is the system's: its menu is kept when it is made.
  await app.evaluate(({ Menu }) => {
    const build = Menu.buildFromTemplate;
    Menu.buildFromTemplate = (template) => {
      const menu = build(template);
      if (menu.items[0]?.label === "Open Lectern") Object.assign(globalThis, { tray: menu });
      return menu;
    };
  });
  await startAgain("long.txt");
  await expectArticle(page, "The long way round");
  await page.keyboard.press("Control+,");
  await expectDialog(page, "Settings");
  await page.getByLabel("Keep looking for news when the window is closed").check();
  const { violations } = await new AxeBuilder({ page: page as never }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  await page.keyboard.press("Escape");
  await expectDialog(page, null);
  await page.keyboard.press("Control+2");
  await expectPlaying(page, true);
  const host = await lectern.hostPid();
  const windows = (): Promise<number> => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(windows).toBe(0);
  const before = asked;
  await app.evaluate(() => (globalThis as unknown as { tray: Electron.Menu }).tray.items[1]?.click());
  await expect.poll(() => asked).toBe(before + 1);
  expect(await lectern.hostPid()).toBe(host);

  const opened = app.waitForEvent("window");
  await startAgain();
  page = await opened;
  await expectArticle(page, "The long way round");
  await expectPlaying(page, false);
  expect(await lectern.hostPid()).toBe(host);

  const ended = new Promise((resolve) => app.process().once("exit", resolve));
  // The page may be gone before the key is let go.
  await page.keyboard.press("Control+q").catch(() => {});
  expect(await ended).toBe(0);
  isOver = true;
  // The system may still have to clear it away.
  await soon(async () => expect(() => process.kill(host ?? 0, 0)).toThrow());
});
