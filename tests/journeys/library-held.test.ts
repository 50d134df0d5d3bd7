import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { libraryOwner, openLibrary } from "../../src/library/index.ts";
import { expectArticle, soon } from "./eyes.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

let site: Site;
let home: string;
let lectern: Lectern;

beforeAll(async () => {
  site = await openSite();
  home = await makeHome({ voice: BEEPS });
});

afterAll(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

describe("a library that another has", () => {
  it("is waited for, and says so", async () => {
    const path = join(home, "library.sqlite");
    const library = await openLibrary(path, "command");
    lectern = await launch({ home, args: ["long.txt"], cwd: site.folder });
    const { page } = lectern;
    const told = page.locator(".problem");
    await soon(async () => expect(await told.locator("h2").allTextContents()).toEqual(["Another Lectern has your library."]));
    // There is nothing to press: it goes on by itself.
    expect(await told.getByRole("button").count()).toBe(0);
    expect(await page.locator("[aria-live]").allTextContents()).toContainEqual(expect.stringContaining("goes on by itself"));
    library.close();
    await expectArticle(page, "The long way round");
    expect(await told.count()).toBe(0);
    expect(await libraryOwner(path)).toMatchObject({ kind: "window" });
  });

  it("is not to be had while the window is open, and is when it is closed", async () => {
    const path = join(home, "library.sqlite");
    await expect(openLibrary(path, "command")).rejects.toMatchObject({
      code: "in-use",
      message: expect.stringContaining("Lectern's window has the library"),
    });
    await lectern.close({ remove: false });
    (await openLibrary(path, "command")).close();
    lectern = await launch({ home, args: ["long.txt"], cwd: site.folder });
    await expectArticle(lectern.page, "The long way round");
  });
});
