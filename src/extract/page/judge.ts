import type { LeaveReason } from "../../model/index.ts";
import { isNamed, labelOf, reasonInLabel } from "./labels.ts";
import { isBoxOfNotes } from "./notes.ts";
import { attribute, closest, isElement, isInline, isWithin, type PageElement, type PageTree, SILENT } from "./tree.ts";
import { PROSE, type Weights } from "./weigh.ts";

/** What stands against an element: the article does not go on in it. */
export type Verdicts = ReadonlyMap<PageElement, LeaveReason>;

/** Elements whose names are not read: pages put any word on them. */
const FRAME = new Set("html body main h1 em strong b i u picture img figcaption tbody thead tr td th figure".split(" "));
/** Share of a page's prose from which an element's name is not believed: the article lies in it (guess, between measured extremes). */
const MOST = 0.35;
/** Longest announcement of another article, weight, and how many make a list. */
const LONGEST_TEASER = 600;
const FEWEST_TEASERS = 3;
/** Longest text of a picture's box, weight. */
const LONGEST_CAPTION = 500;
const NEARLY_ALL = 0.8;
/** Least prose of an article, weight: three sentences (guess). */
const LEAST = 250;
/** Longest text that a name of an inline element takes out, weight. */
const LONGEST_INLINE = 80;

/**
 * Judges all elements of a page by tag, role, style and names. Nothing inside what is judged is judged again. `headline`: the element with
 * the headline; `thread`: where the page's article is what people answered each other.
 */
export function judge(tree: PageTree, weights: Weights, headline: PageElement | null, thread: PageElement | null): Verdicts {
  const verdicts = new Map<PageElement, LeaveReason>();
  const all = weights.prose[tree.body.index] ?? 0;
  const visit = (element: PageElement): void => {
    for (const child of element.children) {
      if (!isElement(child) || (SILENT.has(child.tag) && child.tag !== "picture")) continue;
      const said = reasonOf(child, weights) ?? (isTeaser(child) ? "related" : null);
      // Where what people answered is the article, each answer is.
      const reason = said === "comments" && thread && isWithin(child, thread) ? null : said;
      if (reason === null || isArticle(child, reason) || (reason !== "hidden" && isPicture(child))) visit(child);
      else verdicts.set(child, reason);
    }
  };
  const isArticle = (element: PageElement, reason: LeaveReason): boolean => {
    if (headline && isWithin(headline, element)) return true;
    const share = (weights.prose[element.index] ?? 0) / Math.max(all, PROSE);
    // Comments can be longer than the article, but something must stand outside of them.
    // What is not shown is no article where another is shown.
    if (reason === "comments" || reason === "hidden" || isGallery(element, weights))
      return share > MOST && all - (weights.prose[element.index] ?? 0) < LEAST;
    // What is called a footer is one, however short the article above it is.
    return share > (reason === "boilerplate" ? NEARLY_ALL : MOST);
  };
  // What a list of other articles is made of: several articles, each short and with a link.
  const short = tree.elements.filter(
    (element) =>
      element.tag === "article" &&
      !(headline && isWithin(headline, element)) &&
      (weights.text[element.index] ?? 0) < LONGEST_TEASER &&
      (weights.links[element.index] ?? 0) + (weights.headings[element.index] ?? 0) > 0,
  );
  const teasers = new Set(short.length >= FEWEST_TEASERS ? short : []);
  const isTeaser = (element: PageElement): boolean => teasers.has(element);
  /** Only a picture and its caption: whatever its names say of where it stands. */
  const isPicture = (element: PageElement): boolean => {
    const n = element.index;
    const text = weights.text[n] ?? 0;
    if (
      (weights.images[n] ?? 0) === 0 ||
      text === 0 ||
      text > LONGEST_CAPTION ||
      (weights.headings[n] ?? 0) > 0 ||
      (weights.links[n] ?? 0) > text / 2
    )
      return false;
    if (element.tag === "nav" || element.tag === "footer") return false;
    for (let at = n + 1; at < element.end; at++) {
      const inside = tree.elements[at];
      if (inside && isNamed.caption(inside) && inside.tag !== "img" && !closest(inside, (around) => around.tag === "a")) return true;
    }
    return false;
  };
  visit(tree.body);
  return verdicts;
}

const ROLES: Readonly<Record<string, LeaveReason>> = {
  navigation: "navigation",
  menu: "navigation",
  menubar: "navigation",
  search: "navigation",
  banner: "navigation",
  contentinfo: "boilerplate",
  complementary: "aside",
  dialog: "hidden",
  alertdialog: "hidden",
  tooltip: "hidden",
  toolbar: "share",
};

