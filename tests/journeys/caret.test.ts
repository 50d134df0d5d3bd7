import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { expectArticle, expectCaption, expectDialog, expectPlaying, expectWords, heardWords, look, soon, watchWords } from "./eyes.ts";
import { FIRST, NEXT_PARAGRAPH, openSite, SECOND, type Site, THIRD } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

const TITLE = "The harbour opens again";

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

/** Moves the caret as a screen reader does: to these words of the article. */
const putCaret = (words: string): Promise<void> =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector("[data-article]") ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      getSelection()?.collapse(node, at);
      return;
    }
    throw new Error(`the article has no "${wanted}"`);
  }, words);

beforeEach(async () => {
  if ((await look(page)).playing) await press("Control+Digit4");
  await expectPlaying(page, false);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
});

/** Reads from these words on, until so many words were heard. */
async function playFrom(words: string, count: number): Promise<void> {
  await putCaret(words);
  await watchWords(page);
  await press("Control+Digit2");
  await expectWords(page, count);
}

describe("pause", () => {
  it("puts a collapsed caret at the sentence's start, in the key's own handler, and moves nothing else", async () => {
    await playFrom("Hundreds of people", 3);
    await page.evaluate(() => {
      const record = {
        inKey: null as string | null,
        collapsed: false,
        offset: -1,
        focus: "",
        focusBefore: document.activeElement?.tagName,
        focusMoves: 0,
        changes: [] as string[],
      };
      Object.assign(window, { record });
      for (const type of ["focus", "blur"]) addEventListener(type, () => (record.focusMoves += 1), true);
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const element = target instanceof Element ? target : target.parentElement;
          if (!element?.closest("[data-player]")) record.changes.push(element?.outerHTML.slice(0, 80) ?? "?");
        }
      }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      // After Lectern's own listener, in the same dispatch of the same key.
      addEventListener(
        "keydown",
        () => {
          const selection = getSelection();
          record.inKey = selection?.anchorNode?.textContent ?? null;
          record.collapsed = selection?.isCollapsed ?? false;
          record.offset = selection?.anchorOffset ?? -1;
          record.focus = document.activeElement?.tagName ?? "";
        },
        { capture: true, once: true },
      );
    });
    await press("Control+Digit2");
    const record = await page.evaluate(
      () => (window as unknown as { record: Record<string, unknown> & { inKey: string; offset: number } }).record,
    );
    expect(record.inKey.slice(record.offset)).toMatch(/^Hundreds of people had come/);
    expect(record).toMatchObject({ collapsed: true, focus: "BODY", focusBefore: "BODY", focusMoves: 0 });
    expect(await look(page)).toMatchObject({ playing: false, selected: false, caption: SECOND });
    // On to the next sentence, a pause there, and a stop: within a section nothing of the page changes but the player.
    await press("Control+Digit2");
    await expectCaption(page, THIRD);
    await press("Control+Digit2");
    await press("Control+Digit4");
    const later = await page.evaluate(() => (window as unknown as { record: { changes: string[]; focusMoves: number } }).record);
    expect(later.changes).toEqual([]);
    expect(later.focusMoves).toBe(0);
    expect((await look(page)).caret).toBe(THIRD);
  });

  it("has each sentence in a span of its own from the start", async () => {
    expect(
      await page.evaluate(() =>
        [...(document.querySelector("[data-article] p[data-block]:not(.byline)")?.children ?? [])].map((part) => [
          part.tagName,
          part.textContent,
        ]),
      ),
    ).toEqual([
      ["SPAN", FIRST],
      ["SPAN", SECOND],
      ["SPAN", THIRD],
    ]);
  });

  it("changes nothing of the article, whatever is read and marked", async () => {
    await page.evaluate(() => {
      const touched: string[] = [];
      Object.assign(window, { touched });
      const article = document.querySelector("[data-article]");
      if (article)
        new MutationObserver((changes) => touched.push(...changes.map(({ type }) => type))).observe(article, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        });
    });
    await playFrom("The first ships", 6);
    for (const key of ["Control+PageDown", "Control+Digit3", "Control+Digit2", "Alt+ArrowLeft", "Control+Digit5"]) await press(key);
    await expectPlaying(page, true);
    await press("F7");
    expect(await page.evaluate(() => (window as unknown as { touched: string[] }).touched)).toEqual([]);
  });
});

describe("a caret that a person moved", () => {
  it("is where play goes on, from that very word", async () => {
    await playFrom("three whole years", 2);
    expect((await heardWords(page))[0]).toMatchObject({ word: "three", sentence: NEXT_PARAGRAPH });
  });

  it("is kept by a pause, and not taken for moved afterwards", async () => {
    await playFrom("three whole years", 3);
    await press("Control+Digit2");
    const { word } = await look(page);
    expect((await look(page)).caret).toMatch(/^The work took/);
    await watchWords(page);
    await press("Control+Digit2");
    expect((await expectWords(page, 1))[0]?.word).toBe(word);
  });

  it("silences the reading, and is where it goes on", async () => {
    await playFrom("The first ships", 2);
    await putCaret("It cost more");
    await expectPlaying(page, false);
    await watchWords(page);
    await press("Control+Digit2");
    expect((await expectWords(page, 1))[0]).toMatchObject({ word: "It" });
  });

  it("is where Enter plays from", async () => {
    await putCaret("band played on");
    await watchWords(page);
    await press("Enter");
    await expectPlaying(page, true);
    expect((await expectWords(page, 1))[0]).toMatchObject({ sentence: THIRD });
  });

  it("is where a skip begins", async () => {
    await putCaret("three whole years");
    await press("Control+Digit3");
    expect(await look(page)).toMatchObject({ caption: "It cost more than the town had hoped.", playing: false });
  });
});

describe("a link of the article", () => {
  const hasFocus = (): Promise<boolean> => page.evaluate(() => document.activeElement?.matches("[data-article] a") ?? false);

  /** Tab by Tab to the link. */
  async function reachLink(): Promise<void> {
    for (let presses = 0; presses < 30; presses += 1) {
      await press("Tab");
      if (await hasFocus()) return;
    }
    throw new Error("no Tab reaches the link");
  }

  it("asks where to open it, and gives the focus back", async () => {
    await reachLink();
    await press("Enter");
    await expectDialog(page, "Link: a gate to the sea");
    expect(await page.getByRole("dialog").textContent()).toContain(`${site.address}/second`);
    expect((await look(page)).focus).toBe("BUTTON");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Open in Lectern");
    await press("Escape");
    await expectDialog(page, null);
    expect(await hasFocus()).toBe(true);
    expect((await look(page)).playing).toBe(false);
    expect(site.asked).not.toContain("/second");
  });

  it("opens in Lectern", async () => {
    await reachLink();
    await press("Enter");
    await expectDialog(page, "Link: a gate to the sea");
    await press("Enter");
    await expectArticle(page, "The gate to the sea");
    await soon(async () => expect((await look(page)).focus).toBe("article"));
    expect(site.asked).toContain("/second");
  });

  it("is read from the top there, and not from where the caret was before", async () => {
    await watchWords(page);
    await press("Control+Digit2");
    expect((await expectWords(page, 1))[0]).toMatchObject({ word: "The", sentence: "The gate to the sea" });
  });
});
