import type { LeaveReason } from "../../model/index.ts";
import { comparable } from "../same-text.ts";
import { endsSentence } from "../text.ts";
import { isBetween, rowParents, SHORT } from "./between.ts";
import { isPlain } from "./find-root.ts";
import { isNamed, labelOf } from "./labels.ts";
import { keepListing } from "./listing.ts";
import { mailHeader } from "./mail-header.ts";
import { isProse, isSentence, isText, leave, type Part } from "./part.ts";
import { closest, isWithin, type PageElement } from "./tree.ts";
import { PROSE } from "./weigh.ts";

/**
 * Leaves out what is not the article, with the reason.
 * @param root where the article is
 * @param hasData whether the page's data has the article's text
 * @param own whether it is an author's own text (Markdown): nothing stands around it, wherever its own HTML begins and ends
 */
export function sift(parts: readonly Part[], root: PageElement, headline: PageElement | null, hasData: boolean, own: boolean): void {
  const inside = (part: Part): boolean => isWithin(part.place, root) || isWithin(root, part.place);
  const confirmed = (part: Part): boolean => hasData && (part.agreed ?? 0) > 0.8 && part.weight > PROSE;
  const after = headline ? headline.index : -1;

  for (const part of parts)
    if (confirmed(part) && isProse(part) && part.reason !== "hidden" && part.reason !== "comments" && part.reason !== "aside")
      part.reason = null;
  const rows = rowParents(parts);
  // Before the headline and outside of the article.
  for (const part of parts) {
    // Outside of the article a link leads about the site.
    if (part.reason === "related" && part.judged === null && (!inside(part) || part.at < after)) part.reason = outside(part);
    if (part.reason || !isText(part)) continue;
    if (!inside(part)) {
      if (!isBetween(part, headline, root, rows)) leave(part, outside(part));
    } else if (part.at < after && !confirmed(part) && headline && isWithin(headline, root) && !isSentence(part)) leave(part, outside(part));
  }
  // Another article of the page: what follows when one scrolls on.
  const around = headline ? closest(headline, isArticle) : null;
  if (around && proseIn(parts, around) > PROSE * 5)
    for (const part of parts) {
      if (part.reason || isWithin(part.place, around)) continue;
      const other = closest(part.place, isArticle);
      if (other && !isWithin(around, other) && part.at > around.index) leave(part, "related");
    }
  repeated(parts);
  const among = new Set([...proseParents(parts), ...proseParents(parts, true)]);
  // A heading among the paragraphs can be a link to its own section.
  for (const part of parts)
    if (part.reason === "related" && part.judged === null && part.block.kind === "heading" && isAmong(part, among)) part.reason = null;
  listed(parts, inside);
  sections(parts, inside);
  breaks(parts);
  // Where nothing but the headline was found to be left out, short lines are the text's too.
  if (isPlain(parts) && !parts.some((part) => part.reason !== null && !(headline && isWithin(part.place, headline)))) return;
  const alone = proseParents(parts);
  keepListing(parts, root);
  if (!own) afterwards(parts, alone, hasData);
  front(parts, among, rows);
  headings(parts, among, own);
  if (!own) tail(parts, hasData, among);
}

const isArticle = (element: PageElement): boolean =>
  element.tag === "article" || /schema\.org\/\w*Article/i.test(element.attributes.get("itemtype") ?? "");
const proseIn = (parts: readonly Part[], element: PageElement): number =>
  parts.reduce((sum, part) => (part.reason === null && isProse(part) && isWithin(part.place, element) ? sum + part.weight : sum), 0);
const outside = (part: Part): LeaveReason => (part.role === "text" && part.linked > 0.5 ? "navigation" : "boilerplate");

/** Farthest place of a pull quote from what it quotes: parts between them. */
const FAR = 40;

function repeated(parts: readonly Part[]): void {
  const seen = new Map<string, Part>();
  const SHORTEST = 25;
  const again: Part[] = [];
  const keys = new Map<Part, string>();
  const keyOf = (part: Part): string => {
    const known = keys.get(part) ?? comparable(part.block.text);
    keys.set(part, known);
    return known;
  };
  for (const part of parts) {
    if (part.reason || !isText(part) || part.block.kind === "table" || part.block.kind === "code") continue;
    const key = keyOf(part);
    if (key.length < SHORTEST) continue;
    const first = seen.get(key);
    if (!first) seen.set(key, part);
    else if (first.block.kind === "quote" && part.block.kind !== "quote") {
      leave(first, "repeated");
      seen.set(key, part);
    } else if (part.place.parent !== first.place.parent) {
      const isRefrain = part.place.parent?.parent === first.place.parent?.parent;
      if (isRefrain) again.push(part);
      else leave(part, "repeated");
    }
  }
  // In a section beside the first, a sentence comes again among others; where all of them do, the page has the section twice.
  const copies = new Set(again);
  const told = new Set(parts.filter((part) => !part.reason && isText(part) && !copies.has(part)).map(({ place }) => place.parent));
  for (const part of again) if (!told.has(part.place.parent)) leave(part, "repeated");
  // A pull quote says again what a paragraph says.
  for (const part of parts) {
    if (part.reason || part.block.kind !== "quote" || part.weight > 400) continue;
    const key = keyOf(part);
    if (
      key.length >= SHORTEST &&
      parts
        .slice(Math.max(0, part.index - FAR), part.index + FAR)
        .some((other) => !other.reason && other.block.kind === "paragraph" && keyOf(other).includes(key))
    )
      leave(part, "repeated");
  }
}

