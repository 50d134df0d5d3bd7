import type { Article } from "../model/index.ts";
import { unpack } from "./packing.ts";

/** An article as it is kept: packed, or, from before, as it is. */
export const contentOf = (content: string, packed: Uint8Array | null): string => (packed === null ? content : unpack(packed));

/** All text of an article, to be found again by. */
export const textOf = (article: Pick<Article, "blocks">): string => article.blocks.map((block) => block.text).join("\n");

/** The text of an article as it is kept. "" where it can't be read. */
export function contentText(content: string, packed: Uint8Array | null): string {
  try {
    return textOf(JSON.parse(contentOf(content, packed)) as Article);
  } catch {
    return "";
  }
}
