import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { expectArticle, expectCaption, expectDialog, expectPlaying, look, soon } from "./eyes.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

const LETTER = "Our letter comes every morning, and this one paragraph of it is about the ships that wait outside of the harbour.";
const FIRST = "The first ships came in on Monday morning, and hundreds of people had come to the new quay to see them.";
const SLIPPED = "Tell us what you have seen from the shore this week, dear readers of the coast.";
const LAST = "After that the railway returns to the coast, which the last train had left a great many years ago.";

const pageOf = (title: string, middle: string): string => `<!doctype html><html lang="en"><head><title>${title}</title></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<main><article><h1>${title}</h1><p>${FIRST}</p>${middle}<p>${SLIPPED}</p>
<p>The work took three whole years. It cost more than the town had hoped, and the mayor thanked the workers for it.</p><p>${LAST}</p></article></main>
<footer><p>All rights reserved</p></footer></body></html>`;
const letter = `<div class="newsletter-box"><p>${LETTER}</p></div>`;

let site: Site;
let home: string;
let lectern: Lectern;
let page: Page;
const press = (key: string): Promise<void> => page.keyboard.press(key);
const paragraphs = (): Promise<readonly string[]> => page.locator("[data-article] p[data-block]").allTextContents();
const dialogText = async (): Promise<string> => (await page.getByRole("dialog").textContent()) ?? "";
/** The name of what has the focus, as a screen reader has it. */
const focusName = (): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: on } = document;
    return on?.getAttribute("aria-label") ?? ((on instanceof HTMLInputElement && on.labels?.[0]) || on)?.textContent ?? "";
  });

const start = async (path: string): Promise<void> => {
  lectern = await launch({ home, args: [`${site.address}${path}`] });
  page = lectern.page;
};
/** Chooses an entry of the menu, as its keys do. */
const menu = (id: string): Promise<void> =>
  lectern.app.evaluate(({ Menu, BrowserWindow }, name) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(name);
    item?.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
  }, id);
/** Presses Tab until what has the focus is called so. */
const tabTo = async (name: RegExp): Promise<void> => {
  for (let presses = 0; presses < 40; presses += 1) {
    if (name.test(await focusName())) return;
    await press("Tab");
  }
  throw new Error(`nothing with the focus is called ${name}`);
};

beforeAll(async () => {
  const html = (text: string) => (_request: unknown, response: import("node:http").ServerResponse) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(text);
  };
  site = await openSite({
    "/one": html(pageOf("The harbour opens again", letter)),
    "/two": html(pageOf("The gate to the sea", letter.replace("every morning", "every evening"))),
  });
  home = await makeHome({ voice: BEEPS });
  await start("/one");
});
afterAll(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});
beforeEach(async () => {
  await expectDialog(page, null);
});

