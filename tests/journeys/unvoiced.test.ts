import { rm } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { expectArticle, expectPlaying, look, soon } from "./eyes.ts";
import { openSite, type Site } from "./fixture.ts";
import { type Lectern, launch, makeHome } from "./harness.ts";

const KHMER = "ភាសាខ្មែរជាភាសាផ្លូវការរបស់ប្រទេសកម្ពុជា។";
const LAST = "The boats wait for the rain, as they do every year, and the people wait with them.";
const PAGE = `<!doctype html><html lang="en"><head><title>The river</title></head><body><article><h1>The river</h1>
<p>The river rises in the hills, and is wide and slow when it comes to the town at last.</p>
<p lang="km">${KHMER}</p>
<p>${LAST}</p></article></body></html>`;

const held: ServerResponse[] = [];
let site: Site;
let home: string;
let lectern: Lectern;

beforeAll(async () => {
  site = await openSite({ "/river": (_request, response) => held.push(response) });
  home = await makeHome({ rate: 6 });
  lectern = await launch({ home, args: [`${site.address}/river`] });
});
afterAll(async () => {
  await lectern.close();
  for (const response of held) response.socket?.destroy();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

it("plays what was on its way when play was pressed, and tells of a language without a voice", async () => {
  const { page } = lectern;
  await soon(async () => expect(held).toHaveLength(1));
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    const note = (): void => {
      const caption = document.querySelector("[data-captions] .caption")?.textContent?.trim() ?? "";
      if (caption !== "" && seen.at(-1) !== caption) seen.push(caption);
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await page.keyboard.press("Control+Digit2");
  held[0]?.setHeader("content-type", "text/html; charset=utf-8");
  held[0]?.end(PAGE);
  await expectArticle(page, "The river");
  const seen = (): Promise<readonly string[]> => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  await soon(async () => expect(await seen()).toContain(LAST));
  await expectPlaying(page, false);
  const told = (await seen()).filter((caption) => caption.startsWith("Khmer:"));
  expect(told).toEqual(["Khmer: no voice speaks it. 1 sentence is left out. You can add a voice in the settings."]);
  // It is not said, and still there to be read.
  expect(await page.locator("[data-article]").textContent()).toContain(KHMER);
  expect((await look(page)).notice).toBe("");
});
