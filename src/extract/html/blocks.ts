import type { DraftBlock, Left, Merged } from "../draft.ts";
import { createInline, type Inline, type InlineBuilder } from "../inline.ts";
import { comparable } from "../same-text.ts";
import { collapse } from "../text.ts";
import type { Resolve } from "./addresses.ts";
import { shownText } from "./audit.ts";
import {
  ancestorsOf,
  attribute,
  BLOCKS,
  childrenOf,
  type DomElement,
  type DomNode,
  isElement,
  isText,
  labelsOf,
  nodesBelow,
  SILENT,
} from "./dom.ts";
import { captionIn, creditIn, emojiOf, type Figure, figureOf, isDecoration, isFigure } from "./figures.ts";
import { isNoteReference, markOf, readInline } from "./marks.ts";
import { isDataTable, tableOf } from "./tables.ts";

/** What the page is read with. */
export interface Reading {
  /** Whether a leaf is part of the article. */
  readonly keeps: (leaf: DomNode) => boolean;
  /** Whether an element is passed over with all that is in it. */
  readonly skips: (element: DomElement) => boolean;
  readonly resolve: Resolve;
}

/** What was read. */
export interface Read {
  readonly blocks: readonly DraftBlock[];
  readonly merged: readonly Merged[];
  readonly left: readonly Left[];
}

/** What surrounds the text that is being read. */
interface Context {
  readonly lang: string | null;
  readonly kind: "paragraph" | "quote" | "footnote";
  /** The list item whose first text this will be. */
  readonly item: { readonly depth: number; readonly ordinal: number | null; used: boolean } | null;
  /** How many lists are around. */
  readonly depth: number;
}

