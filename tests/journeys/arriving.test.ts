import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { expectArticle, expectDialog, soon } from "./eyes.ts";
import { openSite, type Site } from "./fixture.ts";
import { BEEPS, type Lectern, launch, makeHome } from "./harness.ts";

let site: Site;
let lectern: Lectern;
let page: Page;
const press = (key: string): Promise<void> => page.keyboard.press(key);

/** What a second start of Lectern with this argument sends to the first. */
const hand = (address: string): Promise<void> =>
  lectern.app.evaluate(({ app }, given) => {
    app.emit("second-instance", {}, [], "", { addresses: [given] });
  }, address);

beforeAll(async () => {
  site = await openSite();
  lectern = await launch({ home: await makeHome({ voice: BEEPS, offerCopied: true }), args: [`${site.address}/first`] });
  page = lectern.page;
  await expectArticle(page, "The harbour opens again");
});
afterAll(async () => {
  await lectern.close({ remove: true });
  await site.close();
});

it("asks before it opens what a link names", async () => {
  await hand(`lectern:${site.address}/second`);
  await expectDialog(page, `Link: ${new URL(site.address).host}`);
  expect(site.asked).not.toContain("/second");
  await press("Enter");
  await expectArticle(page, "The gate to the sea");
});

it("fills in a feed, and subscribes to nothing unasked", async () => {
  await hand("feed://example.org/feed.xml");
  await expectDialog(page, "Subscribe");
  await soon(async () => expect(await page.locator("#subscribe-address").inputValue()).toBe("https://example.org/feed.xml"));
  await press("Escape");
  await expectDialog(page, null);
});

it("opens no file for a link, and says so", async () => {
  await hand(`lectern:file://${join(site.folder, "x")}`);
  await soon(async () => expect(await page.locator("body").textContent()).toContain("This link names no page that can be opened."));
  await expectArticle(page, "The gate to the sea");
});

it("opens a link that is dropped", async () => {
  await page.evaluate((address) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/uri-list", address);
    const over = new DragEvent("dragover", { dataTransfer, bubbles: true, cancelable: true });
    document.body.dispatchEvent(over);
    if (!over.defaultPrevented || !document.documentElement.hasAttribute("data-dropping")) throw new Error("not taken");
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, `${site.address}/first`);
  await expectArticle(page, "The harbour opens again");
  expect(await page.evaluate(() => document.documentElement.hasAttribute("data-dropping"))).toBe(false);
});

it("offers what was copied elsewhere, once, and puts it one key away", async () => {
  await lectern.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), `${site.address}/second`);
  const offer = `A page of ${new URL(site.address).host} was copied. Ctrl+O opens it.`;
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await soon(async () => expect(await page.locator("body").textContent()).toContain(offer));
  await press("Control+o");
  await expectDialog(page, "Open");
  await page.getByRole("button", { name: `Take the copied one: ${site.address}/second` }).press("Enter");
  await soon(async () => expect(await page.locator("#open-address").inputValue()).toBe(`${site.address}/second`));
  await press("Enter");
  await expectArticle(page, "The gate to the sea");
});
