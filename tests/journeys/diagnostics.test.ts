import { rm } from "node:fs/promises";
import { homedir } from "node:os";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepCrash } from "../../src/shell/crashes.ts";
import { createLog } from "../../src/shell/log.ts";
import { expectArticle, expectDialog, look, soon } from "./eyes.ts";
import { faultsOf } from "./faults.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

let site: Site;
let home: string;
let lectern: Lectern;
let page: Page;

const start = async (args: readonly string[] = []): Promise<void> => {
  lectern = await launch({ home, args });
  page = lectern.page;
};

/** Opens the diagnostics through the palette, by keyboard. */
async function open(): Promise<void> {
  await page.keyboard.press("Control+Shift+p");
  await expectDialog(page, "All commands");
  await page.keyboard.type("Diagnostics");
  await page.keyboard.press("Enter");
  await expectDialog(page, "Diagnostics");
  await soon(async () => expect(await page.locator("dialog li").count()).toBeGreaterThan(5));
}

beforeAll(async () => {
  site = await openSite();
  home = await makeHome({ voice: BEEPS });
  keepCrash(home, { version: "1.0.0", part: "page", reason: `crashed at ${site.address}/secret, 139` });
  createLog(home, "main")(`Asked for ${site.address}/secret-page and "Harbour news".`);
  await start();
});
afterAll(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

describe("diagnostics in the window", () => {
  it("are offered once after a crash, in one quiet line", async () => {
    await soon(async () => expect((await look(page)).notice).toBe("Something in Lectern crashed. Help, Diagnostics tells more."));
    await lectern.close({ remove: false });
    await start([`${site.address}/first`]);
    await expectArticle(page, "The harbour opens again");
    await soon(async () => expect(await page.evaluate(() => performance.getEntriesByName("interactive").length)).toBe(1));
    expect(await page.textContent("body")).not.toContain("Something in Lectern crashed.");
  });

  it("show what is needed, the last crash and the log, and nothing of what is read", async () => {
    await open();
    const text = (await page.locator("dialog").textContent()) ?? "";
    expect(text).toMatch(/Fine: Voices\. \d+ voices\. .+ speaks\./);
    expect(text).toContain("Fine: Library. The library opens.");
    expect(text).toMatch(/page ended on .+: crashed at http:\/\/…/);
    expect(text).toMatch(/main: Lectern \S+ begins\./);
    for (const secret of ["secret", "Harbour", "harbour", site.address.replace("http://", ""), homedir()])
      expect(text).not.toContain(secret);
    expect(await faultsOf(page)).toEqual([]);
  });

  it("are heard and copied by keyboard, and the focus goes back", async () => {
    await page.keyboard.press("Escape");
    await expectDialog(page, null);
    const before = (await look(page)).focus;
    await open();
    const button = page.getByRole("button", { name: "Copy all" });
    for (let presses = 0; presses < 6 && !(await button.evaluate((element) => element === document.activeElement)); presses += 1)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await soon(async () => expect((await look(page)).notice).toBe("Copied."));
    const copied = await lectern.app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toMatch(/^Lectern \S+, linux/);
    expect(copied).toContain("\nChecks\nFine: Voices.");
    expect(copied).not.toContain("secret");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await soon(async () => expect((await look(page)).notice).toContain("Fine: Voices."));
    await page.keyboard.press("Escape");
    await expectDialog(page, null);
    expect((await look(page)).focus).toBe(before);
  });
});
