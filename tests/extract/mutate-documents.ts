import { extractSource } from "../../src/extract/index.ts";
import { Failure } from "../../src/model/index.ts";
import { docx, item, NOTE, para, picture, table } from "../documents/docx.ts";
import { epub } from "../documents/epub.ts";
import { lines, pdf } from "../documents/pdf.ts";
import { chance, mutate } from "./mutate.ts";
import { expectSound } from "./sound.ts";

const PROSE = "The lamps on the quay were lit one by one, and nobody looked up until the last of them burned.";
const CORE = "<dc:title>Lamps</dc:title><dc:creator>Ada Brook</dc:creator>";
const WORD = [para("Lamps", "Title"), para(PROSE), picture("A lamp"), item("oil"), table([["a", "b"]]), `<w:p>${NOTE}</w:p>`].join("");

/** Bytes that were changed, doubled, cut out or cut off in a few places. */
function breakBytes(bytes: Uint8Array, pick: (below: number) => number): Uint8Array {
  let broken = Buffer.from(bytes);
  for (let changes = 1 + pick(6); changes > 0; changes--) {
    const at = pick(broken.length + 1);
    const end = Math.min(broken.length, at + pick(200));
    switch (pick(5)) {
      case 0:
        broken = broken.subarray(0, at);
        break;
      case 1:
        broken = Buffer.concat([broken.subarray(0, at), broken.subarray(end)]);
        break;
      case 2:
        broken = Buffer.concat([broken.subarray(0, end), broken.subarray(at)]);
        break;
      default:
        broken = Buffer.from(broken);
        if (at < broken.length) broken[at] = pick(256);
    }
  }
  return new Uint8Array(broken);
}

/** A text that was changed as bytes are. */
const breakText = (text: string, pick: (below: number) => number): string =>
  Buffer.from(breakBytes(new Uint8Array(Buffer.from(text)), pick)).toString("utf8");

/** A broken document, the same for the same seed: outside, or inside where it is packed. */
export function mutateDocument(seed: number): Uint8Array {
  const pick = chance(seed);
  switch (pick(6)) {
    case 0:
      return breakBytes(epub({ chapters: [{ name: "a.xhtml", label: "One", body: `<p>${PROSE}</p>` }] }), pick);
    case 1: {
      const chapter = { name: "a.xhtml", label: "One", body: mutate(seed) };
      return epub({
        chapters: [chapter, { name: "b.xhtml", body: `<p>${PROSE}</p>` }],
        metadata: breakText("<dc:title>L</dc:title><dc:language>en</dc:language>", pick),
      });
    }
    case 2:
      return breakBytes(docx(WORD, { core: CORE }), pick);
    case 3:
      return docx(breakText(WORD, pick), { core: breakText(CORE, pick) });
    default:
      return breakBytes(
        pdf([[{ text: "Lamps", x: 72, y: 760, size: 20 }, ...lines([PROSE, PROSE])], lines([PROSE])], { info: { Title: "Lamps" } }),
        pick,
      );
  }
}

/** Extracts a broken document: a sound article, or a failure that a person can be told of. Answers whether it is an article. */
export async function expectSafeDocument(seed: number): Promise<boolean> {
  const source = { bytes: mutateDocument(seed), mediaType: null, charset: null, address: "file:///d", lang: null };
  try {
    const { article, pictures } = await extractSource(source);
    expectSound(article);
    const names = new Set(pictures.map(({ name }) => `lectern:picture/${name}`));
    for (const block of article.blocks)
      if (block.kind === "figure" && block.src?.startsWith("lectern:") && !names.has(block.src)) throw new Error(`no picture ${block.src}`);
    return true;
  } catch (error) {
    if (error instanceof Failure && error.code !== "bug") return false;
    throw new Error(`seed ${seed}`, { cause: error });
  }
}
