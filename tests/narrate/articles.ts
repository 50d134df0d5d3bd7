import { type Article, articleId, type Block, type BlockKind, blockId, type Cell } from "../../src/model/index.ts";

/** A block as a fixture writes it: what is not said has its usual value; a table has `header` and `rows` of texts. */
export type ShortBlock = {
  readonly kind: BlockKind;
  readonly text?: string;
  readonly caption?: string | null;
  readonly alt?: string;
  /** Whether the first row is of headers; true when not said. */
  readonly header?: boolean;
  readonly rows?: readonly (readonly string[])[];
} & Record<string, unknown>;
/** An article as a fixture writes it. */
export type ShortArticle = { readonly blocks: readonly ShortBlock[] } & Partial<Omit<Article, "blocks">>;

const USUAL: Readonly<Record<BlockKind, Record<string, unknown>>> = {
  heading: { level: 2 },
  paragraph: {},
  quote: {},
  footnote: {},
  item: { depth: 0, ordinal: null },
  code: { language: null },
  figure: { src: null, alt: "", caption: "", credit: null },
  table: { caption: null },
  media: { source: "https://example.org/film.mp4", title: null },
  embed: { source: "https://example.org/", title: null },
  break: {},
};

function cells(
  rows: readonly (readonly string[])[],
  header: boolean,
): { readonly text: string; readonly rows: readonly (readonly Cell[])[] } {
  let at = 0;
  const placed = rows.map((row, index) =>
    row.map((text) => {
      const cell = { text, start: at, end: at + text.length, header: header && index === 0, columns: 1 };
      at = cell.end + 1;
      return cell;
    }),
  );
  return { text: rows.map((row) => row.join("\t")).join("\n"), rows: placed };
}

/** The article that a short one stands for. */
export function article({ blocks, ...said }: ShortArticle): Article {
  const full = blocks.map((short, n) => ({
    id: blockId(n),
    text: short.kind === "figure" ? (short.caption ?? short.alt ?? "") : "",
    lang: null,
    spans: [],
    ...USUAL[short.kind],
    ...short,
    ...(short.rows ? cells(short.rows, short.header !== false) : {}),
  }));
  return {
    id: articleId("lectern:test"),
    address: "lectern:test",
    kicker: null,
    title: "Storm",
    byline: null,
    site: null,
    published: null,
    modified: null,
    image: null,
    lang: "en",
    dir: "ltr",
    audit: { kept: Object.fromEntries(Object.keys(USUAL).map((kind) => [kind, 0])) as Record<BlockKind, number>, merged: [], left: [] },
    ...said,
    blocks: full as unknown as readonly Block[],
  };
}
