import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  dialogOf,
  expectArticle,
  expectCaption,
  expectDialog,
  expectPlaying,
  expectWords,
  heardWords,
  look,
  soon,
  watchWords,
} from "./eyes.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

const TITLE = "The long way round";
/** The most of the place that a crash may lose, and the longest that the host may be missed; milliseconds. */
const MOST_LOST = 5_000;
const LONGEST_BREAK = 2_000;

let site: Site;
let home: string;
let lectern: Lectern;
let page: Page;
const press = (key: string): Promise<void> => page.keyboard.press(key);

beforeEach(async () => {
  site = await openSite();
  home = await makeHome({ voice: BEEPS, rate: 2 });
});

afterEach(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

async function open(args: readonly string[]): Promise<void> {
  lectern = await launch({ home, args, cwd: site.folder });
  page = lectern.page;
}

const sentence = (paragraph: number, number: number): string => `Paragraph ${paragraph} has this sentence number ${number} in it.`;

const listOf = (label: string): Locator => dialogOf(page).getByLabel(label, { exact: true });

/** What a list of the settings shows. */
const shown = (label: string): Promise<string | undefined> =>
  listOf(label).evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.text);

/** Chooses in a list of the settings, by keyboard. */
async function choose(label: string, value: string): Promise<void> {
  const select = listOf(label);
  for (let presses = 0; presses < 60 && !(await select.evaluate((element) => element === document.activeElement)); presses += 1)
    await press("Tab");
  await page.keyboard.type(value);
  await soon(async () => expect(await shown(label)).toContain(value));
}

const looks = (): Promise<Readonly<Record<string, string | null | undefined>>> =>
  page.evaluate(() => ({
    size: document.documentElement.style.fontSize,
    theme: document.documentElement.dataset.theme,
    rate: document.querySelector(".rate")?.textContent,
  }));

describe("closing and opening again", () => {
  it("comes back to the same sentence, with the same looks, pace and voice", async () => {
    await open(["long.txt"]);
    await expectArticle(page, TITLE);
    await press("Control+=");
    await press("Control+Shift+Period");
    await press("Control+,");
    await expectDialog(page, "Settings");
    await choose("Colours", "Sepia");
    await choose("Voice for English", "English (Scotland)");
    await press("Escape");
    await expectDialog(page, null);
    for (let presses = 0; presses < 4; presses += 1) await press("Alt+ArrowRight");
    await press("Control+Digit3");
    await expectCaption(page, sentence(4, 2));
    await watchWords(page);
    await press("Control+Digit2");
    await expectWords(page, 2);
    await press("Control+Digit2");
    const before = await looks();
    expect(before).toEqual({ size: "125%", theme: "sepia", rate: "2.25×" });
    await lectern.close();

    await open([]);
    await expectArticle(page, TITLE);
    await expectCaption(page, sentence(4, 2));
    expect(await look(page)).toMatchObject({ playing: false, sentence: sentence(4, 2), held: true });
    expect(await looks()).toEqual(before);
    await press("Control+,");
    await expectDialog(page, "Settings");
    await soon(async () => expect(await shown("Voice for English")).toContain("English (Scotland)"));
    await press("Escape");
    await expectDialog(page, null);
    await watchWords(page);
    await press("Control+Digit2");
    expect((await expectWords(page, 1))[0]).toMatchObject({ sentence: sentence(4, 2) });
  });
});

describe("when everything is killed while it reads", () => {
  it("loses no more than five seconds of the place", async () => {
    await open(["long.txt"]);
    await expectArticle(page, TITLE);
    await watchWords(page);
    await press("Control+Digit2");
    // Long enough for the first save to be far behind.
    await soon(async () => expect((await heardWords(page)).at(-1)?.sentence).toBe(sentence(2, 2)));
    await expectWords(page, (await heardWords(page)).length + 4);
    const pids = await lectern.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
    const words = await heardWords(page);
    const now = await page.evaluate(() => performance.now());
    for (const pid of new Set([lectern.app.process().pid ?? 0, ...pids])) {
      try {
        if (pid > 0) process.kill(pid, "SIGKILL");
      } catch {
        // It ended with the one before it.
      }
    }
    await lectern.app.waitForEvent("close").catch(() => {});

    await open([]);
    await expectArticle(page, TITLE);
    await soon(async () => expect((await look(page)).sentence).not.toBe(""));
    const { caption } = await look(page);
    // The last time that a word of this sentence began is at most so long before the end.
    const last = words.findLast((word) => word.sentence === caption);
    expect(last, caption).toBeDefined();
    expect(now - (last?.time ?? 0)).toBeLessThanOrEqual(MOST_LOST);
  });
});

describe("when the host is killed while it reads", () => {
  const kill = async (): Promise<number> => {
    const pid = await lectern.hostPid();
    if (pid === null) throw new Error("there is no host");
    process.kill(pid, "SIGKILL");
    return pid;
  };

  it("goes on in the same sentence, word by word, without a break that is heard", async () => {
    await open(["long.txt"]);
    await expectArticle(page, TITLE);
    await watchWords(page);
    await press("Control+Digit2");
    const before = await expectWords(page, 8);
    const pid = await kill();
    const words = await expectWords(page, before.length + 25);
    expect((await look(page)).playing).toBe(true);
    expect(await page.locator(".problem").count()).toBe(0);
    await expect.poll(lectern.hostPid).not.toBe(pid);
    const gaps = words.slice(1).map((word, index) => word.time - (words[index]?.time ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(LONGEST_BREAK);
    expect(words.map(({ at }) => at)).toEqual(words.map(({ at }) => at).sort((one, other) => one - other));
    // Each sentence in its turn, none left out.
    const said = [...new Set(words.map((word) => word.sentence))];
    expect(said).toEqual([TITLE, ...Array.from({ length: said.length - 1 }, (_, n) => sentence(Math.floor(n / 3) + 1, (n % 3) + 1))]);
  });

  it("is back within two seconds for speech that nobody had asked for before", async () => {
    await open(["long.txt"]);
    await expectArticle(page, TITLE);
    await watchWords(page);
    await press("Control+Digit2");
    await expectWords(page, 2);
    await page.evaluate(() => {
      const far = [...document.querySelectorAll("[data-article] p[data-block]")].at(-2)?.firstElementChild?.firstChild;
      if (far) getSelection()?.collapse(far, 0);
    });
    await expectPlaying(page, false);
    await kill();
    await watchWords(page);
    const asked = await page.evaluate(() => performance.now());
    await press("Control+Digit2");
    const [first] = await expectWords(page, 1);
    expect(first?.sentence).toBe(sentence(23, 1));
    expect((first?.time ?? 0) - asked).toBeLessThan(LONGEST_BREAK);
  });
});

describe("a library that is damaged", () => {
  it("is set aside, and an empty one begins", async () => {
    await writeFile(join(home, "library.sqlite"), "This is no library. ".repeat(500));
    await open(["long.txt"]);
    // The answers to the first questions are gone with the rest.
    for (const question of ["Who speaks?", "Which voice?"]) {
      await soon(async () => expect(await page.getByRole("heading").allTextContents()).toEqual([question]));
      await press("Escape");
    }
    await expectArticle(page, TITLE);
    const files = await readdir(home);
    expect(files.filter((file) => /^library\.sqlite\.damaged-.*Z$/.test(file))).toHaveLength(1);
    expect(files).toContain("library.sqlite");
  });
});