function reasonOf(element: PageElement, weights: Weights): LeaveReason | null {
  if (isNamed.note(element)) return null;
  if (isHidden(element)) return "hidden";
  if (FRAME.has(element.tag)) return null;
  if (isInline(element.tag)) {
    const reason = reasonInLabel(element);
    const short = (weights.text[element.index] ?? 0) <= LONGEST_INLINE;
    return short &&
      reason !== null &&
      !["related", "navigation", "author-box", "consent"].includes(reason) &&
      !(reason === "share" && element.tag !== "a" && element.tag !== "span")
      ? reason
      : null;
  }
  const role = ROLES[attribute(element, "role") ?? ""];
  if (role) return role;
  if (element.tag === "nav") return "navigation";
  if (element.tag === "footer")
    return closest(element, (around) => around.tag === "blockquote" || around.tag === "figure") ? null : "boilerplate";
  const named = reasonInLabel(element);
  if (isGallery(element, weights)) return "related";
  // "font size big" is how some call their first paragraph.
  if (named === "size-control" && (weights.text[element.index] ?? 0) > LONGEST_CONTROL) return null;
  if (LISTS.has(element.tag) && isContents(element, weights)) return "navigation";
  if (element.tag === "aside") {
    const { links, text } = weights;
    if (isNamed.pullQuote(element) || isNamed.footnotes(element) || isNamed.callout(element)) return null;
    if (isBoxOfNotes(element, links[element.index] ?? 0, text[element.index] ?? 0)) return null;
    return named ?? "aside";
  }
  if (isNamed.footnotes(element) && named !== "comments") return null;
  if (named === null) return null;
  // "Teaser text" is also what some call the first paragraph.
  if (
    named === "related" &&
    isNamed.dek(element) &&
    (weights.links[element.index] ?? 0) === 0 &&
    (weights.headings[element.index] ?? 0) === 0 &&
    (weights.images[element.index] ?? 0) <= 1
  )
    return null;
  if (named === "navigation" && element.tag === "article") return null;
  return named;
}

/** Longest row of names of text sizes, weight. */
const LONGEST_CONTROL = 100;
/** What lists of contents are made of: some are a box with links. */
const LISTS = new Set(["ul", "ol", "div"]);
/** Deepest that a link stands in a box of them: a page can be boxes in boxes, each of which is looked into. */
const DEEPEST_PLACE = 4;
/** Fewest places of a list of contents, and how much of it is links to them. */
const FEWEST_PLACES = 3;
const MOSTLY_PLACES = 0.9;

/** A list of links to places of the same page, other than notes: one who listens skips by headings. */
function isContents(list: PageElement, weights: Weights): boolean {
  const enough = (weights.text[list.index] ?? 0) * MOSTLY_PLACES;
  if ((weights.links[list.index] ?? 0) < enough) return false;
  let places = 0;
  let weight = 0;
  const deepest = list.tag === "div" ? DEEPEST_PLACE : Number.POSITIVE_INFINITY;
  const walk = (within: PageElement, depth: number): void => {
    if (depth > deepest) return;
    for (const child of within.children) {
      if (!isElement(child)) continue;
      if (child.tag === "a" && /^#(?!.{0,12}(?:note|ref|fn|cite))./i.test(child.attributes.get("href") ?? "")) {
        places++;
        weight += weights.text[child.index] ?? 0;
      } else walk(child, depth + 1);
    }
  };
  walk(list, 1);
  return places >= FEWEST_PLACES && weight >= enough;
}

/** Fewest pictures of a gallery that is a story of its own. */
const FEWEST_PICTURES = 5;

/** A gallery with a heading of its own and texts beside its pictures: another story. */
const isGallery = (element: PageElement, weights: Weights): boolean =>
  / (?:gallery|slide ?show|galerie|galeria|bilderstrecke) /.test(labelOf(element)) &&
  (weights.headings[element.index] ?? 0) > 0 &&
  (weights.images[element.index] ?? 0) + (weights.headings[element.index] ?? 0) > FEWEST_PICTURES;

const FOLDED = / (?:callout|accordion|collapsible|expandable|faq|spoiler)(?: \w+)? (?:content|body|panel|answer|text) /;

/** Not shown, or shown to screen readers only. */
function isHidden(element: PageElement): boolean {
  const { attributes } = element;
  if (attributes.size === 0) return false;
  if (attributes.has("hidden") && attributes.get("hidden") !== "until-found") return true;
  if (attributes.get("aria-hidden") === "true" && !["img", "picture", "figure", "svg"].includes(element.tag)) return true;
  // Folded, for a reader to unfold: a part of the text.
  if (FOLDED.test(labelOf(element))) return false;
  if (/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.get("style") ?? "")) return true;
  const classes = attributes.get("class") ?? "";
  if (/\b(?:sm|md|lg|xl|xxl|2xl|desktop|tablet)\b[:@_-]*(?:block|flex|inline|grid|visible|show)/.test(classes)) return false;
  return labelOf(element) !== "" && (isNamed.hidden(element) || (!isInline(element.tag) && isNamed.over(element)));
}
