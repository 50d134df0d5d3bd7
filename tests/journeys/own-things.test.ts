import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { helpTitles, speakLanguage, words } from "../../src/words/index.ts";
import { dialogOf, expectArticle, expectCaption, expectDialog, expectPlaying, look, openAddress, soon } from "./eyes.ts";
import { faultsOf } from "./faults.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

let site: Site;
let home: string;
let lectern: Lectern;
let page: Page;
const press = (key: string): Promise<void> => page.keyboard.press(key);
const expectNotice = (notice: RegExp): Promise<void> => soon(async () => expect((await look(page)).notice).toMatch(notice));
const theme = (): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset.theme);

/** Runs a command by its name, as somebody does who knows no key. */
async function command(name: string): Promise<void> {
  await press("Control+Shift+p");
  await expectDialog(page, "All commands");
  await page.keyboard.type(name);
  await press("Enter");
}

/** The system's dialogs answer with this path. */
const answerWith = (path: string): Promise<void> =>
  lectern.app.evaluate(({ dialog }, file) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: file });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
  }, path);

beforeAll(async () => {
  site = await openSite();
  home = await makeHome({ voice: BEEPS, rate: 2, theme: "sepia" });
  lectern = await launch({ home, args: [`${site.address}/first`] });
  page = lectern.page;
  await expectArticle(page, "The harbour opens again");
});

