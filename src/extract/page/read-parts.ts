import type { DraftBlock } from "../draft.ts";
import { createInline, type Inline } from "../inline.ts";
import type { Around, PartSink } from "./around.ts";
import { isNamed } from "./labels.ts";
import { isBoldNumber, isBoxOfNotes, isNoteReference, isNumberBeside, isWayBack, nameOfReference } from "./notes.ts";
import type { Part } from "./part.ts";
import { readBox, readCaption, readFigure, readLateImages, readMedia, readPicture, readPreformatted } from "./read-exhibits.ts";
import { type FigureReading, imagesIn, isPictureBox, isShort, LONGEST_CAPTION } from "./read-figures.ts";
import { addFormula, addMarked, readLine, standsAlone } from "./read-text.ts";
import { isDataTable, tableOf } from "./tables.ts";
import { attribute, isElement, isInline, type PageElement, type PageNode, SILENT } from "./tree.ts";
import { weightOf } from "./weigh.ts";

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
  // Whether the text that is being read began with the number of a note.
  let isNote = false;

  const push = (
    block: DraftBlock,
    place: PageElement,
    around: Around,
    role: Part["role"] = "text",
    linked = 0,
    lines: readonly number[] = [],
  ): void => {
    const { reason, judged } = around;
    const lined = lines.length === 0 ? null : { read: block, lines: { ...block, text: withLines(block.text, lines) } };
    parts.push({ block, lined, role, place, at, index: parts.length, weight: weightOf(block.text), linked, reason, judged, agreed: null });
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
        push({ kind: "item", depth: item.depth, ordinal: item.ordinal, ...words }, place, around, "text", linked, taken.lines);
      } else
        push(
          { kind: isNote && around.kind === "paragraph" ? "footnote" : around.kind, ...words },
          place,
          around,
          "text",
          linked,
          taken.lines,
        );
    } else inline.take();
    linkWeight = 0;
    isNote = false;
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
        if (isNumberBeside(child.text, children)) {
          if (around.reason === null) noteReferences.push(child.text.trim());
          continue;
        }
        inline.add(child.text);
        if (around.linked) linkWeight += weightOf(child.text.trim());
      } else if (child.tag === "br") {
        if (isParagraphBreak(children, n)) flush(place, around);
        else inline.breakLine();
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
      readPicture(sink, element, place, around);
      return;
    }
    if (tag === "noscript") {
      readLateImages(sink, element, place, around);
      return;
    }
    if (tag === "iframe" || tag === "video" || tag === "audio" || tag === "object" || tag === "embed") {
      readMedia(sink, element, place, around);
      return;
    }
    if (tag === "script") addFormula(inline, element);
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
    if (addFormula(inline, element)) return;
    if (isNoteReference(element) || isBoldNumber(element, noteReferences)) {
      if (!inline.hasText() && isWayBack(element)) isNote = true;
      inline.passOver();
      if (around.reason === null) noteReferences.push(nameOfReference(element));
      return;
    }
    const isOwnNote = isNamed.note(element);
    if (isJudged || isOwnNote) {
      // The sentence goes on after it.
      const { text, spans } = readLine(element, resolve, verdicts);
      const kind = isOwnNote ? "footnote" : "paragraph";
      const linked = linkShare(element);
      if (text !== "") pending.push(() => push({ kind, text, lang: around.lang, spans }, element, around, "text", linked));
      return;
    }
    if (!around.reason && tag === "span" && isPictureBox(element, reading)) {
      readBox(sink, element, place, around);
      return;
    }
    if (!around.reason && tag !== "a" && isNamed.caption(element) && isShort(element, reading)) {
      flush(place, around);
      readCaption(sink, element, around);
      return;
    }
    // A link to a place on the same page leads nowhere else.
    const isLink = tag === "a" && !attribute(element, "href")?.startsWith("#");
    addMarked(inline, element, resolve, () => visit(element, place, isLink ? { ...around, linked: true } : around));
  };

  const visitBlock = (element: PageElement, outer: Around): void => {
    const { tag } = element;
    if (addFormula(inline, element)) {
      flush(element, outer);
      return;
    }
    const lang = attribute(element, "lang") ?? attribute(element, "xml:lang") ?? outer.lang;
    const around = lang === outer.lang ? outer : { ...outer, lang };
    const level = headingLevel(element);
    if (level !== null) {
      heading(element, level, around);
      return;
    }
    switch (tag) {
      case "figure": {
        readFigure(sink, element, around);
        return;
      }
      case "figcaption": {
        readCaption(sink, element, around);
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
        readPreformatted(sink, element, around);
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
        list(element, around.kind === "paragraph" && isNamed.footnotes(element) ? { ...around, kind: "footnote" } : around);
        return;
      }
      case "dt":
      case "dd": {
        inside(element, { ...around, item: { depth: around.depth + (tag === "dd" ? 1 : 0), ordinal: null, used: false } });
        return;
      }
    }
    if (!around.reason && isPictureBox(element, reading)) {
      readBox(sink, element, element, around);
      return;
    }
    const isCaption = isNamed.caption(element) || (isNamed.credit(element) && parts.at(-1)?.block.kind === "figure");
    if (isCaption && isShort(element, reading)) {
      readCaption(sink, element, around);
      return;
    }
    const { links, text } = weights;
    const isNotes =
      isNoteItem(element) ||
      isNamed.footnotes(element) ||
      isNamed.note(element) ||
      isBoxOfNotes(element, links[element.index] ?? 0, text[element.index] ?? 0);
    if (around.kind === "paragraph" && isNotes) {
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
    for (const inside of imagesIn(element, reading)) readPicture(sink, inside, element, around);
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
      const lang = attribute(child, "lang") ?? attribute(child, "xml:lang") ?? within.lang;
      const item = around.kind === "footnote" ? null : { depth: around.depth, ordinal: element.tag === "ol" ? ordinal : null, used: false };
      const own: Around = {
        ...within,
        lang,
        item,
        ...(verdict ? { reason: verdict, judged: child } : {}),
        ...(isNoteItem(child) ? { kind: "footnote", item: null } : {}),
      };
      if (!own.reason && isPictureBox(child, reading)) readBox(sink, child, child, own);
      else inside(child, own);
      ordinal += isReversed ? -1 : 1;
    }
    flush(element, within);
  };

  const sink: PartSink = {
    reading,
    parts,
    inline,
    push,
    flush,
    inside,
    later: (add) => void pending.push(add),
    addIcon: (name) => void icons.push(name),
  };
  const start: Around = { reason: null, judged: null, kind: "paragraph", lang: null, depth: 0, linked: false, item: null };
  visit(tree.body, tree.body, start);
  flush(tree.body, start);
  return { parts, icons, noteReferences };
}

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
  /^doc-(?:footnote|endnote|note)$/.test(attribute(element, "role") ?? "") ||
  /^(?:fn|footnote)[-:_]?\d/.test(attribute(element, "id") ?? "");

/** A block that is wholly in another language has that language itself. */
function wholeLanguage({ text, spans }: Inline, lang: string | null): Inline & { readonly lang: string | null } {
  const whole = spans.find((span) => span.kind === "language" && span.start === 0 && span.end === text.length);
  if (whole?.kind !== "language") return { text, spans, lang };
  return { text, spans: spans.filter((span) => span !== whole), lang: whole.lang };
}

/** The text with its lines ended where they end what is said. */
function withLines(text: string, lines: readonly number[]): string {
  let out = "";
  let from = 0;
  for (const line of lines) {
    out += `${text.slice(from, line)}\n`;
    from = line + 1;
  }
  return out + text.slice(from);
}
