import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { COMMANDS, type CommandId } from "../../src/contract/index.ts";
import { dialogOf, expectArticle, expectCaption, expectDialog, expectPlaying, headline, look, soon } from "./eyes.ts";
import { FIRST, openSite, SECOND, type Site, THIRD } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";
import { fingersFor, LAYOUTS, setLayout } from "./keyboard-layout.ts";

const TITLE = "The harbour opens again";
const LOADED = "Section: What was built";

let site: Site;
let home: string;
let lectern: Lectern;
let page: Page;

const xdotool = async (...args: readonly string[]): Promise<string> => (await promisify(execFile)("xdotool", [...args])).stdout;

/** The layout of the keyboard: the number of one, for `verify:long`; that of the display else. */
const LAYOUT = process.env.LECTERN_LAYOUT === undefined ? undefined : LAYOUTS[Number(process.env.LECTERN_LAYOUT)];

/** Presses real keys of the X server: what a keyboard sends, through menus and all. */
const press = (keys: string): Promise<string> => xdotool("key", "--clearmodifiers", LAYOUT ? fingersFor(keys, LAYOUT) : keys);

beforeAll(async () => {
  if (LAYOUT) await setLayout(LAYOUT);
  site = await openSite();
  home = await makeHome({ voice: BEEPS, rate: 2 });
  lectern = await launch({ home, args: [`${site.address}/first`] });
  page = lectern.page;
  await expectArticle(page, TITLE);
  const [window] = (await xdotool("search", "--sync", "--onlyvisible", "--name", "Lectern")).trim().split("\n");
  await xdotool("windowfocus", "--sync", window ?? "");
  await soon(async () => expect(await page.evaluate(() => document.hasFocus())).toBe(true));
});

afterAll(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
  if (LAYOUT) await setLayout({ name: "us", latin: true });
});

/** The window's state that keys change: all of it is compared, so that a key that does more than it should is found out. */
const state = async (): Promise<Readonly<Record<string, unknown>>> => {
  const seen = await look(page);
  const rest = await page.evaluate(() => ({
    size: document.documentElement.style.fontSize,
    rate: document.querySelector(".rate")?.textContent,
    dialogs: [...document.querySelectorAll("dialog[open] h2")].map((title) => title.textContent),
    marker: "marker" in window,
    view: document.querySelector("[data-view]:not([hidden])")?.getAttribute("data-view"),
  }));
  const zoom = await lectern.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getZoomFactor()),
  );
  return { caption: seen.caption, playing: seen.playing, title: await headline(page), zoom, ...rest };
};

/** Waits until the state is what it was but for this change, and stays so. */
async function expectChange(before: Readonly<Record<string, unknown>>, change: Readonly<Record<string, unknown>>): Promise<void> {
  await soon(async () => expect(await state()).toEqual({ ...before, ...change }));
  // What a key does a second time comes at once too.
  await page.waitForTimeout(150);
  expect(await state()).toEqual({ ...before, ...change });
}

/** Silent at the article's first sentence, without dialogs, at the usual size and pace. */
beforeEach(async () => {
  for (let presses = 0; presses < 3 && (await dialogOf(page).count()) > 0; presses += 1) await page.keyboard.press("Escape");
  await expectDialog(page, null);
  if ((await page.locator("#library:visible").count()) > 0) await page.keyboard.press("Control+l");
  if ((await look(page)).playing) await page.keyboard.press("Control+Digit4");
  await expectPlaying(page, false);
  await page.keyboard.press("Control+Digit0");
  for (let presses = 0; presses < 8 && (await look(page)).caption !== TITLE; presses += 1) await page.keyboard.press("Control+PageUp");
  await page.keyboard.press("Control+Digit3");
  await page.keyboard.press("Control+Digit3");
  await page.keyboard.press("Control+Digit3");
  await expectCaption(page, SECOND);
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    Object.assign(window, { marker: true });
  });
});

/** The keys of a command, as X names them, and what they change; null: nothing that lasts, see the notice. */
interface Row {
  readonly command: CommandId;
  readonly keys: readonly string[];
  readonly change: Readonly<Record<string, unknown>>;
  /** The answer that is shown. */
  readonly notice?: RegExp;
}

