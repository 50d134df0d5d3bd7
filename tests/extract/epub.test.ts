import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Extracted, extractSource } from "../../src/extract/index.ts";
import { type Chapter, epub } from "../documents/epub.ts";
import { DOT, zip } from "../documents/zip.ts";
import { describeArticle } from "./expectation.ts";
import { expectSound } from "./sound.ts";

const open = async (bytes: Uint8Array): Promise<Extracted> => {
  const found = await extractSource({ bytes, mediaType: "application/epub+zip", charset: null, address: "file:///b.epub", lang: null });
  expectSound(found.article);
  return found;
};
const told = async (chapters: readonly Chapter[], more: Partial<Parameters<typeof epub>[0]> = {}): Promise<string> =>
  describeArticle((await open(epub({ chapters, ...more }))).article);

const PROSE = "The lamps on the quay were lit one by one, and nobody looked up from the nets until the last of them burned. ";
const DOT_NAME = createHash("sha256").update(DOT).digest("hex").slice(0, 32);

describe("a book", () => {
  it("is an article of chapters, with its pictures, notes and what it says of itself", async () => {
    const chapters: Chapter[] = [
      { name: "title.xhtml", body: "<h1>The Keeper of Lamps</h1><p>by Ada Brook</p>" },
      {
        name: "one.xhtml",
        label: "One: The Quay",
        body: `<section epub:type="chapter"><h1>One: The Quay</h1><p id="x">${PROSE}<a href="notes.xhtml#n1"><sup>1</sup></a></p>
<figure><img src="../pictures/a%20dot.png" alt="A lamp seen from the water"/><figcaption>The first lamp</figcaption></figure>
<span epub:type="pagebreak" title="12">12</span><p>See <a href="two.xhtml#y">the next chapter</a> or <a href="https://quay.example/">the quay</a>.</p></section>`,
      },
      { name: "two.xhtml", label: "Two", body: `<p class="cn">TWO</p><p>${PROSE}</p>`, lang: "fr" },
      {
        name: "three.xhtml",
        label: "Three: Home",
        body: `<p>${PROSE.repeat(2)}</p><svg><image xlink:href="../pictures/a%20dot.png"/></svg>`,
      },
      { name: "notes.xhtml", aside: true, body: '<aside epub:type="footnote" id="n1"><p>Lit at dusk.</p></aside>' },
    ];
    expect(await told(chapters)).toBe(`---
title: The Keeper of Lamps
byline: Ada Brook
site: Quay Books
published: 2019-04
modified: 2020-01-02T03:04:05Z
lang: en-GB
dir: ltr
address: file:///b.epub
---

by Ada Brook

## One: The Quay

${PROSE.trim()}

![A lamp seen from the water](lectern:picture/${DOT_NAME}) The first lamp

See the next chapter or [the quay](https://quay.example/).

## {fr} TWO

{fr} ${PROSE.trim()}

## Three: Home

${PROSE.repeat(2).trim()}

![](lectern:picture/${DOT_NAME})

[^] Lit at dusk.

---

Left, navigation: One: The Quay, Two, Three: Home

Left, page-number: 12

Left, note-reference: 1
`);
  });

  it("keeps each picture once", async () => {
    const body = `<p>${PROSE}</p><img src="../pictures/a%20dot.png" alt="A lamp"/><p>${PROSE}</p><img src="../pictures/a%20dot.png" alt="It again"/>`;
    const { pictures } = await open(epub({ chapters: [{ name: "a.xhtml", body }] }));
    expect(pictures).toEqual([{ name: DOT_NAME, mediaType: "image/png", bytes: DOT }]);
  });

  it("of the old kind has its chapters' names too", async () => {
    const chapters = [{ name: "a.html", label: "The Quay", body: `<p>${PROSE.repeat(2)}</p>` }];
    expect(await told(chapters, { old: true })).toContain("## The Quay\n");
  });

  it("names the parts that are missing, damaged or can't be played, and opens", async () => {
    const chapters = [
      { name: "a.xhtml", label: "First", body: `<h2>First</h2><p>${PROSE}</p>` },
      { name: "b.xhtml", label: "Second", body: "<p>gone</p>" },
      { name: "c.xhtml", label: "Third", body: '<h2>Third</h2><p>Listen.</p><audio src="sea.mp3" title="The sea"></audio>' },
    ];
    const found = await told(chapters, {
      missing: ["OEBPS/text/b.xhtml"],
      files: [{ name: "OEBPS/text/sea.mp3", data: "ID3" }],
    });
    expect(found).toContain("Left, missing-part: Second");
    expect(found).toContain("Left, missing-part: The sea");
    expect(found).toContain("Listen.");
  });

  it("shows no picture and follows no link that leads out of it", async () => {
    const body = `<p>${PROSE}</p><img src="../../../../etc/passwd" alt="A trap"/><img src="file:///etc/passwd" alt="A second"/>
<p><a href="javascript:alert(1)">Press</a> <a href="file:///etc/passwd">here</a>.</p>`;
    const { article, pictures } = await open(epub({ chapters: [{ name: "a.xhtml", body }] }));
    expect(pictures).toEqual([]);
    expect(article.blocks.flatMap(({ spans }) => spans)).toEqual([]);
    expect(article.blocks.map((block) => (block.kind === "figure" ? block.src : ""))).not.toContain("file:///etc/passwd");
  });

  it("of 200 chapters and a megabyte opens in seconds", async () => {
    const chapters = Array.from({ length: 200 }, (_, n) => ({
      name: `c${n}.xhtml`,
      label: `Chapter ${n + 1}`,
      body: `<h2>Chapter ${n + 1}</h2>${`<p>${PROSE}</p>`.repeat(48)}`,
    }));
    const { article } = await open(epub({ chapters }));
    expect(article.audit.kept).toMatchObject({ heading: 200, paragraph: 200 * 48 });
  }, 60_000);
});

