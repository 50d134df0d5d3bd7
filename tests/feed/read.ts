import { parseFeed } from "../../src/feed/index.ts";
import type { Feed, Source } from "../../src/model/index.ts";

export const sourceOf = (content: string | Uint8Array, said: Partial<Source> = {}): Source => ({
  bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
  mediaType: null,
  charset: null,
  address: "https://news.example/feeds/all.xml",
  lang: null,
  ...said,
});

export const read = (content: string | Uint8Array, said: Partial<Source> = {}): Feed => parseFeed(sourceOf(content, said));

export const rss = (inner: string, attributes = ""): string =>
  `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel>${inner}</channel></rss>`;
export const atom = (inner: string, attributes = ""): string => `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}>${inner}</feed>`;
