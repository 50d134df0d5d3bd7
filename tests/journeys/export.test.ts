import { chmod, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ALL_FORMATS, BufferSource, Input } from "mediabunny";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialogOf, expectArticle, expectDialog, look, openAddress, soon } from "./eyes.ts";
import { faultsOf } from "./faults.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

let site: Site;
let home: string;
let target: string;
let lectern: Lectern;
let page: Page;

const press = (key: string): Promise<void> => page.keyboard.press(key);
const choose = (command: string): Promise<void> =>
  lectern.app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command);
const notice = async (): Promise<string> => (await look(page)).notice;
const text = async (): Promise<string> => (await dialogOf(page).textContent()) ?? "";
/** Lets the system's dialogs answer with a path, as a person would choose it; notes what is shown in its folder. */
const answer = (path: string): Promise<void> =>
  lectern.app.evaluate(({ dialog, shell }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    shell.showItemInFolder = (shown) => Object.assign(globalThis, { shown });
  }, path);
/** Goes on with Tab until this has the focus, as a person who has only a keyboard. */
async function tabTo(name: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    const focus = await page.evaluate(() => {
      const active = document.activeElement;
      return (
        active?.getAttribute("aria-label") ??
        (active instanceof HTMLSelectElement || active instanceof HTMLInputElement
          ? (active.labels?.[0]?.textContent ?? "")
          : (active?.textContent ?? ""))
      );
    });
    if (focus.includes(name)) return;
    await press("Tab");
  }
  throw new Error(`${name} can't be reached`);
}
/** Opens the dialog, chooses the folder, and leaves the rest as it is. */
async function takeAlong(folder: string): Promise<void> {
  await answer(folder);
  await press("Control+Shift+s");
  await expectDialog(page, "Take along");
  await soon(async () => expect(await text()).toMatch(/\d article/));
  await tabTo("Another folder…");
  await press("Enter");
  await soon(async () => expect(await text()).toContain(folder));
}

beforeAll(async () => {
  site = await openSite();
  home = await makeHome({ voice: BEEPS, ownServers: [site.address] });
  target = await mkdtemp(join(tmpdir(), "lectern-taken-"));
  lectern = await launch({ home, args: ["long.txt"], cwd: site.folder });
  page = lectern.page;
  await expectArticle(page, "The long way round");
});
afterAll(async () => {
  await lectern.close();
  await site.close();
  for (const folder of [home, target]) await rm(folder, { recursive: true, force: true });
});