describe("a book that can't be read", () => {
  const failure = async (bytes: Uint8Array): Promise<unknown> =>
    open(bytes).then(
      () => null,
      (thrown: unknown) => thrown,
    );
  const one = [{ name: "a.xhtml", body: `<p>${PROSE}</p>` }];
  const encrypted = (algorithm: string, path: string): Uint8Array =>
    epub({
      chapters: one,
      files: [
        {
          name: "META-INF/encryption.xml",
          data: `<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${path}"/></enc:CipherData></enc:EncryptedData></encryption>`,
        },
      ],
    });

  it("because its seller locked it says so", async () => {
    const aes = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";
    expect(await failure(encrypted(aes, "OEBPS/text/a.xhtml"))).toMatchObject({
      code: "locked",
      message: expect.stringMatching(/locked by its seller.*Ask/),
    });
    // Fonts may be scrambled in a book that is free.
    expect(await failure(encrypted("http://www.idpf.org/2008/embedding", "OEBPS/fonts/a.otf"))).toBeNull();
    expect(await failure(encrypted(aes, "OEBPS/fonts/a.otf"))).toBeNull();
  });

  it.each([
    ["a file's name leads out of the archive", zip([{ name: "../../a.opf", data: "x" }]), "damaged"],
    ["it is cut off", epub({ chapters: one }).slice(0, 900), "damaged"],
    ["its sizes lie", epub({ chapters: one, files: [{ name: "OEBPS/package.opf", data: "x".repeat(9000), size: 10 }] }), "damaged"],
    ["it has no package", zip([{ name: "META-INF/container.xml", data: "<container/>" }]), "damaged"],
    ["it has no text", epub({ chapters: [{ name: "a.xhtml", body: "<p/>" }] }), "no-text"],
    ["it has a password", epub({ chapters: one, files: [{ name: "OEBPS/package.opf", data: "x", locked: true }] }), "locked"],
    [
      "it unpacks to gigabytes",
      epub({ chapters: one, files: [{ name: "OEBPS/text/a.xhtml", data: Buffer.alloc(41_000_000, 32) }] }),
      "too-large",
    ],
    ["it is another archive", zip([{ name: "notes.txt", data: "x" }]), "unsupported"],
    ["it is a workbook", zip([{ name: "xl/workbook.xml", data: "x" }]), "unsupported"],
  ])("because %s", async (_, bytes, code) => {
    expect(await failure(bytes)).toMatchObject({ name: "Failure", code });
  });
});
