import { rm } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialogOf, expectArticle, expectDialog, expectPlaying, look, soon } from "./eyes.ts";
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

afterAll(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

const faults = async (): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page: page as never }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};

const notice = async (): Promise<string> => (await look(page)).notice;

describe("all commands", () => {
  it("are found by a part of their name, and done by Enter", async () => {
    const size = (): Promise<string> => page.evaluate(() => document.documentElement.style.fontSize);
    await press("Control+Shift+p");
    await expectDialog(page, "All commands");
    expect(await faults()).toEqual([]);
    await page.keyboard.type("text larger");
    const chosen = dialogOf(page).locator("[role=option][aria-selected=true]");
    await soon(async () => expect(await chosen.textContent()).toContain("Larger text"));
    await press("Enter");
    await expectDialog(page, null);
    await soon(async () => expect(await size()).toBe("125%"));
    await press("Control+Digit0");
  });

  it("are chosen with the arrow keys, and say when there is none", async () => {
    await press("Control+Shift+p");
    await page.keyboard.type("sentence");
    const chosen = dialogOf(page).locator("[role=option][aria-selected=true]");
    const first = await chosen.textContent();
    await press("ArrowDown");
    await soon(async () => expect(await chosen.textContent()).not.toBe(first));
    await press("ArrowUp");
    await soon(async () => expect(await chosen.textContent()).toBe(first));
    await page.keyboard.type(" zzz");
    await soon(async () => expect(await dialogOf(page).getByRole("status").textContent()).toBe("No command has this in its name."));
    await press("Enter");
    await press("Escape");
    await expectDialog(page, null);
  });
});

describe("the key describer", () => {
  it("says what keys do, and does nothing of it until Escape", async () => {
    await press("Shift+F1");
    await soon(async () => expect(await page.locator(".describing").count()).toBe(1));
    await press("Control+Digit2");
    await soon(async () => expect(await notice()).toBe("Ctrl+2: Play or pause."));
    await press("Control+o");
    await soon(async () => expect(await notice()).toBe("Ctrl+O: Open an address or a file."));
    await press("Control+j");
    await soon(async () => expect(await notice()).toBe("Ctrl+J does nothing in Lectern."));
    await press("Tab");
    await soon(async () => expect(await notice()).toBe("Tab: to the next control."));
    expect((await look(page)).playing).toBe(false);
    await expectDialog(page, null);
    await press("Escape");
    await soon(async () => expect(await page.locator(".describing").count()).toBe(0));
    await press("Control+o");
    await expectDialog(page, "Open");
    await press("Escape");
    await expectDialog(page, null);
  });
});

describe("keys of one's own", () => {
  const ask = async (command: string): Promise<void> => {
    const find = dialogOf(page).getByLabel("Find a command");
    await find.focus();
    await find.fill(command);
    await dialogOf(page)
      .getByRole("button", { name: `Change the keys of ${command}` })
      .focus();
    await press("Enter");
    await soon(async () => expect(await dialogOf(page).textContent()).toContain("Press the new keys"));
  };
  const asked = (): Promise<string | null> => page.locator(".ask-keys").textContent();

  it("are refused where they can't work, named where they clash, and kept", async () => {
    await press("Control+Shift+p");
    await page.keyboard.type("change keys");
    await press("Enter");
    await expectDialog(page, "Change keys");
    expect(await faults()).toEqual([]);
    await ask("Next photo");
    await press("j");
    await soon(async () => expect(await asked()).toContain("A key alone is used by screen readers"));
    expect(await page.getByRole("button", { name: /^Use it/ }).count()).toBe(0);
    await press("Control+Alt+j");
    await soon(async () => expect(await asked()).toContain("Screen readers use these keys."));
    await press("Tab");
    await dialogOf(page).getByRole("button", { name: "Leave it as it is" }).focus();
    await press("Enter");
    await ask("Next photo");
    await press("Control+Digit2");
    await soon(async () => expect(await asked()).toContain("Ctrl+2 is now “Play or pause”, which would lose it."));
    expect((await look(page)).playing).toBe(false);
    expect(await faults()).toEqual([]);
    // Enter by mistake takes nothing from another command.
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Leave it as it is"));
    await press("Enter");
    await ask("Next photo");
    await press("Control+j");
    await soon(async () => expect(await asked()).toContain("Ctrl+J for “Next photo”."));
    await press("Enter");
    await soon(async () => expect(await page.locator(".ask-keys").count()).toBe(0));
    await press("Escape");
    await expectDialog(page, null);
    await lectern.close();

    await start([]);
    await press("Control+j");
    await soon(async () => expect((await look(page)).caption).toContain("Ships lie at the new quay"));
    const accelerator = await lectern.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("nextPhoto")?.accelerator);
    expect(accelerator).toBe("Control+J");
    await expectPlaying(page, false);
  });
});

