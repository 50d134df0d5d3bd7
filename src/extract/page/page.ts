import { type Direction, Failure, type LeaveReason } from "../../model/index.ts";
import { type Draft, type DraftBlock, emptyDraft } from "../draft.ts";
import { collapse } from "../text.ts";
import { createResolve, pageAddress } from "./addresses.ts";
import { compareWithData } from "./agree.ts";
import { nameLeft } from "./audit.ts";
import { findByline, isBylineOf } from "./authors.ts";
import { joinCaptionLines } from "./caption-lines.ts";
import { joinCaptions, mergeWords } from "./captions.ts";
import { metaContent, type PageData, readData } from "./data.ts";
import { siftFigures } from "./figures.ts";
import { findRoot } from "./find-root.ts";
import { findHeadline } from "./headline.ts";
import { judge } from "./judge.ts";
import { showKeptText } from "./kept-text.ts";
import { findKicker } from "./kicker.ts";
import { forgetLabels } from "./labels.ts";
import { findNextPart } from "./next-part.ts";
import { parsePage } from "./parse-page.ts";
import type { Part } from "./part.ts";
import { isBeginning } from "./paywall.ts";
import { plain } from "./plain.ts";
import { readParts } from "./read-parts.ts";
import { isRobotCheck } from "./robot-check.ts";
import { sift } from "./sift.ts";
import { siftLines } from "./sift-lines.ts";
import { findThread, withQuestion } from "./thread.ts";
import { findTimes } from "./times.ts";
import { attribute, commonAncestor, isWithin, type PageElement, type PageTree, textOf } from "./tree.ts";
import { weigh } from "./weigh.ts";

/**
 * The article on a page. No script runs and nothing is fetched; any text is a page.
 *
 * The page is read once into parts (blocks, pictures, captions), each with where it stands. Then the element that holds the article is
 * found, and what is not the article is left out part by part, each with its reason.
 * @param first the address of the article's first page, where this is a later one
 * @param own whether it is an author's own text, not a site's page: no line of it is a button, and nothing stands around it
 * @throws Failure `not-an-article` for a page without text, with what to do about it
 */
export function readPage(html: string, address: string, first = address, own = false): Draft {
  try {
    return read(parsePage(html), address, first, own);
  } catch (error) {
    // A page without text can keep it for its scripts.
    const shown = error instanceof Failure && error.code === "not-an-article" ? (endTitle(html) ?? showKeptText(html)) : null;
    if (shown === null) throw error;
    return read(parsePage(shown), address, first, own);
  } finally {
    forgetLabels();
  }
}

/** A page whose title nothing ends is all title: it ends where the page begins. Null for any other. */
function endTitle(html: string): string | null {
  const start = /<title\b[^>]*>/i.exec(html);
  if (start === null || /<\/title/i.test(html)) return null;
  const end = html.indexOf("<", start.index + start[0].length);
  return end < 0 ? null : `${html.slice(0, end)}</title>${html.slice(end)}`;
}

function read(tree: PageTree, address: string, first: string, own: boolean): Draft {
  const data = readData(tree);
  const where = pageAddress(tree, data, address);
  const resolve = createResolve(tree, where.base);
  const site = plain(metaContent(data, "og:site_name") ?? data.described?.publisher ?? metaContent(data, "application-name"));
  const headline = findHeadline(tree, data, site);
  const weights = weigh(tree);
  // What the page's data has as the article is no answer to it.
  const thread = data.described?.body ? null : findThread(tree, weights, headline.element);
  const verdicts = judge(tree, weights, headline.element, thread);
  const page = readParts({ tree, weights, verdicts, resolve });
  const { parts } = page;
  const shown = compareWithData(parts, data.described?.body ?? null);
  joinCaptions(parts);
  joinCaptionLines(parts);
  siftLines(parts, headline.element, headline.title, own);
  const found = own ? tree.body : findRoot(tree, parts, headline.element, shown);
  const root = thread ? commonAncestor(found, withQuestion(thread, parts)) : found;
  sift(parts, root, headline.element, shown !== null, own);
  siftFigures(parts, root, headline.element);
  keepSomething(parts, headline.element);
  const label = headline.kicker === null ? findKicker(tree, headline.element, headline.title, verdicts) : null;
  for (const part of parts) if (label && part.place === label) part.reason ??= "metadata";
  const merged = mergeWords(parts);
  const byline = findByline(tree, data, parts, { headline: headline.element, root, site, address });
  // The name under the text is said where names are said.
  const last = parts.findLast((part) => part.reason === null && part.role === "text");
  if (last && byline !== null && last.block.text === byline) last.reason = "metadata";
  if (byline !== null) leaveByline(parts, byline);
  const blocks = parts.filter((part) => part.reason === null).map(asShown);
  // What asks for scripts is left out as such; when nothing else is there, the page says no more.
  if (isRefusal(blocks.length > 0 ? blocks : parts.map((part) => part.block))) throw needsScripts();
  if (
    byline === null &&
    isRobotCheck(
      headline.title,
      (blocks.length > 0 ? blocks : parts.map((part) => part.block)).map(({ text }) => text),
    )
  )
    throw robotCheck();
  if (!blocks.some((block) => block.text !== ""))
    throw tree.elements.some((element) => element.tag === "script") ? needsScripts() : noText();
  return {
    ...emptyDraft(where.own),
    title: headline.title,
    kicker: headline.kicker ?? (label ? collapse(textOf(label)) : null),
    byline,
    site,
    ...findTimes(tree, data, parts, headline.element, address),
    image: resolve(
      metaContent(data, "og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src") ??
        data.described?.image ??
        null,
    ),
    lang: languageSaid(tree, data),
    dir: directionSaid(tree),
    blocks,
    next: findNextPart(tree, resolve, address, first),
    isBeginning: isBeginning(parts),
    merged,
    left: nameLeft(
      page,
      [headline.element, label].filter((element): element is PageElement => element !== null),
    ),
  };
}

