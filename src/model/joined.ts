/** What carries its own gap, and takes no space after it. */
const WIDE_END = /[\u3001\u3002\u3008-\u3011\u3014-\u301b\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]$/u;
/** Letters that stand one after another without spaces, for an expression. */
export const CLOSE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const CLOSE_END = new RegExp(String.raw`${CLOSE}\p{P}*$`, "u");
const CLOSE_START = new RegExp(String.raw`^\p{P}*${CLOSE}`, "u");
const BETWEEN_CLOSE = new RegExp(`(?<=${CLOSE}) (?=${CLOSE})`, "gu");

/** A text that was put together, without the spaces between letters of a writing that has none. */
export const closedUp = (text: string): string => text.replace(BETWEEN_CLOSE, "");

/** Texts one after another, with the space that their writing has between them; what is "" is left out. */
export const joined = (texts: readonly string[]): string =>
  texts.reduce((before, next) => {
    if (before === "" || next === "") return before + next;
    return `${before}${WIDE_END.test(before) || (CLOSE_END.test(before) && CLOSE_START.test(next)) ? "" : " "}${next}`;
  }, "");
