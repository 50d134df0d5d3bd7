import { rm } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialogOf, expectArticle, expectCaption, expectDialog, expectPlaying, headline, look, openAddress, soon } from "./eyes.ts";
import { FIRST, openSite, SECOND, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome, makeNewHome } from "./harness.ts";

const TITLE = "The harbour opens again";

let site: Site;
let lectern: Lectern;
let page: Page;
let home: string;
const held: ServerResponse[] = [];
const press = (key: string): Promise<void> => page.keyboard.press(key);
/** Where the focus is: an element's name in the document. */
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.tagName.toLowerCase() ?? "");
const busy = (is: boolean): Promise<void> => soon(async () => expect(await page.locator(".loading").count()).toBe(is ? 1 : 0));

beforeAll(async () => {
  site = await openSite({ "/never": (_request, response) => held.push(response) });
});
afterAll(async () => {
  for (const response of held) response.socket?.destroy();
  await site.close();
});

describe("an opening that takes long", () => {
  beforeAll(async () => {
    home = await makeHome({ voice: BEEPS });
    lectern = await launch({ home, args: [`${site.address}/first`] });
    page = lectern.page;
    await expectArticle(page, TITLE);
  });

  it("begins with the focus on the article", async () => {
    await soon(async () => expect(await focused()).toBe("main"));
  });

  it("is cancelled by Escape, and what was open is open at its place", async () => {
    for (let presses = 0; presses < 4 && (await look(page)).caption !== SECOND; presses += 1) await press("Control+Digit3");
    await expectCaption(page, SECOND);
    await openAddress(page, `${site.address}/never`);
    await busy(true);
    await press("Escape");
    await busy(false);
    await soon(async () => expect((await look(page)).notice).toBe("Not opened."));
    expect(await focused()).toBe("main");
    expect(await headline(page)).toBe(TITLE);
    // The one who waited for an answer hears that nobody does any more.
    await soon(async () => expect(held[0]?.socket?.destroyed ?? held[0]?.destroyed).toBe(true));
    await press("Control+Digit2");
    await expectPlaying(page, true);
    await expectCaption(page, SECOND);
    await press("Control+Digit4");
  });

  it("is cancelled by its button", async () => {
    await openAddress(page, `${site.address}/never`);
    await busy(true);
    const button = page.getByRole("button", { name: "Cancel" });
    for (let presses = 0; presses < 30 && !(await button.evaluate((one) => one === document.activeElement)); presses += 1)
      await press("Tab");
    await press("Enter");
    await busy(false);
    expect(await focused()).toBe("main");
  });

  it("leaves what was open at its place when it fails", async () => {
    await openAddress(page, `${site.address}/gone`);
    await soon(async () => expect(await page.locator(".problem").count()).toBe(1));
    expect(await headline(page)).toBe(TITLE);
    await press("Control+Digit2");
    await expectPlaying(page, true);
    await expectCaption(page, SECOND);
    await soon(async () => expect(await page.locator(".problem").count()).toBe(0));
    await press("Control+Digit4");
    await lectern.close();
  });

  it("is at the article again when Lectern is opened again", async () => {
    lectern = await launch({ home });
    page = lectern.page;
    await expectArticle(page, TITLE);
    await soon(async () => expect(await focused()).toBe("main"));
    await lectern.close();
    await rm(home, { recursive: true, force: true });
  });
});

describe("a dialog over the reading", () => {
  beforeAll(async () => {
    home = await makeHome({ voice: BEEPS, voiceMode: "app" });
    lectern = await launch({ home, args: [`${site.address}/first`] });
    page = lectern.page;
    await expectArticle(page, TITLE);
  });
  afterAll(async () => {
    await lectern.close();
    await rm(home, { recursive: true, force: true });
  });

  it("silences it while it is spoken of, and lets it go on when it is closed", async () => {
    await press("Control+Digit2");
    await expectPlaying(page, true);
    await press("F1");
    await expectDialog(page, "Keys");
    await expectPlaying(page, false);
    await press("Escape");
    await expectDialog(page, null);
    await expectPlaying(page, true);
  });

  it("reads on from what was chosen in the list", async () => {
    await expectPlaying(page, true);
    await press("Control+F7");
    await expectDialog(page, "Go to");
    await dialogOf(page)
      .getByRole("button", { name: /^What was built/ })
      .focus();
    await press("Enter");
    await expectDialog(page, null);
    await expectPlaying(page, true);
    await expectCaption(page, "Section: What was built");
  });

  it("stays silent when the listener stopped it there", async () => {
    await expectPlaying(page, true);
    await press("Control+,");
    await expectDialog(page, "Settings");
    await expectPlaying(page, false);
    await press("Control+Digit4");
    await press("Escape");
    await expectDialog(page, null);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await look(page)).playing).toBe(false);
  });
});

describe("nothing to read", () => {
  it("keeps what went wrong on the page when a key finds no article", async () => {
    home = await makeHome({ voice: BEEPS });
    lectern = await launch({ home, args: [`${site.address}/gone`] });
    page = lectern.page;
    try {
      await soon(async () => expect(await page.locator(".problem").count()).toBe(1));
      for (const key of ["Control+Digit5", "Control+Digit2", "Control+Digit4", "Control+Digit3"]) await press(key);
      await soon(async () => expect((await look(page)).notice).not.toBe(""));
      expect(await page.locator(".problem").count()).toBe(1);
    } finally {
      await lectern.close();
      await rm(home, { recursive: true, force: true });
    }
  });

  it("puts the focus on the article after the first question", async () => {
    const newHome = await makeNewHome();
    lectern = await launch({ home: newHome, args: [`${site.address}/first`] });
    page = lectern.page;
    try {
      await soon(async () => expect(await page.getByRole("heading").allTextContents()).toEqual(["Who speaks?"]));
      await press("Escape");
      await soon(async () => expect(await page.getByRole("heading").allTextContents()).toEqual(["Which voice?"]));
      await press("Escape");
      await expectArticle(page, TITLE);
      await soon(async () => expect(await focused()).toBe("main"));
      await press("Control+Digit2");
      await expectPlaying(page, true);
      await expectCaption(page, FIRST);
    } finally {
      await lectern.close();
      await rm(newHome, { recursive: true, force: true });
    }
  });
});
