import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docx, item, para, picture, table } from "../documents/docx.ts";
import { epub } from "../documents/epub.ts";
import { lines, pdf } from "../documents/pdf.ts";
import { expectArticle, expectDialog, openAddress, soon } from "./eyes.ts";
import { type Lectern, launch } from "./harness.ts";

const PROSE = "The lamps on the quay were lit one by one, and nobody looked up from the nets until the last of them burned.";

let folder: string;
let lectern: Lectern;
let page: Page;
const file = async (name: string, bytes: Uint8Array): Promise<string> => {
  await writeFile(join(folder, name), bytes);
  return join(folder, name);
};
const headings = (): Promise<readonly string[]> => page.locator("[data-article] :is(h1,h2,h3)").allTextContents();
/** The pictures that are really drawn, by their width in dots. */
const drawn = (): Promise<readonly number[]> =>
  page.evaluate(() => [...document.querySelectorAll<HTMLImageElement>("[data-article] img")].map((image) => image.naturalWidth));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-documents-"));
  lectern = await launch();
  page = lectern.page;
  await page.waitForFunction(() => performance.getEntriesByName("interactive").length > 0);
});
afterAll(async () => {
  await lectern?.close();
  await rm(folder, { recursive: true, force: true });
});

describe("documents in the window", () => {
  it("a book has its chapters as sections and shows its pictures, also when its file is gone", async () => {
    const chapters = [
      { name: "a.xhtml", label: "One", body: `<h1>One</h1><p>${PROSE}</p><img src="../pictures/a%20dot.png" alt="A lamp"/>` },
      { name: "b.xhtml", label: "Two", body: `<h1>Two</h1><p>${PROSE}</p>` },
    ];
    const path = await file("book.epub", epub({ chapters }));
    await openAddress(page, path);
    await expectArticle(page, "The Keeper of Lamps");
    await rm(path);
    expect(await headings()).toEqual(["The Keeper of Lamps", "One", "Two"]);
    await soon(async () => expect(await drawn()).toEqual([1]));
  });

  it("a Word document has its list, table and picture", async () => {
    const body = para("Winter", "Title") + para(PROSE) + item("rope") + table([["Month"], ["May"]]) + picture("Ice on the quay");
    await openAddress(page, await file("winter.docx", docx(body)));
    await expectArticle(page, "Winter");
    expect(await page.locator("[data-article] li").allTextContents()).toEqual(["rope"]);
    expect(await page.locator("[data-article] th").allTextContents()).toEqual(["Month"]);
    await soon(async () => expect(await drawn()).toEqual([1]));
  });

  it("a PDF has its headings and paragraphs", async () => {
    const drawing = [
      { text: "The ice", x: 72, y: 760, size: 22 },
      ...lines([PROSE.slice(0, 60), PROSE.slice(60)]),
      { text: "Bread", x: 72, y: 650, size: 15 },
    ];
    await openAddress(page, await file("ice.pdf", pdf([[...drawing, ...lines([PROSE], { top: 630 })]])));
    await expectArticle(page, "The ice");
    expect(await headings()).toEqual(["The ice", "Bread"]);
  });

  it("a scan and a locked book say what can be done", async () => {
    const problem = (): Promise<string> =>
      page
        .locator("#problem-text")
        .textContent()
        .then((text) => text ?? "");
    await openAddress(page, await file("scan.pdf", pdf([[], []])));
    await soon(async () => expect(await problem()).toContain("OCR"));
    await openAddress(page, await file("locked.pdf", pdf([lines([PROSE])], { locked: true })));
    await soon(async () => expect(await problem()).toContain("password"));
  });
});

it("a copied page is pasted with its headings and lists, and as text when the text was changed", async () => {
  await lectern.app.evaluate(({ clipboard }) => {
    // Electron's own clipboard; the type of the same name here is the browser's.
    const electrons = clipboard as unknown as { write(data: { readonly text: string; readonly html: string }): void };
    electrons.write({
      text: "The wheel\n\nIt hung there.\n\niron\noak",
      html: "<h1>The wheel</h1><p>It <em>hung</em> there.</p><ul><li>iron</li><li>oak</li></ul>",
    });
  });
  await page.keyboard.press("Control+Shift+V");
  await expectDialog(page, "Paste an article");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expectArticle(page, "The wheel");
  expect(await page.locator("[data-article] li").allTextContents()).toEqual(["iron", "oak"]);
  await page.keyboard.press("Control+Shift+V");
  await expectDialog(page, "Paste an article");
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" and tar");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await soon(async () => expect(await page.locator("[data-article]").textContent()).toContain("oak and tar"));
  expect(await page.locator("[data-article] em").count()).toBe(0);
});
