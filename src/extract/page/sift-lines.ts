import type { LeaveReason } from "../../model/index.ts";
import { parseDate } from "../dates.ts";
import { isSizeControl, isSkipLink, SIZE_RUN } from "../page-words.ts";
import { comparable } from "../same-text.ts";
import { endsSentence } from "../text.ts";
import { resemblance } from "./headline.ts";
import { isNamed, labelOf } from "./labels.ts";
import { mailHeader } from "./mail-header.ts";
import { isProse, isSentence, type Part } from "./part.ts";
import { ASKS, LEADS_AWAY, reasonOfLine } from "./phrases.ts";
import { isShareLine, leaveShareLines } from "./share-lines.ts";
import { isWithin, type PageElement } from "./tree.ts";
import { PROSE } from "./weigh.ts";

/** From which likeness a heading above the text is the headline once more (guess). */
const SAME_HEADLINE = 0.6;
/** Longest line that says who, when and where, weight. */
const LONGEST_METADATA = 160;

/**
 * Leaves out what by its own words, or by what it stands in, is no part of any article. @param own whether it is an author's own text
 * (Markdown): no line of it is a page's button, whatever it says
 */
export function siftLines(parts: readonly Part[], headline: PageElement | null, title: string | null, own: boolean): void {
  const key = title === null ? "" : comparable(title);
  if (!own) sizeControls(parts);
  namesOfLanguages(parts);
  const letter = mailHeader(parts);
  let isTold = false;
  for (const part of parts) {
    if (!letter.has(part)) part.reason ??= reasonOfPart(part, key, headline, own);
    if (part.reason) continue;
    // Above the text the headline is often shown twice, in other words or with a label.
    if (!isTold && key !== "" && isHeadlineAgain(part, key)) part.reason = "metadata";
    isTold ||= isProse(part) && isSentence(part);
  }
  if (!own) leaveShareLines(parts);
}

/** What a part says against itself; null: nothing. */
function reasonOfPart(part: Part, title: string, headline: PageElement | null, own: boolean): LeaveReason | null {
  const { text, kind } = part.block;
  // A box that is named a figure can hold anything.
  if (part.role !== "text") return part.block.kind === "figure" && part.block.src === null && isSkipLink(text) ? "skip-link" : null;
  if (headline && isWithin(part.place, headline)) return "metadata";
  if (kind === "table" || kind === "code" || kind === "media" || kind === "embed" || kind === "break") return null;
  const key = part.weight <= LONGEST_LINE ? comparable(text) : "";
  if (kind === "heading" && title !== "" && comparable(text) === title) return "metadata";
  if (!/[\p{L}\p{N}]/u.test(text)) return "decoration";
  // The number of a row, in a table that arranges a page.
  if (part.place.tag === "td" && /^\p{N}{1,3}[.)]$/u.test(text)) return "decoration";
  if (isSkipLink(text)) return "skip-link";
  // Of these more is asked than their words.
  if (isShareLine(text)) return null;
  const line = own ? null : reasonOfLine(key);
  if (line) return line;
  const asks = part.weight < PROSE * 6 ? ASKS.find(([, pattern, about]) => (about?.test(text) ?? true) && pattern.test(text)) : undefined;
  if (asks) return asks[0];
  if (kind !== "heading" && (isMetadata(part) || isDateline(text))) return "metadata";
  // A note can be nothing but an address.
  if (kind === "footnote") return null;
  if (isCellHeading(part)) return null;
  if (isAway(part)) return "related";
  if (part.linked > LINKS_OF_TAGS && TAGS.test(text)) return "navigation";
  if (kind === "heading") return part.linked > 0.8 ? "related" : null;
  return part.linked > 0.75 && !endsSentence(text) ? "related" : null;
}

/** Whether a heading says what the headline says; a sentence tells more. */
const isHeadlineAgain = (part: Part, title: string): boolean =>
  part.block.kind === "heading" && !isSentence(part) && resemblance(comparable(part.block.text), title) >= SAME_HEADLINE;

