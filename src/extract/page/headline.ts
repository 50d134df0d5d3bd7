import { comparable } from "../same-text.ts";
import { collapse } from "../text.ts";
import { metaContent, type PageData } from "./data.ts";
import { isNamed, labelOf } from "./labels.ts";
import { plain } from "./plain.ts";
import { attribute, closest, isElement, type PageElement, type PageTree, SILENT, textOf } from "./tree.ts";

/** The headline of a page, and the element that shows it. */
export interface Headline {
  readonly title: string | null;
  readonly element: PageElement | null;
  /** A label inside the headline's element. */
  readonly kicker: string | null;
}

const SEPARATOR = /\s+[-–—|•·»«:/~]+\s+|\s*[|｜：]\s*/gu;

/** Finds the headline: the main heading that agrees with what the page says of itself, else what it says. */
export function findHeadline(tree: PageTree, data: PageData, site: string | null): Headline {
  const described = plain(data.described?.headline ?? null);
  const shared = plain(metaContent(data, "og:title"));
  const tweeted = plain(metaContent(data, "twitter:title", "dc.title", "parsely-title", "sailthru.title"));
  const element = tree.elements.find((candidate) => candidate.tag === "title" && candidate.parent?.tag !== "svg");
  const own = element ? collapse(element.children.map((child) => (isElement(child) ? "" : child.text)).join("")) || null : null;
  const said = [described, shared, tweeted, own].filter((text) => text !== null).map((text) => withoutSite(text, site));
  const key = shared === null ? "" : comparable(withoutSite(shared, site));
  const isShared = (candidate: PageElement): boolean =>
    /^h[2-4]$/.test(candidate.tag) && key !== "" && comparable(read(candidate).title) === key;
  const headings = tree.elements.filter(
    (candidate) =>
      (candidate.tag === "h1" || isNamedHeadline(candidate) || isShared(candidate)) && isShown(candidate) && !isLogo(candidate, site),
  );
  let best: PageElement | null = null;
  let most = 0;
  for (const candidate of headings) {
    const text = comparable(textOf(candidate));
    if (text === "") continue;
    const likeness = isShared(candidate) ? 1 : Math.max(0, ...said.map((one) => resemblance(text, comparable(one))));
    const isMain = candidate.tag === "h1" && !/ (?:bread ?)?crumbs? /.test(labelOf(candidate));
    const score = likeness + (isMain ? BONUS_H1 : 0) - (candidate.tag === "h1" && !isMain ? BONUS_H1 : 0);
    if (likeness >= AGREES && score > most) [best, most] = [candidate, score];
  }
  if (!best) {
    const main = headings.filter((candidate) => candidate.tag === "h1");
    const inArticle = main.filter((candidate) => closest(candidate, (at) => at.tag === "article" || at.tag === "main") !== null);
    const [only] = inArticle.length === 1 ? inArticle : main;
    if (only && (said.length === 0 || ((main.length === 1 || inArticle.length === 1) && comparable(textOf(only)).split(" ").length > 2)))
      best = only;
  }
  if (best) {
    const shown = read(best);
    const others = [shared, described, own, tweeted].map((text) => (text === null ? null : withoutSite(text, site)));
    // A label of the titles that is not the one shown above the headline was written for those who search.
    const isLabelled = shown.kicker !== null && others.some((text) => text !== null && isOtherLabel(text, shown.title, shown.kicker));
    const title = isLabelled ? shown.title : choose(shown.title, others, site);
    return { title, kicker: shown.kicker && comparable(title).includes(comparable(shown.kicker)) ? null : shown.kicker, element: best };
  }
  const title = said[0] ?? null;
  if (title === null) return { title: null, element: null, kicker: null };
  const titled = comparable(title);
  // Some begin with the second level.
  const below = headings.length > 0 ? undefined : tree.elements.find((candidate) => candidate.tag === "h2" && isShown(candidate));
  if (below && resemblance(comparable(textOf(below)), titled) >= SAME) return { title, element: below, kicker: null };
  const same = tree.elements.find(
    (candidate) =>
      /^(?:h[2-6]|p|div|span|strong|b|font|td|header)$/.test(candidate.tag) && isShown(candidate) && isSameShort(candidate, titled),
  );
  return { title, element: same ?? null, kicker: null };
}

