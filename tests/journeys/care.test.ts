import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/index.ts";
import { newItem } from "../library/item.ts";
import { dialogOf, expectArticle, expectDialog, look, soon } from "./eyes.ts";
import { faultsOf } from "./faults.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

let home: string;
let lectern: Lectern;
let page: Page;
const press = (key: string): Promise<void> => page.keyboard.press(key);
const run = (command: string): Promise<void> =>
  lectern.app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command);
const expectNotice = (notice: string): Promise<void> => soon(async () => expect((await look(page)).notice).toBe(notice));
const KEEP = "Keep read articles for";
const keeps = (): Promise<string | undefined> =>
  dialogOf(page)
    .getByLabel(KEEP, { exact: true })
    .evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.text);
async function tabTo(label: string): Promise<void> {
  const wanted = dialogOf(page).getByLabel(label, { exact: true });
  for (let presses = 0; presses < 80 && !(await wanted.evaluate((element) => element === document.activeElement)); presses += 1)
    await press("Tab");
}
async function openFeed(): Promise<void> {
  lectern = await launch({ home });
  page = lectern.page;
  await expectArticle(page, "Welcome to Lectern");
  await press("Control+l");
  await soon(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Ferry"));
  await run("feedSettings");
  await expectDialog(page, "Feed: Harbour Daily");
}

beforeAll(async () => {
  home = await makeHome({ voice: BEEPS, refreshTime: "off" });
  const library = await openLibrary(join(home, "library.sqlite"));
  const now = new Date().toISOString();
  const { id } = library.feeds.add({ address: "https://harbour.example/feed", title: "Harbour Daily", site: null, folder: [], added: now });
  library.items.keep(id, [{ ...newItem("1", "Ferry returns"), published: now }], now);
  library.close();
});
afterAll(async () => {
  await lectern.close();
  await rm(home, { recursive: true, force: true });
});

describe("how long a feed is kept", () => {
  it("is set by keyboard, and undone", async () => {
    await openFeed();
    expect(await keeps()).toBe("as all news (three months)");
    expect(await faultsOf(page)).toEqual([]);
    await tabTo(KEEP);
    await page.keyboard.type("for ever");
    await soon(async () => expect(await keeps()).toBe("for ever"));
    await tabTo("Name");
    await press("Enter");
    await expectDialog(page, null);
    await expectNotice("Changed: Harbour Daily");
    await press("Control+z");
    await expectNotice("Undone. Changed: Harbour Daily");
    await run("feedSettings");
    expect(await keeps()).toBe("as all news (three months)");
    await tabTo(KEEP);
    await page.keyboard.type("a week");
    await soon(async () => expect(await keeps()).toBe("a week"));
    await tabTo("Name");
    await press("Enter");
    await expectDialog(page, null);
  });

  it("is the same after a restart, beside the feed and in the settings", async () => {
    await lectern.close();
    await openFeed();
    expect(await keeps()).toBe("a week");
    await press("Escape");
    await run("settings");
    await expectDialog(page, "Settings");
    await soon(async () => expect(await keeps()).toBe("a week"));
    await tabTo(KEEP);
    await page.keyboard.type("as all");
    await soon(async () => expect(await keeps()).toBe("as all news (three months)"));
    await press("Escape");
    await run("feedSettings");
    await soon(async () => expect(await keeps()).toBe("as all news (three months)"));
  });
});

describe("the settings, from a list of the library", () => {
  it("name the feed where a search has found what is set of one", async () => {
    await press("Escape");
    await run("settings");
    await expectDialog(page, "Settings");
    await page.keyboard.type(KEEP);
    await soon(async () => expect(await dialogOf(page).getByLabel(KEEP, { exact: true }).isVisible()).toBe(true));
    const feed = dialogOf(page).getByLabel("Feed", { exact: true });
    await soon(async () => expect(await feed.isVisible()).toBe(true));
    expect(await feed.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.text)).toBe("Harbour Daily");
    // The first time it empties the search.
    await press("Escape");
    await press("Escape");
    await expectDialog(page, null);
  });

  it("give the focus back to its row, also in another language of the window", async () => {
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Ferry"));
    await run("settings");
    await expectDialog(page, "Settings");
    await tabTo("Language of the window and announcements");
    await page.keyboard.type("Deutsch");
    await expectDialog(page, "Einstellungen");
    await press("Escape");
    await expectDialog(page, null);
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Ferry"));
  });

  it("give it back also where the dialog is closed before the words of the language have come", async () => {
    await press("Control+,");
    await expectDialog(page, "Einstellungen");
    // Both in one moment: no hand is that quick, but words may be slow to come.
    await dialogOf(page)
      .locator("#language")
      .evaluate((element) => {
        (element as HTMLSelectElement).value = "tr";
        element.dispatchEvent(new Event("change", { bubbles: true }));
        element.closest("dialog")?.dispatchEvent(new Event("cancel", { cancelable: true }));
      });
    await soon(async () => expect(await page.evaluate(() => document.documentElement.lang)).toBe("tr"));
    await expectDialog(page, null);
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Ferry"));
  });
});
