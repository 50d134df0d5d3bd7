import type { LeaveReason } from "../../model/index.ts";
import { isShareWord, isSizeControl, isSkipLink } from "../page-words.ts";
import { collapse } from "../text.ts";
import {
  attribute,
  BLOCKS,
  childrenOf,
  type DomDocument,
  type DomElement,
  isElement,
  isText,
  labelsOf,
  nodesBelow,
  SILENT,
} from "./dom.ts";

/** Which elements are not the article, and why. What has no verdict can still turn out not to be. */
export type Verdicts = ReadonlyMap<DomElement, LeaveReason>;

/**
 * What a label of an element says it is: the first that fits. A label is matched from "-" to "-", so that "shared-desk" is no share
 * button. The words are those of the pages that were looked at.
 */
const LABELS: readonly (readonly [LeaveReason, RegExp])[] = [
  ["skip-link", /(?:^|-)(?:skip-?(?:link|links|nav|navigation|to|content|main)|skiplinks?|accessibility-links?)(?:-|$)/],
  ["size-control", /(?:^|-)(?:(?:font|text)-?(?:siz\w*|resiz\w*|scal\w*|zoom))(?:-|$)/],
  ["consent", /(?:^|-)(?:cookies?|consent|gdpr|paywall|onetrust|didomi|cmp|cookiebanner|cookiebar)(?:-|$)/],
  [
    "advertisement",
    /^(?:ad|ads|adv|advert)(?:-|$)|(?:^|-)(?:advert|adverts|advertisement|advertising|advertorial|adsbygoogle|adslot|adunit|adbox|sponsored|dfp|taboola|outbrain|google-ad|ad-(?:container|wrapper|slot|unit|box|banner))(?:-|$)/,
  ],
  ["newsletter", /(?:^|-)(?:newsletters?|sign-?up|subscribe|mailing-?list|mc-embed)(?:-|$)/],
  [
    "share",
    /(?:^|-)(?:share|shares|sharing|sharebar|share-?buttons?|social|socials|social-?media|addthis|addtoany|sharethis|sharedaddy)(?:-|$)/,
  ],
  [
    "related",
    /(?:^|-)(?:related\w*|recommend\w*|recirc\w*|read-?next|read-?also|also-?(?:read|like)|more-?(?:from|on|stories|news|articles)|most-?(?:read|popular|viewed)|trending|popular|see-?also|you-?may-?like)(?:-|$)/,
  ],
  [
    "comments",
    /^(?:comments?|comments?-(?:area|section|list|container|wrapper|form)|respond|disqus\w*|disqus-thread|livefyre|coral-?talk)$/,
  ],
  ["author-box", /(?:^|-)(?:author-?(?:bio|box|card|about|profile)|about-?(?:the-)?author|bio-?box)(?:-|$)/],
  [
    "navigation",
    /^(?:nav|navbar|menu|breadcrumbs?|pagination|pager)$|(?:^|-)(?:breadcrumbs?|navigation|navbar|pagination|main-?menu|site-?nav|main-?nav|mega-?menu|toc)(?:-|$)/,
  ],
];

const VISUALLY_HIDDEN =
  /^(?:sr-only|visually-?hidden|screen-?reader-?text|screen-?reader-?only|is-sr-only|u-visually-?hidden|a11y-hidden|offscreen|clip-text)$/;

/** Elements that can't be left out for a label: pages put any word on them. */
const FRAME = new Set([
  "html",
  "body",
  "main",
  "article",
  "h1",
  "p",
  "em",
  "strong",
  "b",
  "i",
  "picture",
  "img",
  "figcaption",
  "table",
  "tr",
  "td",
  "th",
  "tbody",
]);
/** Share of the page's paragraphs that a label is not believed about: a whole article lies in it. */
const ARTICLE_SHARE = 0.3;

