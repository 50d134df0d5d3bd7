import type { Place } from "../../model/index.ts";
import type { Entry } from "../reading/outline.ts";
import { elementOf } from "./places.ts";

/** The element that gets the focus for an entry: a link itself, else the heading, figure or quotation that it is in. */
export function targetOf(article: Element | null, { block, offset, kind }: Place & Pick<Entry, "kind">): HTMLElement | null {
  if (!article) return null;
  if (kind === "link") return article.querySelector<HTMLElement>(`[data-block="${CSS.escape(block)}"] a[data-offset="${offset}"]`);
  return elementOf(article, block)?.closest<HTMLElement>("h1, h2, h3, h4, h5, h6, figure, blockquote, section.wide") ?? null;
}
