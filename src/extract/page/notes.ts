import { collapse } from "../text.ts";
import { isNamed, labelOf } from "./labels.ts";
import { attribute, isElement, isInline, type PageElement, type PageNode, textOf } from "./tree.ts";

/** Longest reference to a note: "[12]", "[note 3]". UTF-16 code units. */
const LONGEST_REFERENCE = 12;
const REFERENCE = /^[[(]?(?:\p{N}{1,4}|[*†‡§a-z]{1,4}|[a-z]+\s?\p{N}{1,3})[\])]?$/iu;

const NUMBER_OF_NOTE = / (?:tag bibitem|(?:reference|(?:foot|end)? ?note) ?number) /;

/** What a reference shows, for the audit: "2footnotemark: 2" is a two. */
export function nameOfReference(element: PageElement): string {
  const text = collapse(textOf(element));
  return text.length > LONGEST_REFERENCE ? (/\p{N}+/u.exec(text)?.[0] ?? text) : text;
}

/** What a link back from a note says. */
const BACK = /^[↩↑^⤴\s[(]*(?:back|return|jump (?:up|back)|zurück|retour|volver|terug)[\])\s↩↑]*$/iu;

/** What a heading's link to itself shows. */
const OWN_PLACE = /^(?:[#¶§❡]|\u{1F517}\uFE0F?)$/u;

/** Names of what leads back from a note, and of what only marks that there is one. */
const WAY_BACK = / (?:cite )?back ?links? /;
const MARK_OF_NOTE = / (?:foot|end)?note ?marks? /;
/** Longest text of such an element: "^ a b c d", "2footnotemark: 2". UTF-16 code units. */
const LONGEST_MARK = 30;

/** Numbers and signs that point to a note, back from it, or to their own place. They are for the eye; the note itself stays. */
export function isNoteReference(element: PageElement): boolean {
  const label = labelOf(element);
  if (label !== "" && isInline(element.tag) && (WAY_BACK.test(label) || MARK_OF_NOTE.test(label))) {
    const mark = collapse(textOf(element));
    if (mark.length <= LONGEST_MARK && (MARK_OF_NOTE.test(label) ? /\p{N}/u : /^(?:[\s^↑↩⤴\p{N},.]|\b\p{L}\b)*$/u).test(mark)) return true;
  }
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
  if (link && /^#./.test(link.attributes.get("href") ?? "") && (BACK.test(text) || OWN_PLACE.test(text))) return true;
  const roles = [attribute(element, "role"), link ? attribute(link, "role") : null];
  // In a book the notes can be in a file of their own.
  if (link?.children.some((child) => child.tag === "sup") && /#./.test(link.attributes.get("href") ?? "") && /^\p{N}{1,3}$/u.test(text))
    return true;
  if (roles.includes("doc-noteref") || roles.includes("doc-backlink")) return true;
  if (link && /^[↩↑^⤴]\uFE0E?$/u.test(text)) return true;
  if (link && /^#./.test(link.attributes.get("href") ?? "") && (isNumberOfNote(link, text) || /^\[\p{N}{1,3}\]$/u.test(text))) return true;
  const named = / (?:footnote ?ref|note ?ref|fn ?ref|reference|(?:foot|side)?note ?(?:link|number|anchor|mark)|aside ?link) /;
  if (named.test(labelOf(element)) || (link && named.test(labelOf(link)))) return REFERENCE.test(text);
  if (link && attribute(link, "name") !== null && /^\p{N}{1,3}$/u.test(text) && /^#./.test(link.attributes.get("href") ?? ""))
    return !hasTextBefore(element);
  if (element.tag === "a" && link !== undefined && attribute(link, "href") === null)
    return /^\p{N}{1,3}$/u.test(text) && attribute(link, "name") !== null && !hasTextBefore(element);
  if (element.tag === "sup" && link === undefined) return /^\p{N}{1,3}$/u.test(text) && (followsText(element) || !hasTextBefore(element));
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

/** Units that are raised to a power in words. */
const UNITS = /(?:met(?:er|re)|mile|foot|feet|inch|yard|second|hectare|quadrat|kubik|kilomet|zentimet)\p{L}{0,6}$/iu;

/** Whether a small number stands right after a sentence or a word that is no unit, where it can't be an exponent. */
function followsText(element: PageElement): boolean {
  const neighbours = element.parent?.children ?? [];
  if (neighbours.length > MOST_NEIGHBOURS) return false;
  const before = neighbours[neighbours.indexOf(element) - 1];
  if (before === undefined || isElement(before)) return false;
  return /[.!?…,;:]["”’»)]?$/u.test(before.text) || (/\p{Ll}{4}["”’»)]?$/u.test(before.text) && !UNITS.test(before.text));
}

/** Whether an element is the number or sign at the start of a note that leads back to where the note is referred to. */
export function isWayBack(reference: PageElement): boolean {
  const walk = (element: PageElement): boolean =>
    (element.tag === "a" && /#./.test(element.attributes.get("href") ?? "")) ||
    element.children.some((child) => isElement(child) && walk(child));
  return walk(reference);
}

/** Whether a bold number opens a note that was referred to before: "**1** First noted in the report." */
export const isBoldNumber = (element: PageElement, references: readonly string[]): boolean => {
  if (element.tag !== "b" && element.tag !== "strong") return false;
  const text = collapse(textOf(element));
  return /^\p{N}{1,3}$/u.test(text) && references.includes(text) && !hasTextBefore(element);
};

/** Whether a box beside the text holds nothing but a list of notes. */
export function isBoxOfNotes(aside: PageElement, links: number, text: number): boolean {
  const inside = aside.children.filter(isElement);
  return aside.tag === "aside" && inside.length === 1 && inside[0]?.tag === "ol" && links < text / 2;
}

/** Most that stands beside a note with its number. */
const MOST_BESIDE = 4;

/** Whether a text is only the number of the note beside it. */
export const isNumberBeside = (text: string, siblings: readonly PageNode[]): boolean =>
  /^\s*\p{N}{1,3}\s*$/u.test(text) && siblings.length <= MOST_BESIDE && siblings.some((child) => isElement(child) && isNamed.note(child));