/** An item that is a link is the text's where most of its list, or of the list around, are. */
function listed(parts: readonly Part[], inside: (part: Part) => boolean): void {
  const items = parts.filter((part) => part.block.kind === "item");
  const listOf = (part: Part): PageElement | null => closest(part.place, ({ tag }) => tag === "li")?.parent ?? null;
  const balance = new Map<PageElement | null, number>();
  for (const part of items) {
    const vote =
      part.reason === "related" && part.judged === null ? -1 : part.reason === null && part.weight > SHORT && inside(part) ? 1 : 0;
    balance.set(listOf(part), (balance.get(listOf(part)) ?? 0) + vote);
  }
  const isTold = (list: PageElement | null | undefined): boolean => list != null && (balance.get(list) ?? 0) > 0;
  for (const part of items) {
    if (part.reason !== "related" || part.judged !== null || !inside(part)) continue;
    const list = listOf(part);
    if (isTold(list) || (list?.parent && isTold(closest(list.parent, ({ tag }) => tag === "li")?.parent))) part.reason = null;
  }
}

/** What stands alone between two headings of the text is what the first is about, even if it is links. */
function sections(parts: readonly Part[], inside: (part: Part) => boolean): void {
  let links: Part[] = [];
  let isOpen = false;
  for (const part of parts) {
    if (!isText(part) || part.block.kind === "break") continue;
    if (part.reason === null && part.block.kind === "heading") {
      if (isOpen) for (const link of links) link.reason = null;
      [links, isOpen] = [[], true];
    } else if (part.reason === "related" && part.judged === null && inside(part)) links.push(part);
    else isOpen = false;
  }
}

/** Share of an article's prose from which an element is where its paragraphs stand. */
const OWN = 0.2;

/** The outermost list around an element. */
function outerList(element: PageElement): PageElement | null {
  let outer: PageElement | null = null;
  for (let at: PageElement | null = element; at; at = at.parent) {
    if (at.tag === "ul" || at.tag === "ol") outer = at;
    else if (at.tag !== "li" && at !== element) break;
  }
  return outer;
}

/** The elements in which the paragraphs stand side by side. */
function proseParents(parts: readonly Part[], withLists = false): ReadonlySet<PageElement> {
  const sums = new Map<PageElement, number>();
  let all = 0;
  for (const part of parts) {
    // A list stands among the paragraphs as they do.
    const parent = withLists && part.block.kind === "item" ? outerList(part.place)?.parent : isProse(part) ? part.place.parent : null;
    if (part.reason || !parent) continue;
    sums.set(parent, (sums.get(parent) ?? 0) + part.weight);
    all += part.weight;
  }
  return new Set([...sums].filter(([, sum]) => sum > all * OWN).map(([element]) => element));
}

/** Most of an article's prose that can stand after and outside of where its paragraphs are without being part of it. */
const AFTERWARDS = 0.25;
/** Share of an article's prose in one element from which its paragraphs stand together. */
const TOGETHER = 0.75;

/** What follows in other places when the paragraphs that stand together have ended: appeals, notes on the house, other articles. */
function afterwards(parts: readonly Part[], own: ReadonlySet<PageElement>, hasData: boolean): void {
  const kept = parts.filter((part) => part.reason === null && isProse(part));
  const isOwn = (part: Part): boolean => [...own].some((element) => isWithin(part.place, element));
  const all = kept.reduce((sum, part) => sum + part.weight, 0);
  // Only where they all but all stand together is what stands elsewhere suspicious.
  if (kept.reduce((sum, part) => (isOwn(part) ? sum + part.weight : sum), 0) < all * TOGETHER || own.size !== 1) return;
  const last = parts.findLast((part) => part.reason === null && isProse(part) && isOwn(part));
  if (!last) return;
  const rest = parts.filter(
    (part) => part.index > last.index && part.reason === null && isText(part) && !isOwn(part) && !(hasData && (part.agreed ?? 0) > 0.8),
  );
  const weight = rest.reduce((sum, part) => sum + part.weight, 0);
  if (weight < all * AFTERWARDS) for (const part of rest) if (part.block.kind !== "footnote") leave(part, "boilerplate");
}

/** Whether a part is a paragraph, or in a list, beside the article's others. */
function isAmong(part: Part, own: ReadonlySet<PageElement>): boolean {
  const { tag, parent } = part.place;
  if (!parent) return false;
  if (own.has(parent)) return tag === "p" || tag === "pre" || /^h[1-6]$/.test(tag) || tag === "blockquote";
  return tag === "li" && parent.parent !== null && own.has(parent.parent);
}