const TABLE: readonly Row[] = [
  { command: "open", keys: ["ctrl+o"], change: { dialogs: ["Open"] } },
  { command: "paste", keys: ["ctrl+shift+v"], change: { dialogs: ["Paste an article"] } },
  { command: "play", keys: ["ctrl+2", "F5", "XF86AudioPlay"], change: { playing: true } },
  { command: "previousSentence", keys: ["ctrl+1"], change: { caption: FIRST } },
  { command: "nextSentence", keys: ["ctrl+3"], change: { caption: THIRD } },
  { command: "previousParagraph", keys: ["alt+Left"], change: { caption: FIRST } },
  { command: "nextParagraph", keys: ["alt+Right"], change: { caption: "The work took three whole years." } },
  { command: "previousSection", keys: ["ctrl+Page_Up"], change: { caption: TITLE } },
  { command: "nextSection", keys: ["ctrl+Page_Down"], change: { caption: LOADED } },
  { command: "repeat", keys: ["ctrl+5"], change: { playing: true } },
  { command: "explain", keys: ["ctrl+6"], change: {}, notice: /^The article explains no short name in this sentence\.$/ },
  { command: "fixPronunciation", keys: ["ctrl+7"], change: { dialogs: ["Fix a pronunciation"] } },
  { command: "whereAmI", keys: ["ctrl+i"], change: {}, notice: /^The harbour opens again\. Section 1 of 4/ },
  { command: "slower", keys: ["ctrl+shift+comma"], change: { rate: "1.9×" } },
  { command: "faster", keys: ["ctrl+shift+period"], change: { rate: "2.25×" } },
  { command: "largerText", keys: ["ctrl+equal", "ctrl+plus", "ctrl+KP_Add"], change: { size: "125%" } },
  { command: "smallerText", keys: ["ctrl+minus", "ctrl+KP_Subtract"], change: { size: "90%" } },
  { command: "resetText", keys: ["ctrl+0"], change: {} },
  { command: "elements", keys: ["ctrl+F7"], change: { dialogs: ["Go to"] } },
  { command: "settings", keys: ["ctrl+comma"], change: { dialogs: ["Settings"] } },
  { command: "help", keys: ["F1"], change: { dialogs: ["Keys"] } },
  { command: "find", keys: ["ctrl+f"], change: { dialogs: ["Find in the article"] } },
  { command: "findNext", keys: ["F3"], change: { dialogs: ["Find in the article"] } },
  { command: "findPrevious", keys: ["shift+F3"], change: { dialogs: ["Find in the article"] } },
  { command: "library", keys: ["ctrl+l"], change: { view: "library" } },
  { command: "subscribe", keys: ["ctrl+n"], change: { view: "library", dialogs: ["Subscribe"] } },
  { command: "findLibrary", keys: ["ctrl+shift+f"], change: { view: "library" } },
  { command: "playRow", keys: ["ctrl+Return"], change: { playing: true } },
  ...(
    [
      ["queueNext", "ctrl+shift+e"],
      ["queueEnd", "ctrl+e"],
      ["starRow", "ctrl+s"],
      ["markRow", "ctrl+m"],
      ["markAbove", "ctrl+shift+m"],
      ["moveUp", "ctrl+u"],
      ["moveDown", "ctrl+d"],
    ] as const
  ).map(([command, key]): Row => ({ command, keys: [key], change: {}, notice: /^There is no item here\. Go to one first\.$/ })),
  { command: "undo", keys: ["ctrl+z"], change: {}, notice: /^There is nothing to undo in the library\.$/ },
  { command: "nextArticle", keys: ["ctrl+shift+Page_Down"], change: {}, notice: /^The queue is empty\.$/ },
  { command: "previousArticle", keys: ["ctrl+shift+Page_Up"], change: {}, notice: /^No article comes before in the queue\.$/ },
  { command: "more", keys: ["ctrl+8"], change: {}, notice: /^There is no bulletin\. It is in the Listen menu\.$/ },
  { command: "refresh", keys: ["ctrl+r"], change: {}, notice: /^You have no feeds yet\.$/ },
  { command: "refreshStatus", keys: ["ctrl+shift+r"], change: {}, notice: /^You have no feeds yet\.$/ },
  { command: "takeAlong", keys: ["ctrl+shift+s"], change: { dialogs: ["Take along"] } },
  { command: "bookmark", keys: ["ctrl+b"], change: {}, notice: /^Bookmarked: Hundreds of people/ },
  { command: "palette", keys: ["ctrl+shift+p"], change: { dialogs: ["All commands"] } },
];

