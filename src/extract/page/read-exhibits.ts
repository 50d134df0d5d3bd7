import { collapse } from "../text.ts";
import type { Around, PartSink } from "./around.ts";
import { formulaOfPicture } from "./formulas.ts";
import { labelOf } from "./labels.ts";
import { figureBlock, NO_WORDS } from "./part.ts";
import { alternative, fileOf, isDecoration, isIcon, pictureAddress } from "./pictures.ts";
import { captionOf, imagesIn, LONGEST_CAPTION, pictureBox } from "./read-figures.ts";
import { areNumbersOfLines, codeOf, isLineNumbers } from "./read-text.ts";
import { attribute, elementsIn, isElement, type PageElement } from "./tree.ts";

/** Most pictures, icons among them, of a figure that can be of one picture. */
const MOST_IMAGES = 20;

/** Preformatted text: code, or prose in lines. */
export function readPreformatted(sink: PartSink, element: PageElement, around: Around): void {
  const text = isLineNumbers(element) ? "" : codeOf(element);
  // Beside code stand its numbers, in a cell of their own.
  if (text === "" || (element.parent?.tag === "td" && areNumbersOfLines(text))) return;
  const code = element.children.find((child): child is PageElement => isElement(child) && child.tag === "code");
  const language =
    / (?:lang(?:uage)?|brush|highlight source) ([a-z\d+#]+) /.exec(`${labelOf(element)} ${code ? labelOf(code) : ""}`)?.[1] ?? null;
  // Old letters and articles are preformatted prose: sentences in lines.
  const isProse =
    code === undefined && language === null && /\n/.test(text) && /\p{L}{3,}[.!?]["'”’)]?\s/u.test(text) && !/[{};]\s*$/m.test(text);
  if (!isProse) {
    sink.push({ kind: "code", text, spans: [], lang: around.lang, language }, element, around);
    return;
  }
  for (const paragraph of text.split(/\n\s*\n/)) {
    const joined = collapse(paragraph);
    if (joined !== "") sink.push({ kind: around.kind, text: joined, spans: [], lang: around.lang }, element, around);
  }
}

/** A picture in the text; an emoji or a formula that is shown as a picture is text. */
export function readPicture(sink: PartSink, element: PageElement, place: PageElement, around: Around): void {
  const alt = collapse(element.attributes.get("alt") ?? "");
  const EMOJI = 16;
  if (alt.length <= EMOJI && /^\p{Extended_Pictographic}/u.test(alt)) {
    sink.inline.add(alt);
    return;
  }
  const formula = formulaOfPicture(element);
  if (formula) {
    sink.inline.add(formula);
    return;
  }
  if (isIcon(element)) {
    const name = fileOf(element);
    if (name !== "" && around.reason === null) sink.addIcon(name);
    return;
  }
  const block = figureBlock({
    src: pictureAddress(element, sink.reading.resolve),
    alt: alternative(element),
    caption: NO_WORDS,
    credit: null,
    lang: around.lang,
  });
  const isLinked = around.linked;
  const add = (): void =>
    sink.push(block, element.parent ?? place, around, isDecoration(element) ? "decoration" : "picture", isLinked ? 1 : 0);
  if (sink.inline.hasText()) sink.later(add);
  else add();
}

/** What a page shows without its scripts: pictures that it loads late. */
export function readLateImages(sink: PartSink, element: PageElement, place: PageElement, around: Around): void {
  const before = sink.parts.at(-1);
  for (const inside of elementsIn(sink.reading.tree, element)) {
    const src = inside.tag === "img" && !isIcon(inside) ? pictureAddress(inside, sink.reading.resolve) : null;
    if (src === null) continue;
    const words = { src, alt: alternative(inside), caption: NO_WORDS, credit: null, lang: around.lang };
    const known = before?.block.kind === "figure" ? before.block : null;
    if (before && known && known.caption === "" && (known.src === null || known.src === src || known.alt === words.alt)) {
      if (known.src === null) before.block = figureBlock({ ...words, alt: known.alt || words.alt });
      continue;
    }
    sink.push(figureBlock(words), place, around, "picture");
  }
}

/** Film, sound, or a frame that says what it shows. */
export function readMedia(sink: PartSink, element: PageElement, place: PageElement, around: Around): void {
  const inner = element.children.find((child): child is PageElement => isElement(child) && child.tag === "source");
  const source =
    sink.reading.resolve(attribute(element, "src") ?? attribute(element, "data-src") ?? attribute(element, "data")) ??
    (inner ? sink.reading.resolve(attribute(inner, "src")) : null);
  const title = collapse(attribute(element, "title") ?? attribute(element, "aria-label") ?? "") || null;
  const isPlayed = element.tag === "video" || element.tag === "audio";
  // Frames without a title are counters and advertising.
  if (source === null || (!isPlayed && title === null)) return;
  sink.flush(place, around);
  sink.push({ kind: isPlayed ? "media" : "embed", source, title, text: title ?? "", spans: [], lang: around.lang }, place, around);
}

/** A caption that stands apart from its picture, and the pictures in it. */
export function readCaption(sink: PartSink, element: PageElement, around: Around): void {
  for (const image of imagesIn(element, sink.reading)) readPicture(sink, image, element, around);
  const { text, spans, credit } = captionOf(element, sink.reading);
  if (text !== "" || credit !== null)
    sink.push(figureBlock({ src: null, alt: "", caption: { text, spans }, credit, lang: around.lang }), element, around, "caption");
}

/** A figure: of one picture and its words, else of what it holds. */
export function readFigure(sink: PartSink, element: PageElement, around: Around): void {
  // The figure itself is one of them.
  const holds = (sink.reading.weights.exhibits[element.index] ?? 0) > 1;
  const text = sink.reading.weights.text[element.index] ?? 0;
  const images = sink.reading.weights.images[element.index] ?? 0;
  if (holds || text > LONGEST_CAPTION * 2 || images > MOST_IMAGES || imagesIn(element, sink.reading).length > 1)
    sink.inside(element, around);
  else readBox(sink, element, element, around);
}

/** A box of one picture and its words. */
export function readBox(sink: PartSink, element: PageElement, place: PageElement, around: Around): void {
  sink.flush(place, around);
  const block = pictureBox(element, around.lang, sink.reading);
  if (block) sink.push(block, element, around, "figure", around.linked ? 1 : 0);
}
