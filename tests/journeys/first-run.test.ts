import { rm } from "node:fs/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { dialogOf, expectArticle, expectDialog, expectPlaying, look, soon } from "./eyes.ts";
import { type Lectern, launch, makeNewHome } from "./harness.ts";

const WELCOME = "Welcome to Lectern";

let home: string;
let lectern: Lectern;

beforeEach(async () => {
  home = await makeNewHome();
  lectern = await launch({ home });
});

afterEach(async () => {
  await lectern.close();
  await rm(home, { recursive: true, force: true });
});

/** Waits until the question is all that there is. */
const expectQuestion = (): Promise<void> =>
  soon(async () => expect(await lectern.page.getByRole("heading").allTextContents()).toEqual(["Who speaks?"]));

/** Waits until the voices are all that there is. */
const expectVoices = (): Promise<void> =>
  soon(async () => expect(await lectern.page.getByRole("heading").allTextContents()).toEqual(["Which voice?"]));

const focused = (): Promise<string | null | undefined> =>
  lectern.page.evaluate(() => document.activeElement?.closest("button")?.textContent);

const restart = async (): Promise<void> => {
  await lectern.close();
  lectern = await launch({ home });
};

/** Who speaks, as the settings have it. */
const chosen = async (): Promise<string> => {
  await lectern.page.keyboard.press("Control+,");
  await expectDialog(lectern.page, "Settings");
  const found = await dialogOf(lectern.page)
    .getByRole("radio", { checked: true })
    .evaluate((radio) => radio.closest("label")?.textContent ?? "");
  await lectern.page.keyboard.press("Escape");
  await expectDialog(lectern.page, null);
  return found;
};

it("asks who speaks before anything else, and keeps the answer for good", async () => {
  const { page } = lectern;
  await expectQuestion();
  expect(await page.getByRole("button").allTextContents()).toEqual([
    "Lectern’s voice for everything (suggested)",
    "Screen reader for the controls, Lectern’s voice for articles",
    "Screen reader only; Lectern is silent",
  ]);
  // The focus is on the suggestion, and the arrows move it.
  await soon(async () => expect(await focused()).toMatch(/suggested/));
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toMatch(/^Screen reader for the controls/);
  await page.keyboard.press("Enter");
  await expectVoices();
  await page.keyboard.press("Escape");
  await expectArticle(page, WELCOME);
  expect((await look(page)).playing).toBe(false);
  expect(await chosen()).toBe("Screen reader for the controls, Lectern’s voice for articles");
  await restart();
  await expectArticle(lectern.page, WELCOME);
  expect(await chosen()).toBe("Screen reader for the controls, Lectern’s voice for articles");
});

it("takes Escape for the suggestion, and reads at the next key", async () => {
  const { page } = lectern;
  await expectQuestion();
  await soon(async () => expect(await focused()).toMatch(/suggested/));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expectVoices();
  // The article is there behind the question.
  await soon(async () => expect(await page.title()).toContain(WELCOME));
  await page.keyboard.press("Control+Digit2");
  await expectArticle(page, WELCOME);
  await expectPlaying(page, true);
  await soon(async () => expect((await look(page)).word).not.toBe(""));
  await page.keyboard.press("Control+Digit2");
  await restart();
  await expectArticle(lectern.page, WELCOME);
  expect(await chosen()).toBe("Lectern’s voice for everything");
});

it("takes a larger text for no answer, nor that the window was closed", async () => {
  await expectQuestion();
  await lectern.page.keyboard.press("Control+=");
  await soon(async () => expect(await lectern.page.evaluate(() => document.documentElement.style.fontSize)).toBe("125%"));
  await expectQuestion();
  await restart();
  await expectQuestion();
});

it("lets every voice be heard and one be chosen, which then reads", async () => {
  const { page } = lectern;
  await expectQuestion();
  await soon(async () => expect(await focused()).toMatch(/suggested/));
  await page.keyboard.press("Enter");
  await expectVoices();
  expect(await page.locator("[data-voice]").allTextContents()).toEqual([
    "SLT, a woman from the United States, sounds like a person (suggested)",
    "RMS, a man from the United States, sounds like a person",
    "AWB, a man from Scotland, sounds like a person",
    "eSpeak, sounds like a machine, answers at once and stays clear when it is very fast",
  ]);
  await soon(async () => expect(await focused()).toMatch(/suggested/));
  // The arrows go to what lets it be heard, and on to the next voice.
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toBe("Hear it");
  await page.keyboard.press("Enter");
  await expectVoices();
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toMatch(/^RMS/);
  await page.keyboard.press("Enter");
  await expectArticle(page, WELCOME);
  await page.keyboard.press("Control+,");
  await expectDialog(page, "Settings");
  expect(await dialogOf(page).getByLabel("Voice for English").inputValue()).toBe("flite:rms");
  expect(await dialogOf(page).getByRole("combobox", { name: "Language", exact: true }).inputValue()).toBe("en");

  // Each of eSpeak's voices is one row; its other sounds are a choice of their own.
  const voice = dialogOf(page).getByLabel("Voice for English");
  const sound = dialogOf(page).getByLabel("Sound of this voice");
  expect(await sound.count()).toBe(0);
  await voice.focus();
  await page.keyboard.type("English (Great");
  await soon(async () => expect(await voice.inputValue()).toBe("espeak:en-gb+klatt4"));
  await page.keyboard.press("Tab");
  expect(await sound.inputValue()).toBe("klatt4");
  await page.keyboard.type("plain");
  await soon(async () => expect(await sound.inputValue()).toBe("plain"));
  expect(await voice.inputValue()).toBe("espeak:en-gb+klatt4");
});

it("asks for no voice where Lectern is to be silent", async () => {
  const { page } = lectern;
  await expectQuestion();
  await soon(async () => expect(await focused()).toMatch(/suggested/));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expectArticle(page, WELCOME);
});