afterAll(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

describe("settings as a file", () => {
  it("are saved whole, looked at before they are taken, taken, and taken back", async () => {
    const file = join(site.folder, "mine.json");
    await answerWith(file);
    await command("Save all settings");
    await expectNotice(/^Settings saved\.$/);
    const saved = JSON.parse(await readFile(file, "utf8")) as { settings: Record<string, unknown> };
    expect(saved.settings).toMatchObject({ theme: "sepia", rate: 2, voice: BEEPS });
    await writeFile(file, JSON.stringify({ ...saved, settings: { ...saved.settings, theme: "dark", rate: 1e9, odd: 1 } }));
    await command("Take settings");
    await expectDialog(page, "Take these settings?");
    const said = await dialogOf(page).textContent();
    expect(said).toContain("1 setting changes.");
    expect(said).toContain("Left out, because Lectern does not know it: rate, odd.");
    expect(await dialogOf(page).getByRole("row").allTextContents()).toEqual(["SettingNowNew", "ColoursSepiaDark"]);
    expect(await faultsOf(page)).toEqual([]);
    expect(await theme()).toBe("sepia");
    await dialogOf(page).getByRole("button", { name: "Take them" }).press("Enter");
    await expectDialog(page, null);
    await soon(async () => expect(await theme()).toBe("dark"));
    await expectNotice(/Settings from mine\.json/);
    await press("Control+z");
    await soon(async () => expect(await theme()).toBe("sepia"));
  });

  it("are refused where the file is something else", async () => {
    await answerWith(join(site.folder, "first.html"));
    await command("Take settings");
    await expectNotice(/^This file holds no settings of Lectern\./);
    expect(await theme()).toBe("sepia");
  });

  it("are put back a section at a time", async () => {
    await press("Control+,");
    await expectDialog(page, "Settings");
    await dialogOf(page).getByRole("button", { name: "As at first: How it sounds" }).press("Enter");
    await soon(async () => expect(await page.locator(".rate").textContent()).toBe("1×"));
    expect(await theme()).toBe("sepia");
    await press("Escape");
    await expectDialog(page, null);
    await press("Control+z");
    await soon(async () => expect(await page.locator(".rate").textContent()).toBe("2×"));
  });
});

describe("the help", () => {
  it("is articles that are opened, read and gone through like any other, without a network", async () => {
    await press("F1");
    await expectDialog(page, "Keys");
    await dialogOf(page).getByRole("button", { name: "Help: articles to read and hear" }).press("Enter");
    await expectDialog(page, "Help: articles to read and hear");
    expect(await faultsOf(page)).toEqual([]);
    const names = await dialogOf(page).getByRole("listitem").allTextContents();
    expect(names).toEqual([
      "Getting started",
      "Keys",
      "Beside a screen reader",
      "Voices",
      "The library and the queue",
      "Without a network",
      "When something goes wrong",
      "Privacy",
      "What Lectern is made of",
    ]);
    // The longest one first: what comes after them is about a common one.
    for (const name of names.toReversed()) {
      await command("Help: articles");
      await expectDialog(page, "Help: articles to read and hear");
      await dialogOf(page).getByRole("button", { name, exact: true }).press("Enter");
      await expectArticle(page, name);
      expect(await page.locator("[data-article] h2").count(), name).toBeGreaterThan(1);
    }
    expect(await faultsOf(page)).toEqual([]);
    await press("Control+Digit2");
    await expectPlaying(page, true);
    await press("Control+Digit4");
    await expectPlaying(page, false);
  });

  it("has every command with its key", async () => {
    await command("Help: articles");
    await dialogOf(page).getByRole("button", { name: "Keys", exact: true }).press("Enter");
    await expectArticle(page, "Keys");
    const text = (await page.locator("[data-article]").textContent()) ?? "";
    expect(text).toContain("Play or pause: Ctrl+2");
    expect(text).toContain("Back to where you were: Ctrl+Backspace");
  });
});

describe.each([
  ["de", "ltr"],
  ["ar", "rtl"],
] as const)("the help in a window in %s", (lang, dir) => {
  let foreign: Lectern;
  beforeAll(async () => {
    await speakLanguage(lang);
    foreign = await launch({ home: await makeHome({ voice: BEEPS, language: lang }) });
  });
  afterAll(async () => {
    await foreign.close();
    await rm(foreign.home, { recursive: true, force: true });
    await speakLanguage("en");
  });

  it("has its titles and articles in that language, and turns them the right way", async () => {
    const window = foreign.page;
    const article = window.locator("[data-article]");
    const titles = await helpTitles();
    await soon(async () => expect(await article.getAttribute("lang")).toBe(lang));
    for (const name of ["notices", "voices"] as const) {
      await window.keyboard.press("F1");
      await expectDialog(window, words("help.title"));
      await dialogOf(window)
        .getByRole("button", { name: words("command.helpArticles") })
        .press("Enter");
      await expectDialog(window, words("command.helpArticles"));
      expect(await faultsOf(window)).toEqual([]);
      await dialogOf(window).getByRole("button", { name: titles[name], exact: true }).press("Enter");
      await expectArticle(window, titles[name]);
      expect(await article.getAttribute("lang"), name).toBe(lang);
      expect(await article.getAttribute("dir"), name).toBe(dir);
      if (name === "notices") expect(await article.locator("h2[lang=en]").first().textContent()).toBe("Packages");
    }
    expect(await article.locator(":is(h2, p)[lang]").count()).toBe(0);
    expect(await faultsOf(window)).toEqual([]);
    await window.keyboard.press("Control+Digit2");
    await soon(async () => expect((await window.locator("[data-play]").textContent())?.trim()).toBe(words("player.pause")));
  });
});

describe("the caret", () => {
  const carets = (): Promise<readonly string[]> => page.evaluate(() => (window as unknown as { carets: string[] }).carets);
  /** Notes where the caret is put, and whether anything else than a caret comes of it. */
  const watch = (): Promise<void> =>
    page.evaluate(() => {
      const found: string[] = [];
      Object.assign(window, { carets: found });
      document.addEventListener("selectionchange", () => {
        const selection = getSelection();
        found.push(selection?.isCollapsed ? (selection.anchorNode?.textContent ?? "") : "a range");
      });
      addEventListener("focusin", () => found.push("a focus"));
    });

  it("stays where it is while Lectern reads, unless that is asked for", async () => {
    await openAddress(page, `${site.address}/first`);
    await expectArticle(page, "The harbour opens again");
    await watch();
    await press("Control+Digit2");
    await expectCaption(page, "Hundreds of people had come to see them.");
    expect(await carets()).toEqual([]);
    await press("Control+Digit4");
  });

  it("goes from sentence to sentence where it is: a caret alone, no range, and no focus", async () => {
    await press("Control+,");
    await expectDialog(page, "Settings");
    await dialogOf(page).getByLabel("Let the caret follow the reading").press("Space");
    await press("Escape");
    await expectDialog(page, null);
    await watch();
    await press("Control+Digit2");
    await soon(async () => expect((await carets()).length).toBeGreaterThan(3));
    await expectPlaying(page, true);
    await press("Control+Digit4");
    await expectPlaying(page, false);
    const seen = await carets();
    expect(seen).not.toContain("a range");
    expect(seen).not.toContain("a focus");
    expect(new Set(seen).size).toBeGreaterThan(2);
  });
});
