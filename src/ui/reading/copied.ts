import type { Copied } from "../../contract/index.ts";

/** Longest HTML that is taken, UTF-16 code units: as much as the host takes. */
const LONGEST = 10_000_000;
/** What plain text has not: programs that copy coloured text copy HTML of nothing but spans. */
const STRUCTURE = /<(?:h[1-6]|p|li|table|img|picture|blockquote|figure|article|section|a\s[^>]{0,200}href)\b/i;

/** The HTML of what was copied where it says more than its text; "" where it does not. */
export const richHtml = ({ html }: Copied): string => (html.length <= LONGEST && STRUCTURE.test(html) ? html : "");

/** Whether a field still has the text that was copied: fields write line ends in their own way. */
export const isSameText = (text: string, copied: string): boolean => text.replaceAll("\r", "") === copied.replaceAll("\r", "");