/** Breaks in a row are one. */
function breaks(parts: readonly Part[]): void {
  let last: Part | null = null;
  for (const part of parts) {
    if (part.reason) continue;
    if (part.block.kind === "break" && last?.block.kind === "break") leave(part, "repeated");
    last = part;
  }
}

/** What stands before the first sentence: labels, names, times. */
function front(parts: readonly Part[], own: ReadonlySet<PageElement>, rows: ReadonlySet<PageElement>): void {
  const kept = parts.filter((part) => !part.reason && isText(part));
  const first = kept.findIndex((part) => isSentence(part));
  if (first < 0) return;
  const shapes = new Set(kept.filter(isSentence).map(shapeOf));
  const letter = mailHeader(kept);
  for (const [n, part] of kept.slice(0, first).entries()) {
    if (letter.has(part)) continue;
    const before = kept[n - 1];
    if (part.block.kind === "item" && before?.reason === null && before.place.parent === part.place.parent) continue;
    if (
      part.block.kind === "heading" ||
      part.block.kind === "media" ||
      part.block.kind === "embed" ||
      part.block.kind === "table" ||
      part.block.kind === "code"
    )
      continue;
    if (isNamed.dek(part.place) && part.weight > 25) continue;
    if (part.place.tag === "p" && part.place.parent && rows.has(part.place.parent)) continue;
    if (isLike(part, shapes) && endsSentence(part.block.text)) continue;
    if (isAmong(part, own) && (part.linked < 0.5 || part.block.kind === "item") && (part.weight > SHORT || isCall(part.block.text)))
      continue;
    if (part.weight < PROSE || part.linked > 0.4) leave(part, "metadata");
  }
}

/** "Good morning!": short, and the text begins with it. */
const isCall = (text: string): boolean => /\p{L}[!?]\s*\p{Extended_Pictographic}*\uFE0F?$/u.test(text);

/** Reasons that hold for the heading above, too. */
const BOXES = new Set<LeaveReason>(["consent", "newsletter", "advertisement", "comments", "author-box", "navigation"]);

/** Headings without anything below them. `isAuthors`: see `own` of `sift`; there such a heading is one that waits for its text. */
function headings(parts: readonly Part[], own: ReadonlySet<PageElement>, isAuthors: boolean): void {
  const kept = parts.filter((part) => !part.reason && part.block.kind !== "break");
  for (let n = kept.length - 1; n >= 0; n--) {
    const part = kept[n];
    if (part?.block.kind !== "heading") continue;
    // A heading goes with what stands right below it.
    const below = parts[part.index + 1];
    const box = below?.judged && /^[uo]l$/.test(below.judged.tag) ? below.judged : below?.place;
    if (below?.reason && BOXES.has(below.reason) && box?.parent === part.place.parent) {
      leave(part, below.reason);
      continue;
    }
    const level = part.block.level;
    const next = kept.slice(n + 1, n + 8).find((other) => !other.reason);
    const announces = below?.reason === "related" && below.place.parent === part.place.parent;
    if (!next && announces) leave(part, "related");
    else if (!isAuthors && ((!next && !isAmong(part, own)) || (next?.block.kind === "heading" && next.block.level < level)))
      leave(part, "boilerplate");
  }
}

/** What stands after the last sentence. */
function tail(parts: readonly Part[], hasData: boolean, own: ReadonlySet<PageElement>): void {
  const kept = parts.filter((part) => !part.reason && isText(part) && part.block.kind !== "break");
  const shapes = new Set(kept.filter(isSentence).map(shapeOf));
  let last = -1;
  for (const [n, part] of kept.entries())
    if (
      isSentence(part) ||
      part.block.kind === "table" ||
      (part.block.kind === "item" && part.weight >= PROSE * 0.7 && part.linked < 0.4) ||
      part.block.kind === "code" ||
      part.block.kind === "footnote" ||
      (isLike(part, shapes) && endsSentence(part.block.text))
    )
      last = n;
  if (last < 0) return;
  for (const part of kept.slice(last + 1))
    if (!(isAmong(part, own) && part.linked < 0.5) && !isLike(part, shapes) && !(hasData && (part.agreed ?? 0) > 0.8))
      if (part.weight < PROSE || part.linked > 0.3) leave(part, "boilerplate");
}

/** Whether a short line stands where the page has its sentences. A number at the end of a text says when, or how to call. */
const isLike = (part: Part, shapes: ReadonlySet<string>): boolean =>
  part.linked < 0.3 && isProse(part) && !/\d/.test(part.block.text) && shapes.has(shapeOf(part));

/** What a part stands in: the tags and names of its element and of the two around. */
function shapeOf({ place }: Part): string {
  const { parent } = place;
  const around = parent?.parent ?? null;
  return [place, parent, around].map((element) => (element === null ? "" : `${element.tag} ${labelOf(element)}`)).join(">");
}