/** The block with its lines, where nothing of it was taken away or joined to it. */
const asShown = ({ block, lined }: Part): DraftBlock => (lined?.read === block ? lined.lines : block);

/** Most lines of text above and with the byline: a summary, a place, the byline. */
const ABOVE_TEXT = 3;

/** The line of the names above the text is said where names are said. */
function leaveByline(parts: readonly Part[], byline: string): void {
  const kept = parts.filter((part) => part.reason === null && part.role === "text" && part.block.text !== "");
  if (kept.length < 2) return;
  for (const part of kept.slice(0, ABOVE_TEXT))
    if ((part.block.kind === "paragraph" || part.block.kind === "heading") && isBylineOf(part.block.text, byline)) part.reason = "metadata";
}

/** Where nothing would be left of a page, what spoke against its lines was wrong; what its elements say of themselves holds. */
function keepSomething(parts: readonly Part[], headline: PageElement | null): void {
  const hasText = (part: Part): boolean => part.role === "text" && part.block.text !== "";
  if (parts.some((part) => part.reason === null && hasText(part))) return;
  for (const part of parts) {
    if (part.judged !== null || !hasText(part) || (headline && isWithin(part.place, headline))) continue;
    if (part.reason !== null && WEAK.has(part.reason)) part.reason = null;
  }
  if (parts.some((part) => part.reason === null && hasText(part))) return;
  // Short posts side by side look like announcements of articles.
  for (const part of parts)
    if (part.reason === "related" && hasText(part) && part.linked < 0.3 && part.weight >= SHORT_POST) part.reason = null;
}

/** Least weight of a post, weight: a sentence. */
const SHORT_POST = 20;

/** Reasons that lie in how a line looks. */
const WEAK = new Set<LeaveReason>(["related", "boilerplate", "metadata", "navigation"]);

/** The whole text of a page, as one line. */
export const readPageText = (html: string): string => collapse(textOf(parsePage(html).body));

const languageSaid = ({ root, body }: PageTree, data: PageData): string | null =>
  attribute(root, "lang") ??
  attribute(root, "xml:lang") ??
  attribute(body, "lang") ??
  metaContent(data, "og:locale", "content-language") ??
  data.described?.lang ??
  null;

function directionSaid({ root, body }: PageTree): Direction | null {
  const said = (attribute(root, "dir") ?? attribute(body, "dir"))?.toLowerCase();
  return said === "rtl" || said === "ltr" ? said : null;
}

/** A page whose only words ask for scripts. */
function isRefusal(blocks: readonly DraftBlock[]): boolean {
  const LONGEST = 400;
  const text = blocks.map((block) => block.text).join(" ");
  const asks =
    /\b(?:enable|requires?|need|without|turn on|activate|activer|aktivier\w*|habilit\w*)\b.{0,60}\bjava ?script\b|\bjava ?script\b.{0,60}\b(?:enable|disabled|required|enabled|turned on)\b/i;
  return text.length <= LONGEST && asks.test(text);
}

const NEXT = "Open it in your browser, then save it as a file and open that, or copy the text and paste it here.";

const needsScripts = (): Failure =>
  new Failure("not-an-article", `This page shows its text only with its scripts, which Lectern does not run. ${NEXT}`);

const robotCheck = (): Failure =>
  new Failure("not-an-article", `This page asks whether you are a person, and shows its text only after that. ${NEXT}`);

const noText = (): Failure => new Failure("not-an-article", `There is no text on this page. ${NEXT}`);
