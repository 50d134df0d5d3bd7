import { createInline, type Inline, type InlineBuilder, type Mark } from "../inline.ts";
import { languageTag } from "../language.ts";
import { collapse } from "../text.ts";
import { type Resolve, resolveLink } from "./addresses.ts";
import { formulaOf, formulaOfScript, keptFormula } from "./formulas.ts";
import type { Verdicts } from "./judge.ts";
import { isNamed, labelOf } from "./labels.ts";
import { attribute, isElement, isInline, type PageElement, type PageNode, SILENT, textOf } from "./tree.ts";

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
  const lang = languageTag(attribute(element, "lang"));
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

/** Longest reference to a note: "[12]", "[note 3]". UTF-16 code units. */
const LONGEST_REFERENCE = 12;
const REFERENCE = /^[[(]?(?:\p{N}{1,4}|[*†‡§a-z]{1,4}|[a-z]+\s?\p{N}{1,3})[\])]?$/iu;

const NUMBER_OF_NOTE = / (?:tag bibitem|(?:reference|(?:foot|end)? ?note) ?number) /;

/** Numbers and signs that point to a note, or back from it. They are for the eye; the note itself stays. */
export function isNoteReference(element: PageElement): boolean {
  if (NUMBER_OF_NOTE.test(labelOf(element)) && isInline(element.tag)) return /^\s*[[(]?\p{N}{1,3}[\])]?\.?\s*$/u.test(textOf(element));
  if (element.tag !== "a" && element.tag !== "sup" && element.tag !== "cite") return false;
  const text = collapse(textOf(element));
  if (element.tag === "cite") return /^[[(]\p{N}[\p{N}\s,;–-]{0,40}[\])]$/u.test(text);
  if (text === "" || text.length > LONGEST_REFERENCE) return false;
  const link =
    element.tag === "a"
      ? element
      : element.children
          .filter(isElement)
          .flatMap((child) => (child.tag === "a" ? [child] : child.children.filter(isElement).filter(({ tag }) => tag === "a")))[0];
  const roles = [attribute(element, "role"), link ? attribute(link, "role") : null];
  if (roles.includes("doc-noteref") || roles.includes("doc-backlink")) return true;
  if (link && /^[↩↑^⤴]\uFE0E?$/u.test(text)) return true;
  if (link && /^#./.test(link.attributes.get("href") ?? "") && (isNumberOfNote(link, text) || /^\[\p{N}{1,3}\]$/u.test(text))) return true;
  const named = / (?:footnote ?ref|note ?ref|fn ?ref|reference|(?:foot|side)?note ?(?:link|number|anchor|mark)|aside ?link) /;
  if (named.test(labelOf(element)) || (link && named.test(labelOf(link)))) return REFERENCE.test(text);
  if (link && attribute(link, "name") !== null && /^\p{N}{1,3}$/u.test(text) && /^#./.test(link.attributes.get("href") ?? ""))
    return !hasTextBefore(element);
  if (element.tag === "a" && link !== undefined && attribute(link, "href") === null)
    return /^\p{N}{1,3}$/u.test(text) && attribute(link, "name") !== null && !hasTextBefore(element);
  if (element.tag === "sup" && link === undefined)
    return /^\p{N}{1,3}$/u.test(text) && (followsSentence(element) || !hasTextBefore(element));
  return element.tag === "sup" && link !== undefined && /#/.test(link.attributes.get("href") ?? "") && REFERENCE.test(text);
}

/** Whether a link's bare number is raised, or leads to what is named as a note. */
const isNumberOfNote = (link: PageElement, text: string): boolean =>
  /^\p{N}{1,3}$/u.test(text) &&
  (link.children.some((child) => child.tag === "sup") || /^#.{0,20}(?:note|fn|ref|cite|ftn)/i.test(link.attributes.get("href") ?? ""));

/** Most neighbours among which an element is looked for: more are no sentence. */
const MOST_NEIGHBOURS = 500;

/** Whether words stand before an element in its paragraph. */
function hasTextBefore(element: PageElement): boolean {
  for (let at = element; at.parent; at = at.parent) {
    const siblings = at.parent.children;
    if (siblings.length > MOST_NEIGHBOURS) return true;
    for (let n = siblings.indexOf(at) - 1; n >= 0; n--) {
      const before = siblings[n];
      if (before === undefined || before.tag === "br" || (isElement(before) && !isInline(before.tag))) return false;
      if (/\S/.test(textOf(before))) return true;
    }
    if (!isInline(at.parent.tag)) return false;
  }
  return false;
}

/** Whether a small number stands right after a sentence, where it can't be an exponent. */
function followsSentence(element: PageElement): boolean {
  const neighbours = element.parent?.children ?? [];
  if (neighbours.length > MOST_NEIGHBOURS) return false;
  const before = neighbours[neighbours.indexOf(element) - 1];
  return before !== undefined && !isElement(before) && /[.!?…,;:]["”’»)]?$/u.test(before.text);
}

/** Most that stands beside a note with its number. */
const MOST_BESIDE = 4;

/** Whether a text is only the number of the note beside it. */
export const isNumberBeside = (text: string, siblings: readonly PageNode[]): boolean =>
  /^\s*\p{N}{1,3}\s*$/u.test(text) && siblings.length <= MOST_BESIDE && siblings.some((child) => isElement(child) && isNamed.note(child));

/** Whether no words stand beside an element: inside a sentence a name like "share" says nothing. */
export const standsAlone = (element: PageElement): boolean =>
  element.parent?.children.every((child) => isElement(child) || !/[\p{L}\p{N}]/u.test(child.text)) ?? true;

/** Adds what a formula says; whether an element is one. */
export function addFormula(builder: InlineBuilder, element: PageElement): boolean {
  const said = element.tag === "math" ? formulaOf(element) : element.tag === "script" ? formulaOfScript(element) : keptFormula(element);
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

/** Whether an element holds the numbers of lines beside code. */
export const isLineNumbers = (element: PageElement): boolean => LINE_NUMBER.test(labelOf(element));

/** The lines of code, without their numbers. */
export function codeOf(element: PageElement): string {
  const parts: string[] = [];
  const newLine = (): void => {
    const last = parts.at(-1);
    if (last !== undefined && !last.endsWith("\n")) parts.push("\n");
  };
  const walk = (within: PageElement): void => {
    for (const child of within.children) {
      if (!isElement(child)) parts.push(child.text);
      else if (child.tag === "br") parts.push("\n");
      else if (SILENT.has(child.tag) || isLineNumbers(child)) continue;
      else {
        const isBlock = !isInline(child.tag);
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
