import type { LeaveReason } from "../../model/index.ts";
import { parseDate } from "../dates.ts";
import { isShareAct, isShareWord, isSizeControl, isSkipLink, SIZE_RUN } from "../page-words.ts";
import { comparable, compareTexts } from "../same-text.ts";
import { countWords, endsSentence } from "../text.ts";
import { isCapitals, isHeadlineCase, isProse, isTitleLike, type Line, MARKER } from "./lines.ts";

/** A rule gives roles to lines that have none. It never looks at the place of a line alone. */
type Rule = (lines: Line[]) => void;

const open = (line: Line | undefined): line is Line => line !== undefined && line.role === null;

/** Lines in a row that pass, from `start` on. */
function run(lines: readonly Line[], start: number, passes: (line: Line) => boolean): Line[] {
  const found: Line[] = [];
  for (let n = start; n < lines.length; n++) {
    const line = lines[n];
    if (!open(line) || !passes(line)) break;
    found.push(line);
  }
  return found;
}

/** Leaves out runs of at least `least` lines that pass. */
const leaveRuns =
  (reason: LeaveReason, least: number, passes: (line: Line) => boolean, enough: (lines: Line[]) => boolean = () => true): Rule =>
  (lines) => {
    for (let n = 0; n < lines.length; n++) {
      const found = run(lines, n, passes);
      if (found.length >= least && enough(found)) for (const line of found) line.role = { is: "left", reason };
      n += Math.max(0, found.length - 1);
    }
  };

/** The words are those that pages hide at their top for people without a mouse: nobody else writes them. */
const skipLinks = leaveRuns("skip-link", 1, (line) => isSkipLink(line.text));

/** XS, SM, MD, LG: at least three names of sizes, and nothing else, in their order. */
const sizeControls: Rule = (lines) => {
  leaveRuns(
    "size-control",
    SIZE_RUN,
    (line) => /^\S{1,7}$/u.test(line.text),
    (found) => isSizeControl(found.map((line) => line.text)),
  )(lines);
  for (const line of lines) if (open(line) && isSizeControl(line.text.split(" "))) line.role = { is: "left", reason: "size-control" };
};

/**
 * "Share", "Facebook", "Print" below one another: buttons, where one of them says what it does. One alone can be a heading, names and
 * letters alone a list, and what has a marker is a point of one.
 */
const shareButtons = leaveRuns(
  "share",
  2,
  (line) => isShareWord(line.text) && !MARKER.test(line.text),
  (found) => found.some((line) => isShareAct(line.text)),
);

