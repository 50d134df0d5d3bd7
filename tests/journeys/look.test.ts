import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dialogOf, expectArticle, expectDialog, expectPlaying, expectWords, look, openAddress, soon, watchWords } from "./eyes.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

const TITLE = "The harbour opens again";

/** A usual window, and what is left of 1280 × 1024 at 400 % zoom (WCAG 1.4.10). */
const WINDOWS = [
  { width: 1280, height: 960 },
  { width: 320, height: 256 },
] as const;

const DIALOGS = [
  ["Control+o", "Open"],
  ["Control+Shift+v", "Paste an article"],
  ["Control+,", "Settings"],
  ["F1", "Keys"],
  ["Control+F7", "Go to"],
  ["Control+Digit7", "Fix a pronunciation"],
] as const;

let site: Site;
let home: string;
let lectern: Lectern;
let page: Page;
const press = (key: string): Promise<void> => page.keyboard.press(key);

beforeAll(async () => {
  site = await openSite();
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

beforeEach(async () => {
  for (let presses = 0; presses < 3 && (await dialogOf(page).count()) > 0; presses += 1) await press("Escape");
  if ((await look(page)).playing) await press("Control+Digit4");
  await expectPlaying(page, false);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
});

/** Makes the text so large, step by step; per cent. */
async function makeText(size: number): Promise<void> {
  const now = (): Promise<number> => page.evaluate(() => Number.parseFloat(document.documentElement.style.fontSize));
  await press("Control+Digit0");
  await expect.poll(now).toBe(100);
  for (let presses = 0; presses < 12 && (await now()) !== size; presses += 1) await press(size > 100 ? "Control+=" : "Control+-");
  expect(await now()).toBe(size);
}

/** What is wider than the window, or reaches out of it, and can't be scrolled in a frame of its own. */
const tooWide = (): Promise<readonly string[]> =>
  page.evaluate(() => {
    const wide = [...document.querySelectorAll("body *")].filter((element) => {
      if (element.closest(".for-screen-readers, .skip-links, .wide") || !element.checkVisibility()) return false;
      const { left, right } = element.getBoundingClientRect();
      return right > innerWidth + 0.5 || left < -0.5;
    });
    const { scrollWidth } = document.documentElement;
    return [...(scrollWidth > innerWidth ? [`the page: ${scrollWidth}`] : []), ...wide.map((element) => element.outerHTML.slice(0, 90))];
  });

describe.each(WINDOWS)("in a window of $width × $height", (size) => {
  beforeAll(async () => {
    await lectern.resize(size.width, size.height);
    await page.emulateMedia({ reducedMotion: "reduce" });
  });

  it.each([80, 90, 100, 125, 150, 175, 200, 250, 300, 400, 500])("fits at %i % without being moved sideways", async (textSize) => {
    await makeText(textSize);
    expect(await tooWide()).toEqual([]);
  });

  it.each([100, 400])("keeps the player in a quarter of the height at %i %", async (textSize) => {
    await makeText(textSize);
    await press("Control+Digit3");
    const share = await page.evaluate(() => (document.querySelector("[data-player]")?.getBoundingClientRect().height ?? 0) / innerHeight);
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThanOrEqual(0.25);
  });

  it.each([100, 400, 500])("has dialogs that fit at %i %", async (textSize) => {
    await makeText(textSize);
    for (const [key, name] of DIALOGS) {
      await press(key);
      await expectDialog(page, name);
      expect(await tooWide()).toEqual([]);
      const { scrollWidth, clientWidth } = await page
        .getByRole("dialog")
        .evaluate((dialog) => ({ scrollWidth: dialog.scrollWidth, clientWidth: dialog.clientWidth }));
      expect(scrollWidth, name).toBeLessThanOrEqual(clientWidth);
      await press("Escape");
      await expectDialog(page, null);
    }
  });

  it.each([100, 400])("covers no focus at %i %", async (textSize) => {
    await makeText(textSize);
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    const seen = new Set<string>();
    const covered: string[] = [];
    for (let presses = 0; presses < 60; presses += 1) {
      await press("Tab");
      const found = await page.evaluate(
        () =>
          new Promise<{ readonly name: string; readonly problem: string | null } | null>((resolve) => {
            // The scrolling that the focus brings is over with the next frame.
            requestAnimationFrame(() =>
              requestAnimationFrame(() => {
                const active = document.activeElement;
                if (!active || active === document.body) {
                  resolve(null);
                  return;
                }
                const name = `${active.tagName} ${active.textContent?.slice(0, 40)}`;
                const box = active.getBoundingClientRect();
                const player = document.querySelector("[data-player]");
                const bottom = active.closest("[data-player], .skip-links")
                  ? innerHeight
                  : (player?.getBoundingClientRect().top ?? innerHeight);
                // What is taller than the room there is can only be seen in part.
                const shown = Math.min(box.bottom, bottom) - Math.max(box.top, 0);
                const wanted = Math.min(box.height, bottom * 0.5);
                // Rectangles have fractions of pixels.
                resolve({ name, problem: shown + 1 < wanted ? `${name}: ${Math.round(shown)} of ${Math.round(box.height)} px` : null });
              }),
            );
          }),
      );
      if (!found || (seen.has(found.name) && found.name.startsWith("A Skip"))) break;
      seen.add(found.name);
      if (found.problem) covered.push(found.problem);
    }
    // Where there is little room, the menu stands for the commands behind it.
    const small = await page.evaluate(() => document.documentElement.hasAttribute("data-small"));
    for (const name of ["A Skip to the article", small ? "BUTTON Menu" : "BUTTON Settings", "A a gate to the sea", "BUTTON Play"])
      expect([...seen]).toContain(name);
    expect(covered).toEqual([]);
  });
});

describe("in the smallest window", () => {
  it("has its three buttons in one row, in the longest language too", async () => {
    await lectern.resize(320, 256);
    await makeText(100);
    const tops = await page.evaluate(() => {
      const texts = [...document.querySelectorAll<HTMLElement>(".top .button > span, [data-view=article] .unfold > span")];
      const seen = texts.filter((one) => one.checkVisibility());
      const own = seen.map((one) => one.textContent);
      for (const [at, long] of ["Бібліотека", "القائمة", "Abschnitte"].entries()) if (seen[at]) seen[at].textContent = long;
      const found = seen.map((one) => one.getBoundingClientRect().top);
      for (const [at, one] of seen.entries()) one.textContent = own[at] ?? "";
      return found;
    });
    expect(tops).toHaveLength(3);
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(10);
  });

  it("keeps what has the focus in view when it becomes so small", async () => {
    await lectern.resize(1280, 960);
    await press("Control+,");
    await expectDialog(page, "Settings");
    await page.locator("dialog input[name=voice-mode]:checked").focus();
    await lectern.resize(320, 256);
    await soon(async () => {
      const { top, bottom } = await page.evaluate(() => (document.activeElement as Element).getBoundingClientRect());
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(256);
    });
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe("voice-mode");
  });

  it.each([
    ["a section", ".sections li button, .sections li a", "Sections"],
    ["a button above the text", ".top .tools .extra", "Menu"],
    ["a button of the player", ".player .speed button", "More"],
  ])("has what had the focus behind the button that got it: %s", async (_, place, button) => {
    await lectern.resize(1280, 960);
    await page.locator(`${place} >> visible=true`).first().focus();
    await lectern.resize(320, 256);
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(button));
  });

  it.each(DIALOGS.filter(([, name]) => ["Paste an article", "Fix a pronunciation"].includes(name)))(
    "opens with no title and no label cut in half: %s, %s",
    async (key, name) => {
      await lectern.resize(320, 256);
      await press(key);
      await expectDialog(page, name);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll("dialog[open] :is(h2, label)")]
          .filter((part) => part.getBoundingClientRect().top < -1 && part.getBoundingClientRect().bottom > 1)
          .map(({ textContent }) => textContent),
      );
      expect(cut).toEqual([]);
    },
  );
});

