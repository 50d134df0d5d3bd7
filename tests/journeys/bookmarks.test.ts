import { rm } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  dialogOf,
  expectArticle,
  expectCaption,
  expectDialog,
  expectPlaying,
  expectWords,
  look,
  openAddress,
  soon,
  watchWords,
} from "./eyes.ts";
import { openSite, SECOND, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

const TITLE = "The harbour opens again";

let site: Site;
let home: string;
let lectern: Lectern;
let page: Page;
const press = (key: string): Promise<void> => page.keyboard.press(key);
const run = (command: string): Promise<void> =>
  lectern.app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command);
const faults = async (): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page: page as never }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};
/** What is marked on the page: the word for the eyes, the one for a screen reader, and the sentence. */
const marks = (): Promise<readonly (readonly string[])[]> =>
  page.evaluate(() => {
    const sentences = [...(CSS.highlights.get("bookmark") ?? [])].map((range) => (range as Range).toString());
    return [...document.querySelectorAll("[data-bookmark]")].map((block, n) => [
      block.getAttribute("data-bookmark") ?? "",
      block.getAttribute("aria-description") ?? "",
      sentences[n] ?? "",
    ]);
  });
const button = async (name: string | RegExp): Promise<void> => {
  await dialogOf(page).getByRole("button", { name }).focus();
  await press("Enter");
};

/** A page that is another the next time. */
const CHANGING = [
  [
    "The tram runs until midnight now. Its bell was cast in the old foundry.",
    "Drivers practised for a month. They know each curve by heart.",
  ],
  [
    "Correction: the tram runs until one. A new stop was added at the mill.",
    "Nobody had expected that many riders. The bell was cast elsewhere, the council says.",
    "Drivers practised for a month. They know each curve by heart.",
  ],
] as const;
let version = 0;

beforeAll(async () => {
  site = await openSite({
    "/changing": (_request, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(
        `<!doctype html><html lang="en"><title>The tram</title><article><h1>The tram</h1>${(CHANGING[version] ?? []).map((text) => `<p>${text}</p>`).join("")}</article></html>`,
      );
    },
  });
  home = await makeHome({ voice: BEEPS, rate: 2 });
  lectern = await launch({
    home,
    args: [`${site.address}/first`],
    switches: ["--use-fake-device-for-media-stream"],
  });
  page = lectern.page;
  await expectArticle(page, TITLE);
});

