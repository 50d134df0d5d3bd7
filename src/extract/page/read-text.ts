import { createInline, type Inline, type InlineBuilder, type Mark } from "../inline.ts";
import { languageTag } from "../language.ts";
import { collapse } from "../text.ts";
import { type Resolve, resolveLink } from "./addresses.ts";
import { formulaOfContainer } from "./drawn-formulas.ts";
import { formulaOf, formulaOfScript, keptFormula } from "./formulas.ts";
import type { Verdicts } from "./judge.ts";
import { labelOf } from "./labels.ts";
import { isNoteReference } from "./notes.ts";
import { attribute, isElement, isInline, type PageElement, SILENT, textOf } from "./tree.ts";

const KINDS: Readonly<Record<string, "emphasis" | "strong" | "code">> = {
  em: "emphasis",
  i: "emphasis",
  cite: "emphasis",
  dfn: "emphasis",
  var: "emphasis",
  b: "strong",
  strong: "strong",
  code: "code",
  kbd: "code",
  samp: "code",
  tt: "code",
};

/** The mark that an inline element sets on its text, null for none. A link to a place on the same page is none. */
export function markOf(element: PageElement, resolve: Resolve): Mark | null {
  const lang = languageTag(attribute(element, "lang") ?? attribute(element, "xml:lang"));
  const kind = KINDS[element.tag];
  // "<i lang=fr>": the slanted letters only say that it is another language.
  if (kind) return kind === "emphasis" && lang ? { kind: "language", lang } : { kind };
  if (element.tag === "a") {
    const href = attribute(element, "href");
    const address = href === null || href.startsWith("#") ? null : resolveLink(href, resolve);
    return address === null ? null : { kind: "link", address };
  }
  if (element.tag === "abbr" || element.tag === "acronym") {
    const long = collapse(attribute(element, "title") ?? "");
    return long === "" ? null : { kind: "abbreviation", long };
  }
  return lang ? { kind: "language", lang } : null;
}

/** Adds what `inside` adds, with the mark and the quotation marks of an inline element around it. */
export function addMarked(builder: InlineBuilder, element: PageElement, resolve: Resolve, inside: () => void): void {
  const mark = markOf(element, resolve);
  if (element.tag === "q") builder.add("“");
  if (mark) builder.open(mark);
  inside();
  if (mark) builder.close();
  if (element.tag === "q") builder.add("”");
}

/** Whether no words stand beside an element: inside a sentence a name like "share" says nothing. */
export const standsAlone = (element: PageElement): boolean =>
  element.parent?.children.every((child) => isElement(child) || !/[\p{L}\p{N}]/u.test(child.text)) ?? true;

/** Adds what a formula says; whether an element is one. */
export function addFormula(builder: InlineBuilder, element: PageElement): boolean {
  const { tag } = element;
  const said =
    tag === "math"
      ? formulaOf(element)
      : tag === "script"
        ? formulaOfScript(element)
        : (formulaOfContainer(element) ?? keptFormula(element));
  if (said) builder.add(said);
  return said !== null && said !== "";
}

/** The text of an element as one line: blocks in it are parted by a space. What `except` names, and what is judged, is passed over. */
export function readLine(
  element: PageElement,
  resolve: Resolve,
  verdicts: Verdicts,
  except: (child: PageElement) => boolean = () => false,
): Inline {
  const builder = createInline();
  const isOut = (child: PageElement): boolean => {
    const verdict = verdicts.get(child);
    return verdict !== undefined && (verdict === "hidden" || !isInline(child.tag) || standsAlone(child));
  };
  const walk = (within: PageElement): void => {
    for (const child of within.children) {
      if (!isElement(child)) builder.add(child.text);
      else if (child.tag === "br") builder.add(" ");
      else if (addFormula(builder, child)) continue;
      else if (SILENT.has(child.tag) || isOut(child) || except(child)) continue;
      else if (isNoteReference(child)) builder.passOver();
      else if (isInline(child.tag)) addMarked(builder, child, resolve, () => walk(child));
      else {
        builder.add(" ");
        walk(child);
        builder.add(" ");
      }
    }
  };
  walk(element);
  return builder.take();
}

const LINE_NUMBER = / (?:line ?numbers?|lineno|linenos|gutter|ln num|linenumber|copy ?(?:button|code)?) /;

/** Whether a text is nothing but the numbers of lines, in their order. */
export function areNumbersOfLines(text: string): boolean {
  const lines = text.trim().split(/\s+/);
  const first = Number(lines[0]);
  return lines.length > 1 && Number.isInteger(first) && lines.every((line, n) => line === String(first + n));
}

/** Whether an element holds the numbers of lines beside code. */
export const isLineNumbers = (element: PageElement): boolean => LINE_NUMBER.test(labelOf(element));

/** Longest row of a code's buttons and its language, UTF-16 code units. */
const LONGEST_BAR = 40;
const hasButton = (element: PageElement): boolean =>
  element.children.some((child) => isElement(child) && (child.tag === "button" || hasButton(child)));

/** Lines that are no blocks but are shown as such, and what is beside them so that nobody copies it: their numbers. */
const SHOWN_AS_BLOCK = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table-row|table)\b/i;
const isUnselectable = (element: PageElement): boolean => /user-select\s*:\s*none/i.test(element.attributes.get("style") ?? "");

/** The lines of code, without their numbers and without the bar of buttons above. */
export function codeOf(element: PageElement): string {
  const parts: string[] = [];
  const newLine = (): void => {
    const last = parts.at(-1);
    if (last !== undefined && !last.endsWith("\n")) parts.push("\n");
  };
  const isBarred = hasButton(element);
  const isBar = (child: PageElement): boolean =>
    isBarred && !isInline(child.tag) && hasButton(child) && textOf(child).trim().length <= LONGEST_BAR;
  const walk = (within: PageElement): void => {
    for (const child of within.children) {
      if (!isElement(child)) parts.push(child.text);
      else if (child.tag === "br") parts.push("\n");
      else if (SILENT.has(child.tag) || isLineNumbers(child) || isBar(child) || isUnselectable(child)) continue;
      else {
        const isBlock = !isInline(child.tag) || SHOWN_AS_BLOCK.test(child.attributes.get("style") ?? "");
        if (isBlock) newLine();
        walk(child);
        if (isBlock) newLine();
      }
    }
  };
  walk(element);
  return parts
    .join("")
    .replace(/\s+$/, "")
    .replace(/^(?:[^\S\n]*\n)*/, "");
}
