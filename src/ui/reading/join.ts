import type { Script, Utterance, Verbosity } from "../../model/index.ts";
import { said, saidLanguage } from "../../words/index.ts";

/** The clear pause between two articles, seconds, at every speed: twice that after a headline at rate 1, which is the longest in an article (guess). */
const JOIN_PAUSE = 1.8;
/** The silence after what is said between them, seconds. */
const AFTER_WORDS = 0.5;

/** What is said of the article that comes next. */
export interface Joint {
  readonly source: string;
  /** Said where the article goes on in its middle, and its headline is not heard. Null: it begins. */
  readonly title: string | null;
  /** Which one of how many. */
  readonly n: number;
  readonly total: number;
  /** The headlines of what could not be opened. */
  readonly lost: readonly string[];
}

/** How it is said. */
export interface JoinTaste {
  readonly verbosity: Verbosity;
  /** The language of announcements, BCP 47. */
  readonly lang: string;
}

const ours = (spoken: string, lang: string, pause: number): Utterance => ({
  role: "announcement",
  pieces: spoken === "" ? [] : spoken.split(/(?<=\s)(?=\S)/).map((word) => ({ spoken: word, source: null })),
  lang,
  pause,
});

/** Silence by itself, as a part of a script: as long at every speed. */
export const silence = (seconds: number, lang: string): Utterance => ours("", lang, seconds);

/** An announcement as a part of a script. */
export const announced = (spoken: string, lang: string): Utterance => ours(spoken, lang, AFTER_WORDS);

/** What sounds between two articles: a clear pause; what could not be opened; and from normal verbosity on where the next one is from. */
export function joint({ source, title, n, total, lost }: Joint, taste: JoinTaste): readonly Utterance[] {
  const lang = saidLanguage(taste.lang) ?? "en";
  const say = (text: string): Utterance => announced(text, lang);
  const next =
    title !== null
      ? said("say.nextGoesOn", lang, { title, source })
      : taste.verbosity === "brief"
        ? ""
        : taste.verbosity === "full"
          ? said("say.nextOf", lang, { n, total, source })
          : said("say.next", lang, { source });
  return [
    silence(JOIN_PAUSE, lang),
    ...lost.map((headline) => say(said("say.notOpened", lang, { title: headline }))),
    ...(next === "" ? [] : [say(next)]),
  ];
}

/** A script that begins, or goes on at an utterance, with something else before it. */
export const withJoint = (script: Script, at: number, before: readonly Utterance[]): Script => ({
  ...script,
  utterances: script.utterances.toSpliced(at, 0, ...before),
});