afterAll(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

describe("a bookmark", () => {
  it("is made at the sentence that sounds, and says so", async () => {
    await watchWords(page);
    await press("Control+Digit2");
    await expectWords(page, 4);
    await press("Control+Digit2");
    await expectPlaying(page, false);
    for (let presses = 0; presses < 8 && (await look(page)).caption !== SECOND; presses += 1) await press("Control+Digit3");
    await expectCaption(page, SECOND);
    await press("Control+b");
    await soon(async () => expect((await look(page)).notice).toBe(`Bookmarked: ${SECOND}`));
    // The page shows it: by a line and a word, and a screen reader is told; the text stays as it is.
    await soon(async () => expect(await marks()).toEqual([["Bookmark", "Bookmark", SECOND]]));
    expect(await faults()).toEqual([]);
  });

  it("lets the microphone go where its dialog was closed before it had opened", async () => {
    await page.evaluate(() => {
      const streams: MediaStream[] = [];
      const media = navigator.mediaDevices;
      const usual = media.getUserMedia.bind(media);
      // A microphone that takes a moment to open, as those without a wire do.
      media.getUserMedia = async (wanted) => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        const stream = await usual(wanted);
        streams.push(stream);
        return stream;
      };
      Object.assign(window, { streams });
    });
    const states = (): Promise<readonly string[]> =>
      page.evaluate(() =>
        (window as unknown as { readonly streams: readonly MediaStream[] }).streams.flatMap((one) =>
          one.getTracks().map(({ readyState }) => readyState),
        ),
      );
    await press("Control+b");
    await expectDialog(page, "Bookmarks and notes");
    await button("Record a spoken note");
    await press("Escape");
    await press("Escape");
    await expectDialog(page, null);
    await soon(async () => expect(await states()).toEqual(["ended"]));
  });

  it("takes a note, typed and spoken, at the same keys", async () => {
    await press("Control+b");
    await expectDialog(page, "Bookmarks and notes");
    await page.keyboard.type("Who had come to see them?");
    expect(await faults()).toEqual([]);
    await button("Record a spoken note");
    await soon(async () => expect(await dialogOf(page).textContent()).toMatch(/Recording\. [12] second/));
    // Escape ends it: what was said is not lost by the key that leaves, and can be heard before it is kept.
    await press("Escape");
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");
    const expectFocus = (name: string | RegExp): Promise<void> => soon(async () => expect(await focused()).toMatch(name));
    await expectFocus("Keep the spoken note");
    expect((await look(page)).notice).toMatch(/^Recorded, \d seconds?\. Not kept yet\.$/);
    expect(await faults()).toEqual([]);
    await press("Tab");
    await expectFocus(/^Hear the spoken note/);
    await press("Enter");
    await expectFocus("Stop hearing it");
    await expectFocus(/^Hear the spoken note/);
    // Not that one: another; not that one either; but that one after all.
    await press("Tab");
    await expectFocus("Record it anew");
    await press("Enter");
    await expectFocus("Stop recording");
    await soon(async () => expect(await dialogOf(page).textContent()).toMatch(/Recording\. [12] second/));
    await press("Enter");
    await expectFocus("Keep the spoken note");
    await button("Discard it");
    await expectFocus("Record a spoken note");
    await soon(async () => expect((await look(page)).notice).toBe("The recording is discarded."));
    await press("Tab");
    await expectFocus("Bring it back");
    await press("Enter");
    await expectFocus("Keep the spoken note");
    await press("Enter");
    await expectFocus(/^Hear the spoken note/);
    await soon(async () => expect((await look(page)).notice).toMatch(/^The spoken note is kept/));
    // A kept one is deleted, and comes back.
    await button("Delete the spoken note");
    await expectFocus("Record a spoken note");
    await press("Tab");
    await expectFocus("Bring it back");
    await press("Enter");
    await expectFocus(/^Hear the spoken note/);
    await button("Keep the note");
    await soon(async () => expect(await dialogOf(page).getByRole("listitem").textContent()).toContain("Note: Who had come to see them?"));
    expect(await faults()).toEqual([]);
    await press("Escape");
    await expectDialog(page, null);
  });

  it("has its notes back by undo", async () => {
    await press("Control+b");
    await expectDialog(page, "Bookmarks and notes");
    await press("Control+a");
    await page.keyboard.type("Nobody.");
    await button("Delete the spoken note");
    await soon(async () => expect((await look(page)).notice).toMatch(/spoken note is deleted/i));
    await button("Keep the note");
    await soon(async () => expect(await dialogOf(page).getByRole("listitem").textContent()).toContain("Note: Nobody."));
    await press("Escape");
    await expectDialog(page, null);
    for (let times = 0; times < 2; times += 1) {
      await press("Control+z");
      await soon(async () => expect((await look(page)).notice).toBe(`Undone. Note changed: ${SECOND}`));
      await page.waitForTimeout(200);
    }
    await press("Control+b");
    await soon(async () => expect(await dialogOf(page).getByRole("textbox").inputValue()).toBe("Who had come to see them?"));
    expect(
      await dialogOf(page)
        .getByRole("button", { name: /^Hear the spoken note/ })
        .count(),
    ).toBe(1);
    await press("Escape");
    await press("Escape");
    await expectDialog(page, null);
  });

  it("is found again after a restart, and plays from its sentence", async () => {
    await lectern.close();
    lectern = await launch({ home, args: [`${site.address}/second`] });
    page = lectern.page;
    await expectArticle(page, "The gate to the sea");
    await run("bookmarks");
    await expectDialog(page, "Bookmarks and notes");
    await page.keyboard.type("hundreds");
    await soon(async () => expect(await dialogOf(page).getByRole("status").textContent()).toBe("1 bookmark"));
    await watchWords(page);
    await button(/^Play from: Hundreds/);
    await expectArticle(page, TITLE);
    expect((await expectWords(page, 1))[0]).toMatchObject({ sentence: SECOND });
    await press("Control+Digit4");
  });

  it("is deleted, and comes back", async () => {
    await run("bookmarks");
    await button(/^Delete the bookmark/);
    await soon(async () => expect(await dialogOf(page).getByRole("listitem").count()).toBe(0));
    await button("Bring it back");
    await soon(async () => expect(await dialogOf(page).getByRole("listitem").count()).toBe(1));
    await button(/^Delete the bookmark/);
    await soon(async () => expect(await dialogOf(page).getByRole("listitem").count()).toBe(0));
    await press("Escape");
    await expectDialog(page, null);
    await soon(async () => expect(await marks()).toEqual([]));
    // Also when the dialog is closed.
    await press("Control+z");
    await soon(async () => expect((await look(page)).notice).toBe(`Undone. Bookmark deleted: ${SECOND}`));
    await soon(async () => expect(await marks()).toEqual([["Bookmark with a note", "Bookmark with a note", SECOND]]));
  });

  it("is at its sentence when the page was fetched again and is another", async () => {
    await openAddress(page, `${site.address}/changing`);
    await expectArticle(page, "The tram");
    const sentence = "They know each curve by heart.";
    for (let presses = 0; presses < 8 && (await look(page)).caption !== sentence; presses += 1) await press("Control+Digit3");
    await expectCaption(page, sentence);
    await press("Control+b");
    await soon(async () => expect((await look(page)).notice).toBe(`Bookmarked: ${sentence}`));
    version = 1;
    await run("refetch");
    await soon(async () => expect(await page.locator("#article").textContent()).toContain("Correction: the tram"));
    await run("bookmarks");
    await expectDialog(page, "Bookmarks and notes");
    await page.keyboard.type("curve");
    await button(/^Go to: They know/);
    await expectDialog(page, null);
    await soon(async () => expect((await look(page)).caret).toBe(sentence));
  });
});
