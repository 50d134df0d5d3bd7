import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from "vitest";
import { openLibrary } from "../../src/library/index.ts";
import {
  expectArticle,
  expectCaption,
  expectDialog,
  expectPlaying,
  headline,
  heardWords,
  look,
  soon,
  watchWords,
} from "../journeys/eyes.ts";
import { type Answer, openSite, type Site } from "../journeys/fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "../journeys/harness.ts";
import { articleOf } from "../library/article.ts";
import { newItem } from "../library/item.ts";
import { missingForOrca, type ScreenReader, startScreenReader } from "./screen-reader.ts";
import { beginStory } from "./story.ts";

const STORIES = [
  { title: "Ferry returns after repairs", text: "Boats cross the bay again. Captains smile broadly today." },
  { title: "Bakers choose their prize", text: "The jury ate for hours. Nobody complained about that." },
  { title: "Market moves to the quay", text: "Stalls stand elsewhere now. Fish costs a little more." },
  { title: "Night trains are back", text: "The first one leaves at ten. Beds are made already." },
] as const;
const OLD = {
  title: "Lighthouse opens to visitors",
  text: ["The stairs were painted green.", "Tickets for the lighthouse cost less than they did."],
};
const WEEK = 7 * 24 * 3_600_000;

const answer =
  (type: string, body: () => string): Answer =>
  (_request, response) => {
    response.setHeader("content-type", type);
    response.end(body());
  };

let site: Site;
let home: string;
let reader: ScreenReader;
let lectern: Lectern;

const missing = missingForOrca();
const name = `a day with the news, by keyboard and Orca${missing.length > 0 ? ` (not run: it takes ${missing.join(", ")})` : ""}`;

describe.skipIf(missing.length > 0)(name, () => {
  beforeAll(async () => {
    site = await openSite({
      "/": answer(
        "text/html",
        () => '<!doctype html><title>Harbour</title><link rel="alternate" type="application/rss+xml" href="/feed.xml">',
      ),
      "/feed.xml": answer(
        "application/rss+xml",
        () =>
          `<rss version="2.0"><channel><title>Harbour Daily</title>${STORIES.map(
            ({ title }, n) =>
              `<item><title>${title}</title><link>${site.address}/story-${n}</link><guid>${title}</guid><pubDate>${new Date(Date.now() - (n + 1) * 3_600_000).toUTCString()}</pubDate><description>${title}.</description></item>`,
          ).join("")}</channel></rss>`,
      ),
      ...Object.fromEntries(
        STORIES.map(({ title, text }, n) => [
          `/story-${n}`,
          answer(
            "text/html; charset=utf-8",
            () => `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1><p>${text}</p></article></html>`,
          ),
        ]),
      ),
    });
    home = await makeHome({ voice: BEEPS, rate: 3, voiceMode: "shared", refreshTime: "off" });
    const library = await openLibrary(join(home, "library.sqlite"));
    const then = new Date(Date.now() - WEEK).toISOString();
    const { id } = library.feeds.add({ address: `${site.address}/old.xml`, title: "Town Crier", site: null, folder: [], added: then });
    const [item] = library.items.keep(id, [newItem("old", OLD.title, { published: then })], then);
    const article = { ...articleOf(`${site.address}/old`, OLD.text), title: OLD.title };
    library.keepArticle(article, then);
    if (item === undefined) throw new Error("No item");
    library.items.setArticle(item, article.id, 30);
    library.items.setRead([item], then);
    library.close();
    reader = await startScreenReader();
    lectern = await launch({ home, env: reader.env });
  });
  afterAll(async () => {
    await lectern?.close();
    await reader?.close();
    await site?.close();
    await rm(home, { recursive: true, force: true });
  });

  it("reads as a person would wish", async () => {
    const { page } = lectern;
    const story = beginStory(reader, (line) => line.replaceAll(site.address, "http://harbour.example"));
    /** Presses what Lectern's own voice answers. */
    const answered = async (keys: string, pattern: RegExp): Promise<void> => {
      reader.press(keys);
      await soon(async () => expect((await look(page)).notice).toMatch(pattern));
      story.note(`${keys}: Lectern says: ${(await look(page)).notice}`);
      await reader.heard();
    };
    const sentences = async (): Promise<readonly string[]> => [...new Set((await heardWords(page)).map(({ sentence }) => sentence))];
    const captionLike = async (text: string): Promise<string> => {
      await soon(async () => expect((await look(page)).caption).toContain(text));
      return (await look(page)).caption;
    };
    onTestFailed(async () => {
      console.error(story.text());
      console.error(await look(page), await page.evaluate(() => [document.activeElement?.outerHTML.slice(0, 200), document.title]));
    });
    await expectArticle(page, OLD.title);
    // Orca reads the new page; whoever presses a key in between has the focus where it was just then.
    await reader.heard(5);

    await story.press("ctrl+l", /Library/);
    await story.press("ctrl+n", /before anything is subscribed to/);
    await expectDialog(page, "Subscribe");
    await story.type(`${site.address}/`);
    await story.press("Return", /Found: Harbour Daily/);
    await story.press("Return", /Subscribed/);
    await expectDialog(page, null);

    // Today's headlines.
    await story.press("h", /Bakers.*heading/);
    await story.press("h", /Market.*heading/);
    await story.press("ctrl+shift+p", /\d+ commands/);
    await story.type("bulletin");
    reader.press("Return");
    await expectPlaying(page, true);
    for (const { title } of STORIES) await story.note(`Lectern reads: ${await captionLike(title)}`);
    reader.press("ctrl+4");
    await expectPlaying(page, false);
    await reader.heard(1.5);

    // Three for later. What is about to be read is fetched meanwhile, and the rows say so.
    for (const title of ["Bakers choose", "Ferry returns"])
      await soon(async () => expect(await page.locator("li", { hasText: title }).first().textContent()).toContain("kept offline"));
    await answered("ctrl+e", /^In the queue: Market/);
    // The field of the palette put Orca into its focus mode: arrows are Lectern's now.
    await story.press("Up", /Bakers/);
    await answered("ctrl+e", /^In the queue: Bakers/);
    await story.press("Up", /Ferry/);
    await answered("ctrl+e", /^In the queue: Ferry/);

    // Two of them.
    await story.press("ctrl+shift+p", /\d+ commands/);
    await story.type("play the queue");
    await watchWords(page);
    reader.press("Return");
    await soon(async () => expect((await sentences()).join(" ")).toContain("Nobody complained"));
    reader.press("ctrl+4");
    await expectPlaying(page, false);
    story.note(`Lectern read: ${(await sentences()).join(" ")}`);

    // What was heard last week.
    await story.press("ctrl+shift+f", /entry/);
    await story.type("tickets lighthouse");
    await answered("Return", /^1 found/);
    await story.press("F6 shift+F6", /Tickets/);
    reader.press("ctrl+Return");
    await expectPlaying(page, true);
    await expectCaption(page, OLD.text[1] ?? "");
    expect(await headline(page)).toBe(OLD.title);
    reader.press("ctrl+4");
    await expectPlaying(page, false);
    await story.expectAs("news-day.txt");
  });
});
