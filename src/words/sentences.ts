import { CLOSE, joined } from "../model/index.ts";

/** The end of a sentence, whatever closes after it. */
const ENDED = /[\p{Sentence_Terminal}…:：;；]\p{P}*$/u;
/** The full stops that are no ".", each by a letter that it goes with. */
const STOPS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(CLOSE, "u"), "。"],
  [/\p{Script=Devanagari}/u, "।"],
];

/** Parts as sentences: what does not end as one gets the full stop of its writing; what is "" is left out. */
export const sentencesOf = (parts: readonly string[]): string =>
  joined(
    parts
      .map((part) => part.trim())
      .map((part) => (part === "" || ENDED.test(part) ? part : `${part}${STOPS.find(([letter]) => letter.test(part))?.[1] ?? "."}`)),
  );