/** Reads the blocks of an element in the order of the page. */
export function readBlocks(root: DomElement, reading: Reading): Read {
  const { keeps, skips, resolve } = reading;
  const blocks: DraftBlock[] = [];
  const merged: Merged[] = [];
  const left: Left[] = [];
  const inline: InlineBuilder = createInline();
  // Pictures inside a paragraph follow it: they must not cut it in two.
  let pending: Figure[] = [];

  const hasKept = (element: DomElement): boolean => {
    if (keeps(element)) return true;
    for (const node of nodesBelow(element, (child) => !SILENT.has(child.localName) && !skips(child)))
      if (keeps(node) && !(isText(node) && collapse(node.textContent ?? "") === "")) return true;
    return false;
  };
  const read = (element: DomElement, except: DomElement | null = null): Inline =>
    readInline(element, resolve, (child) => skips(child) || child === except);
  const addFigure = ({ block, merged: same }: Figure): void => {
    blocks.push(block);
    if (same) merged.push(same);
  };
  const flush = (context: Context): void => {
    const shape =
      context.item && !context.item.used
        ? ({ kind: "item", depth: context.item.depth, ordinal: context.item.ordinal } as const)
        : ({ kind: context.kind } as const);
    if (inline.hasText()) {
      const taken = inline.take();
      if (taken.text !== "") {
        blocks.push({ ...shape, ...wholeLanguage(taken, context.lang) });
        if (context.item) context.item.used = true;
      }
    } else inline.take();
    for (const figure of pending) addFigure(figure);
    pending = [];
  };

  const image = (element: DomElement, context: Context): void => {
    const emoji = emojiOf(element);
    if (emoji !== null) inline.add(emoji);
    else if (isDecoration(element)) left.push({ text: nameOf(element), reason: "decoration" });
    else {
      const figure = figureOf(element, { text: "", spans: [] }, null, context.lang, resolve);
      const says = figure.block.text !== "" || (figure.block.kind === "figure" && figure.block.src !== null);
      if (!says) left.push({ text: nameOf(element), reason: "decoration" });
      else if (inline.hasText()) pending.push(figure);
      else addFigure(figure);
    }
  };

  const figure = (element: DomElement, context: Context): void => {
    const images = [...element.querySelectorAll("img")].filter(
      (img) => ![...ancestorsOf(img)].some((around) => around.localName === "noscript" || skips(around)),
    );
    const caption = captionIn(element);
    const table = element.querySelector("table");
    if (table && isDataTable(table)) {
      const block = tableOf(table, context.lang, read);
      if (block.text.trim() !== "")
        blocks.push(
          block.kind === "table" && block.caption === null && caption ? { ...block, caption: read(caption).text || null } : block,
        );
      return;
    }
    if (images.length === 0 || element.querySelector("figure, pre, blockquote, video, audio") !== null) {
      walk(element, context);
      return;
    }
    const credit = (caption ? creditIn(caption) : null) ?? creditIn(element);
    const words = caption ? read(caption, credit) : { text: "", spans: [] };
    const shown = images.filter((img) => !isDecoration(img));
    const first = shown[0] ?? (words.text === "" ? null : (images[0] ?? null));
    for (const img of images) if (img !== first && !shown.includes(img)) left.push({ text: nameOf(img), reason: "decoration" });
    if (first) addFigure(figureOf(first, words, credit ? read(credit).text || null : null, context.lang, resolve));
    for (const img of shown.slice(1)) addFigure(figureOf(img, { text: "", spans: [] }, null, context.lang, resolve));
  };

  const list = (element: DomElement, context: Context): void => {
    const ordered = element.localName === "ol";
    const start = Number.parseInt(attribute(element, "start") ?? "1", 10);
    const items = [...childrenOf(element)].filter((child) => isElement(child) && child.localName === "li").length;
    const step = element.hasAttribute("reversed") ? -1 : 1;
    let ordinal = Number.isNaN(start) ? 1 : element.hasAttribute("reversed") && !element.hasAttribute("start") ? items : start;
    for (const child of childrenOf(element)) {
      if (isElement(child) && child.localName === "li" && !skips(child)) {
        const value = Number.parseInt(attribute(child, "value") ?? "", 10);
        if (!Number.isNaN(value)) ordinal = value;
        const inner: Context = {
          ...enter(child, context),
          item: context.kind === "footnote" ? null : { depth: context.depth, ordinal: ordered ? ordinal : null, used: false },
          depth: context.depth + 1,
        };
        walk(child, isNote(child) ? { ...inner, kind: "footnote", item: null } : inner);
        flush(inner);
        ordinal += step;
      } else visit(child, { ...context, depth: context.depth + 1 });
    }
  };

  const walk = (element: DomElement, context: Context): void => {
    for (const child of childrenOf(element)) visit(child, context);
  };

  const block = (element: DomElement, context: Context): void => {
    flush(context);
    const inner = enter(element, context);
    const { localName: name } = element;
    if (isFigure(element) && hasKept(element)) figure(element, inner);
    else if (/^h[1-6]$/.test(name)) heading(element, inner);
    else if (name === "pre") code(element, inner);
    else if (name === "table" && isDataTable(element)) {
      const data = hasKept(element) ? tableOf(element, inner.lang, read) : null;
      if (data && data.text.trim() !== "") blocks.push(data);
    } else if (name === "ul" || name === "ol" || name === "menu") list(element, inner);
    else if (name === "blockquote" || isPullQuote(element)) quote(element, inner);
    else if (name === "dt" || name === "dd") {
      const item: Context = { ...inner, item: { depth: inner.depth + (name === "dd" ? 1 : 0), ordinal: null, used: false } };
      walk(element, item);
      flush(item);
    } else if (name === "hr") {
      if (keeps(element) && blocks.length > 0 && blocks.at(-1)?.kind !== "break")
        blocks.push({ kind: "break", text: "", lang: null, spans: [] });
    } else if (name !== "button") walk(element, isNotes(element) ? { ...inner, kind: "footnote", item: null } : inner);
    flush(inner);
  };

  const heading = (element: DomElement, context: Context): void => {
    if (!hasKept(element)) return;
    const words = read(element);
    if (words.text !== "") blocks.push({ kind: "heading", level: levelOf(element), ...wholeLanguage(words, context.lang) });
    for (const img of element.querySelectorAll("img")) if (keeps(img)) image(img, context);
  };

  const code = (element: DomElement, context: Context): void => {
    if (!hasKept(element)) return;
    const lines = createInline();
    for (const node of nodesBelow(element, (child) => !SILENT.has(child.localName))) {
      if (isText(node)) lines.add(node.textContent ?? "");
      else if (isElement(node) && node.localName === "br") lines.add("\n");
    }
    const { text } = lines.take(true);
    const labels = [element, ...element.querySelectorAll("code")].flatMap(labelsOf);
    const language = labels.flatMap((label) => /^(?:language|lang|highlight-source|brush)-(.+)$/.exec(label)?.[1] ?? []).at(0) ?? null;
    if (text !== "") blocks.push({ kind: "code", text, lang: context.lang, spans: [], language });
  };

  const quote = (element: DomElement, context: Context): void => {
    const before = blocks.length;
    walk(element, { ...context, kind: "quote", item: null });
    flush({ ...context, kind: "quote", item: null });
    // A pull quote repeats a sentence of the text for the eye; the ear hears it once.
    if (!isPullQuote(element) && element.parentNode && !isPullQuote(element.parentNode)) return;
    const said = comparable(root.textContent ?? "").split(comparable(element.textContent ?? "")).length > 2;
    if (said) for (const repeated of blocks.splice(before)) left.push({ text: repeated.text, reason: "repeated" });
  };

  const media = (element: DomElement, context: Context): void => {
    const name = element.localName;
    const within = name === "video" || name === "audio" ? element.querySelector("source") : null;
    const source = resolve(attribute(element, name === "object" ? "data" : "src")) ?? (within ? resolve(attribute(within, "src")) : null);
    if (source === null) return;
    const title = attribute(element, "title") ?? attribute(element, "aria-label");
    const made: DraftBlock = {
      kind: name === "video" || name === "audio" ? "media" : "embed",
      text: title ?? "",
      lang: context.lang,
      spans: [],
      source,
      title,
    };
    if (inline.hasText()) flush(context);
    blocks.push(made);
  };

  const visit = (node: DomNode, context: Context): void => {
    if (isText(node)) {
      if (keeps(node)) inline.add(node.textContent ?? "");
      return;
    }
    if (!isElement(node) || SILENT.has(node.localName) || skips(node)) return;
    const { localName: name } = node;
    if (name === "br") {
      if (isBreak(node.nextSibling)) flush(context);
      else inline.add("\n");
    } else if (name === "img") {
      if (keeps(node)) image(node, context);
    } else if (/^(?:video|audio|iframe|embed|object)$/.test(name)) {
      if (keeps(node)) media(node, context);
    } else if (name === "math") {
      if (keeps(node)) inline.add(attribute(node, "alttext") ?? shownText(node));
    } else if (isNoteReference(node)) left.push({ text: collapse(node.textContent ?? ""), reason: "note-reference" });
    else if (BLOCKS.has(name) || isFigure(node)) block(node, context);
    else {
      const mark = markOf(node, resolve);
      if (name === "q") inline.add("“");
      if (mark) inline.open(mark);
      walk(node, context);
      if (mark) inline.close();
      if (name === "q") inline.add("”");
    }
  };

  const start: Context = { lang: null, kind: "paragraph", item: null, depth: 0 };
  walk(root, start);
  flush(start);
  while (blocks.at(-1)?.kind === "break") blocks.pop();
  return { blocks, merged, left };
}