describe.runIf(process.platform === "linux")("each key acts exactly once", () => {
  it("shift+F1 describes keys until Escape", async () => {
    const before = await state();
    await press("shift+F1");
    await soon(async () => expect((await look(page)).notice).toBe("Press any key to hear what it does. Escape ends."));
    await press("ctrl+2");
    // As the key of the layout is called.
    const label = LAYOUT ? "\\S+" : "2";
    await soon(async () => expect((await look(page)).notice).toMatch(new RegExp(`^Ctrl\\+${label}: Play or pause\\.$`)));
    await press("Escape");
    await soon(async () => expect((await look(page)).notice).toBe("Keys do their work again."));
    expect(await state()).toEqual(before);
  });

  it("and each command that has one is here", () => {
    // `quit` ends another Lectern: that of the news. Back and forward need somewhere to go: that of the trail.
    const elsewhere = ["back", "forward", "stop", "describeKeys", "nextRegion", "previousRegion", "quit"];
    const tested = new Set<string>([...TABLE.map(({ command }) => command), ...elsewhere]);
    expect(Object.entries(COMMANDS).flatMap(([id, { keys }]) => (keys.length > 0 && !tested.has(id) ? [id] : []))).toEqual([]);
  });

  it.each(TABLE.flatMap((row) => row.keys.map((key) => ({ ...row, key }))))("$key: $command", async ({ key, change, notice, command }) => {
    const before = await state();
    await press(key);
    if (command === "play" || command === "playRow" || command === "repeat") {
      // The caption moves on while it reads.
      await expectPlaying(page, true);
      await page.waitForTimeout(150);
      expect((await look(page)).playing).toBe(true);
    } else await expectChange(before, change);
    if (notice) expect((await look(page)).notice).toMatch(notice);
    if (command === "slower" || command === "faster") {
      await press(command === "slower" ? "ctrl+shift+period" : "ctrl+shift+comma");
      await expectChange(before, {});
    }
  });

  it.each(["ctrl+2", "F5"])("%s: pauses", async (key) => {
    await press("ctrl+2");
    await expectPlaying(page, true);
    await press(key);
    await expectPlaying(page, false);
    await page.waitForTimeout(150);
    expect((await look(page)).playing).toBe(false);
  });

  it.each(["ctrl+4", "F7"])("%s: stops, caret there", async (key) => {
    await press("ctrl+2");
    await expectPlaying(page, true);
    await press(key);
    await expectPlaying(page, false);
    const { caption, caret } = await look(page);
    expect(caret?.startsWith(caption)).toBe(true);
  });

  it("F6 and Shift+F6 go round the window's parts, one at a time", async () => {
    const part = (): Promise<string> =>
      page.evaluate(() => {
        const found = document.activeElement?.closest("header.top, nav, main, [data-player]");
        return found?.matches(".crumbs") ? "CRUMBS" : (found?.tagName ?? "");
      });
    const seen: string[] = [];
    for (let presses = 0; presses < 5; presses += 1) {
      await press("F6");
      const before = seen.at(-1);
      await soon(async () => expect(await part()).not.toBe(before ?? ""));
      seen.push(await part());
    }
    expect(seen).toEqual(["MAIN", "SECTION", "HEADER", "CRUMBS", "NAV"]);
    await press("shift+F6");
    await soon(async () => expect(await part()).toBe("CRUMBS"));
    await press("shift+F6");
    await soon(async () => expect(await part()).toBe("HEADER"));
    await press("shift+F6");
    await soon(async () => expect(await part()).toBe("SECTION"));
  });

  it("Space plays only where a control has the focus", async () => {
    const before = await state();
    await press("space");
    await expectChange(before, {});
    await page.getByRole("button", { name: "Play", exact: true }).focus();
    await press("space");
    await expectPlaying(page, true);
    await page.waitForTimeout(150);
    expect((await look(page)).playing).toBe(true);
  });
});