/** A sentence ends inside the text and another begins. */
const SEVERAL = /\p{Ll}[.!?؟]["'”’»)]*\s+["'“‘«(¿¡]?[\p{Lu}\p{Lo}]|[。！？]./u;

/**
 * A description and its caption: two lines that say the same, by themselves between blank lines, or long enough that no poem repeats
 * them. A page's copy has the photo's alternative text and then what stands below it.
 */
const photos: Rule = (lines) => {
  const LONG = 8;
  const SHORT = 4;
  for (let n = 0; n + 1 < lines.length; n++) {
    const description = lines[n];
    const caption = lines[n + 1];
    if (!open(description) || !open(caption)) continue;
    const words = Math.min(countWords(description.text), countWords(caption.text));
    const pair = caption.group === description.group && lines[n - 1]?.group !== caption.group && lines[n + 2]?.group !== caption.group;
    if (words < (pair ? SHORT : LONG)) continue;
    const likeness = compareTexts(description.text, caption.text);
    if (likeness === "different") continue;
    // Paragraphs of several sentences, a blank line between them, are the text said twice by mistake, not a photo.
    if (caption.group !== description.group && SEVERAL.test(caption.text)) {
      if (likeness === "same") caption.role = { is: "left", reason: "repeated" };
      continue;
    }
    description.role = { is: "taken" };
    caption.role = { is: "figure", description: description.text, near: likeness === "near" };
    n++;
  }
};

/** A line of nothing but strokes or stars. */
const breaks: Rule = (lines) => {
  for (const line of lines) if (open(line) && /^(?:[-–—_=]{3,}|(?:[*⁂•~#]\s?){3,}|⁂)$/u.test(line.text)) line.role = { is: "break" };
};

/** At least two lines with the same kind of marker; numbers must go on. The depth is the step of the indent. */
const lists: Rule = (lines) => {
  for (let n = 0; n < lines.length; n++) {
    const items = run(lines, n, (line) => MARKER.test(line.text));
    const marked = items.map((line) => {
      const [marker = "", , number] = MARKER.exec(line.text) ?? [];
      return { line, text: line.text.slice(marker.length), ordinal: number === undefined ? null : Number(number) };
    });
    n += Math.max(0, items.length - 1);
    const numbers = marked.map((item) => item.ordinal).filter((ordinal) => ordinal !== null);
    const goesOn = numbers.every((ordinal, i) => i === 0 || ordinal === (numbers[i - 1] ?? 0) + 1 || ordinal === 1);
    if (items.length < 2 || !goesOn) continue;
    const indents: number[] = [];
    for (const { line, text, ordinal } of marked) {
      while (indents.length > 0 && (indents.at(-1) ?? 0) > line.indent) indents.pop();
      if (indents.at(-1) !== line.indent) indents.push(line.indent);
      line.role = { is: "item", text, ordinal, depth: indents.length - 1 };
    }
  }
};

/** Labels that newsrooms put over a headline, compared in lower case. */
const KICKERS = new Set(
  "breaking news|breaking|news|latest|latest news|live|live updates|exclusive|developing|developing story|analysis|opinion|editorial|commentary|feature|features|interview|explainer|fact check|investigation|special report|obituary|review|world|world news|us news|uk news|europe|africa|asia|middle east|americas|politics|business|economy|science|health|technology|tech|sport|sports|culture|arts|travel|climate|environment|local news|weather".split(
    "|",
  ),
);

/** Most words of a headline (the longest that were met have 25). */
const HEADLINE_WORDS = 28;
const KICKER_WORDS = 4;

/** A label over a headline: it is a known one, or in capitals where the headline is not, or the headline is written as only headlines are. */
function isKicker(label: Line, headline: Line): boolean {
  if (!isTitleLike(label.text, KICKER_WORDS) || /[?!…]$/u.test(label.text) || !isTitleLike(headline.text, HEADLINE_WORDS)) return false;
  if (countWords(headline.text) <= countWords(label.text)) return false;
  if (KICKERS.has(comparable(label.text))) return true;
  return (isCapitals(label.text) && !isCapitals(headline.text)) || (isHeadlineCase(headline.text) && label.alone && headline.alone);
}

/**
 * A headline stands by itself, is no sentence, and a text of sentences follows. Where a label stands over it, that is the kicker.
 * Without this evidence there is none: the first line of a list or of a letter is not a headline.
 */
const headline: Rule = (lines) => {
  const start = lines.findIndex(open);
  const first = lines[start];
  const second = lines[start + 1];
  if (!first) return;
  const kicker = second && open(second) && isKicker(first, second) ? first : null;
  const title = kicker && second ? second : first;
  const rest = lines.slice(lines.indexOf(title) + 1);
  if (!isTitleLike(title.text, HEADLINE_WORDS) || !hasBody(title, rest)) return;
  if (kicker) kicker.role = { is: "kicker" };
  title.role = { is: "title" };
  const REPEATS = 3;
  for (const line of rest.slice(0, REPEATS))
    if (open(line) && comparable(line.text) === comparable(title.text)) line.role = { is: "left", reason: "repeated" };
};

/** Whether sentences follow soon. A line right below the headline must itself be one, or say who and when. */
function hasBody(title: Line, rest: readonly Line[]): boolean {
  const SOON = 6;
  const [next] = rest;
  if (next && next.group === title.group && open(next) && !isProse(next.text) && !saysWhoOrWhen(next.text)) return false;
  return rest.slice(0, SOON).some((line) => open(line) && (isProse(line.text) || (title.alone && line.alone && endsSentence(line.text))));
}

const BY = /^(?:by|von|par|por|door|di|af|av)[:\s]\s*(?=\p{Lu})/iu;

/** The names of "By Ann Smith and Bob Jones", null for what is no byline. */
function namesOf(text: string): string | null {
  const MOST_WORDS = 12;
  const names = text.replace(BY, "");
  if (names === text || countWords(text) > MOST_WORDS || (endsSentence(text) && !/\b\p{Lu}\.$/u.test(text))) return null;
  const words = names.match(/\p{L}[\p{L}\p{M}'’.-]*/gu) ?? [];
  const small = words.filter(
    (word) => /^\p{Ll}/u.test(word) && !/^(and|und|et|y|e|en|og|och|de|da|di|del|van|von|der|den|la|le|for|in)$/.test(word),
  );
  return small.length === 0 ? names : null;
}

const DATED = /^(published|posted|date|updated|last updated|last modified|modified)(?:\s+on)?\s*:?\s*/i;

function dateOf(text: string): { readonly is: "published" | "modified"; readonly date: string } | null {
  const label = DATED.exec(text)?.[1]?.toLowerCase() ?? "";
  const date = parseDate(text.replace(DATED, ""));
  return date === null ? null : { is: /updated|modified/.test(label) ? "modified" : "published", date };
}

const saysWhoOrWhen = (text: string): boolean => namesOf(text) !== null || dateOf(text) !== null;

/** Who and when, between the headline and the first paragraph. They say of themselves what they are. */
const credits: Rule = (lines) => {
  const title = lines.findIndex((line) => line.role?.is === "title");
  if (title < 0) return;
  const NEAR = 6;
  for (const line of lines.slice(title + 1, title + 1 + NEAR)) {
    if (!open(line)) continue;
    if (isProse(line.text) && namesOf(line.text) === null && dateOf(line.text) === null) return;
    line.role = namesOf(line.text) !== null ? { is: "byline" } : dateOf(line.text);
  }
};

/**
 * A section heading: by itself between blank lines (or, in a text without any, between paragraphs), short, begun like a heading, no
 * sentence, and prose follows it that is longer. What came before is body too.
 */
const headings: Rule = (lines) => {
  const MOST_WORDS = 14;
  const LONGEST = 90;
  const noBlanks = lines.every((line) => line.group === lines[0]?.group);
  let inBody = false;
  const shown = lines.filter((line) => line.role?.is !== "taken" && line.role?.is !== "left");
  shown.forEach((line, n) => {
    const next = shown[n + 1];
    const short = line.text.length <= LONGEST && isTitleLike(line.text, MOST_WORDS) && !/[!…"”»]$/u.test(line.text);
    const begun = /^["'“‘«(¿]?(?:\p{Lu}|\p{Lt}|\p{Lo}|\p{N})/u.test(line.text);
    if (open(line) && inBody && (line.alone || noBlanks) && short && begun && next && leads(line, next)) line.role = { is: "heading" };
    if ((open(line) && isProse(line.text)) || line.role?.is === "figure") inBody = true;
  });
};

const leads = (heading: Line, next: Line): boolean =>
  next.role === null ? isProse(next.text) && next.text.length > heading.text.length : next.role.is === "figure" || next.role.is === "item";

/** The rules, in their order: what is not the article first, then what is told by its form, then what is told by what stands around it. */
export const RULES: readonly Rule[] = [skipLinks, sizeControls, shareButtons, photos, breaks, lists, headline, credits, headings];

/** The names of a byline, without "By". */
export const bylineOf = (text: string): string => namesOf(text) ?? text;
