import { type Article, articleId, type Block, blockId } from "../../src/model/index.ts";

/** An article of paragraphs, as short as a test needs. */
export function articleOf(address: string, paragraphs: readonly string[]): Article {
  const blocks: Block[] = paragraphs.map((text, index) => ({ id: blockId(index), kind: "paragraph", text, lang: null, spans: [] }));
  const kept = {
    heading: 0,
    paragraph: blocks.length,
    quote: 0,
    footnote: 0,
    item: 0,
    code: 0,
    figure: 0,
    table: 0,
    media: 0,
    embed: 0,
    break: 0,
  };
  return {
    id: articleId(address),
    address,
    kicker: null,
    title: `The news from ${address}`,
    byline: null,
    site: "The Harbour Post",
    published: null,
    modified: null,
    image: null,
    lang: "en",
    dir: "ltr",
    blocks,
    audit: { kept, merged: [], left: [] },
  };
}
