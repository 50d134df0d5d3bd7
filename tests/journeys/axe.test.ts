import { rm } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectArticle, expectDialog, expectPlaying, look, openAddress, soon } from "./eyes.ts";
import { CONTRAST, faultsOf } from "./faults.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome, makeNewHome } from "./harness.ts";

const TITLE = "The harbour opens again";

let site: Site;
let home: string;
let lectern: Lectern;
let page: Page;
const held: ServerResponse[] = [];
const press = (key: string): Promise<void> => page.keyboard.press(key);

beforeAll(async () => {
  site = await openSite({ "/never": (_request, response) => held.push(response) });
  home = await makeHome({ voice: BEEPS });
  lectern = await launch({ home, args: [`${site.address}/first`] });
  page = lectern.page;
  await expectArticle(page, TITLE);
});

afterAll(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

const faults = (rules?: readonly string[]): Promise<readonly string[]> => faultsOf(page, rules);

/** Chooses a theme in the settings, by keyboard. */
async function choose(theme: string): Promise<void> {
  await press("Control+,");
  await expectDialog(page, "Settings");
  const select = page.getByLabel("Colours", { exact: true });
  for (let presses = 0; presses < 8 && !(await select.evaluate((element) => element === document.activeElement)); presses += 1)
    await press("Tab");
  await page.keyboard.type(theme);
  await soon(async () => expect(await select.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.text)).toBe(theme));
  await press("Escape");
  await expectDialog(page, null);
}

const DIALOGS = [
  { name: "Open", key: "Control+o" },
  { name: "Paste an article", key: "Control+Shift+v" },
  { name: "Settings", key: "Control+," },
  { name: "Keys", key: "F1" },
  { name: "Go to", key: "Control+F7" },
  { name: "Fix a pronunciation", key: "Control+Digit7" },
] as const;

const THEMES = [
  { name: "Light", theme: "light" },
  { name: "Dark", theme: "dark" },
  { name: "Sepia", theme: "sepia" },
  { name: "Black on white", theme: "black-on-white" },
  { name: "White on black", theme: "white-on-black" },
  { name: "Yellow on black", theme: "yellow-on-black" },
] as const;

describe.each(THEMES)("in the theme $name", ({ name, theme }) => {
  beforeAll(() => choose(name));

  it("is faultless, silent and reading", async () => {
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
    expect(await faults()).toEqual([]);
    await press("Control+Digit2");
    await expectPlaying(page, true);
    expect(await faults()).toEqual([]);
    await press("Control+Digit4");
  });

  it("has enough contrast in each dialog", async () => {
    for (const dialog of DIALOGS) {
      await press(dialog.key);
      await expectDialog(page, dialog.name);
      expect(await faults(CONTRAST)).toEqual([]);
      await press("Escape");
      await expectDialog(page, null);
    }
  });

  it("marks with enough contrast what sounds", async () => {
    const ratios = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
      const luminance = (name: string): number => {
        if (!canvas) return Number.NaN;
        canvas.fillStyle = style.getPropertyValue(name);
        canvas.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
        const part = (value: number): number => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
        return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
      };
      const ratio = (one: string, other: string): number => {
        const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((first, second) => first - second);
        return (high + 0.05) / (low + 0.05);
      };
      return { sentence: ratio("--on-sentence", "--sentence"), word: ratio("--on-word", "--word"), line: ratio("--accent", "--page") };
    });
    expect(ratios.sentence).toBeGreaterThanOrEqual(7);
    expect(ratios.word).toBeGreaterThanOrEqual(7);
    // The 2 px line under the sentence.
    expect(ratios.line).toBeGreaterThanOrEqual(3);
  });
});

describe("as the system asks", () => {
  beforeAll(() => choose("As the system"));

  it.each(["dark", "light"] as const)("is %s", async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await soon(async () => expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(colorScheme));
    expect(await faults(CONTRAST)).toEqual([]);
  });

  it("has forced colours, and marks what sounds with the system's own", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    expect(await faults()).toEqual([]);
    await press("Control+Digit2");
    await expectPlaying(page, true);
    await expect.poll(async () => (await look(page)).word).not.toBe("");
    expect(
      await page.evaluate(() => {
        const colours = (name: string): readonly string[] => {
          const { backgroundColor, color } = getComputedStyle(
            document.querySelector("[data-article] p") ?? document.body,
            `::highlight(${name})`,
          );
          return [backgroundColor, color];
        };
        const probe = document.createElement("i");
        document.body.append(probe);
        probe.style.cssText = "background-color: Highlight; color: HighlightText; forced-color-adjust: none";
        const { backgroundColor, color } = getComputedStyle(probe);
        const found = colours("word").join() === [backgroundColor, color].join();
        probe.remove();
        return found;
      }),
    ).toBe(true);
    await press("Control+Digit4");
    await page.emulateMedia({ forcedColors: null });
  });

  it("has more contrast", async () => {
    await page.emulateMedia({ contrast: "more" });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe("rgb(255, 255, 255)");
    expect(await faults(CONTRAST)).toEqual([]);
    await page.emulateMedia({ contrast: null });
  });
});

