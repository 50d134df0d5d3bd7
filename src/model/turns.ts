/** Signs that turn the writing of what follows round until it is ended (UAX 9): embeddings, overrides and isolates. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A title without the signs that would turn round what is written behind it: in a tag, a table of contents or the name of a file nothing
 * ends them. A paragraph of the text ends them itself.
 */
export const withoutTurns = (text: string): string => text.replace(TURNS, "");
