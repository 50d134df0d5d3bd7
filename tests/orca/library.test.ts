import { rm } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFailed } from "vitest";
import { expectArticle, expectPlaying, look, soon } from "../journeys/eyes.ts";
import { type Lectern, launch } from "../journeys/harness.ts";
import { openTown, type Town } from "../journeys/town.ts";
import { missingForOrca, type ScreenReader, startScreenReader } from "./screen-reader.ts";
import { beginStory, type Story } from "./story.ts";

let town: Town;
let reader: ScreenReader;
let home: string;
let lectern: Lectern;
let story: Story;

const missing = missingForOrca();
const name = `with Orca, somebody in the library${missing.length > 0 ? ` (not run: it takes ${missing.join(", ")})` : ""}`;

describe.skipIf(missing.length > 0)(name, () => {
  beforeAll(async () => {
    town = await openTown("en");
    reader = await startScreenReader();
  });
  beforeEach(async () => {
    home = await town.makeReader({ rate: 3, voiceMode: "shared" });
    await reader.heard();
    lectern = await launch({ home, env: reader.env, args: [`${town.site.address}/town`] });
    await expectArticle(lectern.page, town.words.title);
    // Orca reads a new page by itself until a key is pressed.
    await reader.heard(2);
    reader.press("ctrl");
    await reader.heard(1);
    story = beginStory(reader, (line) => line.replaceAll(town.site.address, "http://harbour.example"));
    onTestFailed(async () => {
      console.error(story.text());
      console.error(await reader.heard());
      console.error(await look(lectern.page), await lectern.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300)));
    });
  });
  afterEach(async () => {
    await lectern.close().catch(() => {});
    await rm(home, { recursive: true, force: true });
  });
  afterAll(async () => {
    await reader?.close();
    await town?.close();
  });

  /** Presses what Lectern's own voice answers. */
  const answered = async (keys: string, pattern: RegExp): Promise<void> => {
    reader.press(keys);
    await soon(async () => expect((await look(lectern.page)).notice).toMatch(pattern));
    story.note(`${keys}: Lectern says: ${(await look(lectern.page)).notice}`);
    await reader.heard();
  };

  it("goes through a list, and opens what is in it", async () => {
    await story.press("ctrl+l", /Library/);
    await story.press("h", /heading level 3/);
    await story.press("h", /heading level 3/);
    await story.press("Return", /About \d+ minute/);
    await story.press("h", /heading level 1/);
    await story.expectAs("library-list.txt");
  });

  it("puts articles in the queue, looks at it and plays it", async () => {
    await story.press("ctrl+l", /Library/);
    await story.press("h", /heading level 3/);
    await story.press("h", /heading level 3/);
    await answered("ctrl+e", /^In the queue/);
    await story.press("ctrl+shift+p", /Open an address/);
    await story.type("play the queue");
    reader.press("Return");
    await expectPlaying(lectern.page, true);
    await soon(async () => expect((await look(lectern.page)).caption).not.toBe(""));
    story.note(`Lectern reads: ${(await look(lectern.page)).caption}`);
    // Orca has nothing to say while Lectern reads.
    await reader.heard(1);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await reader.heard(0.1)).toEqual([]);
    reader.press("ctrl+4");
    await expectPlaying(lectern.page, false);
    await story.expectAs("queue.txt");
  });

  it("searches, and opens what was found at its sentence", async () => {
    await story.press("ctrl+shift+f", /entry/);
    await story.type("crane");
    await answered("Return", /found/);
    await story.press("Tab", /Find push button/);
    await story.press("h", /heading level 1/);
    await story.press("h", /crane/);
    await story.press("Return", /About \d+ minute/);
    await expectArticle(lectern.page, town.words.title);
    await story.expectAs("search.txt");
  });
});