/** Judges all elements of a page by what they say of themselves. An element inside one that has a verdict has none of its own. */
export function judge(page: DomDocument): Verdicts {
  const prose = measureProse(page.body);
  const all = prose.get(page.body) ?? 0;
  const verdicts = new Map<DomElement, LeaveReason>();
  const visit = (element: DomElement): void => {
    for (const child of childrenOf(element)) {
      if (!isElement(child) || SILENT.has(child.localName)) continue;
      const reason = reasonOf(child);
      const isArticle = (prose.get(child) ?? 0) > all * ARTICLE_SHARE && reason !== "comments";
      if (reason === null || isArticle || holdsArticle(child, reason)) visit(child);
      else verdicts.set(child, reason);
    }
  };
  visit(page.body);
  return verdicts;
}

/** The characters of paragraphs in each element. */
function measureProse(body: DomElement): ReadonlyMap<DomElement, number> {
  const lengths = new Map<DomElement, number>();
  const visit = (element: DomElement, inParagraph: boolean): number => {
    let length = 0;
    for (const child of childrenOf(element)) {
      if (isElement(child)) length += SILENT.has(child.localName) ? 0 : visit(child, inParagraph || child.localName === "p");
      else if (inParagraph && isText(child)) length += collapse(child.textContent ?? "").length;
    }
    lengths.set(element, length);
    return length;
  };
  visit(body, false);
  return lengths;
}

const holdsArticle = (element: DomElement, reason: LeaveReason): boolean =>
  element.querySelector(
    reason === "comments" || reason === "related" ? "h1, main, [itemprop=articleBody]" : "h1, main, article, [itemprop=articleBody]",
  ) !== null;

function reasonOf(element: DomElement): LeaveReason | null {
  const { localName } = element;
  if (isHidden(element)) return "hidden";
  if (FRAME.has(localName)) return null;
  const role = attribute(element, "role");
  if (localName === "a" && element.getAttribute("href")?.startsWith("#") && isSkipLink(element.textContent ?? "")) return "skip-link";
  const labels = labelsOf(element);
  // Buttons and lists are often without any label: what they say is evidence enough.
  if (localName === "ul" || localName === "ol" || localName === "div") {
    const words = shortTexts(element);
    if (words && isSizeControl(words)) return "size-control";
    if (words && words.length > 1 && words.every(isShareWord)) return "share";
    if (words && words.length > 0 && words.every(isSkipLink)) return "skip-link";
  }
  for (const [reason, pattern] of LABELS)
    if (labels.some((label) => pattern.test(label)))
      return isInSentence(element) || (reason === "size-control" && !isBrief(element)) ? null : reason;
  if (localName === "nav" || role === "navigation" || role === "menu" || role === "menubar") return "navigation";
  if (role === "search" || localName === "search") return "navigation";
  return null;
}

/** A link or a word inside a paragraph is part of its sentence, whatever its label. */
const isInSentence = (element: DomElement): boolean => element.parentNode?.localName === "p" && !BLOCKS.has(element.localName);

/** A choice of sizes has no long words: many pages name the size of an article's text in its label. */
function isBrief(element: DomElement): boolean {
  const LONGEST = 12;
  return shortTexts(element)?.every((text) => text.length <= LONGEST) ?? false;
}

/** The texts of an element whose parts are all short, null for any other. */
function shortTexts(element: DomElement): readonly string[] | null {
  const MOST = 12;
  const LONGEST = 40;
  const words: string[] = [];
  for (const node of nodesBelow(element, (child) => !SILENT.has(child.localName))) {
    if (!isText(node)) continue;
    const text = collapse(node.textContent ?? "");
    if (text === "") continue;
    if (text.length > LONGEST || words.length === MOST) return null;
    words.push(text);
  }
  return words;
}

/** Not shown on the page, or only for screen readers: words like "opens in a new window". */
function isHidden(element: DomElement): boolean {
  if (element.hasAttribute("hidden") && element.getAttribute("hidden") !== "until-found") return true;
  if (attribute(element, "aria-hidden") === "true" && !/^(?:img|picture|figure)$/.test(element.localName)) return true;
  const style = element.getAttribute("style") ?? "";
  if (/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) return true;
  return labelsOf(element).some((label) => VISUALLY_HIDDEN.test(label));
}
