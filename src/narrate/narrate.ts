import {
  type Article,
  type Block,
  type BlockId,
  type BlockOf,
  BYLINE,
  borrowsTitle,
  KICKER,
  type LexiconEntry,
  type Role,
  type Script,
  spokenText,
  type Taste,
  TITLE,
  type Utterance,
  type VoiceId,
} from "../model/index.ts";
import { said } from "../words/index.ts";
import type { Occasion } from "./announce.ts";
import { calendarDay } from "./en/dates.ts";
import { tellFigure } from "./figures.ts";
import { type ReadyLexicon, readyLexicon } from "./lexicon.ts";
import { BREAK_PAUSE } from "./pauses.ts";
import { saysTheSame } from "./same.ts";
import { sayText } from "./say-text.ts";
import type { Stretch } from "./sentences.ts";
import { tellTable } from "./tables.ts";
import { announce, announceAlone, announcementLang, type Passage, sameLanguage, tell, tellSentences, tellUnshown } from "./telling.ts";

/** Where a block stands among its neighbours. */
interface Standing {
  readonly blocks: readonly Block[];
  readonly at: number;
  /** The number of a figure among the figures, from 1; their number. */
  readonly photo: number;
  readonly photos: number;
  /** The lengths of the lists that begin at an index. */
  readonly lists: ReadonlyMap<number, number>;
  readonly lexicon: ReadyLexicon;
}

/** The lines of a code block. */
function lines(text: string): readonly Stretch[] {
  return [...text.matchAll(/[^\n\r]+/g)].flatMap((match) => {
    const line = match[0];
    const start = match.index + (line.length - line.trimStart().length);
    const end = match.index + line.trimEnd().length;
    return end > start ? [{ start, end }] : [];
  });
}

/** How many entries each list has, at the index of the block of its first entry. One pass. */
function listLengths(blocks: readonly Block[]): ReadonlyMap<number, number> {
  const lengths = new Map<number, number>();
  /** The lists that are open, the outermost first. */
  let open: { readonly depth: number; readonly first: number; readonly from: number | null; ordinal: number | null }[] = [];
  blocks.forEach((block, at) => {
    if (block.kind !== "item") {
      open = [];
      return;
    }
    while ((open.at(-1)?.depth ?? -1) > block.depth) open.pop();
    const last = open.at(-1);
    // Another kind of numbering, or one that begins anew, begins another list. Numbers can be left out, or go down.
    const goesOn = (before: number | null, from: number | null): boolean => {
      if (before === null || from === null || block.ordinal === null) return before === block.ordinal;
      return block.ordinal > before || (before <= from && block.ordinal === before - 1);
    };
    if (last?.depth === block.depth && !goesOn(last.ordinal, last.from)) open.pop();
    const same = open.at(-1);
    const first = same?.depth === block.depth ? same.first : at;
    if (first === at) open.push({ depth: block.depth, first, from: block.ordinal, ordinal: block.ordinal });
    else if (same) same.ordinal = block.ordinal;
    lengths.set(first, (lengths.get(first) ?? 0) + 1);
  });
  return lengths;
}

/** Whether the list that begins at an index stands inside an entry of another one. */
function isInner(blocks: readonly Block[], at: number): boolean {
  const [before, block] = [blocks[at - 1], blocks[at]];
  return before?.kind === "item" && block?.kind === "item" && before.depth < block.depth;
}

