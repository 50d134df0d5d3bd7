import { rm } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dialogOf, expectArticle, expectDialog, expectPlaying, expectWords, look, soon, watchWords } from "./eyes.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

const TITLE = "The harbour opens again";

let site: Site;
let home: string;
let lectern: Lectern;
let page: Page;
const press = (key: string): Promise<void> => page.keyboard.press(key);

const start = async (args: readonly string[]): Promise<void> => {
  lectern = await launch({ home, args });
  page = lectern.page;
  await expectArticle(page, TITLE);
};

beforeAll(async () => {
  site = await openSite();
  home = await makeHome({ voice: BEEPS });
  await start([`${site.address}/first`]);
});

beforeEach(async () => {
  for (let presses = 0; presses < 3 && (await dialogOf(page).count()) > 0; presses += 1) await press("Escape");
});

afterAll(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

const list = (label: string): Locator => dialogOf(page).getByLabel(label, { exact: true });

/** Goes to a control of the settings with the keyboard alone. */
async function reach(control: Locator): Promise<void> {
  const MOST = 60;
  for (let presses = 0; presses < MOST && !(await control.evaluate((element) => element === document.activeElement)); presses += 1)
    await press("Tab");
  expect(await control.evaluate((element) => element === document.activeElement)).toBe(true);
}

async function choose(label: string, value: string): Promise<void> {
  await reach(list(label));
  // The first word or number alone: a space that comes late opens the list, and no key is a multiplication sign.
  await page.keyboard.type(value.split(/[ ×]/)[0] ?? "");
  await soon(async () =>
    expect(await list(label).evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.text)).toContain(value),
  );
}

/** How the first paragraph is set, as the page draws it. */
const paragraph = (): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(() => {
    const text = document.querySelector("[data-article] p[data-block^=b]");
    if (!text) return {};
    const { fontFamily, lineHeight, letterSpacing, textAlign, color, fontSize } = getComputedStyle(text);
    const lines = Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
    return { face: fontFamily.split(",")[0] ?? "", lines: lines.toFixed(2), letterSpacing, textAlign, color };
  });

const faults = async (): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page: page as never }).setLegacyMode(true).withRules(["color-contrast"]).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
};

describe("how the text is set", () => {
  it("is chosen by keyboard, seen at once behind the dialog, and kept", async () => {
    await press("Control+,");
    await expectDialog(page, "Settings");
    await choose("Typeface", "OpenDyslexic");
    await choose("Line spacing", "2×");
    await choose("Letter spacing", "12%");
    await choose("Alignment", "Both");
    const set = { face: "OpenDyslexic", lines: "2.00", textAlign: "justify" };
    expect(await paragraph()).toMatchObject(set);
    // The face is really there: it came with Lectern.
    await soon(async () =>
      expect(
        await page.evaluate(() => [...document.fonts].some(({ family, status }) => /OpenDyslexic/.test(family) && status === "loaded")),
      ).toBe(true),
    );
    await press("Escape");
    await lectern.close();
    await start([]);
    expect(await paragraph()).toMatchObject(set);
  });

  it("ends at a line what has scrolled under the name of a dialog, and only then", async () => {
    await press("Control+,");
    await expectDialog(page, "Settings");
    const line = (): Promise<string> => page.locator(".dialog-head").evaluate((head) => getComputedStyle(head).outlineStyle);
    expect(await line()).toBe("none");
    await dialogOf(page).evaluate((dialog) => dialog.scrollTo({ top: 200, behavior: "instant" }));
    await soon(async () => expect(await line()).toBe("solid"));
    // It follows no animation: the last picture of one stays in a window that shrinks.
    expect(await dialogOf(page).evaluate((dialog) => dialog.getAnimations({ subtree: true }).length)).toBe(0);
    await dialogOf(page).evaluate((dialog) => dialog.scrollTo({ top: 0, behavior: "instant" }));
    await soon(async () => expect(await line()).toBe("none"));
    await press("Escape");
  });

  it("takes colours of one's own, and refuses what can't be read", async () => {
    await press("Control+,");
    await expectDialog(page, "Settings");
    await choose("Colours", "My own colours");
    const before = await paragraph();
    const colour = dialogOf(page).getByLabel("Text", { exact: true });
    await reach(colour);
    await colour.fill("#1c2a4d");
    await soon(async () => expect(await page.locator("#colour-contrast").textContent()).toContain("Too little"));
    expect(await paragraph()).toEqual(before);
    await colour.fill("#ffe0a0");
    await soon(async () => expect((await paragraph()).color).toBe("rgb(255, 224, 160)"));
    expect(await page.locator("#colour-contrast").textContent()).not.toContain("Too little");
    expect(await faults()).toEqual([]);
    await press("Escape");
    expect(await faults()).toEqual([]);
  });

  it("goes back to what it was at first", async () => {
    await press("Control+,");
    await expectDialog(page, "Settings");
    const reset = dialogOf(page).getByRole("button", { name: "Looks as they were at first" });
    await reach(reset);
    await press("Enter");
    await soon(async () => expect(await paragraph()).toMatchObject({ lines: "1.60", textAlign: "start" }));
    expect(await list("Typeface").inputValue()).toBe("hyperlegible");
    await press("Escape");
    await expectDialog(page, null);
  });
});