describe.runIf(process.platform === "linux")("in an edit field", () => {
  const field = (): Promise<string> => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value ?? "no field");

  it("the text's keys stay the field's own", async () => {
    await press("ctrl+o");
    await expectDialog(page, "Open");
    const before = await state();
    await xdotool("type", "one two three");
    await soon(async () => expect(await field()).toBe("one two three"));
    await press("alt+Left");
    await press("ctrl+a");
    await press("ctrl+x");
    await soon(async () => expect(await field()).toBe(""));
    await press("ctrl+v");
    await soon(async () => expect(await field()).toBe("one two three"));
    await press("ctrl+z");
    await soon(async () => expect(await field()).toBe(""));
    await expectChange(before, {});
  });

  it("Ctrl+Shift+V pastes plain text, once, and opens no dialog", async () => {
    await lectern.app.evaluate(({ clipboard }) => {
      // Electron's own clipboard; the type of the same name here is the browser's.
      const electrons = clipboard as unknown as { write(data: { readonly text: string; readonly html: string }): void };
      electrons.write({ text: "plain words", html: "<b>rich words</b>" });
    });
    await press("ctrl+o");
    await expectDialog(page, "Open");
    await press("ctrl+shift+v");
    await soon(async () => expect(await field()).toBe("plain words"));
    await page.waitForTimeout(150);
    expect(await field()).toBe("plain words");
    await expectDialog(page, "Open");
  });

  it("Ctrl+Shift+V elsewhere opens the paste dialog with what was copied, once", async () => {
    await lectern.app.evaluate(({ clipboard }) => clipboard.writeText("A headline\n\nA copied text."));
    const before = await state();
    await press("ctrl+shift+v");
    await expectChange(before, { dialogs: ["Paste an article"] });
    expect(await field()).toBe("A headline\n\nA copied text.");
  });

  it("the reading's keys still work", async () => {
    await press("ctrl+o");
    await expectDialog(page, "Open");
    const before = await state();
    await press("ctrl+3");
    await expectChange(before, { caption: THIRD });
    expect(await field()).toBe("");
  });
});

describe.runIf(process.platform === "linux")("keys that browsers have", () => {
  it.each(["ctrl+r", "ctrl+shift+r", "ctrl+w", "ctrl+shift+i", "ctrl+t", "ctrl+p", "ctrl+u", "F11", "F12", "alt+Home"])(
    "%s does nothing",
    async (key) => {
      const before = await state();
      await press(key);
      await expectChange(before, {});
      expect(await lectern.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
      expect(await lectern.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isDevToolsOpened())).toBe(
        false,
      );
    },
  );
});

describe("the menu", () => {
  const click = (id: CommandId): Promise<void> =>
    lectern.app.evaluate(({ Menu }, wanted) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
      if (!item?.enabled) throw new Error(`the menu has no ${wanted}`);
      item.click();
    }, id);

  it.each(TABLE.filter(({ command }) => !["play", "repeat", "slower", "faster", "whereAmI", "explain", "bookmark"].includes(command)))(
    "$command acts once",
    async ({ command, change }) => {
      const before = await state();
      await click(command);
      await expectChange(before, change);
    },
  );

  it.each([
    { command: "nextPhoto", change: { caption: "Photo. Ships lie at the new quay" } },
    { command: "lexicon", change: { dialogs: ["Pronunciations"] } },
    { command: "audit", change: { dialogs: ["What was kept and left out"] } },
  ] as const)("$command, which has no key, acts once", async ({ command, change }) => {
    const before = await state();
    await click(command);
    await expectChange(before, change);
  });

  it("play plays, and plays no more at the second click", async () => {
    await click("play");
    await expectPlaying(page, true);
    await click("play");
    await expectPlaying(page, false);
  });

  it("goes on to the next theme, one at a time", async () => {
    const theme = (): Promise<string> => page.evaluate(() => document.documentElement.dataset.theme ?? "");
    await click("nextTheme");
    await soon(async () => expect(await theme()).toBe("light"));
    await click("nextTheme");
    await soon(async () => expect(await theme()).toBe("dark"));
  });
});
