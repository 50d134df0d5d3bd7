import { endsSentence } from "../text.ts";
import { remove } from "./captions.ts";
import { type Figure, figureBlock, isSentence, type Part } from "./part.ts";
import { isWithin } from "./tree.ts";

/** A line that only says who made a picture: "Photo: Name", "Foto: Name / Agency". */
const CREDIT =
  /^[[(]?(?:photos?|photograph|picture|images?|photo credit|image credit|credit|illustration|graphic|fotos?|bild|bilder|symbolbild|grafik|crédit(?: photo)?|imagen|imagem|immagine|kuva|zdjęcie|ảnh|фото|写真|画像|사진|图片?|圖)\s*(?:[:：©/]|\bby\b|\bcourtesy\b)\s*\S.{1,80}$/iu;
/** Longest such line, UTF-16 code units. */
const LONGEST_CREDIT = 100;
/** Shortest heading that can be a caption, weight: two lines under a picture. */
const SHORTEST_CAPTION = 80;

/** Gives pictures the words that stand right below them without saying what they are: a sentence in a heading, a line with a name. */
export function joinCaptionLines(parts: readonly Part[]): void {
  // Above the text, what stands below the picture is its summary.
  let isTold = false;
  for (const part of parts) {
    if (part.reason || part.role !== "text") continue;
    isTold ||= isSentence(part) && part.block.kind === "paragraph";
    const { kind, text } = part.block;
    if (isTold && kind === "heading" && part.weight >= SHORTEST_CAPTION && part.linked === 0 && endsSentence(text)) {
      const picture = pictureAt(parts, part, -1);
      if (picture?.block.caption !== "" || !isBeside(picture.part, part)) continue;
      picture.part.block = figureBlock({ ...picture.block, caption: { text, spans: part.block.spans }, lang: part.block.lang });
      remove(part);
    } else if ((kind === "paragraph" || kind === "item") && text.length <= LONGEST_CREDIT && part.linked < 0.5 && CREDIT.test(text)) {
      const picture = pictureAt(parts, part, -1) ?? pictureAt(parts, part, 1);
      if (!picture || !isBeside(picture.part, part)) continue;
      const credit = text.replace(/^[[(]|[\])]$/g, "");
      if (picture.block.credit === null) picture.part.block = { ...picture.block, credit };
      remove(part);
    }
  }
}

/** The picture right before or after a part. */
function pictureAt(parts: readonly Part[], { index }: Part, step: 1 | -1): { readonly part: Part; readonly block: Figure } | null {
  let at = index + step;
  // Where a caption was joined to its picture, nothing is left of it.
  while (parts[at]?.block.kind === "break" && parts[at]?.reason === "repeated") at += step;
  const part = parts[at];
  return part && part.reason === null && part.role !== "caption" && part.block.kind === "figure" ? { part, block: part.block } : null;
}

/** Whether a line stands in the element around its picture, or in the one around that. */
function isBeside(picture: Part, line: Part): boolean {
  const around = line.place.parent;
  return around !== null && isWithin(picture.place, around);
}