function tellMedia(block: BlockOf<"media" | "embed">, passage: Passage, taste: Taste): readonly Utterance[] {
  const audio = /\.(?:mp3|m4a|ogg|oga|opus|wav|aac|flac)(?:[?#]|$)/i.test(block.source);
  const kind = block.kind === "embed" ? "embed" : audio ? "audio" : "video";
  const title = block.title?.trim() ?? "";
  const shown = tellSentences(passage);
  if (shown.length === 0 && title === "") return announceAlone(`bare-${kind}`, taste, "media");
  if (title === "" || (shown.length > 0 && saysTheSame(title, passage.text))) return announce(kind, taste, shown);
  return [...announce(kind, taste, tellUnshown({ ...passage, text: title })), ...shown];
}

const ROLES: Readonly<Record<Exclude<Block["kind"], "break">, Role>> = {
  heading: "heading",
  paragraph: "paragraph",
  quote: "quote",
  footnote: "footnote",
  item: "item",
  code: "code",
  figure: "figure",
  table: "table",
  media: "media",
  embed: "media",
};

/** The mark that a footnote begins with: its number or letter, or a sign that leads back to the text. */
const NOTE_MARK = /^(?:[[(]?(?:\d{1,3}|\p{Ll})[\])][.:]?|(?:\d{1,3}|\p{Ll})[.:]|\d{1,3}|[^\p{L}\p{N}\s]{1,3})$/u;

/** "Footnote one. See …": the number goes with the announcement, a sign is not said. */
function withNumber(utterance: Utterance, text: string): Utterance {
  const at = utterance.pieces.findIndex((piece) => piece.source !== null);
  const [before, mark, after] = [utterance.pieces[at - 1], utterance.pieces[at], utterance.pieces[at + 1]];
  const shown = text.slice(mark?.source?.start, mark?.source?.end);
  if (!before || !mark || !after || shown.length > LONGEST_MARK || !NOTE_MARK.test(shown)) return utterance;
  // "12 people" is no note's number: a note begins as a sentence does.
  if (/^\d+$/.test(shown) && !/^\s*["“„«(]?\p{Lu}/u.test(text.slice(mark.source?.end))) return utterance;
  const named = /[\p{L}\p{N}]/u.test(shown);
  return {
    ...utterance,
    pieces: utterance.pieces.map((piece, index) => {
      if (index === at) return { ...piece, spoken: named ? `${piece.spoken.trim().replace(/[.,:]$/, "")}. ` : "" };
      return index === at - 1 && named ? { ...piece, spoken: piece.spoken.replace(/[.。।]\s*$/u, " ") } : piece;
    }),
  };
}

/** The longest mark of a note as the page shows it, UTF-16 code units: "[123]". */
const LONGEST_MARK = 5;

function tellBlock(block: Exclude<Block, { kind: "break" }>, standing: Standing, taste: Taste, lang: string): readonly Utterance[] {
  const passage: Passage = {
    block: block.id,
    text: block.text,
    role: ROLES[block.kind],
    lang: block.lang ?? lang,
    lexicon: standing.lexicon,
  };
  const { blocks, at } = standing;
  const announced = (occasion: Occasion): readonly Utterance[] => announce(occasion, taste, tellSentences(passage));
  switch (block.kind) {
    case "paragraph":
      return tellSentences(passage);
    case "heading":
      return announced("heading");
    case "footnote":
      return announced("footnote").map((utterance, index) => (index === 0 ? withNumber(utterance, block.text) : utterance));
    case "quote": {
      const told = blocks[at - 1]?.kind === "quote" ? tellSentences(passage) : announced("quotation");
      return blocks[at + 1]?.kind === "quote" ? told : [...told, ...announceAlone("quotation-end", taste, "announcement")];
    }
    case "item": {
      const count = standing.lists.get(at);
      const told = tellSentences(passage);
      return [
        ...(count === undefined ? [] : announceAlone(isInner(blocks, at) ? "inner-list" : "list", taste, "announcement", { count })),
        ...(block.ordinal === null ? told : announce("ordinal", taste, told, { n: block.ordinal })),
      ];
    }
    case "code":
      return announce("code", taste, tell(passage, lines(block.text)));
    case "figure":
      return tellFigure(block, passage, taste, standing.photo, standing.photos);
    case "table":
      return tellTable(block, passage, taste);
    case "media":
    case "embed":
      return tellMedia(block, passage, taste);
  }
}

/** When it was published, as it is said in the language of announcements; nothing where that is not known. */
function tellDay(time: string, taste: Taste): readonly Utterance[] {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(time);
  if (!iso) return [];
  const lang = announcementLang(taste);
  if (sameLanguage(lang, "en")) {
    const day = calendarDay(iso[1] ?? "", Number(iso[2]), Number(iso[3]));
    return day ? announceAlone("published", taste, "byline", { day }) : [];
  }
  const date = new Date(`${iso[0]}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return [];
  // "г.", "р.": the word for year, which nobody says.
  const day = new Intl.DateTimeFormat(`${lang}-u-ca-gregory-nu-latn`, { dateStyle: "long", timeZone: "UTC" })
    .format(date)
    .replace(/\s*[гр]\.$/u, "");
  // As a whole: in many languages the words around a day decide its form.
  return announceAlone("published", taste, "byline", { day }).map((utterance) => ({
    ...utterance,
    pieces: [{ spoken: sayText(spokenText(utterance), { lang, article: NOWHERE, lexicon: [], voice: null }), source: null }],
  }));
}
const NOWHERE = { address: "", site: null };

/** What comes before the article's blocks: kicker, title, byline, day. */
function tellHead(article: Article, taste: Taste, lexicon: ReadyLexicon): readonly Utterance[] {
  const { lang } = article;
  const passage = (block: BlockId, text: string | null, role: Role): readonly Utterance[] =>
    tellSentences({ block, text: text ?? "", role, lang, lexicon });
  const byline = passage(BYLINE, article.byline, "byline");
  const own = said("say.by", lang).replace(/\W+$/u, "").toLowerCase();
  const named = article.byline?.trim().toLowerCase().startsWith(`${own} `) || !sameLanguage(lang, announcementLang(taste));
  return [
    ...passage(KICKER, article.kicker, "kicker"),
    // A borrowed title stands in the first block too, and is said there.
    ...(borrowsTitle(article) ? [] : passage(TITLE, article.title, "title")),
    ...(named ? byline : announce("byline", taste, byline)),
    ...tellDay(article.published ?? "", taste),
  ];
}

/**
 * How an article is said to a listener: every word that the page shows, in order, sentence by sentence, and between them what is
 * announced; at the end, once, where only the beginning was there. The same article, taste and lexicon give the same script. Linear in the article's length.
 * @param lexicon how the listener wants words said, the most important entries first
 * @param voice the voice that will read: entries for other voices are left out
 */
export function narrate(article: Article, taste: Taste, lexicon: readonly LexiconEntry[] = [], voice: VoiceId | null = null): Script {
  const ready = readyLexicon(lexicon, article, voice);
  const utterances: Utterance[] = [...tellHead(article, taste, ready)];
  const photos = article.blocks.filter((block) => block.kind === "figure").length;
  const lists = listLengths(article.blocks);
  let photo = 0;
  article.blocks.forEach((block, at) => {
    if (block.kind === "break") {
      const last = utterances.at(-1);
      if (last) utterances[utterances.length - 1] = { ...last, pause: Math.max(last.pause, BREAK_PAUSE) };
      return;
    }
    if (block.kind === "figure") photo += 1;
    for (const utterance of tellBlock(block, { blocks: article.blocks, at, photo, photos, lists, lexicon: ready }, taste, article.lang))
      utterances.push(utterance);
  });
  // Who listens can't see that a text stops in the middle.
  if (article.audit.beginning) utterances.push(...announceAlone("beginning", taste, "announcement"));
  return { article: article.id, utterances };
}
