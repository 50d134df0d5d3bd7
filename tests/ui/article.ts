import { type Article, articleId, type Block, type BlockKind } from "../../src/model/index.ts";

const KINDS: readonly BlockKind[] = [
  "heading",
  "paragraph",
  "quote",
  "footnote",
  "item",
  "code",
  "figure",
  "table",
  "media",
  "embed",
  "break",
];

/** An article of these blocks. */
export const articleOf = (blocks: readonly Block[], change: Partial<Article> = {}): Article => ({
  id: articleId("https://example.org/harbour"),
  address: "https://example.org/harbour",
  kicker: "Harbour",
  title: "The harbour opens again",
  byline: "By A. Writer",
  site: "The Daily Quay",
  published: "2024-03-05",
  modified: null,
  image: null,
  lang: "en",
  dir: "ltr",
  blocks,
  audit: {
    kept: Object.fromEntries(KINDS.map((kind) => [kind, blocks.filter((block) => block.kind === kind).length])) as Record<
      BlockKind,
      number
    >,
    merged: [],
    left: [],
  },
  ...change,
});
