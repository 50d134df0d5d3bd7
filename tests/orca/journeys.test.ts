import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ALL_FORMATS, BufferSource, Input } from "mediabunny";
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFailed } from "vitest";
import { expectArticle, expectCaption, expectDialog, expectPlaying, look, soon } from "../journeys/eyes.ts";
import { openSite, type Site } from "../journeys/fixture.ts";
import { BEEPS, type Lectern, launch, makeHome, makeNewHome } from "../journeys/harness.ts";
import { missingForOrca, type ScreenReader, startScreenReader } from "./screen-reader.ts";
import { beginStory, type Story } from "./story.ts";

const TITLE = "The harbour opens again";
/** Folders that are called otherwise each time. */
const TEMPORARY = new RegExp(`${tmpdir()}/lectern-[a-z]+-\\w+`, "g");

let site: Site;
let reader: ScreenReader;
let home = "";
let lectern: Lectern | null = null;

const missing = missingForOrca();
const name = `with Orca, a listener${missing.length > 0 ? ` (not run: it takes ${missing.join(", ")})` : ""}`;

describe.skipIf(missing.length > 0)(name, () => {
  beforeAll(async () => {
    site = await openSite();
    reader = await startScreenReader();
  });
  afterEach(async () => {
    await lectern?.close().catch(() => {});
    lectern = null;
    await rm(home, { recursive: true, force: true });
  });
  afterAll(async () => {
    await reader?.close();
    await site?.close();
  });

  /** Opens Lectern, with an article unless it is somebody's first time. */
  const begin = async (fresh = false): Promise<{ lectern: Lectern; story: Story }> => {
    home = fresh ? await makeNewHome() : await makeHome({ voice: BEEPS, rate: 2, voiceMode: "shared" });
    await reader.heard();
    const opened = await launch({ home, env: reader.env, args: fresh ? [] : [`${site.address}/first`] });
    lectern = opened;
    if (!fresh) {
      await expectArticle(opened.page, TITLE);
      // Orca reads a new page by itself until a key is pressed.
      await reader.heard(2);
      reader.press("ctrl");
      await reader.heard(1);
    }
    const story = beginStory(reader, (line) => line.replaceAll(site.address, "http://harbour.example").replace(TEMPORARY, "/folder"));
    onTestFailed(async () => {
      console.error(story.text());
      console.error(await reader.heard());
      if (lectern)
        console.error(await look(opened.page), await opened.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200)));
    });
    return { lectern: opened, story };
  };
  /** While Lectern reads, Orca says nothing. */
  const expectSilence = async (seconds = 1.5): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    expect(await reader.heard(0.1)).toEqual([]);
  };

  it("answers the first question, and hears the article", async () => {
    const { lectern, story } = await begin(true);
    const { page } = lectern;
    await story.wait("Lectern opens", /articles \(suggested\)/);
    await story.press("Return", /Which voice/);
    await story.press("Down", /Hear it/);
    await story.press("Escape", /Article/);
    await expectArticle(page, "Welcome to Lectern");
    await reader.heard(1.5);
    reader.press("ctrl+2");
    await expectPlaying(page, true);
    await expectSilence(3);
    reader.press("ctrl+4");
    await expectPlaying(page, false);
    await expectSilence();
    await story.expectAs("first-run.txt");
  });

  it("opens an article by its address", async () => {
    const { lectern, story } = await begin();
    await story.press("ctrl+o", /entry/);
    await story.type(`${site.address}/second`);
    await story.press("Return", /gate to the sea/i);
    await expectArticle(lectern.page, "The gate to the sea");
    await story.press("h", /The gate to the sea heading/);
    await story.press("Down", /Ships/);
    await story.expectAs("open.txt");
  });

  it("browses by heading, photo, quotation, list, table and link", async () => {
    const { story } = await begin();
    for (const [key, pattern] of [
      ["h", /opens again heading/],
      ["h", /What was built heading/],
      ["shift+h", /opens again heading/],
      ["g", /image/],
      ["Down", /Ships lie/],
      ["q", /We waited/],
      ["l", /List with/],
      ["t", /table with/],
      ["Down", /First/],
      ["shift+k", /gate to the sea/],
    ] as const)
      await story.press(key, pattern);
    await story.expectAs("browse.txt");
  });

  it("pauses Lectern, and reads on with Orca from the same sentence", async () => {
    const { lectern, story } = await begin();
    const { page } = lectern;
    reader.press("ctrl+2");
    await expectCaption(page, "Hundreds of people had come to see them.");
    await reader.heard(0.1);
    await expectSilence(0.5);
    reader.press("ctrl+2");
    await expectPlaying(page, false);
    const { sentence } = await look(page);
    // As long as a finger takes to the next key, and Orca to hear of the caret.
    await expectSilence(1);
    story.note(`Lectern stopped in: ${sentence}`);
    await story.press("KP_Add", /A band played/, true);
    await reader.heard();
    await story.expectAs("read-on.txt");
  });

  it("lets Lectern play from Orca's place", async () => {
    const { lectern, story } = await begin();
    const { page } = lectern;
    await story.press("h", /opens again heading/);
    await story.press("h", /What was built heading/);
    await story.press("Down", /Behind the new wall/);
    reader.press("ctrl+2");
    await expectPlaying(page, true);
    await soon(async () => expect((await look(page)).sentence).toMatch(/^Behind the new wall/));
    story.note(`Lectern reads: ${(await look(page)).sentence.slice(0, 19)}`);
    await expectSilence(1);
    reader.press("ctrl+4");
    await story.expectAs("play-from.txt");
  });

  it("changes a setting", async () => {
    const { lectern, story } = await begin();
    await story.press("ctrl+comma", /Find a setting/);
    await story.type("colours");
    await story.press("Tab", /Colours combo box/);
    await story.press("Down", /Light/);
    await story.press("Escape", /Browse mode/);
    await expectDialog(lectern.page, null);
    await soon(async () => expect(await lectern.page.evaluate(() => document.documentElement.dataset.theme)).toBe("light"));
    await story.expectAs("settings.txt");
  });

  it("meets an error and its next step", async () => {
    const { lectern, story } = await begin();
    await story.press("ctrl+o", /entry/);
    await story.type(`${site.address}/nothing`);
    await story.press("Return", /nothing at this address/);
    await story.press("h", /heading/);
    await story.press("Down", /nothing/);
    await story.press("Down", /Check the address/);
    await expectArticle(lectern.page, TITLE);
    await story.expectAs("error.txt");
  });

  it("takes the article along, hears how far it is, and what came of it", async () => {
    const { lectern, story } = await begin();
    const { app, page } = lectern;
    const folder = await mkdtemp(join(tmpdir(), "lectern-along-"));
    // The system's own dialog is not Lectern's: it answers with a folder.
    await app.evaluate(({ dialog, shell }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
      shell.showItemInFolder = (shown) => Object.assign(globalThis, { shown });
    }, folder);
    try {
      await story.press("ctrl+shift+s", /Take along/);
      await expectDialog(page, "Take along");
      await story.press("Tab", /As combo box/);
      await story.press("Tab", /Voice combo box/);
      await story.press("Tab", /Speed combo box/);
      await story.press("Tab", /Another folder/);
      reader.press("Return");
      await soon(async () => expect(await page.locator("#take-folder").textContent()).toContain(folder));
      await reader.heard();
      await story.press("Tab", /Make it/);
      await story.press("Return", /is ready/);
      await expectDialog(page, null);
      await story.press("ctrl+shift+p", /\d+ commands/);
      await story.type("editions: how far");
      await story.press("Return", /Ready:/);
      await expectDialog(page, "Editions");
      await story.press("Tab", /Show in its folder/);
      reader.press("Return");
      await soon(async () => expect(await app.evaluate(() => (globalThis as { shown?: string }).shown)).toBe(join(folder, `${TITLE}.mp3`)));
      const input = new Input({ source: new BufferSource(await readFile(join(folder, `${TITLE}.mp3`))), formats: ALL_FORMATS });
      story.note(`The file plays: ${(await input.computeDuration()) > 10}`);
      await reader.heard();
      await story.press("Escape", /./);
      await story.expectAs("take-along.txt");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("finds the parts of an article in one list", async () => {
    const { lectern, story } = await begin();
    await story.press("ctrl+F7", /Headline push button/);
    await story.press("Down", /a gate to the sea/);
    await story.press("Down", /Ships lie/);
    await story.press("Down", /What was built/);
    await story.press("Return", /./);
    await expectCaption(lectern.page, "Section: What was built");
    await story.expectAs("element-list.txt");
  });

  it("quits with nothing more to hear of Lectern", async () => {
    const { lectern: opened, story } = await begin();
    const ended = new Promise((resolve) => opened.app.process().once("exit", resolve));
    reader.press("ctrl+q");
    story.note(`Lectern ended with ${await ended}`);
    expect((await reader.heard(2)).filter((line) => /Lectern|dialog/.test(line))).toEqual([]);
    await story.expectAs("quit.txt");
  });
});
