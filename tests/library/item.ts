import type { NewItem } from "../../src/library/index.ts";

/** An item as a feed brings it, as short as a test needs. */
export const newItem = (key: string, title: string, change: Partial<NewItem> = {}): NewItem => ({
  key,
  link: `https://news.example/${key}`,
  title,
  summary: `The beginning of ${title}.`,
  content: `<p>All of ${title}.</p>`,
  author: null,
  image: null,
  enclosures: null,
  published: "2026-11-27T06:00:00.000Z",
  words: 100,
  text: `All of ${title}.`,
  digest: `d${key}`,
  ...change,
});
