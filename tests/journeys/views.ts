import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { type CommandId, HELP_ARTICLES } from "../../src/contract/index.ts";
import { headline, soon } from "./eyes.ts";
import { type Lectern, launch, makeHome, makeNewHome } from "./harness.ts";
import { openTown, type Town } from "./town.ts";

/**
 * Whose window a view is shown in: of somebody who has never opened Lectern, of one who has answered the first question and has nothing
 * yet, of one who is in safe mode, or of one who reads the town's news.
 */
export const LISTENERS = ["new", "bare", "safe", "reader"] as const;
export type Listener = (typeof LISTENERS)[number];

/** A window with the town around it. */
export interface Stage {
  readonly lectern: Lectern;
  readonly page: Page;
  readonly town: Town;
}

/** A view or dialog of the window, in any language: how it is reached, and how it is left so that the next can be. */
export interface View {
  readonly name: string;
  readonly listener: Listener;
  /** From the article, silent, without dialogs. Views of the other listeners follow one another. */
  readonly open: (stage: Stage) => Promise<void>;
  /** Whether it takes every key, to say what it does: nothing is gone to in it. */
  readonly takesKeys?: boolean;
  /** Where more is to be done than Escape. */
  readonly leave?: (stage: Stage) => Promise<void>;
}

/** Chooses a command of the menu. */
export const choose = ({ lectern }: Stage, command: CommandId): Promise<void> =>
  lectern.app.evaluate(({ Menu, BrowserWindow }, id) => {
    Menu.getApplicationMenu()?.getMenuItemById(id)?.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
  }, command);

const dialog = ({ page }: Stage): Locator => page.locator("dialog[open]");
const there = (place: Locator): Promise<void> => soon(async () => expect(await place.count()).toBeGreaterThan(0));
const gone = (place: Locator): Promise<void> => soon(async () => expect(await place.count()).toBe(0));

