import type { LeaveReason } from "../../model/index.ts";
import type { DraftBlock } from "../draft.ts";
import { createInline, type Inline } from "../inline.ts";
import { collapse } from "../text.ts";
import { isNamed, labelOf } from "./labels.ts";
import { figureBlock, NO_WORDS, type Part } from "./part.ts";
import { alternative, fileOf, isDecoration, isIcon, pictureAddress } from "./pictures.ts";
import { captionOf, type FigureReading, imagesIn, isPictureBox, isShort, LONGEST_CAPTION, pictureBox } from "./read-figures.ts";
import { addMarked, codeOf, formulaOf, isFormula, isNoteReference, readLine, standsAlone } from "./read-text.ts";
import { isDataTable, tableOf } from "./tables.ts";
import { attribute, elementsIn, isElement, isInline, type PageElement, type PageNode, SILENT } from "./tree.ts";
import { weightOf } from "./weigh.ts";

/** What surrounds the text that is being read. */
interface Around {
  readonly reason: LeaveReason | null;
  readonly judged: PageElement | null;
  readonly kind: "paragraph" | "quote" | "footnote";
  readonly lang: string | null;
  /** How many lists are around. */
  readonly depth: number;
  /** Whether a link is around all of it. */
  readonly linked: boolean;
  /** The list item whose first text this will be. */
  readonly item: { readonly depth: number; readonly ordinal: number | null; used: boolean } | null;
}

/** What was read: the parts in the order of the page, and what no part has. */
export interface ReadPage {
  readonly parts: Part[];
  readonly icons: readonly string[];
  readonly noteReferences: readonly string[];
}

/**
 * Reads all parts of a page in its order: text as blocks, pictures, captions. Nothing is left out here; parts in what was judged carry
 * the reason.
 */
