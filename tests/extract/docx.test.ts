import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Extracted, extractSource } from "../../src/extract/index.ts";
import { docx, item, NOTE, para, picture, table } from "../documents/docx.ts";
import { DOT } from "../documents/zip.ts";
import { describeArticle } from "./expectation.ts";
import { expectSound } from "./sound.ts";

const open = async (bytes: Uint8Array, worker?: URL): Promise<Extracted> => {
  const found = await extractSource({ bytes, mediaType: null, charset: null, address: "file:///d.docx", lang: null }, { worker });
  expectSound(found.article);
  return found;
};
const DOT_NAME = createHash("sha256").update(DOT).digest("hex").slice(0, 32);
const CORE = "<dc:title>draft 7</dc:title><dc:creator>Ada Brook</dc:creator><dcterms:created>2021-05-06T07:08:00Z</dcterms:created>";

const REPORT = docx(
  para("The harbour in winter", "Title") +
    para("What the ice did", "Heading1") +
    `<w:p><w:r><w:t>The ferries stopped for nine days.</w:t></w:r>${NOTE}</w:p>` +
    para("We burned the benches.", "Quote") +
    picture("Ice on the quay") +
    para("The quay in January", "Caption") +
    item("rope") +
    item("tar", 1) +
    para("Costs", "Heading2") +
    table([
      ["Month", "Tons"],
      ["May", "12"],
    ]),
  { core: CORE },
);

const EXPECTED = `---
title: The harbour in winter
byline: Ada Brook
published: 2021-05-06T07:08:00Z
lang: en-GB
dir: ltr
address: file:///d.docx
---

## What the ice did

The ferries stopped for nine days.

> We burned the benches.

![Ice on the quay](lectern:picture/${DOT_NAME}) The quay in January

- rope

  - tar

### Costs

| **Month** | **Tons** |
| May | 12 |

[^] A ledger of the harbour office.

---

Left, note-reference: [1] ↑
`;

describe("a Word document", () => {
  it("is an article with its headings, lists, tables, notes and pictures", async () => {
    const { article, pictures } = await open(REPORT);
    expect(describeArticle(article)).toBe(EXPECTED);
    expect(pictures).toEqual([{ name: DOT_NAME, mediaType: "image/png", bytes: DOT }]);
  });

  it("is the same when a worker parses it", async () => {
    const { article } = await open(REPORT, new URL("../../out/document-worker.js", import.meta.url));
    expect(describeArticle(article)).toBe(EXPECTED);
  });

  it("without a heading has the title that its data says, else its first words", async () => {
    const text = para("The ferries stopped for nine days.");
    expect((await open(docx(text, { core: CORE }))).article.title).toBe("draft 7");
    expect((await open(docx(text))).article.title).toBe("The ferries stopped for nine days.");
  });
});

describe("a Word document that can't be read", () => {
  it.each([
    ["has no text", docx(para("")), "no-text"],
    ["is damaged", docx("", { files: [{ name: "word/document.xml", data: "no document" }] }), "damaged"],
    ["unpacks to gigabytes", docx("", { files: [{ name: "word/document.xml", data: Buffer.alloc(41_000_000, 32) }] }), "too-large"],
    [
      "hides a bomb among its pictures",
      docx(para("x"), { files: [{ name: "word/media/b.png", data: Buffer.alloc(41_000_000) }] }),
      "too-large",
    ],
  ])("because it %s", async (_, bytes, code) => {
    await expect(open(bytes)).rejects.toMatchObject({ name: "Failure", code });
  });

  it("is given up when it is no longer wanted", async () => {
    const reason = new Error("no longer wanted");
    const source = { bytes: REPORT, mediaType: null, charset: null, address: "file:///d.docx", lang: null };
    const worker = new URL("../../out/document-worker.js", import.meta.url);
    const controller = new AbortController();
    const extracting = extractSource(source, { worker, signal: controller.signal });
    controller.abort(reason);
    await expect(extracting).rejects.toBe(reason);
  });
});

describe("hidden text", () => {
  const run = (text: string, look: string): string => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const style = (id: string, inner: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${inner}</w:style>`;
  const styles = `<w:styles>${style("Secret", "<w:rPr><w:vanish/></w:rPr>")}${style("Deeper", '<w:basedOn w:val="Secret"/>')}${style("Open", '<w:basedOn w:val="Secret"/><w:rPr><w:vanish w:val="0"/></w:rPr>')}</w:styles>`;

  it("is left out, and the audit has it", async () => {
    const bytes = docx(
      `<w:p>${run("The ice ", "<w:b/>")}${run("we lost two benches &amp; a boat ", "<w:b/><w:vanish/>")}${run("held.", '<w:vanish w:val="false"/>')}</w:p>` +
        para("Nobody may know.", "Deeper") +
        para("Everybody may.", "Open") +
        `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run("The mark alone was hidden.", "<w:i/>")}</w:p>` +
        `<w:p>${run("It was once.", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")}</w:p>`,
      { files: [{ name: "word/styles.xml", data: styles }] },
    );
    const { article } = await open(bytes);
    expect(article.blocks.map(({ text }) => text)).toEqual([
      "The ice held.",
      "Everybody may.",
      "The mark alone was hidden.",
      "It was once.",
    ]);
    expect(article.audit.left.map(({ reason, text }) => `${reason}: ${text}`)).toEqual([
      "hidden: we lost two benches & a boat",
      "hidden: Nobody may know.",
    ]);
  });
});

it("a locked document says that it is locked", async () => {
  const bytes = Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(1016),
    Buffer.from("EncryptedPackage", "utf16le"),
    Buffer.alloc(400),
  ]);
  await expect(open(new Uint8Array(bytes))).rejects.toMatchObject({ code: "locked", message: expect.stringContaining("password") });
});