describe.each([
  { width: 1280, height: 960, textSize: 100 },
  { width: 1280, height: 960, textSize: 400 },
  { width: 320, height: 256, textSize: 100 },
])("while it reads at $textSize % in $width × $height", ({ width, height, textSize }) => {
  beforeAll(async () => {
    await lectern.resize(width, height);
  });

  /** Where the middle of the spoken word's first line is: 0 at the top, 1 at the player's upper edge. */
  const place = (): Promise<number> =>
    page.evaluate(() => {
      const [word] = [...(CSS.highlights.get("word") ?? [])] as Range[];
      const box = word?.getClientRects()[0];
      const room = innerHeight - (document.querySelector("[data-player]")?.getBoundingClientRect().height ?? 0);
      return box ? (box.top + box.bottom) / 2 / room : -1;
    });

  it("marks the sentence and the word, and keeps the word in the middle third", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await makeText(textSize);
    // A second opening begins at the top again.
    await openAddress(page, `${site.address}/second`);
    await expectArticle(page, "The gate to the sea");
    await openAddress(page, `${site.address}/first`);
    await expectArticle(page, TITLE);
    for (let sections = 0; sections < 2; sections += 1) await press("Control+PageDown");
    await watchWords(page);
    await press("Control+Digit2");
    for (let count = 2; count <= 12; count += 2) {
      await expectWords(page, count);
      const at = await place();
      expect(at).toBeGreaterThanOrEqual(1 / 3 - 0.01);
      expect(at).toBeLessThanOrEqual(2 / 3 + 0.01);
    }
    expect(await page.evaluate(() => ["sentence", "word"].map((name) => CSS.highlights.get(name)?.size ?? 0))).not.toContain(0);
  });

  it("glides there where motion is welcome", async () => {
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await press("Control+PageUp");
    await press("Control+Digit2");
    await expectPlaying(page, true);
    await press("Control+PageDown");
    await soon(async () => {
      const at = await place();
      expect(at).toBeGreaterThan(1 / 3 - 0.01);
      expect(at).toBeLessThan(2 / 3 + 0.01);
    });
  });

  it("stays where a person scrolled to, until they return", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await press("Control+Digit2");
    await watchWords(page);
    await expectWords(page, 2);
    await press("Home");
    await soon(async () => expect(await page.evaluate(() => scrollY)).toBe(0));
    const { length } = await expectWords(page, 3);
    await expectWords(page, length + 2);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const button = page.getByRole("button", { name: "Return to speech" });
    // It lies over nothing that one reads: in the player, or beside the article.
    const below = await button.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return document.elementsFromPoint((left + right) / 2, (top + bottom) / 2).map(({ id, localName }) => id || localName);
    });
    expect(below[0]).toBe("button");
    expect(below.includes("player") || !below.includes("article"), below.join(" ")).toBe(true);
    await button.focus();
    await press("Enter");
    await soon(async () => expect(await place()).toBeGreaterThan(1 / 3 - 0.01));
    await soon(async () => expect(await button.count()).toBe(0));
  });
});