/** What an element changes for what is in it. */
const enter = (element: DomElement, context: Context): Context => {
  const lang = attribute(element, "lang") ?? attribute(element, "xml:lang");
  return lang === null || element.localName === "body" ? context : { ...context, lang };
};

const isBreak = (node: DomNode | null): boolean => {
  let next = node;
  while (next && isText(next) && collapse(next.textContent ?? "") === "") next = next.nextSibling;
  return isElement(next) && next.localName === "br";
};

const levelOf = (element: DomElement): 1 | 2 | 3 | 4 | 5 | 6 => {
  const LEVELS = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 } as const;
  return LEVELS[element.localName as keyof typeof LEVELS];
};

/** A block that is wholly in another language has that language itself. */
function wholeLanguage(inline: Inline, lang: string | null): Inline & { readonly lang: string | null } {
  const whole = inline.spans.find((span) => span.kind === "language" && span.start === 0 && span.end === inline.text.length);
  if (whole?.kind !== "language") return { ...inline, lang };
  return { text: inline.text, spans: inline.spans.filter((span) => span !== whole), lang: whole.lang };
}

const isPullQuote = (element: DomElement): boolean =>
  attribute(element, "role") === "doc-pullquote" || labelsOf(element).some((label) => /(?:^|-)pull-?quotes?(?:-|$)/.test(label));
const isNotes = (element: DomElement): boolean =>
  /^doc-(?:endnotes|footnotes?)$/.test(attribute(element, "role") ?? "") ||
  labelsOf(element).some((label) => /^(?:footnotes?|endnotes?)$/.test(label));
const isNote = (element: DomElement): boolean =>
  /^doc-(?:footnote|endnote)$/.test(attribute(element, "role") ?? "") || /^(?:fn|footnote)[-:_]?\d/.test(attribute(element, "id") ?? "");

/** What a picture without words can be called: its file. */
const nameOf = (image: DomElement): string => /([^/?#]+)(?:[?#].*)?$/.exec(attribute(image, "src")?.slice(0, 300) ?? "")?.[1] ?? "";
