import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectArticle, expectCaption, expectPlaying, expectWords, heardWords, look, openAddress, watchWords } from "./eyes.ts";
import { FIRST, LAST, LONG_SENTENCE, NEXT_PARAGRAPH, openSite, SECOND, type Site, THIRD } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

const TITLE = "The harbour opens again";
const BYLINE = "By Mara Lindt";

let site: Site;
let home: string;
let lectern: Lectern;
let page: Page;
const press = (key: string): Promise<void> => page.keyboard.press(key);

beforeAll(async () => {
  site = await openSite();
});

afterAll(async () => {
  await site.close();
});

/** Silent, at this sentence of the article. */
async function standAt(caption: string): Promise<void> {
  if ((await look(page)).playing) await press("Control+Digit4");
  await expectPlaying(page, false);
  for (let presses = 0; presses < 10 && (await look(page)).caption !== TITLE; presses += 1) await press("Control+PageUp");
  await expectCaption(page, TITLE);
  for (let presses = 0; presses < 40 && (await look(page)).caption !== caption; presses += 1) await press("Control+Digit3");
  await expectCaption(page, caption);
}

describe("opening and listening, with the voice that Lectern brings", () => {
  beforeAll(async () => {
    home = await makeHome();
    lectern = await launch({ home, args: ["first.html"], cwd: site.folder });
    page = lectern.page;
  });
  afterAll(async () => {
    await lectern.close();
    await rm(home, { recursive: true, force: true });
  });

  it("shows the file that was named, silently", async () => {
    await expectArticle(page, TITLE);
    expect(await look(page)).toMatchObject({ caption: TITLE, playing: false, sentence: "", notice: "" });
    expect(await page.title()).toBe(`${TITLE} – Lectern`);
  });

  it("opens an address of the web, and takes the focus there", async () => {
    await openAddress(page, `${site.address}/second`);
    await expectArticle(page, "The gate to the sea");
    expect((await look(page)).focus).toBe("article");
    expect(await look(page)).toMatchObject({ playing: false });
  });

  it("opens a file by its path", async () => {
    await openAddress(page, join(site.folder, "first.html"));
    await expectArticle(page, TITLE);
  });

  it("plays: captions, sentence and word go on together", async () => {
    await watchWords(page);
    await press("Control+Digit2");
    await expectPlaying(page, true);
    await expectCaption(page, FIRST);
    const words = await expectWords(page, 8);
    expect(words.slice(0, 8).map(({ word }) => word)).toEqual(["The", "harbour", "opens", "again", "Mara", "Lindt", "The", "first"]);
    const seen = await look(page);
    expect(seen).toMatchObject({ sentence: seen.caption, held: false });
  });

  it("pauses at once, marks where by shape, and goes on there", async () => {
    await press("Control+Digit2");
    const paused = await look(page);
    expect(paused).toMatchObject({ playing: false, held: true, sentence: paused.caption });
    await watchWords(page);
    await page.waitForTimeout(700);
    expect(await heardWords(page)).toEqual([]);
    expect(await look(page)).toEqual(paused);
    await press("Control+Digit2");
    const words = await expectWords(page, 3);
    expect(words[0]?.word).toBe(paused.word);
    expect(words[0]?.sentence).toBe(paused.sentence);
    expect(words.map(({ at }) => at)).toEqual(words.map(({ at }) => at).sort((one, other) => one - other));
  });

  it("stops at the start of the sentence that sounded", async () => {
    await press("F7");
    const stopped = await look(page);
    expect(stopped).toMatchObject({ playing: false, selected: false });
    expect(stopped.caret?.startsWith(stopped.caption)).toBe(true);
    await watchWords(page);
    await press("F5");
    const [first] = await expectWords(page, 1);
    expect(stopped.caption.startsWith(first?.word ?? "nothing")).toBe(true);
    await press("F5");
    await expectPlaying(page, false);
  });
});

