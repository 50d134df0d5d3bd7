import { createInline, type Inline, type InlineBuilder, type Mark } from "../inline.ts";
import { languageTag } from "../language.ts";
import { collapse } from "../text.ts";
import { type Resolve, resolveLink } from "./addresses.ts";
import type { Verdicts } from "./judge.ts";
import { labelOf } from "./labels.ts";
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

/** Numbers and signs that point to a note, or back from it. They are for the eye; the note itself stays. */
export function isNoteReference(element: PageElement): boolean {
  if (element.tag !== "a" && element.tag !== "sup") return false;
  const text = collapse(textOf(element));
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
  const named = / (?:footnote ?ref|note ?ref|fn ?ref|reference|footnote ?(?:link|number|anchor)) /;
  if (named.test(labelOf(element)) || (link && named.test(labelOf(link)))) return REFERENCE.test(text);
  if (element.tag === "sup" && link === undefined) return /^\p{N}{1,3}$/u.test(text) && followsSentence(element);
  return element.tag === "sup" && link !== undefined && /#/.test(link.attributes.get("href") ?? "") && REFERENCE.test(text);
}

/** Most neighbours among which an element is looked for: more are no sentence. */
const MOST_NEIGHBOURS = 500;

/** Whether a small number stands right after a sentence, where it can't be an exponent. */
function followsSentence(element: PageElement): boolean {
  const neighbours = element.parent?.children ?? [];
  if (neighbours.length > MOST_NEIGHBOURS) return false;
  const before = neighbours[neighbours.indexOf(element) - 1];
  return before !== undefined && !isElement(before) && /[.!?…,;:]["”’»)]?$/u.test(before.text);
}

/** Whether no words stand beside an element: inside a sentence a name like "share" says nothing. */
export const standsAlone = (element: PageElement): boolean =>
  element.parent?.children.every((child) => isElement(child) || !/[\p{L}\p{N}]/u.test(child.text)) ?? true;

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
      else if (SILENT.has(child.tag) || isOut(child) || except(child) || isNoteReference(child)) continue;
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

/** What a formula says: its alternative text, or how its author wrote it; null where neither is there. */
export function formulaOf(math: PageElement): string | null {
  const said = attribute(math, "alttext");
  if (said) return said;
  const walk = (within: PageElement): string | null => {
    for (const child of within.children) {
      if (!isElement(child)) continue;
      const found = child.tag === "annotation" && /tex/i.test(attribute(child, "encoding") ?? "") ? ownText(child) : walk(child);
      if (found) return found;
    }
    return null;
  };
  return walk(math);
}

const ownText = (element: PageElement): string | null =>
  element.children
    .map((child) => (isElement(child) ? "" : child.text))
    .join("")
    .trim() || null;

/** A formula that a page shows as a picture: its alternative text is how its author wrote it. */
export const isFormula = (image: PageElement): boolean =>
  / (?:latex|tex|math|equation|formula) /.test(labelOf(image)) ||
  /[/.](?:latex|codecogs|mathtex|tex)[./?]/i.test((attribute(image, "src") ?? "").slice(0, 300));

const LINE_NUMBER = / (?:line ?numbers?|lineno|linenos|gutter|ln num|linenumber|copy ?(?:button|code)?) /;

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
      else if (SILENT.has(child.tag) || LINE_NUMBER.test(labelOf(child))) continue;
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
