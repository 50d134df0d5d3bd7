import { marked } from "marked";

/** Deepest nesting of quotations and lists that is kept: the parser calls itself for each level. */
const DEEPEST = 32;

/** Front matter: what tools write above a text for other tools. */
const FRONT_MATTER = /^---\r?\n[\s\S]{0,20000}?\r?\n---\r?\n/;

/** The page that a Markdown text describes, with its own HTML in it as it is. Null when it can't be parsed. */
export function markdownToHtml(text: string): string | null {
  const limited = text
    .replace(FRONT_MATTER, "")
    .replace(/^[ \t>]{64,}/gm, (run) => run.replaceAll(/\s/g, "").slice(0, DEEPEST))
    .replace(/([[\](){}*_~`<>!])\1{63,}/g, (run) => run.slice(0, 63));
  try {
    return `<!doctype html><html><body><main><article>${marked.parse(limited, { async: false, gfm: true })}</article></main></body></html>`;
  } catch (error) {
    // Nesting that the limits above do not see ends the parser's stack; as plain text it can still be read.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