describe("putting back", () => {
  it("is done by keyboard, loses neither focus nor place, and reads the passage aloud", async () => {
    await expectArticle(page, "The harbour opens again");
    expect(await paragraphs()).not.toContain(LETTER);
    // The listener has heard the headline and the first paragraph.
    await press("Control+Digit3");
    await expectCaption(page, FIRST);
    await menu("audit");
    await expectDialog(page, "What was kept and left out");
    expect(await dialogText()).toContain("Left out: newsletter sign-up");
    await tabTo(/^Put back: Our letter comes every/);
    await press("Enter");
    await soon(async () => expect(await focusName()).toMatch(/^Leave out again: Our letter/));
    await soon(async () => expect((await paragraphs()).slice(0, 3)).toEqual([FIRST, LETTER, SLIPPED]));
    expect(await dialogText()).toContain("You put back: newsletter sign-up.");
    await soon(async () => expect((await look(page)).notice).toBe("Put back: Our letter comes every morning, and …"));
    await press("Escape");
    await expectDialog(page, null);
    await expectCaption(page, FIRST);
    await press("Control+Digit3");
    await expectCaption(page, LETTER);
  });

  it("is kept, and can be made the rule of the site, by keyboard", async () => {
    await lectern.close();
    await start("/one");
    await expectArticle(page, "The harbour opens again");
    expect((await paragraphs())[1]).toBe(LETTER);
    await menu("audit");
    await expectDialog(page, "What was kept and left out");
    await tabTo(/^Always on 127\.0\.0\.1: Our letter/);
    await press("Space");
    await soon(async () => expect(await page.getByRole("checkbox", { name: /^Always on/ }).isChecked()).toBe(true));
    await soon(async () => expect(await page.getByRole("button", { name: /^Remove the rule/ }).count()).toBe(1));
    await press("Escape");
    await expectDialog(page, null);
    await lectern.close();
    await start("/two");
    await expectArticle(page, "The gate to the sea");
    await soon(async () => expect((await paragraphs())[1]).toContain("every evening"));
  });

  it("ends with its rule, and the focus stays in the list", async () => {
    await menu("audit");
    await expectDialog(page, "What was kept and left out");
    await tabTo(/^Remove the rule: /);
    await press("Enter");
    await soon(async () => expect(await page.getByRole("button", { name: /^Remove the rule/ }).count()).toBe(0));
    await soon(async () => expect(await focusName()).toMatch(/^Put back: /));
    await soon(async () => expect((await paragraphs())[1]).toBe(SLIPPED));
    await press("Escape");
    await expectDialog(page, null);
    // Undone, the rule holds again.
    await press("Control+z");
    await soon(async () => expect((await look(page)).notice).toBe("Undone. The rule was removed."));
    await soon(async () => expect((await paragraphs())[1]).toContain("every evening"));
    await menu("audit");
    await tabTo(/^Remove the rule: /);
    await press("Enter");
    await soon(async () => expect((await paragraphs())[1]).toBe(SLIPPED));
    await press("Escape");
  });
});

describe("leaving out", () => {
  it("asks for the passage at the reading position, goes on behind it, and can be taken back", async () => {
    await expectArticle(page, "The gate to the sea");
    await press("Control+Digit3");
    await press("Control+Digit3");
    await expectCaption(page, SLIPPED);
    await press("Control+Digit2");
    await expectPlaying(page, true);
    await press("Control+Digit4");
    await expectPlaying(page, false);
    await menu("leaveOut");
    await expectDialog(page, "Leave out this passage?");
    expect(await dialogText()).toContain(SLIPPED);
    await soon(async () => expect(await focusName()).toBe("Leave it out"));
    const always = page.getByRole("checkbox", { name: /^Always on 127/ });
    await tabTo(/^Always on 127/);
    expect(await always.isChecked()).toBe(false);
    await press("Enter");
    await soon(async () => expect(await always.isChecked()).toBe(true));
    await press("Space");
    await soon(async () => expect(await always.isChecked()).toBe(false));
    await press("Enter");
    await soon(async () => expect((await look(page)).notice).toBe("It will be left out on the whole site."));
    await tabTo(/^Leave it out$/);
    await press("Enter");
    await expectDialog(page, null);
    await soon(async () => expect(await paragraphs()).not.toContain(SLIPPED));
    await soon(async () => expect((await look(page)).caption).toBe("The work took three whole years."));
    await menu("audit");
    await expectDialog(page, "What was kept and left out");
    await tabTo(/^Put back: Tell us what you have/);
    await press("Enter");
    await soon(async () => expect(await paragraphs()).toContain(SLIPPED));
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true));
    await press("Escape");
  });

  it("leaves the headline where it is", async () => {
    await expectDialog(page, null);
    for (let presses = 0; presses < 9; presses += 1) await press("Control+Digit1");
    await expectCaption(page, "The gate to the sea");
    await menu("leaveOut");
    await soon(async () => expect((await look(page)).notice).toContain("can’t be left out"));
    await expectDialog(page, null);
  });
});
