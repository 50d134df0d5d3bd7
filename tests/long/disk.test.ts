import { execFileSync } from "node:child_process";
import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/index.ts";
import { expectArticle, expectPlaying, soon } from "../journeys/eyes.ts";
import { faultsOf } from "../journeys/faults.ts";
import { openSite, type Site } from "../journeys/fixture.ts";
import { BEEPS, IS_ROOT, type Lectern, launch } from "../journeys/harness.ts";
import { type FaultyDisk, faultyDisk, HAS_FAULTY_DISKS } from "../library/small-disk.ts";

let site: Site;
let lectern: Lectern;
let page: Page;
const press = (key: string): Promise<void> => page.keyboard.press(key);
const told = (): Promise<readonly string[]> => page.locator(".disk h2").allTextContents();
const said = (): Promise<readonly string[]> => page.locator("[aria-live]").allTextContents();

/** Opens a window on the library in a folder, whose listener answered the first questions. */
async function open(folder: string): Promise<void> {
  const library = await openLibrary(join(folder, "library.sqlite"));
  library.changeSettings({ voiceMode: "shared", voice: BEEPS });
  library.close();
  lectern = await launch({ home: folder, args: ["long.txt"], cwd: site.folder });
  page = lectern.page;
  await expectArticle(page, "The long way round");
}

beforeAll(async () => {
  site = await openSite();
  return () => site.close();
});

describe("a library whose folder is gone", () => {
  let home: string;
  afterEach(async () => {
    await lectern.close();
    await rm(home, { recursive: true, force: true });
  });

  it("is told of, and the window goes on: what was heard meanwhile is kept when it is back", async () => {
    home = mkdtempSync(join(tmpdir(), "lectern-gone-"));
    const folder = join(home, "lectern");
    await open(folder);
    await press("Control+Digit2");
    await expectPlaying(page, true);
    renameSync(folder, join(home, "elsewhere"));
    await soon(async () => expect(await told()).toEqual(["Your library’s folder is gone."]));
    // It is said between two sentences, and the reading goes on.
    await soon(async () => expect(await page.locator(".disk").textContent()).toContain(folder));
    await expectPlaying(page, true);
    await press("Control+Digit4");
    expect(await faultsOf(page)).toEqual([]);
    for (let times = 0; times < 3; times += 1) await press("Alt+ArrowRight");
    await press("Control+Digit4");
    // A setting that can't be kept says so, and nothing hangs.
    await press("Control+Equal");
    await soon(async () => expect((await said()).join(" ")).toContain("Put the folder back"));
    renameSync(join(home, "elsewhere"), folder);
    await soon(async () => expect(await told()).toEqual([]));
    await soon(async () => expect((await said()).join(" ")).toContain("can be saved to again"));
  });
});

describe.runIf(HAS_FAULTY_DISKS)("a library on a disk that fails", () => {
  let disk: FaultyDisk;
  afterEach(async () => {
    await lectern.close();
    disk.remove();
  });

  it("is told of in plain words, and reading goes on", async () => {
    const made = faultyDisk(64);
    if (!made) throw new Error("No disk");
    disk = made;
    await open(join(disk.folder, "lectern"));
    disk.fail();
    await press("Control+Digit2");
    await expectPlaying(page, true);
    await soon(async () => expect(await told()).toEqual(["Your library can’t be written to."]));
    await expectPlaying(page, true);
    await press("Control+Digit4");
    expect(await faultsOf(page)).toEqual([]);
  });

  it("answers keys while the disk stalls, and tells that it is slow", async () => {
    const made = faultyDisk(64);
    if (!made) throw new Error("No disk");
    disk = made;
    await open(join(disk.folder, "lectern"));
    disk.stall(5);
    await press("Control+Digit2");
    await press("Control+Digit4");
    const began = Date.now();
    await press("F1");
    await page.getByRole("dialog").waitFor();
    expect(Date.now() - began).toBeLessThan(4_000);
    await press("Escape");
    await soon(async () => expect((await said()).join(" ")).toContain("is very slow"));
    expect(await told()).toEqual([]);
  });
});

describe.runIf(process.platform === "linux" && IS_ROOT)("a library that may not be written to at the start", () => {
  let home: string;
  let folder: string;
  const mount = (...given: readonly string[]): void => void execFileSync("mount", [...given]);

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), "lectern-refused-"));
    folder = join(home, "lectern");
    await open(folder);
    await lectern.close();
  });
  afterEach(() => {
    rmSync(home, { recursive: true, force: true });
  });

  it("is told of, and is opened as soon as it may", async () => {
    const file = join(folder, "library.sqlite");
    mount("--bind", file, file);
    mount("-o", "remount,ro,bind", file);
    try {
      lectern = await launch({ home: folder, args: ["long.txt"], cwd: site.folder });
      page = lectern.page;
      await soon(async () => expect(await page.locator(".problem h2").allTextContents()).toEqual(["Your library can't be opened."]));
      expect(await page.locator(".problem").textContent()).toContain("can be written to");
      mount("-o", "remount,rw,bind", file);
      await expectArticle(page, "The long way round");
      expect(await page.locator(".problem").count()).toBe(0);
      await lectern.close();
    } finally {
      execFileSync("umount", ["-l", file]);
    }
  });

  it("in a folder that takes nothing at all is refused in words, and stays as it was", async () => {
    mount("--bind", folder, folder);
    mount("-o", "remount,ro,bind", folder);
    try {
      await expect(launch({ home: folder })).rejects.toThrow(/can't keep anything in .* allow writing there, then start it again/);
    } finally {
      execFileSync("umount", ["-l", folder]);
    }
    lectern = await launch({ home: folder });
    await expectArticle(lectern.page, "The long way round");
    await lectern.close();
  });
});
