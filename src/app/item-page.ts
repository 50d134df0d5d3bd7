import type { KeptItem } from "../library/index.ts";

/** A text as HTML. */
export const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A page of what a feed gave of an item, for the extractor: it is as hostile as any. */
export const pageOf = ({ title, author, published, content }: KeptItem): string =>
  `<!doctype html><title>${escaped(title)}</title>${
    author === null ? "" : `<meta name="author" content="${escaped(author)}">`
  }<meta property="article:published_time" content="${escaped(published)}"><article><h1>${escaped(title)}</h1>${content ?? ""}</article>`;
