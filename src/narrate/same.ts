/** Share of the description's words that a caption must have to say the same (guess; "near-duplicate" of real pairs lies above). */
const SHARED = 0.9;
/** Words of news agencies' credit lines. */
const CREDIT =
  /[\s(,|–—-]*(?:\b(?:photo|image|picture|credit|courtesy|photograph|illustration)(?:\s+(?:by|of|credit|courtesy))?\s*[:/]?|©)\s*[^.]{0,80}\.?\)?\s*$/iu;
const AGENCY = /\s*\((?:[^()]{0,60}(?:\/|\bvia\b)[^()]{0,60}|AP|AFP|Reuters|Getty Images|EPA)\)\s*$/u;

/** The words of a text alone: without case, marks, quotes, credit. */
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize("NFC").replaceAll("\u00A0", " ").slice(0, 4000);
  const bare = plain.replace(AGENCY, "").replace(CREDIT, "");
  const kept = bare.trim() === "" ? plain : bare;
  return kept.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/**
 * Whether a caption makes a description needless: it says the same, or all of it and more. Compared without case, marks, kinds of
 * quotes and spaces; a credit or a date at the end makes no difference.
 */
export function saysTheSame(description: string, caption: string): boolean {
  const said = wordsOf(description);
  const shown = wordsOf(caption);
  if (said.length === 0) return true;
  if (shown.length === 0) return false;
  const left = new Map<string, number>();
  for (const word of shown) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of said) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      shared += 1;
      left.set(word, count - 1);
    }
  }
  if (shared / said.length >= SHARED) return true;
  // The description goes on after all that the caption says: with no more than a date.
  const rest = said.slice(shown.length);
  return (
    shown.length >= 5 &&
    rest.length <= 4 &&
    shown.every((word, index) => said[index] === word) &&
    rest.some((word) => /^(?:1[89]|20)\d\d$/.test(word))
  );
}

/** Whether a description or caption says itself that it is a picture. */
export const namesItself = (text: string): boolean =>
  /^\W*(?:(?:an?|the|this|file|undated|handout|combination)\s+){0,3}(?:photo(?:graph)?|picture|image|screenshot|screengrab)\b/iu.test(text);
