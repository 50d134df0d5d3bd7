import { languageOf, type Script, spokenText, type Taste, type Utterance } from "../model/index.ts";
import { said } from "../words/index.ts";
import { pauseAfter } from "./pauses.ts";
import { announcementLang, ownPieces } from "./telling.ts";

/**
 * Writings that several languages share, and the language whose voice reads the others passably: names and numbers are understood, and
 * whoever knows the language gets the drift. A voice that does not know a writing names its letters one by one, or says nothing. (Guess.)
 */
const STAND_INS: readonly (readonly [writing: RegExp, lang: string])[] = [
  [/\p{Script=Latin}/gu, "en"],
  [/\p{Script=Cyrillic}/gu, "ru"],
  [/\p{Script=Arabic}/gu, "fa"],
  [/\p{Script=Devanagari}/gu, "hi"],
  [/\p{Script=Bengali}/gu, "bn"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Ethiopic}/gu, "am"],
  [/\p{Script=Han}/gu, "zh"],
];
const LETTER = /\p{L}/gu;

const countOf = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/** Tags that name no language. */
const NAMELESS: ReadonlySet<string> = new Set(["", "und", "mul", "mis", "zxx"]);

/** A language by its name in another; null where it has none, as what a page made up. */
function nameOf(lang: string, inLang: string): string | null {
  if (NAMELESS.has(lang)) return null;
  try {
    return new Intl.DisplayNames([inLang], { type: "language", fallback: "none" }).of(lang) ?? null;
  } catch {
    return null;
  }
}

/** The language whose voice reads a text for one without a voice: the listener's own before others; null: none can. */
function standInFor(text: string, own: string, speaks: (lang: string) => boolean): string | null {
  const letters = countOf(text, LETTER);
  if (letters === 0) return own;
  const found = STAND_INS.find(([writing]) => countOf(text, writing) * 2 > letters);
  if (!found) return null;
  const [writing, lang] = found;
  const ownName = nameOf(own, own) ?? "";
  if (countOf(ownName, writing) * 2 > countOf(ownName, LETTER)) return own;
  return speaks(lang) ? lang : null;
}

/** What becomes of the sentences of a language that no voice speaks. */
interface Without {
  readonly name: string;
  readonly first: number;
  skipped: number;
  standIn: string | null;
}

/**
 * A script as it can be said with the voices that there are. Before the first sentence in a language that none speaks it is said, once,
 * what the language is and what becomes of it: where another language's voice knows its letters, that one reads; else its sentences
 * are silent, and keep their places. What is in no language that anybody knows stays as it is: pages make tags up.
 * @param speaks whether there is a voice for a language, BCP 47
 */
export function withoutVoice(script: Script, taste: Taste, speaks: (lang: string) => boolean): Script {
  const own = speaks(announcementLang(taste)) ? announcementLang(taste) : "en";
  const known = new Map<string, boolean>();
  const isSpoken = (lang: string): boolean => {
    const answer = known.get(lang) ?? speaks(lang);
    known.set(lang, answer);
    return answer;
  };
  const languages = new Map<string, Without | null>();
  const utterances = script.utterances.map((utterance, index): Utterance => {
    if (isSpoken(utterance.lang)) return utterance;
    const base = languageOf(utterance.lang);
    let without = languages.get(base);
    if (without === undefined) {
      const name = nameOf(base, own);
      without = name === null ? null : { name, first: index, skipped: 0, standIn: null };
      languages.set(base, without);
    }
    if (without === null) return utterance;
    const lang = standInFor(spokenText(utterance), own, isSpoken);
    if (lang === null) {
      without.skipped += 1;
      return { ...utterance, pieces: utterance.pieces.map(({ source }) => ({ spoken: "", source })), pause: 0 };
    }
    without.standIn ??= lang;
    return { ...utterance, lang };
  });
  const announced = new Map<number, Utterance>();
  for (const { name, first, skipped, standIn } of [...languages.values()].filter((one) => one !== null)) {
    const other = nameOf(languageOf(standIn ?? ""), own) ?? "";
    const text = said(skipped > 0 ? "say.skippedLanguage" : "say.standIn", own, { language: name, other, count: skipped });
    announced.set(first, { role: "announcement", lang: own, pieces: ownPieces(text), pause: pauseAfter("announcement", true) });
  }
  if (announced.size === 0) return script;
  return { ...script, utterances: utterances.flatMap((utterance, index) => [announced.get(index) ?? [], utterance].flat()) };
}
