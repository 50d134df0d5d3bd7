import { rm } from "node:fs/promises";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/index.ts";
import { expectArticle, expectDialog, soon } from "./eyes.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

let site: Site;
let home: string;
let lectern: Lectern;
let page: Page;
let file: string;

beforeAll(async () => {
  site = await openSite();
  home = await makeHome({ voice: BEEPS });
  file = join(site.folder, "mine.lectern");
  lectern = await launch({ home, args: ["long.txt"], cwd: site.folder });
  page = lectern.page;
  await expectArticle(page, "The long way round");
});

afterAll(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

/** Lets the system's dialogs answer with a file, as a person would choose it. */
const answer = (path: string): Promise<void> =>
  lectern.app.evaluate(({ app, dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    // The test starts it again itself.
    app.relaunch = () => {};
  }, path);

const section = () => page.locator("section[aria-labelledby=settings-library]");

describe("the library as a whole", () => {
  it("says how much room it takes, and is backed up by keyboard", async () => {
    await answer(file);
    await page.keyboard.press("Control+,");
    await expectDialog(page, "Settings");
    await soon(async () => expect(await section().textContent()).toMatch(/1 MB of 1 GB, 1 article\./));
    await section().getByRole("button", { name: "Back up into a file…" }).focus();
    await page.keyboard.press("Enter");
    await soon(async () => expect(await section().textContent()).toContain(`The library was backed up as ${file}.`));
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().include("section[aria-labelledby=settings-library]").analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it("refuses what is no backup, and says so", async () => {
    await answer(join(site.folder, "long.txt"));
    await section().getByRole("button", { name: "Restore from a file…" }).press("Enter");
    await soon(async () => expect(await section().textContent()).toContain("This file is no backup of a Lectern library."));
  });

  it("is restored from the file, and the restore can be undone", async () => {
    await section().getByLabel("Room for the library").selectOption("300");
    await soon(async () => expect(await section().textContent()).toMatch(/of 300 MB/));
    await answer(file);
    await section().getByRole("button", { name: "Restore from a file…" }).press("Enter");
    await soon(async () => expect(await section().textContent()).toMatch(/Backup of .*: 1 article, 0 subscriptions\./));
    const over = lectern.app.waitForEvent("close");
    // The window may be gone before the key is let go.
    await section()
      .getByRole("button", { name: "Restore this backup" })
      .press("Enter")
      .catch(() => {});
    await over;
    lectern = await launch({ home, args: ["long.txt"], cwd: site.folder });
    page = lectern.page;
    await expectArticle(page, "The long way round");
    await answer(file);
    await page.keyboard.press("Control+,");
    await soon(async () => expect(await section().textContent()).toMatch(/of 1 GB/));
    const again = lectern.app.waitForEvent("close");
    await section()
      .getByRole("button", { name: "Undo the last restore" })
      .press("Enter")
      .catch(() => {});
    await again;
    const library = await openLibrary(join(home, "library.sqlite"));
    expect(library.settings().libraryBudget).toBe("300");
    library.close();
    lectern = await launch({ home });
    page = lectern.page;
  });
});