describe("finding in the article", () => {
  it("counts, goes to each place with its sentence, and begins anew at the end", async () => {
    await press("Control+f");
    await expectDialog(page, "Find in the article");
    await page.keyboard.type("zebra");
    await soon(async () => expect(await dialogOf(page).getByRole("status").textContent()).toBe("“zebra” is not in this article."));
    await press("Enter");
    await expectDialog(page, "Find in the article");
    await press("Control+a");
    await page.keyboard.type("STONE");
    await soon(async () => expect(await dialogOf(page).getByRole("status").textContent()).toBe("Found 3 times."));
    expect(await faults()).toEqual([]);
    await press("Enter");
    await expectDialog(page, null);
    await soon(async () => expect(await notice()).toMatch(/^1 of 3\. Behind the new wall/));
    await press("F3");
    await press("F3");
    await soon(async () => expect(await notice()).toBe("3 of 3. Most of the stones came from the old fort."));
    await press("F3");
    await soon(async () => expect(await notice()).toMatch(/^1 of 3\./));
    await press("Shift+F3");
    await soon(async () => expect(await notice()).toMatch(/^3 of 3\./));
    expect(await page.evaluate(() => [...(CSS.highlights.get("found") ?? [])].map((range) => (range as Range).toString()))).toEqual([
      "stone",
      "stone",
      "stone",
    ]);
    expect((await look(page)).caret).toMatch(/^Most of the stones/);
  });
});

describe("a photo", () => {
  it("is shown large with its words, by keyboard", async () => {
    await lectern.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("showPhoto")?.click());
    await expectDialog(page, "Photo");
    await soon(async () => expect(await dialogOf(page).locator("img").count()).toBe(1));
    expect(await dialogOf(page).locator("dl").textContent()).toBe("CaptionShips lie at the new quay");
    const width = (): Promise<number> =>
      dialogOf(page)
        .locator("img")
        .evaluate((image) => image.getBoundingClientRect().width);
    const before = await width();
    await dialogOf(page).getByRole("button", { name: "Larger" }).focus();
    await press("Enter");
    await soon(async () => expect(await width()).toBeGreaterThan(before * 1.4));
    expect(await faults()).toEqual([]);
    await press("Escape");
    await expectDialog(page, null);
  });
});

describe("the settings", () => {
  const rows = (): Promise<readonly (string | null)[]> =>
    dialogOf(page)
      .locator(".setting:not([hidden]) label")
      .evaluateAll((labels) => labels.filter((label) => label.checkVisibility()).map((label) => label.textContent));

  it("are found by their name or by what can be chosen", async () => {
    await press("Control+,");
    await expectDialog(page, "Settings");
    const find = dialogOf(page).getByLabel("Find a setting");
    await find.focus();
    await page.keyboard.type("sepia");
    await soon(async () => expect(await rows()).toEqual(["Colours"]));
    await press("Control+a");
    await page.keyboard.type("spoken mark");
    await soon(async () => expect(await rows()).toEqual(["Mark what is spoken"]));
    await press("Control+a");
    await page.keyboard.type("zzz");
    await soon(async () => expect(await dialogOf(page).locator("#settings-found").textContent()).toBe("No setting has this in its name."));
    await press("Control+a");
    await press("Delete");
    await soon(async () => expect((await rows()).length).toBeGreaterThan(15));
  });

  it("are kept under a name, used again, deleted and brought back", async () => {
    const theme = dialogOf(page).getByLabel("Colours", { exact: true });
    await theme.selectOption("sepia");
    const name = dialogOf(page).getByLabel("Name", { exact: true });
    await name.focus();
    await page.keyboard.type("evening");
    await press("Enter");
    await soon(async () => expect(await dialogOf(page).getByRole("button", { name: "Use evening" }).count()).toBe(1));
    await theme.selectOption("light");
    await dialogOf(page).getByRole("button", { name: "Use evening" }).focus();
    await press("Enter");
    await soon(async () => expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("sepia"));
    await dialogOf(page).getByRole("button", { name: "Delete evening" }).focus();
    await press("Enter");
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.id)).toBe("profile-name"));
    await dialogOf(page).getByRole("button", { name: "Bring evening back" }).focus();
    await press("Enter");
    await soon(async () => expect(await dialogOf(page).getByRole("button", { name: "Use evening" }).count()).toBe(1));
    expect(await faults()).toEqual([]);
    await press("Escape");
    await expectDialog(page, null);
    // What was brought back is no step of undo any more; what was not is, once the dialog is closed.
    await press("Control+z");
    await soon(async () => expect((await look(page)).notice).toBe("There is nothing to undo in the library."));
    await press("Control+,");
    await dialogOf(page).getByRole("button", { name: "Delete evening" }).focus();
    await press("Enter");
    await press("Escape");
    await expectDialog(page, null);
    await press("Control+z");
    await soon(async () => expect((await look(page)).notice).toBe("Undone. evening is deleted."));
    await press("Control+,");
    await soon(async () => expect(await dialogOf(page).getByRole("button", { name: "Use evening" }).count()).toBe(1));
    await press("Escape");
  });
});
