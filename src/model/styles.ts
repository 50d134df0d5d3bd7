import type { Script, Utterance } from "./script.ts";

/** What can sound different from the body of an article. */
export const STYLED = ["heading", "photo", "caption", "quotation"] as const;
export type Styled = (typeof STYLED)[number];

/** How it can sound different. `sound`: a short sound comes before it. */
export const STYLES = ["plain", "lower", "higher", "second-voice", "sound"] as const;
export type Style = (typeof STYLES)[number];

/** The setting of each. */
export const STYLE_SETTINGS = {
  heading: "headingStyle",
  photo: "photoStyle",
  caption: "captionStyle",
  quotation: "quotationStyle",
} as const satisfies Record<Styled, string>;

/** What an utterance is to the ear. */
export interface Standing {
  /** One, or two for a photo whose description and caption are said as one; the first that is not plain counts. */
  readonly kinds: readonly Styled[];
  /** Whether it begins what it is part of: of a quotation of three sentences only the first does. */
  readonly first: boolean;
}

const isOnPage = (utterance: Utterance): boolean => utterance.pieces.some((piece) => piece.source !== null);
const blockOf = (utterance: Utterance): string | null => utterance.pieces.find((piece) => piece.source !== null)?.source?.block ?? null;

/** Of a figure the description is not on the page, the caption is. Where only one is said, it is both. */
function figureKinds(script: Script, index: number): readonly Styled[] {
  const utterance = script.utterances[index];
  if (!utterance || !isOnPage(utterance)) return ["photo"];
  const block = blockOf(utterance);
  let first = index;
  while (first > 0) {
    const before = script.utterances[first - 1];
    if (before?.role !== "figure" || blockOf(before) !== block) break;
    first -= 1;
  }
  const before = script.utterances[first - 1];
  return before?.role === "figure" && !isOnPage(before) ? ["caption"] : ["photo", "caption"];
}

function kindsOf(script: Script, index: number): readonly Styled[] {
  switch (script.utterances[index]?.role) {
    case "title":
    case "heading":
      return ["heading"];
    case "quote":
      return ["quotation"];
    case "figure":
      return figureKinds(script, index);
    default:
      return [];
  }
}

/** What an utterance of a script is to the ear; null: nothing but the body. */
export function standingOf(script: Script, index: number): Standing | null {
  const kinds = kindsOf(script, index);
  const utterance = script.utterances[index];
  if (kinds.length === 0 || !utterance) return null;
  const before = script.utterances[index - 1];
  const isSame = before !== undefined && kindsOf(script, index - 1).join() === kinds.join();
  // Quotations that follow each other are one, as they are announced; every other block is something new.
  const first = !isSame || (kinds[0] !== "quotation" && blockOf(before) !== blockOf(utterance));
  return { kinds, first };
}
