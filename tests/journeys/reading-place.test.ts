import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialogOf, expectArticle, expectDialog, soon } from "./eyes.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

let site: Site;
let home: string;
let lectern: Lectern;
let page: Page;
const press = (key: string): Promise<void> => page.keyboard.press(key);

beforeAll(async () => {
  site = await openSite();
  home = await makeHome({ voice: BEEPS });
  lectern = await launch({ home, args: [join(site.folder, "long.txt")] });
  page = lectern.page;
  await expectArticle(page, "The long way round");
  await lectern.resize(1280, 960);
  await page.emulateMedia({ reducedMotion: "reduce" });
});

afterAll(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

/** Makes the text so large, step by step; per cent. */
async function makeText(size: number): Promise<void> {
  const now = (): Promise<number> => page.evaluate(() => Number.parseFloat(document.documentElement.style.fontSize));
  await press("Control+Digit0");
  await soon(async () => expect(await now()).toBe(100));
  for (let presses = 0; presses < 12 && (await now()) !== size; presses += 1) await press(size > 100 ? "Control+=" : "Control+-");
  expect(await now()).toBe(size);
}

/** Opens a file of the site's folder, in a window of any language. */
async function openFile(name: string, title: string): Promise<void> {
  await press("Control+o");
  await page.locator("#open-address").fill(join(site.folder, name));
  await press("Enter");
  await expectArticle(page, title);
}

describe("what is read with the eyes", () => {
  interface Line {
    readonly block: string;
    readonly offset: number;
    /** CSS pixels below the window's upper edge. */
    readonly top: number;
  }

  /** Where the first line that is seen whole begins. */
  const firstLine = (): Promise<Line> =>
    page.evaluate(() => {
      const { left } = (document.querySelector("[data-article]") as Element).getBoundingClientRect();
      for (let y = 1; y < innerHeight; y += 3) {
        const { startContainer, startOffset } = document.caretRangeFromPoint(left + 2, y) ?? document.createRange();
        const block = startContainer.parentElement?.closest("[data-block]");
        if (!block || !(startContainer instanceof Text)) continue;
        const before = document.createRange();
        before.setStart(block, 0);
        before.setEnd(startContainer, startOffset);
        const sign = document.createRange();
        sign.setStart(startContainer, startOffset);
        sign.setEnd(startContainer, startOffset + 1);
        const { top } = sign.getBoundingClientRect();
        if (top >= 0) return { block: block.getAttribute("data-block") ?? "", offset: before.toString().length, top };
      }
      throw new Error("no line is seen");
    });

  /** Where it is by now. */
  const topOf = ({ block, offset }: Line): Promise<number> =>
    page.evaluate(
      async ([id, wanted]) => {
        for (let frames = 0; frames < 3; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
        const walker = document.createTreeWalker(document.querySelector(`[data-block="${id}"]`) as Element, NodeFilter.SHOW_TEXT);
        let left = wanted;
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
          const sign = document.createRange();
          if (left < node.data.length) {
            sign.setStart(node, left);
            sign.setEnd(node, left + 1);
            return sign.getBoundingClientRect().top;
          }
          left -= node.data.length;
        }
        return Number.NaN;
      },
      [block, offset] as const,
    );

  const markedTop = (): Promise<number> =>
    page.evaluate(async () => {
      for (let frames = 0; frames < 3; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      const [range] = [...(CSS.highlights.get("held-sentence") ?? [])] as Range[];
      return range?.getClientRects()[0]?.top ?? Number.NaN;
    });

  const scrollTo = (place: number): Promise<void> =>
    page.evaluate(async (share) => {
      window.scrollTo({ top: share * document.documentElement.scrollHeight, behavior: "instant" });
      // What a person needs at least to go from one to the other.
      await new Promise((resolve) => setTimeout(resolve, 200));
    }, place);

  const expectStill = async (line: Line): Promise<void> => {
    const top = await topOf(line);
    expect(Math.abs(top - line.top), `it stood at ${line.top} and stands at ${top}`).toBeLessThan(2);
  };

  /** Makes the window and the text of every size, and looks after each step. */
  async function throughSizes(check: () => Promise<void>): Promise<void> {
    for (const size of [200, 400, 100]) {
      await makeText(size);
      await check();
    }
    for (const [width, height] of [
      [640, 480],
      [320, 256],
      [1280, 960],
    ] as const) {
      await lectern.resize(width, height);
      await check();
    }
  }

  it("stays where it is when the text or the window gets another size", async () => {
    await scrollTo(0.4);
    const line = await firstLine();
    await throughSizes(() => expectStill(line));
  });

  it("stays there too when the sentence that was spoken last is elsewhere", async () => {
    for (let presses = 0; presses < 3; presses += 1) await press("Control+Digit3");
    await scrollTo(0.5);
    const line = await firstLine();
    await throughSizes(() => expectStill(line));
  });

  it("stays at the marked sentence where that is seen", async () => {
    await scrollTo(0);
    for (let presses = 0; presses < 6; presses += 1) await press("Control+Digit3");
    const top = await markedTop();
    expect(top).toBeGreaterThan(0);
    await throughSizes(async () => {
      const now = await markedTop();
      const edge = await page.evaluate(() => document.querySelector("[data-player]")?.getBoundingClientRect().top ?? 0);
      if (top < edge - 100) expect(Math.abs(now - top)).toBeLessThan(2);
      else expect(now).toBeLessThan(edge);
      expect(now).toBeGreaterThanOrEqual(0);
    });
    expect(Math.abs((await markedTop()) - top)).toBeLessThan(2);
  });

  it("stays where it is when lines get another height and what stands above goes", async () => {
    await scrollTo(0.5);
    const line = await firstLine();
    await page.evaluate(() => document.documentElement.style.setProperty("--line-spacing", "2.5"));
    await expectStill(line);
    await page.evaluate(() => {
      const first = document.querySelector<HTMLElement>("[data-article] p[data-block]");
      if (first) first.hidden = true;
    });
    await expectStill(line);
    await page.evaluate(() => {
      document.documentElement.style.setProperty("--line-spacing", "1.6");
      document.querySelector("[data-article] p[hidden]")?.removeAttribute("hidden");
    });
    await expectStill(line);
  });

  it("stays where it is while something above it has the focus", async () => {
    await page.locator(".top .tools button >> visible=true").first().focus();
    await scrollTo(0.4);
    const line = await firstLine();
    await throughSizes(() => expectStill(line));
  });

  it("stays where it is behind the settings, and in a page that is drawn in another language", async () => {
    await scrollTo(0.45);
    const line = await firstLine();
    await press("Control+,");
    await expectDialog(page, "Settings");
    await dialogOf(page).getByLabel("Line spacing", { exact: true }).selectOption({ label: "2×" });
    await expectStill(line);
    await dialogOf(page).getByLabel("Language of the window and announcements", { exact: true }).selectOption("de");
    await expectDialog(page, "Einstellungen");
    await makeText(200);
    await expectStill(line);
    await makeText(100);
    await press("Escape");
    await expectStill(line);
  });

  it("stays where it is in an article that is laid out only where it is seen", async () => {
    const text = Array.from({ length: 900 }, (_, n) => `Paragraph ${n} tells of the harbour and of ships. `.repeat(1 + (n % 5)));
    await writeFile(join(site.folder, "book.txt"), `A book of the coast\n\n${text.join("\n\n")}\n`);
    await openFile("book.txt", "A book of the coast");
    for (const place of [0.5, 0.2]) {
      await scrollTo(place);
      const line = await firstLine();
      // How high a paragraph is shows only when it is seen: it may take some frames.
      await throughSizes(() => soon(() => expectStill(line)));
    }
  });
});