describe("finding the way, with beeps", () => {
  beforeAll(async () => {
    home = await makeHome({ voice: BEEPS, rate: 2 });
    lectern = await launch({ home, args: [`${site.address}/first`] });
    page = lectern.page;
    await expectArticle(page, TITLE);
  });
  afterAll(async () => {
    await lectern.close();
    await rm(home, { recursive: true, force: true });
  });

  it("skips by sentence while silent", async () => {
    for (const caption of [BYLINE, FIRST, SECOND, THIRD, NEXT_PARAGRAPH]) {
      await press("Control+Digit3");
      expect(await look(page)).toMatchObject({ caption, playing: false, held: true });
    }
    for (const caption of [THIRD, SECOND, FIRST, BYLINE, TITLE]) {
      await press("Control+Digit1");
      expect(await look(page)).toMatchObject({ caption, playing: false });
    }
  });

  it("skips by sentence while it reads, without a stop", async () => {
    await standAt(FIRST);
    await press("Control+Digit2");
    await expectPlaying(page, true);
    await watchWords(page);
    await press("Control+Digit3");
    expect(await look(page)).toMatchObject({ caption: SECOND, playing: true });
    await expectWords(page, 2);
    await press("Control+Digit1");
    expect(await look(page)).toMatchObject({ caption: FIRST, playing: true });
    await expect.poll(async () => (await heardWords(page)).at(-1)?.sentence).toBe(FIRST);
  });

  it("skips by paragraph both ways, silent and reading", async () => {
    await standAt(SECOND);
    await press("Alt+ArrowRight");
    expect(await look(page)).toMatchObject({ caption: NEXT_PARAGRAPH, playing: false });
    await press("Alt+ArrowLeft");
    expect(await look(page)).toMatchObject({ caption: FIRST, playing: false });
    await press("Control+Digit2");
    await expectPlaying(page, true);
    await press("Alt+ArrowRight");
    expect(await look(page)).toMatchObject({ caption: NEXT_PARAGRAPH, playing: true });
    await press("Alt+ArrowLeft");
    expect(await look(page)).toMatchObject({ caption: FIRST, playing: true });
  });

  it("skips by section both ways, silent and reading", async () => {
    await standAt(FIRST);
    const sections = ["Section: What was built", "Section: The figures", "Section: What comes next"];
    for (const caption of sections) {
      await press("Control+PageDown");
      expect(await look(page)).toMatchObject({ caption, playing: false });
    }
    await press("Control+PageUp");
    expect(await look(page)).toMatchObject({ caption: sections[1], playing: false });
    await press("Control+Digit2");
    await expectPlaying(page, true);
    await press("Control+PageDown");
    expect(await look(page)).toMatchObject({ caption: sections[2], playing: true });
    await press("Control+PageUp");
    expect(await look(page)).toMatchObject({ caption: sections[1], playing: true });
  });

  it("goes back to the sentence's own start once two seconds of it were heard, and from there to the one before", async () => {
    await standAt(LONG_SENTENCE);
    await watchWords(page);
    await press("Control+Digit2");
    // Beeps of these words: 2 s are over at the fifteenth.
    const before = await expectWords(page, 22);
    await press("Control+Digit1");
    expect(await look(page)).toMatchObject({ caption: LONG_SENTENCE, playing: true });
    await expect.poll(async () => (await heardWords(page)).slice(before.length).some(({ word }) => word === "Behind")).toBe(true);
    await press("Control+Digit1");
    expect(await look(page)).toMatchObject({ caption: "Section: What was built", playing: true });
  });

  it("repeats the sentence, and plays it when it was silent", async () => {
    await standAt(SECOND);
    await press("Control+Digit2");
    await watchWords(page);
    await expectWords(page, 4);
    await press("Control+Digit2");
    await watchWords(page);
    await press("Control+Digit5");
    expect((await expectWords(page, 2)).slice(0, 2).map(({ word }) => word)).toEqual(["Hundreds", "of"]);
    expect(await look(page)).toMatchObject({ caption: SECOND, playing: true });
  });

  it("changes its pace without a stop", async () => {
    await standAt(LONG_SENTENCE);
    await press("Control+Digit2");
    await watchWords(page);
    await expectWords(page, 3);
    await page.evaluate(() => {
      const labels: string[] = [];
      Object.assign(window, { labels });
      const button = document.querySelector("[data-play]");
      if (button)
        new MutationObserver(() => labels.push(button.textContent ?? "")).observe(button, {
          subtree: true,
          childList: true,
          characterData: true,
        });
    });
    const rate = (): Promise<string | null> => page.getByRole("group", { name: "Speed" }).locator(".rate").textContent();
    expect(await rate()).toBe("2×");
    for (const shown of ["2.25×", "2.5×", "2.75×"]) {
      await press("Control+Shift+Period");
      await expect.poll(rate).toBe(shown);
    }
    const count = (await heardWords(page)).length;
    const words = await expectWords(page, count + 6);
    expect(new Set(words.map(({ sentence }) => sentence))).toEqual(new Set([LONG_SENTENCE]));
    // A word may be begun anew at the change, none before it.
    expect(words.every(({ at }, index) => index === 0 || at >= (words[index - 1]?.at ?? 0))).toBe(true);
    for (let presses = 0; presses < 3; presses += 1) await press("Control+Shift+Comma");
    await expect.poll(rate).toBe("2×");
    expect(await page.evaluate(() => (window as unknown as { labels: string[] }).labels)).toEqual([]);
    expect(await look(page)).toMatchObject({ caption: LONG_SENTENCE, playing: true });
  });

  it("says where it is, and goes on by itself", async () => {
    await standAt("Most of the stones came from the old fort.");
    await press("Control+Digit2");
    await watchWords(page);
    await expectWords(page, 3);
    await press("Control+i");
    const { notice } = await look(page);
    expect(notice).toBe("The harbour opens again. Section 2 of 4, What was built. Paragraph 3 of 3. About 1 minute left.");
    const asked = (await heardWords(page)).length;
    const words = await expectWords(page, asked + 2);
    expect(words[asked]?.at).toBeGreaterThanOrEqual(words[asked - 1]?.at ?? 0);
    expect(words[asked]?.sentence).toBe("Most of the stones came from the old fort.");
  });

  it("comes to the end, leaves the caret at the last sentence, and plays again from the top", async () => {
    await standAt(LAST);
    await press("Control+Digit2");
    await expectPlaying(page, true);
    await expectPlaying(page, false);
    expect(await look(page)).toMatchObject({ caption: LAST, caret: LAST, selected: false, sentence: "" });
    await watchWords(page);
    await press("Control+Digit2");
    const [first] = await expectWords(page, 1);
    expect(first).toMatchObject({ word: "The", sentence: TITLE });
  });

  it("says that there is nothing further, and stays", async () => {
    await standAt(TITLE);
    await press("Control+PageUp");
    expect(await look(page)).toMatchObject({ caption: TITLE, playing: false, notice: "There is no section before this." });
  });
});