/** Tables that arrange a page have headings in their cells, linked to what explains them. */
const isCellHeading = ({ place }: Part): boolean =>
  /^(?:td|th|dt)$/.test(place.tag) && / (?:header|heading|headline|title) /.test(labelOf(place));

/** "Tags: river, boats", and how much of it is links. */
const TAGS =
  /^(?:tags?|tagged(?: with)?|topics?|filed (?:under|in)|posted in|categor(?:y|ies)|keywords?|labels?|themen|schlagw[oö]rter|kategorien?|mots[- ]cl[ée]s|cat[ée]gories?|etiquetas|temas|categor[ií]as?|trefwoorden)\s*[:：]/iu;
const LINKS_OF_TAGS = 0.4;

/** Longest line that is compared with known lines, weight. */
const LONGEST_LINE = 200;

function isMetadata(part: Part): boolean {
  if (part.weight >= LONGEST_METADATA || isSentence(part)) return false;
  const { place } = part;
  return isNamed.metadata(place) || (place.parent !== null && isNamed.metadata(place.parent) && part.weight < LONGEST_METADATA / 2);
}

/** A line that only leads to another article. */
function isAway(part: Part): boolean {
  const { text } = part.block;
  if (part.weight > PROSE * 5) return false;
  const found = LEADS_AWAY.exec(text);
  if (!found) return part.linked > 0.9 && part.weight < PROSE * 8 && isProse(part);
  const rest = 1 - found[0].length / Math.max(1, text.length);
  return (
    part.linked > 0.4 ||
    part.linked >= rest * 0.7 ||
    (/[:：]\s*$|[:：]/.test(text.slice(found[0].length, found[0].length + 2)) && !/[.]["”»]?$/.test(text))
  );
}

/** Whether a line is a date and the words around one. */
function isDateline(text: string): boolean {
  const LONGEST = 80;
  if (text.length > LONGEST || !/\d/.test(text)) return false;
  const bare = text.replace(
    /^(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|date|aktualisiert|veröffentlicht|stand|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|publicerad|uppdaterad|publisert|oppdatert|sist|uhr|publiziert|erstellt am|am|le|el|den|at|on)[\s:.,-]*)+/iu,
    "",
  );
  return parseDate(bare.replace(/\s*(?:uhr|h)$/i, "")) !== null;
}

/** The name of a code's language over it is said with the code. */
function namesOfLanguages(parts: readonly Part[]): void {
  for (const [n, part] of parts.entries()) {
    const below = parts[n + 1]?.block;
    if (below?.kind !== "code" || below.language === null || part.block.kind !== "paragraph") continue;
    if (comparable(part.block.text) === comparable(below.language)) part.reason ??= "repeated";
  }
}

/** Rows of the names of text sizes: in one line, or in several. */
function sizeControls(parts: readonly Part[]): void {
  const isShort = (part: Part | undefined): boolean => part !== undefined && part.role === "text" && part.weight <= LONGEST_SIZE;
  for (const [n, part] of parts.entries()) {
    if (part.weight <= LONGEST_ROW && isSizeControl(part.block.text.split(" "))) part.reason = "size-control";
    if (!isShort(part) || !isShort(parts[n + 1]) || !isShort(parts[n + 2])) continue;
    for (let length = MOST_SIZES; length >= SIZE_RUN; length--) {
      const run = parts.slice(n, n + length);
      if (run.length < length || !run.every(isShort) || !isSizeControl(run.map(({ block }) => block.text))) continue;
      for (const size of run) size.reason = "size-control";
      break;
    }
  }
}

/** Most sizes in a row, the longest name of one, and the longest row in one line. */
const MOST_SIZES = 8;
const LONGEST_SIZE = 8;
const LONGEST_ROW = 60;
