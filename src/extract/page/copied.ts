import { type Draft, emptyDraft } from "../draft.ts";
import { createResolve } from "./addresses.ts";
import { readPage } from "./page.ts";
import { parsePage } from "./parse-page.ts";
import { hasFrame, readWhole, takeTitle } from "./whole.ts";

/**
 * A copied piece of a page: all of it is content, with its headings, lists, links and pictures. When a whole page was copied, with its
 * navigation and footer, the article is found in it.
 */
export function readCopied(html: string, address: string): Draft {
  const tree = parsePage(html);
  if (hasFrame(tree)) return readPage(html, address);
  const page = readWhole(html, { resolve: createResolve(tree, address) });
  const { title, blocks } = takeTitle(page.blocks, null);
  // A heading alone was copied: it is the text.
  if (!blocks.some(({ text }) => text !== "")) return { ...emptyDraft(address), ...page, title: null };
  const { lang, dir, merged, left } = page;
  return { ...emptyDraft(address), title, lang, dir, blocks, merged, left };
}
