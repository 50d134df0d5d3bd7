/** The end of a sentence, whatever closes after it. */
const ENDED = /[\p{Sentence_Terminal}…:：;；]\p{P}*$/u;
/** What carries its own gap, and takes no space after it. */
const WIDE_END = /[\u3001\u3002\u3008-\u3011\u3014-\u301b\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]$/u;
/** Letters that stand one after another without spaces. */
const CLOSE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const CLOSE_END = new RegExp(String.raw`${CLOSE}\p{P}*$`, "u");
const CLOSE_START = new RegExp(String.raw`^\p{P}*${CLOSE}`, "u");
/** The full stops that are no ".", each by a letter that it goes with. */
const STOPS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(CLOSE, "u"), "。"],
  [/\p{Script=Devanagari}/u, "।"],
];

/** Sentences one after another, with the space that their writing has between them; what is "" is left out. */
export const joined = (sentences: readonly string[]): string =>
  sentences.reduce((before, next) => {
    if (before === "" || next === "") return before + next;
    return `${before}${WIDE_END.test(before) || (CLOSE_END.test(before) && CLOSE_START.test(next)) ? "" : " "}${next}`;
  }, "");

/** Parts as sentences: what does not end as one gets the full stop of its writing; what is "" is left out. */
export const sentencesOf = (parts: readonly string[]): string =>
  joined(
    parts
      .map((part) => part.trim())
      .map((part) => (part === "" || ENDED.test(part) ? part : `${part}${STOPS.find(([letter]) => letter.test(part))?.[1] ?? "."}`)),
  );