export function readParts(reading: FigureReading): ReadPage {
  const { tree, weights, verdicts, resolve } = reading;
  const parts: Part[] = [];
  const icons: string[] = [];
  const noteReferences: string[] = [];
  const inline = createInline();
  let linkWeight = 0;
  // The element that was come to last: where on the page the next text is.
  let at = 0;
  // Pictures inside a paragraph follow it: they must not cut it in two.
  let pending: (() => void)[] = [];

  const push = (block: DraftBlock, place: PageElement, around: Around, role: Part["role"] = "text", linked = 0): void => {
    const { reason, judged } = around;
    parts.push({ block, role, place, at, index: parts.length, weight: weightOf(block.text), linked, reason, judged, agreed: null });
  };
  const linkShare = (element: PageElement): number => (weights.links[element.index] ?? 0) / Math.max(1, weights.text[element.index] ?? 0);

  const flush = (place: PageElement, around: Around): void => {
    if (inline.hasText()) {
      const taken = inline.take();
      const linked = Math.min(1, linkWeight / Math.max(1, weightOf(taken.text)));
      const words = wholeLanguage(taken, around.lang);
      const { item } = around;
      if (item && !item.used) {
        item.used = true;
        push({ kind: "item", depth: item.depth, ordinal: item.ordinal, ...words }, place, around, "text", linked);
      } else push({ kind: around.kind, ...words }, place, around, "text", linked);
    } else inline.take();
    linkWeight = 0;
    const late = pending;
    pending = [];
    for (const add of late) add();
  };

  const visit = (element: PageElement, place: PageElement, around: Around): void => {
    const { children } = element;
    for (let n = 0; n < children.length; n++) {
      const child = children[n];
      if (child === undefined) continue;
      if (!isElement(child)) {
        inline.add(child.text);
        if (around.linked) linkWeight += weightOf(child.text.trim());
      } else if (child.tag === "br") {
        if (isParagraphBreak(children, n)) flush(place, around);
        else inline.add("\n");
      } else visitElement(child, place, around);
    }
  };

  const visitElement = (element: PageElement, place: PageElement, outer: Around): void => {
    const { tag } = element;
    const isBlock = !isInline(tag) && !SILENT.has(tag) && tag !== "img";
    if (isBlock) flush(place, outer);
    at = element.index;
    const verdict = outer.reason ? undefined : verdicts.get(element);
    const around: Around = verdict ? { ...outer, reason: verdict, judged: element, item: null } : outer;
    if (tag === "img") {
      picture(element, place, around);
      return;
    }
    if (tag === "noscript") {
      lateImages(element, place, around);
      return;
    }
    if (tag === "iframe" || tag === "video" || tag === "audio" || tag === "object" || tag === "embed") {
      media(element, place, around);
      return;
    }
    if (SILENT.has(tag) && tag !== "picture") return;
    if (!isBlock) {
      const counts = verdict !== undefined && (verdict === "hidden" || standsAlone(element));
      visitInline(element, place, counts ? around : outer, counts);
      return;
    }
    visitBlock(element, around);
  };

  /** What is in a block: its last text ends with it. */
  const inside = (element: PageElement, around: Around): void => {
    visit(element, element, around);
    flush(element, around);
  };

  const visitInline = (element: PageElement, place: PageElement, around: Around, isJudged: boolean): void => {
    const { tag } = element;
    if (tag === "math") {
      const said = formulaOf(element);
      if (said) {
        inline.add(said);
        return;
      }
    }
    if (isNoteReference(element)) {
      const { text } = readLine(element, resolve, verdicts);
      if (text !== "" && around.reason === null) noteReferences.push(text);
      return;
    }
    const isNote = isNamed.note(element);
    if (isJudged || isNote) {
      // The sentence goes on after it.
      const { text, spans } = readLine(element, resolve, verdicts);
      const kind = isNote ? "footnote" : "paragraph";
      const linked = linkShare(element);
      if (text !== "") pending.push(() => push({ kind, text, lang: around.lang, spans }, element, around, "text", linked));
      return;
    }
    if (!around.reason && tag === "span" && isPictureBox(element, reading)) {
      box(element, place, around);
      return;
    }
    if (!around.reason && tag !== "a" && isNamed.caption(element) && isShort(element, reading)) {
      flush(place, around);
      caption(element, around);
      return;
    }
    // A link to a place on the same page leads nowhere else.
    const isLink = tag === "a" && !attribute(element, "href")?.startsWith("#");
    addMarked(inline, element, resolve, () => visit(element, place, isLink ? { ...around, linked: true } : around));
  };

  const visitBlock = (element: PageElement, outer: Around): void => {
    const { tag } = element;
    const lang = attribute(element, "lang") ?? attribute(element, "xml:lang") ?? outer.lang;
    const around = lang === outer.lang ? outer : { ...outer, lang };
    const level = headingLevel(element);
    if (level !== null) {
      heading(element, level, around);
      return;
    }
    switch (tag) {
      case "figure": {
        figure(element, around);
        return;
      }
      case "figcaption": {
        caption(element, around);
        return;
      }
      case "hr": {
        push({ kind: "break", text: "", lang: null, spans: [] }, element, around);
        return;
      }
      case "table":
        if (!isDataTable(element)) break;
        {
          table(element, around);
          return;
        }
      case "pre": {
        preformatted(element, around);
        return;
      }
      case "blockquote": {
        inside(element, { ...around, kind: "quote", item: null });
        return;
      }
      case "ul":
      case "ol":
      case "menu":
      case "dir": {
        list(element, around);
        return;
      }
      case "dt":
      case "dd": {
        inside(element, { ...around, item: { depth: around.depth + (tag === "dd" ? 1 : 0), ordinal: null, used: false } });
        return;
      }
    }
    if (!around.reason && isPictureBox(element, reading)) {
      box(element, element, around);
      return;
    }
    if (isNamed.caption(element) && isShort(element, reading)) {
      caption(element, around);
      return;
    }
    if (around.kind === "paragraph" && (isNamed.footnotes(element) || isNamed.note(element))) {
      inside(element, { ...around, kind: "footnote", item: null });
      return;
    }
    if (around.kind === "paragraph" && isNamed.pullQuote(element) && (weights.text[element.index] ?? 0) < LONGEST_CAPTION) {
      inside(element, { ...around, kind: "quote", item: null });
      return;
    }
    inside(element, around);
  };

  const heading = (element: PageElement, level: 1 | 2 | 3 | 4 | 5 | 6, around: Around): void => {
    const words = readLine(element, resolve, verdicts);
    for (const inside of imagesIn(element, reading)) picture(inside, element, around);
    if (words.text !== "")
      push({ kind: "heading", level, ...wholeLanguage(words, around.lang) }, element, around, "text", linkShare(element));
  };

  const table = (element: PageElement, around: Around): void => {
    const block = tableOf(element, around.lang, (cell) => readLine(cell, resolve, verdicts));
    if (block.text.trim() !== "") push(block, element, around, "text", linkShare(element));
  };

  const list = (element: PageElement, around: Around): void => {
    const within: Around = { ...around, depth: around.depth + 1, item: null };
    const isReversed = element.attributes.has("reversed");
    const count = element.children.filter((child) => child.tag === "li").length;
    const start = Number.parseInt(attribute(element, "start") ?? "", 10);
    let ordinal = Number.isNaN(start) ? (isReversed ? count : 1) : start;
    for (const child of element.children) {
      if (!isElement(child) || child.tag !== "li") {
        if (isElement(child)) visitElement(child, element, within);
        else inline.add(child.text);
        continue;
      }
      flush(element, around);
      at = child.index;
      const value = Number.parseInt(attribute(child, "value") ?? "", 10);
      if (!Number.isNaN(value)) ordinal = value;
      const verdict = within.reason ? undefined : verdicts.get(child);
      const lang = attribute(child, "lang") ?? within.lang;
      const item = around.kind === "footnote" ? null : { depth: around.depth, ordinal: element.tag === "ol" ? ordinal : null, used: false };
      const own: Around = {
        ...within,
        lang,
        item,
        ...(verdict ? { reason: verdict, judged: child } : {}),
        ...(isNoteItem(child) ? { kind: "footnote", item: null } : {}),
      };
      if (!own.reason && isPictureBox(child, reading)) box(child, child, own);
      else inside(child, own);
      ordinal += isReversed ? -1 : 1;
    }
    flush(element, within);
  };

  const preformatted = (element: PageElement, around: Around): void => {
    const text = codeOf(element);
    if (text === "") return;
    const code = element.children.find((child): child is PageElement => isElement(child) && child.tag === "code");
    const language =
      / (?:lang(?:uage)?|brush|highlight source) ([a-z\d+#]+) /.exec(`${labelOf(element)} ${code ? labelOf(code) : ""}`)?.[1] ?? null;
    // Old letters and articles are preformatted prose: sentences in lines.
    const isProse =
      code === undefined && language === null && /\n/.test(text) && /\p{L}{3,}[.!?]["'”’)]?\s/u.test(text) && !/[{};]\s*$/m.test(text);
    if (!isProse) {
      push({ kind: "code", text, spans: [], lang: around.lang, language }, element, around);
      return;
    }
    for (const paragraph of text.split(/\n\s*\n/)) {
      const joined = collapse(paragraph);
      if (joined !== "") push({ kind: around.kind, text: joined, spans: [], lang: around.lang }, element, around);
    }
  };

  const picture = (element: PageElement, place: PageElement, around: Around): void => {
    const alt = collapse(element.attributes.get("alt") ?? "");
    const EMOJI = 16;
    if (alt.length <= EMOJI && /^\p{Extended_Pictographic}/u.test(alt)) {
      inline.add(alt);
      return;
    }
    if (alt !== "" && isFormula(element)) {
      inline.add(alt);
      return;
    }
    if (isIcon(element)) {
      const name = fileOf(element);
      if (name !== "" && around.reason === null) icons.push(name);
      return;
    }
    const block = figureBlock({
      src: pictureAddress(element, resolve),
      alt: alternative(element),
      caption: NO_WORDS,
      credit: null,
      lang: around.lang,
    });
    const isLinked = around.linked;
    const add = (): void =>
      push(block, element.parent ?? place, around, isDecoration(element) ? "decoration" : "picture", isLinked ? 1 : 0);
    if (inline.hasText()) pending.push(add);
    else add();
  };

  const lateImages = (element: PageElement, place: PageElement, around: Around): void => {
    // What a page shows without its scripts: pictures that it loads late.
    const before = parts.at(-1);
    for (const inside of elementsIn(tree, element)) {
      const src = inside.tag === "img" && !isIcon(inside) ? pictureAddress(inside, resolve) : null;
      if (src === null) continue;
      const words = { src, alt: alternative(inside), caption: NO_WORDS, credit: null, lang: around.lang };
      const known = before?.block.kind === "figure" ? before.block : null;
      if (before && known && known.caption === "" && (known.src === null || known.src === src || known.alt === words.alt)) {
        if (known.src === null) before.block = figureBlock({ ...words, alt: known.alt || words.alt });
        continue;
      }
      push(figureBlock(words), place, around, "picture");
    }
  };

  const media = (element: PageElement, place: PageElement, around: Around): void => {
    const inner = element.children.find((child): child is PageElement => isElement(child) && child.tag === "source");
    const source =
      resolve(attribute(element, "src") ?? attribute(element, "data-src") ?? attribute(element, "data")) ??
      (inner ? resolve(attribute(inner, "src")) : null);
    const title = collapse(attribute(element, "title") ?? attribute(element, "aria-label") ?? "") || null;
    const isPlayed = element.tag === "video" || element.tag === "audio";
    // Frames without a title are counters and advertising.
    if (source === null || (!isPlayed && title === null)) return;
    flush(place, around);
    push({ kind: isPlayed ? "media" : "embed", source, title, text: title ?? "", spans: [], lang: around.lang }, place, around);
  };

  const caption = (element: PageElement, around: Around): void => {
    for (const image of imagesIn(element, reading)) picture(image, element, around);
    const { text, spans, credit } = captionOf(element, reading);
    if (text !== "" || credit !== null)
      push(figureBlock({ src: null, alt: "", caption: { text, spans }, credit, lang: around.lang }), element, around, "caption");
  };

  const figure = (element: PageElement, around: Around): void => {
    // The figure itself is one of them.
    const holds = (weights.exhibits[element.index] ?? 0) > 1;
    const text = weights.text[element.index] ?? 0;
    const images = weights.images[element.index] ?? 0;
    if (holds || text > LONGEST_CAPTION * 2 || images > MOST_IMAGES || imagesIn(element, reading).length > 1) inside(element, around);
    else box(element, element, around);
  };

  const box = (element: PageElement, place: PageElement, around: Around): void => {
    flush(place, around);
    const block = pictureBox(element, around.lang, reading);
    if (block) push(block, element, around, "figure", around.linked ? 1 : 0);
  };

  const start: Around = { reason: null, judged: null, kind: "paragraph", lang: null, depth: 0, linked: false, item: null };
  visit(tree.body, tree.body, start);
  flush(tree.body, start);
  return { parts, icons, noteReferences };
}

/** Most pictures, icons among them, of a figure that can be of one picture. */
const MOST_IMAGES = 20;

/** Two breaks end a paragraph; one goes on in the same. */
function isParagraphBreak(siblings: readonly PageNode[], at: number): boolean {
  let next = siblings[at + 1];
  if (next !== undefined && !isElement(next) && !/\S/.test(next.text)) next = siblings[at + 2];
  return next !== undefined && isElement(next) && next.tag === "br";
}

const LEVELS: Readonly<Record<string, 1 | 2 | 3 | 4 | 5 | 6>> = { "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6 };
function headingLevel(element: PageElement): 1 | 2 | 3 | 4 | 5 | 6 | null {
  if (/^h[1-6]$/.test(element.tag)) return LEVELS[element.tag.slice(1)] ?? null;
  return attribute(element, "role") === "heading" ? (LEVELS[attribute(element, "aria-level") ?? "2"] ?? 2) : null;
}

const isNoteItem = (element: PageElement): boolean =>
  /^doc-(?:footnote|endnote)$/.test(attribute(element, "role") ?? "") || /^(?:fn|footnote)[-:_]?\d/.test(attribute(element, "id") ?? "");

/** A block that is wholly in another language has that language itself. */
function wholeLanguage(inline: Inline, lang: string | null): Inline & { readonly lang: string | null } {
  const whole = inline.spans.find((span) => span.kind === "language" && span.start === 0 && span.end === inline.text.length);
  if (whole?.kind !== "language") return { ...inline, lang };
  return { text: inline.text, spans: inline.spans.filter((span) => span !== whole), lang: whole.lang };
}
