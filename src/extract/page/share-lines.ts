import { isShareWord } from "../page-words.ts";
import { comparable } from "../same-text.ts";
import { reasonInLabel } from "./labels.ts";
import type { Part } from "./part.ts";
import { reasonOfLine } from "./phrases.ts";
import { closest, isElement, type PageElement, textOf } from "./tree.ts";

/** Longest text of a box in which a button is looked for, UTF-16 code units: in a longer one it is a button for something else. */
const LONGEST_BOX = 80;
const BUTTONS = new Set(["a", "button", "svg", "img", "input", "use"]);
const LISTS = new Set(["ul", "ol"]);

/** Whether a line is nothing but what a button that sends the page somewhere says: "Share", "X", "A". It can be a word of the text too. */
export const isShareLine = (text: string): boolean => isShareWord(text) || reasonOfLine(comparable(text)) === "share";

/**
 * Leaves out the lines of buttons that send the page somewhere. Their words alone are no reason, a list can be one of letters or of
 * networks: there is a link, a button, a picture or a name of one, or it is the heading of such lines. A list keeps all its points where
 * it keeps one.
 */
export function leaveShareLines(parts: readonly Part[]): void {
  const lines = parts.filter((part) => part.reason === null && part.role === "text" && isLine(part) && isShareLine(part.block.text));
  for (const part of lines) if (part.linked > 0 || isButton(part.place)) part.reason = "share";
  const found = new Set(lines.filter(({ reason }) => reason !== null));
  for (const part of lines) {
    const isAlone = part.block.kind === "item" || comparable(part.block.text).length < 2;
    const isBeside = [-1, 1].some((side) => parts[part.index + side]?.reason === "share");
    if (part.reason === null && !isAlone && isBeside) part.reason = "share";
  }
  for (const part of found) {
    const list = listOf(part);
    if (list && parts.some((other) => other.linked === 0 && other.reason === null && listOf(other) === list)) part.reason = null;
  }
}

const listOf = ({ block, place }: Part): PageElement | null =>
  block.kind === "item" ? closest(place, (around) => LISTS.has(around.tag)) : null;

const isLine = ({ block: { kind } }: Part): boolean => kind === "paragraph" || kind === "heading" || kind === "item" || kind === "quote";

/** Whether something in a short box, or its name, says that it is a button. */
function isButton(place: PageElement): boolean {
  if (textOf(place).trim().length > LONGEST_BOX) return false;
  const says = (element: PageElement): boolean =>
    BUTTONS.has(element.tag) ||
    /^(?:button|link|img)$/i.test(element.attributes.get("role") ?? "") ||
    reasonInLabel(element) === "share" ||
    element.children.some((child) => isElement(child) && says(child));
  return says(place);
}
