import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectArticle, expectDialog, expectPlaying, look, soon } from "./eyes.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

let site: Site;
let home: string;
let lectern: Lectern;
let page: Page;
const press = (key: string): Promise<void> => page.keyboard.press(key);
/** Chooses a command of the menu, as a person does. */
const choose = (command: string): Promise<void> =>
  lectern.app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command);
const player = (): Promise<{ readonly title: string; readonly state: string }> =>
  page.evaluate(() => ({ title: navigator.mediaSession.metadata?.title ?? "", state: navigator.mediaSession.playbackState }));

beforeAll(async () => {
  site = await openSite();
  home = await makeHome({ voice: BEEPS });
  lectern = await launch({ home, args: ["first.html"], cwd: site.folder });
  page = lectern.page;
  await expectArticle(page, "The harbour opens again");
});

afterAll(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

describe("the system's players", () => {
  it("know nothing of Lectern until it was played, then its title and whether it plays", async () => {
    expect(await player()).toEqual({ title: "", state: "none" });
    await press("Control+Digit2");
    await soon(async () => expect(await player()).toEqual({ title: "The harbour opens again", state: "playing" }));
    await press("Control+Digit2");
    await soon(async () => expect(await player()).toEqual({ title: "The harbour opens again", state: "paused" }));
  });

  it("hear no more of it where media keys are for the window alone", async () => {
    await press("Control+Comma");
    await expectDialog(page, "Settings");
    await page.getByLabel("Media keys of the keyboard or headset work").selectOption("window");
    await press("Escape");
    await soon(async () => expect(await player()).toEqual({ title: "", state: "none" }));
  });

  it("are not needed for media keys in the window", async () => {
    await press("MediaPlayPause");
    await expectPlaying(page, true);
    await press("MediaPlayPause");
    await expectPlaying(page, false);
    const { caption } = await look(page);
    await press("MediaTrackNext");
    await soon(async () => expect((await look(page)).caption).not.toBe(caption));
  });
});

describe("the sleep timer", () => {
  it("is set by a command, tells what is left, and is in the settings", async () => {
    await choose("sleepLeft");
    await soon(async () => expect((await look(page)).notice).toBe("The sleep timer is off."));
    await choose("sleepTimer");
    await soon(async () => expect((await look(page)).notice).toBe("Sleep timer: 15 minutes"));
    await choose("sleepLeft");
    await soon(async () => expect((await look(page)).notice).toBe("The reading stops in about 15 minutes."));
    await press("Control+Comma");
    await expectDialog(page, "Settings");
    const choice = page.getByLabel("Sleep timer", { exact: true });
    expect(await choice.inputValue()).toBe("15");
    await choice.selectOption("off");
    await press("Escape");
    await choose("sleepLeft");
    await soon(async () => expect((await look(page)).notice).toBe("The sleep timer is off."));
  });
});

describe("what sounds different", () => {
  it("is heard when it is chosen, and kept", async () => {
    await press("Control+Comma");
    await expectDialog(page, "Settings");
    const loaded = page.waitForResponse((response) => /quotation.*\.wav$/.test(response.url()));
    await page.getByLabel("Quotations").selectOption("sound");
    expect((await loaded).status()).toBe(200);
    await press("Escape");
    await press("Control+Comma");
    await expectDialog(page, "Settings");
    expect(await page.getByLabel("Quotations").inputValue()).toBe("sound");
    await press("Escape");
    await expectDialog(page, null);
  });
});