/** Of the headline that is shown and what the page calls itself, what most agree in; the shown one, then the first, where none is said twice. */
function choose(shown: string, said: readonly (string | null)[], site: string | null): string {
  const votes = new Map<string, { text: string; count: number }>();
  const whole = comparable(site ?? "");
  for (const text of [shown, ...said]) {
    if (text === null || isAround(text, shown) || /(?:…|\.\.\.)$/.test(text)) continue;
    const key = comparable(text);
    if (key === "" || (key === whole && text !== shown)) continue;
    // Another text that has nothing of the headline is no headline of this article.
    if (text !== shown && resemblance(key, comparable(shown)) < RESEMBLES) continue;
    const vote = votes.get(key);
    if (vote) {
      vote.count++;
      // Two lines of a heading are one title with a colon.
      if (text.includes(": ") && !vote.text.includes(":")) vote.text = text;
    } else votes.set(key, { text, count: 1 });
  }
  let best = { text: shown, count: 0 };
  for (const vote of votes.values()) if (vote.count > best.count) best = vote;
  return best.text;
}

/** Whether a title is a headline and a label around it: "Series | Headline", "Site - Headline". */
function isAround(title: string, heading: string): boolean {
  const at = title.indexOf(heading);
  if (at < 0 || heading.length < 10 || title.length === heading.length) return false;
  return /(?:\s[-–—|•·]|[|｜])\s*$/u.test(title.slice(0, at)) || /^\s*(?:[-–—|•·]\s|[|｜])/u.test(title.slice(at + heading.length));
}

/** Whether a title is a headline after a label that the page itself does not show. */
function isOtherLabel(title: string, heading: string, kicker: string | null): boolean {
  const at = title.length - heading.length;
  return (
    at > 0 && title.endsWith(heading) && /:\s*$/.test(title.slice(0, at)) && comparable(title.slice(0, at)) !== comparable(kicker ?? "")
  );
}

const BONUS_H1 = 0.5;
/** From which likeness two texts can be headlines of one article (guess). */
const RESEMBLES = 0.2;
/** From which likeness a heading only says the title in other words (guess). */
const SAME = 0.9;
/** From which likeness a heading is what the page says its title is (guess). */
const AGREES = 0.5;

function isSameShort(element: PageElement, key: string): boolean {
  // Only elements whose text is directly in them: looking into all would take quadratic time.
  const direct = element.children.some((child) => !isElement(child) && /\S/.test(child.text));
  return direct && comparable(textOf(element).slice(0, key.length * 2 + 50)) === key;
}

const isNamedHeadline = (element: PageElement): boolean =>
  (/^h[2-4]$/.test(element.tag) &&
    / (?:headline|article ?title|entry ?title|post ?title|story ?title|news ?title|page ?title) /.test(labelOf(element))) ||
  (attribute(element, "itemprop") === "headline" && element.tag !== "meta");

/** "article title overline": a name whose last word says what it is. */
const OVERLINE = / (?:kicker|eyebrow|overline|topline|roofline) {2}/;