describe("the reading ruler", () => {
  it("leaves clear only the lines that are read, and takes no pointer", async () => {
    await press("Control+,");
    await choose("Reading ruler", "Only the lines");
    await press("Escape");
    for (let presses = 0; presses < 4; presses += 1) await press("Control+Digit3");
    await soon(async () => {
      const clear = await page.evaluate(() => {
        const [above, below] = [...document.querySelectorAll(".ruler.shade")].map((one) => one.getBoundingClientRect());
        const [range] = [...(CSS.highlights.get("held-word") ?? CSS.highlights.get("held-sentence") ?? [])] as Range[];
        const line = range?.getClientRects()[0];
        return above && below && line ? above.bottom <= line.top && below.top >= line.bottom && below.top > above.bottom : false;
      });
      expect(clear).toBe(true);
    });
    expect(await page.evaluate(() => getComputedStyle(document.querySelector(".ruler") as Element).pointerEvents)).toBe("none");
  });
});

describe("giant text", () => {
  const phrase = (): Promise<string | null> => page.evaluate(() => document.querySelector("[data-phrase]")?.textContent ?? null);
  const open = (): Promise<void> => lectern.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("giantText")?.click());

  it("shows one phrase, larger than the page, and goes on by key over the end of a sentence", async () => {
    const { caption } = await look(page);
    await open();
    await soon(async () => expect(await phrase()).not.toBeNull());
    const first = await phrase();
    expect(caption.startsWith(first ?? "?")).toBe(true);
    const seen = [first];
    for (let presses = 0; presses < 20 && (await look(page)).caption === caption; presses += 1) {
      await press("ArrowRight");
      seen.push(await phrase());
    }
    // The sentence in phrases, none left out, then the first of the next.
    expect(seen.slice(0, -1).join(" ")).toBe(caption);
    expect((await look(page)).caption.startsWith(seen.at(-1) ?? "?")).toBe(true);
    const [room, text] = await page.evaluate(() =>
      [".phrase", "[data-phrase]"].map((name) => document.querySelector(name)?.getBoundingClientRect().toJSON() as DOMRect),
    );
    expect(text?.width).toBeLessThanOrEqual((room?.width ?? 0) + 1);
    expect(text?.height).toBeLessThanOrEqual((room?.height ?? 0) + 1);
    expect(text?.height).toBeGreaterThan(100);
  });

  it("keeps Tab among what can be seen", async () => {
    const places = new Set<string>();
    for (const key of [...Array(14).fill("Tab"), ...Array(14).fill("Shift+Tab")] as string[]) {
      await press(key);
      places.add(
        await page.evaluate(() => {
          const active = document.activeElement;
          return active?.closest(".giant") ? "giant" : active?.closest("[data-player]") ? "player" : (active?.outerHTML ?? "nothing");
        }),
      );
    }
    expect([...places].sort()).toEqual(["giant", "player"]);
  });

  it("keeps step with the voice, and gives the page back on Escape", async () => {
    await watchWords(page);
    await press("Control+Digit2");
    const words = await expectWords(page, 6);
    await expectPlaying(page, true);
    await press("Control+Digit2");
    await expectPlaying(page, false);
    const { word } = await look(page);
    await soon(async () => expect(await phrase()).toContain(word));
    expect(words.length).toBeGreaterThanOrEqual(6);
    await page.locator(".giant").focus();
    await press("Escape");
    await soon(async () => expect(await phrase()).toBeNull());
  });
});