const press = async ({ page }: Stage, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** A view that one command of the menu opens as a dialog. */
const byCommand = (name: string, command: CommandId, then?: (stage: Stage) => Promise<void>): View => ({
  name,
  listener: "reader",
  async open(stage) {
    await choose(stage, command);
    await there(dialog(stage));
    await then?.(stage);
  },
});

/** Goes to a button or field and uses it as a keyboard does. */
async function use(place: Locator): Promise<void> {
  await there(place);
  await place.first().focus();
  await place.first().press("Enter");
}

/** Types an address into the dialog that opens one. */
async function openAddress(stage: Stage, path: string): Promise<void> {
  await choose(stage, "open");
  await there(dialog(stage));
  await stage.page.keyboard.type(stage.town.site.address + path);
  await press(stage, "Enter");
  await gone(dialog(stage));
}

async function toTown(stage: Stage): Promise<void> {
  if ((await headline(stage.page)) === stage.town.words.title && (await stage.page.locator(".problem, .loading").count()) === 0) return;
  await openAddress(stage, "/town");
  await soon(async () => expect(await headline(stage.page)).toBe(stage.town.words.title));
  await gone(stage.page.locator(".problem, .loading"));
}

const playing = ({ page }: Stage): Promise<boolean> => page.evaluate(() => CSS.highlights.has("sentence"));

async function play(stage: Stage): Promise<void> {
  for (let presses = 0; presses < 3; presses += 1) await choose(stage, "nextSentence");
  await choose(stage, "play");
  await soon(async () => expect(await stage.page.evaluate(() => CSS.highlights.has("word"))).toBe(true));
}

/** Turns to the library; waits until it has its rows. */
async function toLibrary(stage: Stage): Promise<void> {
  if (await stage.page.locator("#library").isHidden()) await choose(stage, "library");
  await there(stage.page.locator("[data-row='0']"));
}

/** Opens one of the lists beside the rows, by its number. */
async function toList(stage: Stage, n: number): Promise<void> {
  await toLibrary(stage);
  const list = stage.page.locator("[data-list]").nth(n);
  await list.evaluate((button) => {
    (button as HTMLElement).focus();
    (button as HTMLElement).click();
  });
  await soon(async () => expect(await list.getAttribute("aria-current")).toBe("true"));
  await there(stage.page.locator("[data-row='0'], .none"));
}

/** Gives a command to the first row; once more where the list was drawn anew in between. */
const askOfRow = (stage: Stage, command: CommandId): Promise<void> =>
  soon(async () => {
    if ((await dialog(stage).count()) === 0) {
      await stage.page.locator("[data-row='0']").focus();
      await choose(stage, command);
    }
    await dialog(stage).waitFor({ timeout: 3_000 });
  });

/** A view of the library. */
const inLibrary = (name: string, open: (stage: Stage) => Promise<void>): View => ({
  name,
  listener: "reader",
  async open(stage) {
    await toList(stage, 0);
    await open(stage);
  },
});

const search = async (stage: Stage, text: string): Promise<void> => {
  await choose(stage, "findLibrary");
  // The field gets the focus, and its text is selected, once the library is there.
  await there(stage.page.locator("#search-text:focus"));
  await stage.page.locator("#search-text").fill(text);
  await use(stage.page.locator(".search form button[type=submit]"));
};

const leaveSearch = async ({ page }: Stage): Promise<void> => {
  await use(page.locator(".search form button[type=button]"));
  await page.locator("#search-text").fill("");
};

/** Every view and dialog, in the order in which they can be reached in one window for each listener. */
export const VIEWS: readonly View[] = [
  { name: "first-question", listener: "new", open: ({ page }) => there(page.locator("[data-voice-mode]:focus")) },
  {
    name: "voice-question",
    listener: "new",
    async open(stage) {
      await press(stage, "Escape");
      await there(stage.page.locator("[data-voice]"));
    },
  },
  {
    name: "first-article",
    listener: "new",
    async open(stage) {
      await press(stage, "Escape");
      await there(stage.page.locator("[data-article] h1"));
    },
  },
  {
    name: "empty",
    listener: "bare",
    async open(stage) {
      await there(stage.page.locator(".loading"));
      await press(stage, "Escape");
      await there(stage.page.locator(".empty"));
    },
  },
  {
    name: "library-empty",
    listener: "bare",
    async open(stage) {
      await choose(stage, "library");
      await there(stage.page.locator("#library .none"));
    },
  },

  { name: "safe-mode", listener: "safe", open: ({ page }) => there(page.locator("#safe-title")) },

  { name: "article", listener: "reader", open: async () => {} },
  {
    name: "article-middle",
    listener: "reader",
    async open(stage) {
      await choose(stage, "nextSection");
      await choose(stage, "nextSection");
    },
    leave: ({ page }) => page.evaluate(() => scrollTo(0, 0)),
  },
  {
    name: "playing",
    listener: "reader",
    open: play,
    async leave(stage) {
      await choose(stage, "stop");
      await soon(async () => expect(await playing(stage)).toBe(false));
    },
  },
  {
    name: "left-behind",
    listener: "reader",
    async open(stage) {
      await play(stage);
      await stage.page.mouse.move(400, 100);
      await soon(async () => {
        await stage.page.mouse.wheel(0, 300);
        expect(await stage.page.locator(".return").count()).toBe(1);
      });
    },
    async leave(stage) {
      await choose(stage, "stop");
      await soon(async () => expect(await playing(stage)).toBe(false));
    },
  },
  {
    name: "giant",
    listener: "reader",
    async open(stage) {
      await choose(stage, "giantText");
      await there(stage.page.locator("[data-phrase]"));
    },
    async leave(stage) {
      await stage.page.locator(".giant").focus();
      await press(stage, "Escape");
      await gone(stage.page.locator("[data-phrase]"));
    },
  },
  {
    name: "describing",
    listener: "reader",
    takesKeys: true,
    async open(stage) {
      await choose(stage, "describeKeys");
      await there(stage.page.locator(".describing"));
      await press(stage, "Control+Digit2");
    },
  },
  {
    name: "changed",
    listener: "reader",
    async open(stage) {
      stage.town.grow(true);
      await choose(stage, "refetch");
      await there(stage.page.locator("[data-change]"));
      await stage.page.locator("[data-change]").last().scrollIntoViewIfNeeded();
    },
    async leave(stage) {
      stage.town.grow(false);
      await choose(stage, "refetch");
      await soon(async () => expect(await stage.page.locator("[data-article]").textContent()).not.toContain(stage.town.words.news));
      await stage.page.evaluate(() => scrollTo(0, 0));
    },
  },
  {
    name: "offline",
    listener: "reader",
    async open({ page }) {
      await page.evaluate(() => {
        Object.defineProperty(navigator, "onLine", { value: false, configurable: true });
        dispatchEvent(new Event("offline"));
      });
      await there(page.locator(".offline"));
    },
    async leave({ page }) {
      await page.evaluate(() => {
        Reflect.deleteProperty(navigator, "onLine");
        dispatchEvent(new Event("online"));
      });
      await gone(page.locator(".offline"));
    },
  },
  {
    name: "loading",
    listener: "reader",
    async open(stage) {
      await openAddress(stage, "/never");
      await there(stage.page.locator(".loading"));
    },
    async leave(stage) {
      await press(stage, "Escape");
      await gone(stage.page.locator(".loading"));
    },
  },
  {
    name: "error",
    listener: "reader",
    async open(stage) {
      await openAddress(stage, "/missing");
      await there(stage.page.locator(".problem"));
    },
    leave: toTown,
  },

  inLibrary("library", toLibrary),
  inLibrary("library-all", (stage) => toList(stage, 2)),
  inLibrary("library-queue", async (stage) => {
    await toList(stage, (await stage.page.locator("[data-list]").count()) > 5 ? 4 : 0);
    await there(stage.page.locator(".queue-head"));
  }),
  inLibrary("library-feed", (stage) => toList(stage, 7)),
  { ...inLibrary("search", (stage) => search(stage, stage.town.words.wanted)), leave: leaveSearch },
  { ...inLibrary("search-nothing", (stage) => search(stage, "zeppelin")), leave: leaveSearch },
  inLibrary("row", (stage) => askOfRow(stage, "rowActions")),
  inLibrary("feed", (stage) => askOfRow(stage, "feedSettings")),
  inLibrary("list-settings", async (stage) => {
    await choose(stage, "listSettings");
    await there(dialog(stage));
  }),

  byCommand("open", "open"),
  byCommand("open-missing", "open", (stage) => press(stage, "Enter")),
  byCommand("paste", "paste"),
  byCommand("elements", "elements"),
  byCommand("settings", "settings"),
  byCommand("settings-end", "settings", async ({ page }) => {
    await page.locator("dialog[open] input[name=voice-mode]:checked").focus();
  }),
  byCommand("settings-found", "settings", async ({ page }) => {
    await page.locator("#settings-find").fill("a");
  }),
  byCommand("audit", "audit"),
  {
    name: "leave-out",
    listener: "reader",
    async open(stage) {
      for (let presses = 0; presses < 3; presses += 1) await choose(stage, "nextSentence");
      await choose(stage, "leaveOut");
      await there(dialog(stage));
    },
  },
  byCommand("help", "help"),
  byCommand("find", "find"),
  byCommand("find-found", "find", (stage) => stage.page.locator("#find-text").fill(stage.town.words.wanted)),
  byCommand("bookmarks", "bookmarks", (stage) => there(dialog(stage).locator(".left > li"))),
  byCommand("bookmark", "bookmarks", async (stage) => {
    await there(dialog(stage).locator(".left > li"));
    await use(dialog(stage).locator(".left > li").last().locator("button").nth(2));
    await there(dialog(stage).locator("textarea"));
  }),
  byCommand("photo", "showPhoto", (stage) => there(dialog(stage).locator("img"))),
  byCommand("palette", "palette"),
  byCommand("keys", "changeKeys"),
  byCommand("keys-asking", "changeKeys", async (stage) => {
    await use(dialog(stage).locator(".left button"));
    await there(stage.page.locator(".ask-keys"));
    await press(stage, "Control+Digit2");
  }),
  byCommand("lexicon", "lexicon", (stage) => there(dialog(stage).locator(".choices li"))),
  byCommand("lexicon-entry", "lexicon", (stage) => use(dialog(stage).locator(".choices li button"))),
  byCommand("fix", "fixPronunciation"),
  byCommand("voices", "voices"),
  byCommand("give", "giveMinutes"),
  byCommand("give-plan", "giveMinutes", async (stage) => {
    await there(stage.page.locator("#give-from option:nth-child(3)"));
    await stage.page.locator("#give-minutes").fill("12");
    await press(stage, "Enter");
    await there(dialog(stage).locator(".plan li"));
  }),
  byCommand("take-along", "takeAlong", ({ page }) => there(page.locator(".path bdi").filter({ hasText: "Music" }))),
  byCommand("editions", "editions", async (stage) => {
    await there(dialog(stage).locator("[data-edition]").nth(2));
    await there(stage.page.locator("#podcast-reach"));
  }),
  byCommand("subscribe", "subscribe"),
  byCommand("subscribe-found", "subscribe", async (stage) => {
    await stage.page.keyboard.type(`${stage.town.site.address}/`);
    await press(stage, "Enter");
    await there(dialog(stage).locator("fieldset"));
  }),
  byCommand("starter-feeds", "starterFeeds"),
  byCommand("breaking", "breakingNews"),
  byCommand("faults", "feedProblems", (stage) => there(dialog(stage).locator(".faults li"))),
  byCommand("help-articles", "helpArticles"),
  {
    ...byCommand("help-article", "helpArticles", async (stage) => {
      await use(dialog(stage).locator(".choice").nth(HELP_ARTICLES.indexOf("trouble")));
      await gone(dialog(stage));
      await soon(async () => expect(await headline(stage.page)).not.toBe(stage.town.words.title));
      await gone(stage.page.locator(".problem, .loading"));
    }),
    leave: toTown,
  },
  byCommand("diagnostics", "diagnostics", (stage) => there(dialog(stage).locator("ol li"))),
  byCommand("update", "lookForUpdate", ({ page }) =>
    soon(async () => expect(await page.locator("#update-text").textContent()).not.toBe("")),
  ),
  {
    name: "take-settings",
    listener: "reader",
    async open(stage) {
      const file = join(stage.lectern.home, "settings-file.json");
      await stage.lectern.app.evaluate(({ dialog: system }, path) => {
        system.showSaveDialog = async () => ({ canceled: false, filePath: path });
        system.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
      }, file);
      await choose(stage, "exportSettings");
      let saved = "";
      await soon(async () => {
        saved = await readFile(file, "utf8");
        expect(saved).not.toBe("");
      });
      const all = JSON.parse(saved) as { readonly settings: object };
      await writeFile(file, JSON.stringify({ ...all, settings: { ...all.settings, theme: "dark", textSize: 200, odd: 1 } }));
      await choose(stage, "importSettings");
      await there(dialog(stage));
    },
  },
  {
    name: "disk",
    listener: "reader",
    async open({ page, lectern }) {
      await rename(lectern.home, `${lectern.home}-away`);
      await there(page.locator("#disk-title"));
    },
    async leave({ page, lectern }) {
      await rename(`${lectern.home}-away`, lectern.home);
      await gone(page.locator("#disk-title"));
    },
  },
  {
    name: "link",
    listener: "reader",
    async open(stage) {
      await use(stage.page.locator("[data-article] a[href]"));
      await there(dialog(stage));
    },
  },
];

/** Opens a window for a listener of a town. */
export async function openStage(town: Town, listener: Listener): Promise<Stage & { close(): Promise<void> }> {
  const home =
    listener === "new" ? await makeNewHome() : listener === "reader" ? await town.makeReader() : await makeHome({ language: town.lang });
  const lectern = await launch({
    home,
    // Who opens nothing at first gets the first article; whom the site keeps waiting, and who gives up, has none.
    switches: listener === "safe" ? ["--safe-mode"] : [],
    args: listener === "new" || listener === "safe" ? [] : [`${town.site.address}/${listener === "reader" ? "town" : "never"}`],
    env: { LANG: `${town.lang}.UTF-8`, LANGUAGE: town.lang },
  });
  const stage: Stage = { lectern, page: lectern.page, town };
  // A picture of what moves is one of the moment.
  await stage.page.emulateMedia({ reducedMotion: "reduce" });
  if (listener === "reader") {
    await soon(async () => expect(await headline(stage.page)).toBe(town.words.title));
    await there(stage.page.locator("[data-play]"));
  }
  return { ...stage, close: () => lectern.close({ remove: true }) };
}

/** Leaves a view: at the article, silent, without dialogs, from the top. */
export async function leave(stage: Stage, view: View): Promise<void> {
  if (view.listener !== "reader") return;
  const { page } = stage;
  for (let presses = 0; presses < 4 && (await page.locator("dialog[open], .describing").count()) > 0; presses += 1) {
    await press(stage, "Escape");
    await page.waitForTimeout(60);
  }
  await gone(page.locator("dialog[open], .describing"));
  await view.leave?.(stage);
  if (await page.locator("#library").isVisible()) await choose(stage, "library");
  await soon(async () => expect(await page.locator("#article").isVisible()).toBe(true));
  await page.locator("#article").evaluate((main) => {
    main.focus();
    scrollTo(0, 0);
  });
}

export { openTown };
