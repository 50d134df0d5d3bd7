import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { expectArticle, expectPlaying, heardWords, look, soon, watchWords } from "../journeys/eyes.ts";
import { openSite, type Site } from "../journeys/fixture.ts";
import { type Lectern, launch, makeNewHome } from "../journeys/harness.ts";
import { beginStory, type Hearing } from "../orca/story.ts";

let site: Site;
let home: string;
let lectern: Lectern;

beforeAll(async () => {
  site = await openSite();
  home = await makeNewHome();
  lectern = await launch({ home });
});
afterAll(async () => {
  await lectern?.close();
  await site?.close();
  await rm(home, { recursive: true, force: true });
});

/** How long is waited for a voice that begins, milliseconds. */
const LIMIT = 30_000;
const LOOK = 40;

/** Notes what Lectern's own voice is given to say from now on, but for the sentences of the article. */
async function listen(page: Page): Promise<Hearing> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (this: MessagePort, ...args: unknown[]) {
      const { method, input } = Object(args[0]) as { readonly method?: string; readonly input?: { readonly text: string } };
      const article = document.querySelector("[data-article]")?.textContent ?? "";
      if (method === "speak" && input && !article.includes(input.text) && !input.text.startsWith("Section: ")) said.push(input.text);
      return post.apply(this, args as Parameters<MessagePort["postMessage"]>);
    };
  });
  const said = (): Promise<readonly string[]> => page.evaluate(() => (window as unknown as { readonly said: readonly string[] }).said);
  let taken = 0;
  const heard = async (quiet = 1): Promise<readonly string[]> => {
    let count = -1;
    for (let since = Date.now(); Date.now() - since < quiet * 1000; ) {
      const now = (await said()).length;
      if (now !== count) since = Date.now();
      count = now;
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
    const fresh = (await said()).slice(taken);
    taken += fresh.length;
    return fresh;
  };
  return {
    press(...keys) {
      for (const key of keys) void page.keyboard.press(key);
    },
    type: (text) => void page.keyboard.type(text),
    heard,
    async heardUntil(pattern, seconds = LIMIT / 1000, quiet) {
      const from = taken;
      for (const began = Date.now(); !(await said()).slice(from).some((text) => pattern.test(text)); ) {
        if (Date.now() - began > seconds * 1000) throw new Error(`Nothing like ${pattern} was said, but: ${JSON.stringify(await said())}`);
        await new Promise((resolve) => setTimeout(resolve, LOOK));
      }
      return heard(quiet);
    },
  };
}

it("with eyes shut and no screen reader, somebody answers the first questions, meets an error, changes a setting and hears an article", async () => {
  const { page } = lectern;
  const story = beginStory(await listen(page), (line) =>
    line.replaceAll(site.address, "http://harbour.example").replaceAll(new URL(site.address).host, "harbour.example"),
  );
  onTestFailed(async () => {
    console.error(story.text());
    console.error(await look(page), await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200)));
  });
  await story.wait("Lectern opens", /Who speaks/);
  await story.press("Enter", /Which voice/);
  await story.press("Enter", /Welcome to Lectern/);

  await story.press("Control+o", /Open/);
  await story.type(`${site.address}/nothing`);
  await story.press("Enter", /nothing at this address/);
  await story.press("Tab", /Try again/);

  await story.press("Control+,", /Settings/);
  await story.type("speed");
  await story.press("Tab", /Speed|speed/);
  await story.press("ArrowDown", /^1\.1×/);
  await story.press("Escape", /Try again/);

  await story.press("Control+o", /Open/);
  await story.type(`${site.address}/second`);
  await story.press("Enter", /gate to the sea/);
  await expectArticle(page, "The gate to the sea");
  await watchWords(page);
  await page.keyboard.press("Control+Digit2");
  await expectPlaying(page, true);
  await soon(async () => expect((await look(page)).sentence).not.toBe(""));
  await expect.poll(async () => (await look(page)).playing, { timeout: 180_000 }).toBe(false);
  const sentences = [...new Set((await heardWords(page)).map(({ sentence }) => sentence))].filter(Boolean);
  for (const sentence of sentences) story.note(`Lectern reads: ${sentence}`);
  await story.press("Control+i", /./);
  await story.expectAs("../long/eyes-shut.txt");
});