describe("taking along", () => {
  it("makes a file of the article by keyboard, tells once that it is ready, and the file is right", async () => {
    await openAddress(page, `${site.address}/first`);
    await expectArticle(page, "The harbour opens again");
    await takeAlong(target);
    expect(await faultsOf(page)).toEqual([]);
    await tabTo("Make it");
    await press("Enter");
    await expectDialog(page, null);
    await soon(async () => expect(await notice()).toContain("“The harbour opens again” is ready"));
    const file = join(target, "The harbour opens again.mp3");
    const input = new Input({ source: new BufferSource(await readFile(file)), formats: ALL_FORMATS });
    expect((await input.getPrimaryAudioTrack())?.codec).toBe("mp3");
    expect((await input.getMetadataTags()).title).toBe("The harbour opens again");
    expect(await readdir(target)).toEqual(["The harbour opens again.mp3"]);
    expect(await readdir(join(home, "editions"))).toEqual([]);
  });

  it("lists it, shows it in its folder, and finds the sentence of a time again", async () => {
    await openAddress(page, `${site.address}/second`);
    await expectArticle(page, "The gate to the sea");
    await choose("editions");
    await expectDialog(page, "Editions");
    await soon(async () => expect(await text()).toContain("Ready: "));
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("The harbour opens again");
    await tabTo("Show in its folder");
    await press("Enter");
    await soon(async () =>
      expect(await lectern.app.evaluate(() => (globalThis as { shown?: string }).shown)).toBe(join(target, "The harbour opens again.mp3")),
    );
    await tabTo("I was at");
    await page.keyboard.type("later");
    await press("Enter");
    await soon(async () => expect(await text()).toContain("Type the time as your player shows it"));
    await press("Control+a");
    await page.keyboard.type("0:20");
    await press("Enter");
    await expectDialog(page, null);
    await expectArticle(page, "The harbour opens again");
    // Beeps take as long as the words, so the twentieth second is behind the first sentences and before the last.
    await soon(async () => expect((await look(page)).caption).not.toBe(""));
    const { caption } = await look(page);
    expect(caption).not.toBe("The harbour opens again");
  });

  it("offers it as a podcast to who knows the secret address, and no longer when that is not wished any more", async () => {
    await choose("editions");
    await expectDialog(page, "Editions");
    await page.getByLabel("Offer it").selectOption("computer");
    await soon(async () => expect(await text()).toContain("1 edition in it."));
    expect(await faultsOf(page)).toEqual([]);
    const address = await page.getByLabel("Secret address").inputValue();
    const feed = await (await fetch(address)).text();
    const [, sound = ""] = /<enclosure url="([^"]+)"/.exec(feed) ?? [];
    expect(Buffer.from(await (await fetch(sound)).arrayBuffer()).equals(await readFile(join(target, "The harbour opens again.mp3")))).toBe(
      true,
    );
    await page.getByLabel("Offer it").selectOption("off");
    await soon(async () => expect(await text()).toContain("The editions are not offered any more."));
    await expect(fetch(address)).rejects.toThrow();
    await press("Escape");
    await expectDialog(page, null);
  });

  it("says what is wrong and what to do, and goes to another folder then", async () => {
    const gone = join(target, "gone");
    await mkdir(gone);
    await takeAlong(gone);
    await chmod(gone, 0o500);
    await rm(gone, { recursive: true });
    await tabTo("Make it");
    await press("Enter");
    await soon(async () =>
      expect(await notice()).toMatch(/is not made\. The folder is gone\. Put its disk back, or choose another folder\./),
    );
    await answer(target);
    await choose("editions");
    await expectDialog(page, "Editions");
    await soon(async () => expect(await text()).toContain("The folder is gone."));
    await tabTo("Another folder…");
    await press("Enter");
    await soon(async () => expect(await readdir(target)).toContain("The harbour opens again 2.mp3"));
    await soon(async () => expect(await text()).not.toContain("The folder is gone."));
    expect(await page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);
    await press("Escape");
  });

  it("pauses, goes on after Lectern was closed, and gives up without a trace", { timeout: 240_000 }, async () => {
    await openAddress(page, join(site.folder, "long.txt"));
    await expectArticle(page, "The long way round");
    await takeAlong(target);
    // What takes longest to make.
    await page.getByLabel("As", { exact: true }).selectOption("m4b");
    await tabTo("Make it");
    await press("Enter");
    await soon(async () => expect(await notice()).toBe("“The long way round” is being made. You can go on reading."));
    await choose("editionStatus");
    await soon(async () => expect(await notice()).toContain("The long way round: "));
    await choose("editions");
    await expectDialog(page, "Editions");
    await tabTo("Pause: The long way round");
    await press("Enter");
    await soon(async () => expect(await text()).toContain("Paused"));
    await soon(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("The long way round"));
    await lectern.close();
    lectern = await launch({ home });
    page = lectern.page;
    await expectArticle(page, "The long way round");
    await choose("editions");
    await soon(async () => expect(await text()).toContain("Paused"));
    await tabTo("Go on: The long way round");
    await press("Enter");
    await soon(async () => expect(await text()).not.toContain("Paused"));
    // It goes on by itself after the process that makes it died in the middle, and after the window was closed.
    await soon(async () => expect(await text()).toMatch(/\d% made/));
    process.kill((await lectern.hostPid()) ?? 0, "SIGKILL");
    await soon(async () => expect(await lectern.hostPid()).not.toBeNull());
    await soon(async () => expect(await text()).toMatch(/\d% made/));
    await lectern.close();
    lectern = await launch({ home });
    page = lectern.page;
    await expect.poll(() => readdir(target), { timeout: 150_000 }).toContain("The long way round.m4b");
    await expectArticle(page, "The long way round");
    await takeAlong(target);
    // What takes longest to make.
    await page.getByLabel("As", { exact: true }).selectOption("m4b");
    await tabTo("Make it");
    await press("Enter");
    await soon(async () => expect(await notice()).toContain("is being made"));
    await choose("editions");
    await tabTo("Give up: The long way round");
    await press("Enter");
    await soon(async () => expect(await notice()).toBe("Given up: The long way round. Nothing of it is left."));
    expect((await readdir(target)).filter((name) => name.startsWith("The long") || name.startsWith("."))).toEqual([
      "The long way round.m4b",
    ]);
    expect(await readdir(join(home, "editions"))).toEqual([]);
  });
});
