import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectArticle, expectPlaying, expectWords, heardWords, look, openAddress, soon, watchWords } from "./eyes.ts";
import { ARTICLE_HTML, openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

const TITLE = "The harbour opens again";
const CHANGED = "Most of the stones came from the old castle. They were cut by hand in the winter.";
const NEW = "The mayor will speak again on Friday. Nobody knows yet what she will say.";
const LATER = ARTICLE_HTML.replace("the old fort", "the old castle").replace("</article>", `<p>${NEW}</p></article>`);

let site: Site;
let home: string;
let lectern: Lectern;
let page: Page;
let html = ARTICLE_HTML;
const run = (command: string): Promise<void> =>
  lectern.app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command);

beforeAll(async () => {
  site = await openSite({
    "/story": (_request, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(html);
    },
  });
  home = await makeHome({ voice: BEEPS, rate: 3 });
  lectern = await launch({ home, args: [`${site.address}/story`] });
  page = lectern.page;
  await expectArticle(page, TITLE);
});

afterAll(async () => {
  await lectern.close();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

describe("an article that changed since it was opened", () => {
  it("says what is new when it is fetched again, and marks it", async () => {
    await run("whatChanged");
    await soon(async () => expect((await look(page)).notice).toBe("Nothing has changed since you opened this article."));
    html = LATER;
    await run("refetch");
    await soon(async () => expect(await page.locator(".changes").textContent()).toBe("Updated. One new paragraph, one passage changed."));
    await soon(async () => expect((await look(page)).notice).toContain("Updated. One new paragraph, one passage changed."));
    const marked = (): Promise<readonly (readonly (string | null)[])[]> =>
      page.locator("[data-change]").evaluateAll((all) => all.map((one) => [one.getAttribute("aria-description"), one.textContent]));
    await soon(async () =>
      expect(await marked()).toEqual([
        ["Changed", CHANGED],
        ["New", NEW],
      ]),
    );
  });

  it("walks from change to change by command", async () => {
    await run("nextChange");
    await soon(async () => expect((await look(page)).notice).toBe("1 of 2, changed: Most of the stones came from the old castle."));
    await run("nextChange");
    await soon(async () => expect((await look(page)).notice).toBe("2 of 2, new: The mayor will speak again on Friday."));
    await run("nextChange");
    await soon(async () => expect((await look(page)).notice).toBe("There is no change after this."));
    await run("previousChange");
    await soon(async () => expect((await look(page)).notice).toMatch(/^1 of 2/));
  });

  it("reads only what is new, and is the whole article again afterwards", async () => {
    await watchWords(page);
    await run("hearChanges");
    await expectPlaying(page, true);
    await soon(async () => expect((await look(page)).notice).toBe("That is all that is new."));
    const said = [...new Set((await heardWords(page)).map(({ sentence }) => sentence))].join(" ");
    expect(said).toBe(`${CHANGED} ${NEW}`);
    await page.keyboard.press("Control+Digit1");
    await soon(async () => expect((await look(page)).caption).toBe("The last train left it many years ago."));
    await watchWords(page);
    await page.keyboard.press("Control+Digit2");
    await expectWords(page, 3);
    await page.keyboard.press("Control+Digit4");
  });

  it("is nothing new once it was fetched again", async () => {
    await openAddress(page, `${site.address}/story`);
    await soon(async () => expect(await page.locator(".changes").count()).toBe(0));
    await expectArticle(page, TITLE);
  });
});
