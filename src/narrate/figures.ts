import type { BlockOf, Taste, Utterance } from "../model/index.ts";
import { namesItself, saysTheSame } from "./same.ts";
import { announce, announceAlone, type Passage, tellSentences, tellUnshown } from "./telling.ts";

const plain = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

/**
 * A photo: its description and its caption, or once what both say; at full verbosity its number and its credit too.
 * `n` counts the article's photos from 1.
 */
export function tellFigure(block: BlockOf<"figure">, passage: Passage, taste: Taste, n: number, total: number): readonly Utterance[] {
  const position = { n, total };
  const description = block.alt.trim();
  const shown = tellSentences(passage);
  if (shown.length === 0 && description === "") return announceAlone("bare-photo", taste, "figure", position);

  const photo = (text: string, utterances: readonly Utterance[]): readonly Utterance[] =>
    announce(namesItself(text) ? "photo-named-by-itself" : "photo", taste, utterances, position);
  const both =
    shown.length > 0 && description !== "" && plain(passage.text) !== plain(description) && !saysTheSame(description, passage.text);
  const unshown = both || shown.length === 0 ? tellUnshown({ ...passage, text: description }) : [];
  const told = both
    ? [...photo(description, unshown), ...announce("caption", taste, shown)]
    : photo(shown.length > 0 ? passage.text : description, shown.length > 0 ? shown : unshown);

  const credit = block.credit?.trim().replace(/\.$/, "") ?? "";
  if (credit === "" || plain(passage.text).includes(plain(credit))) return told;
  return taste.verbosity === "full" ? [...told, ...announce("credit", taste, tellUnshown({ ...passage, text: credit }))] : told;
}