function read(element: PageElement): { readonly title: string; readonly kicker: string | null } {
  const kickers: string[] = [];
  const parts: string[] = [];
  const walk = (within: PageElement): void => {
    for (const child of within.children) {
      if (!isElement(child)) parts.push(child.text);
      else if (SILENT.has(child.tag) || isNamed.hidden(child) || child.attributes.get("aria-hidden") === "true") continue;
      else if (child.tag === "br") parts.push(" ");
      else if (isNamed.kicker(child) && (!/ (?:title|headline) /.test(labelOf(child)) || OVERLINE.test(labelOf(child))))
        kickers.push(collapse(textOf(child)));
      else {
        if (child.tag !== "em" && child.tag !== "i" && child.tag !== "b") parts.push(" ");
        walk(child);
        if (child.tag !== "em" && child.tag !== "i" && child.tag !== "b") parts.push(" ");
      }
    }
  };
  walk(element);
  const title = collapse(parts.join("")).replace(/\s+([,.;:!?])/g, "$1");
  const whole = collapse(textOf(element));
  return title === "" ? { title: whole, kicker: null } : { title, kicker: kickers.join(" ").replace(/[:|\s]+$/, "") || null };
}

function isShown(element: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parent) {
    if (at.tag === "template" || at.tag === "noscript" || at.tag === "nav" || at.attributes.has("hidden")) return false;
    if (/display\s*:\s*none/i.test(at.attributes.get("style") ?? "")) return false;
  }
  return true;
}

function isLogo(element: PageElement, site: string | null): boolean {
  if (/ (?:logo|site ?(?:title|name)|brand|branding) /.test(labelOf(element))) return true;
  const text = comparable(textOf(element));
  return text === "" || (site !== null && text === comparable(site));
}

/** How much of the shorter text's words the longer has, in order of size; 0 where one is much shorter. */
export function resemblance(a: string, b: string): number {
  if (a === b) return 1;
  if (a === "" || b === "") return 0;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const cover = short.length / long.length;
  if (long.includes(short) && (cover > 0.3 || short.length > 30)) return 0.7 + 0.3 * cover;
  const words = new Set(long.split(" "));
  const own = short.split(" ");
  const common = own.filter((word) => words.has(word)).length / own.length;
  return common * Math.min(1, cover * 1.5);
}

/** What pages for the printer add to their title. */
const PRINTED =
  /\s+[-–—|:]\s+(?:print(?:able|er[- ]friendly)?(?: (?:version|view|page))?|print this page|druckversion|drucken|druckansicht|version imprimable|imprimer|versión para imprimir|imprimir|versione stampabile|stampa)(?=$|\s+[-–—|:]\s)/iu;

/** A title without the name of the site at its end or start, and without what says that it is a page for the printer. */
export function withoutSite(whole: string, site: string | null): string {
  const title = whole.replace(PRINTED, "");
  const key = site === null ? null : comparable(site);
  // "Headline:Site", where no space parts them.
  if (site !== null && title.endsWith(site)) {
    const rest = /^(.{10,})[:：|｜–—-]\s*$/su.exec(title.slice(0, -site.length))?.[1]?.trim();
    if (rest) return rest;
  }
  const cuts = [...title.matchAll(SEPARATOR)];
  const last = cuts.at(-1);
  if (!last) return title;
  const firstCut = cuts[0] ?? last;
  const head = title.slice(0, last.index).trim();
  const end = title.slice(last.index + last[0].length).trim();
  const start = title.slice(0, firstCut.index).trim();
  if (key !== null) {
    for (const cut of [...cuts].reverse()) {
      const rest = comparable(title.slice(cut.index));
      if (rest === key || (rest.includes(key) && rest.length < key.length * 2 + 12)) return title.slice(0, cut.index).trim() || title;
    }
    if (comparable(start) === key) return title.slice(firstCut.index + firstCut[0].length).trim() || title;
    if (key.includes(comparable(end)) && comparable(end).length > 2) return head;
  }
  // "Headline | Site": the last part is short, the first is long.
  if (/[|｜]/.test(last[0]) || /[-–—•·»]/.test(last[0])) {
    const LONGEST_SITE = 30;
    if (
      end.length <= LONGEST_SITE &&
      head.length > end.length * 1.5 &&
      (site === null || /[|｜]/.test(last[0])) &&
      /^\p{Lu}|^\W|\.\p{L}{2,}$/u.test(end)
    )
      return head;
  }
  return title;
}