describe("each dialog", () => {
  it.each(DIALOGS)("$name is faultless", async ({ name, key }) => {
    await press(key);
    await expectDialog(page, name);
    expect(await faults()).toEqual([]);
    await press("Escape");
    await expectDialog(page, null);
  });

  it("What was kept and left out is faultless", async () => {
    await page.getByRole("button", { name: "Show what was left out" }).focus();
    await press("Enter");
    await expectDialog(page, "What was kept and left out");
    expect(await faults()).toEqual([]);
    const button = page.getByRole("button", { name: "Put back: All rights reserved" });
    await button.focus();
    await press("Enter");
    await soon(async () => expect(await page.getByRole("checkbox", { name: /^Always on 127/ }).count()).toBe(1));
    await press("Tab");
    await press("Space");
    await soon(async () => expect(await page.getByRole("button", { name: /^Remove the rule/ }).count()).toBe(1));
    expect(await faults()).toEqual([]);
    await page.getByRole("button", { name: /^Remove the rule/ }).focus();
    await press("Enter");
    await soon(async () => expect(await page.getByRole("button", { name: /^Leave out again/ }).count()).toBe(0));
    await press("Escape");
    await expectDialog(page, null);
  });

  it("Leave out this passage? is faultless", async () => {
    // Past what belongs to the headline.
    for (let presses = 0; presses < 3; presses += 1) await press("Control+Digit3");
    await lectern.app.evaluate(({ Menu, BrowserWindow }) =>
      Menu.getApplicationMenu()?.getMenuItemById("leaveOut")?.click(undefined, BrowserWindow.getAllWindows()[0], undefined),
    );
    await expectDialog(page, "Leave out this passage?");
    expect(await faults()).toEqual([]);
    await press("Escape");
    await expectDialog(page, null);
  });

  it("the pronunciations' is faultless, as a list and as a form", async () => {
    await lectern.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("lexicon")?.click());
    await expectDialog(page, "Pronunciations");
    await page.getByRole("button", { name: "Add an entry" }).focus();
    await press("Enter");
    expect(await faults()).toEqual([]);
    await page.keyboard.type("quay");
    await press("Tab");
    await page.keyboard.type("key");
    await press("Enter");
    await expect.poll(() => page.getByRole("button", { name: "quay: key" }).count()).toBe(1);
    expect(await faults()).toEqual([]);
    await page.getByRole("button", { name: "quay: key" }).focus();
    await press("Delete");
    await expect.poll(() => page.getByRole("button", { name: "Undo" }).count()).toBe(1);
    expect(await faults()).toEqual([]);
    await press("Escape");
    await expectDialog(page, null);
  });

  it("the link's is faultless", async () => {
    await page.getByRole("link", { name: "a gate to the sea" }).focus();
    await press("Enter");
    await expectDialog(page, "Link: a gate to the sea");
    expect(await faults()).toEqual([]);
    await press("Escape");
    await expectDialog(page, null);
  });

  it("the first questions are faultless", async () => {
    const newHome = await makeNewHome();
    const other = await launch({ home: newHome, args: [`${site.address}/first`] });
    const before = page;
    try {
      page = other.page;
      await soon(async () => expect(await page.getByRole("heading").allTextContents()).toEqual(["Who speaks?"]));
      expect(await faults()).toEqual([]);
      await press("Escape");
      await soon(async () => expect(await page.getByRole("heading").allTextContents()).toEqual(["Which voice?"]));
      expect(await faults()).toEqual([]);
    } finally {
      page = before;
      await other.close();
      await rm(newHome, { recursive: true, force: true });
    }
  });
});

describe("each state", () => {
  it("large text and little room are faultless", async () => {
    await lectern.resize(320, 256);
    for (let presses = 0; presses < 7; presses += 1) await press("Control+=");
    expect(await page.evaluate(() => document.documentElement.style.fontSize)).toBe("400%");
    const found = await faults();
    await press("Control+Digit0");
    await lectern.resize(1100, 800);
    expect(found).toEqual([]);
  });

  it("opening is faultless", async () => {
    await openAddress(page, `${site.address}/never`);
    await soon(async () => expect(await page.getByRole("main").getAttribute("aria-busy")).toBe("true"));
    expect(await faults()).toEqual([]);
    held[0]?.socket?.destroy();
  });

  it("nothing open yet is faultless, and leads on", async () => {
    const newHome = await makeHome({ voice: BEEPS });
    const other = await launch({ home: newHome, args: [`${site.address}/never`] });
    const before = page;
    try {
      page = other.page;
      await soon(async () => expect(await page.locator(".loading").count()).toBe(1));
      await press("Escape");
      await soon(async () => expect(await page.getByRole("heading", { level: 1 }).allTextContents()).toEqual(["Nothing open yet"]));
      expect(await faults()).toEqual([]);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
      await page.getByRole("button", { name: "Open an address or a file" }).focus();
      await press("Enter");
      await expectDialog(page, "Open");
    } finally {
      page = before;
      await other.close();
      await rm(newHome, { recursive: true, force: true });
    }
  });

  it("a failure is faultless", async () => {
    await soon(async () => expect(await page.locator(".problem").count()).toBe(1));
    expect(await faults()).toEqual([]);
  });
});
