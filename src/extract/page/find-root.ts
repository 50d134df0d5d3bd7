import { isProse, isSentence, type Part } from "./part.ts";
import { commonAncestor, isWithin, type PageElement, type PageTree } from "./tree.ts";
import { PROSE } from "./weigh.ts";

/** What a part says for (positive) or against (negative) the element that it stands in being the article's. */
export function evidence(part: Part): number {
  if (part.role !== "text" || part.reason !== null) return 0;
  const { text, kind } = part.block;
  const { weight, linked } = part;
  if (kind === "heading") return linked > 0.5 ? -weight : 0;
  if (linked > 0.5) return -weight;
  if (kind === "table" || kind === "code") return Math.min(weight, 300) * 0.3;
  const said = part.agreed !== null && part.agreed > 0.6 ? 2 : 1;
  if (weight < PROSE * 0.6) return 0;
  const sentence = /[.!?…。！？؟।۔:;"”»“」)]\s*$/u.test(text) || weight > PROSE * 4 ? 1 : 0.3;
  const share = kind === "item" ? 0.6 : 1;
  return weight * (1 - linked) * sentence * share * said;
}

/** How much of an element's evidence its parent must add for the article to be the parent (guess between measured cases). */
const CLIMB = 0.12;
/** Weight of foreign text between headline and text at which the text counts half (guess). */
const FAR = 4000;
/** What text before the headline counts. */
const BEFORE = 0.3;

/** Heaviest page that can be nothing but its text, and the most of it that can be links. */
const PLAIN = 2500;
const PLAIN_LINKS = 0.15;

/** A short page with hardly a link: all of it is the article. */
export function isPlain(parts: readonly Part[]): boolean {
  let all = 0;
  let linked = 0;
  for (const part of parts) {
    if (part.role !== "text") continue;
    all += part.weight;
    linked += part.weight * part.linked;
  }
  return all < PLAIN && linked < all * PLAIN_LINKS;
}

/** Whether a part is a sentence in a list item, right below a heading of that item: the list is a row of sections. */
function isSection(part: Part, parts: readonly Part[]): boolean {
  if (part.block.kind !== "item" || part.place.tag !== "p" || !isSentence(part)) return false;
  const above = parts[part.index - 1];
  return above?.block.kind === "heading" && above.reason === null && above.linked === 0 && above.place.parent === part.place.parent;
}

/** The element that holds the article. `shown`: how much of the data's text of it the page shows, null where it has none. */
export function findRoot(tree: PageTree, parts: readonly Part[], headline: PageElement | null, shown: number | null): PageElement {
  if (isPlain(parts)) return agreeOn(parts, tree.body, shown);
  const size = tree.elements.length;
  const sums = new Float64Array(size);
  const near = new Float64Array(size);
  let gap = 0;
  for (const part of parts) {
    const value = evidence(part);
    const before = headline !== null && part.at < headline.index;
    if (!before && part.role === "text" && value <= 0) gap += part.weight;
    if (value === 0) continue;
    const trust = value < 0 ? 1 : before ? BEFORE : FAR / (FAR + gap);
    // A list adds to an article but does not make one, unless its items are sections.
    if (isProse(part) || isSection(part, parts) || value < 0) sums[part.place.index] = (sums[part.place.index] ?? 0) + value * trust;
    // As Readability does: the parent has all of it, the grandparent half, and so on.
    let share = 1;
    let at = part.place.parent;
    for (let n = 0; at && n < 5; n++, at = at.parent) {
      near[at.index] = (near[at.index] ?? 0) + value * share * trust;
      share = n === 0 ? 0.5 : share / 1.5;
    }
  }
  for (let n = size - 1; n > 0; n--) {
    const around = tree.elements[n]?.parent?.index;
    if (around !== undefined) sums[around] = (sums[around] ?? 0) + (sums[n] ?? 0);
  }
  let best: PageElement = tree.body;
  let most = 0;
  for (let n = 0; n < size; n++) {
    const value = near[n] ?? 0;
    const element = tree.elements[n];
    if (element && value > most) [best, most] = [element, value];
  }
  if (most === 0) return tree.body;
  for (let at = best; at.parent && at !== tree.body; at = at.parent) {
    const own = sums[best.index] ?? 0;
    const gain = (sums[at.parent.index] ?? 0) - own;
    if (gain > Math.max(own, 1) * CLIMB) best = at.parent;
  }
  return agreeOn(parts, best, shown);
}

/** From which share of the data's text on the page the data has all of the article. */
const ALL_SHOWN = 0.9;
/** From which share of the article's weight foreign text around it says that the element holds more than the article (guess). */
const FOREIGN = 0.2;

/** The element, corrected by what the page's own data calls the article's text. `shown`: how much of it the page shows. */
function agreeOn(parts: readonly Part[], best: PageElement, shown: number | null): PageElement {
  const prose = parts.filter((part) => isProse(part) && part.weight > PROSE && part.reason === null);
  const agreed = prose.filter((part) => part.agreed !== null && part.agreed > 0.8);
  const [first] = agreed;
  if (first === undefined) return best;
  const own = agreed.reduce((around, part) => commonAncestor(around, part.place), first.place);
  // All of the article stands together, and much else beside it.
  const foreign = prose.filter((part) => !agreed.includes(part) && isWithin(part.place, best) && !isWithin(part.place, own));
  if (shown !== null && shown > ALL_SHOWN && weightIn(foreign) > weightIn(agreed) * FOREIGN) return own;
  // What the data has is inside; where all of it stands elsewhere, the article does.
  return agreed.every((part) => !isWithin(part.place, best)) ? own : commonAncestor(best, own);
}

const weightIn = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + part.weight, 0);
