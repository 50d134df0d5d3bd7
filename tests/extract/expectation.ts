import type { Article, Block, Span } from "../../src/model/index.ts";

const BEGIN: { readonly [K in Span["kind"]]: (span: Extract<Span, { kind: K }>) => string } = {
  emphasis: () => "*",
  strong: () => "**",
  code: () => "`",
  link: () => "[",
  language: ({ lang }) => `{${lang}: `,
  abbreviation: () => "<",
};
const END: { readonly [K in Span["kind"]]: (span: Extract<Span, { kind: K }>) => string } = {
  emphasis: () => "*",
  strong: () => "**",
  code: () => "`",
  link: ({ address }) => `](${address})`,
  language: () => "}",
  abbreviation: ({ long }) => ` = ${long}>`,
};

function marked(text: string, spans: readonly Span[]): string {
  const cuts = spans.flatMap((span, n) => [
    { at: span.start, order: n, mark: (BEGIN[span.kind] as (span: Span) => string)(span) },
    // What began last ends first, and before anything begins at the same place.
    { at: span.end, order: -1 - n, mark: (END[span.kind] as (span: Span) => string)(span) },
  ]);
  cuts.sort((a, b) => a.at - b.at || a.order - b.order);
  let shown = "";
  let last = 0;
  for (const { at, mark } of cuts) {
    shown += text.slice(last, at) + mark;
    last = at;
  }
  return shown + text.slice(last);
}

function shape(block: Block): string {
  const text = marked(block.text, block.spans);
  const lang = block.lang === null ? "" : ` {${block.lang}}`;
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)}${lang} ${text}`;
    case "paragraph":
      return `${lang.trimStart()}${lang && " "}${text}`;
    case "quote":
      return `>${lang} ${text}`;
    case "footnote":
      return `[^]${lang} ${text}`;
    case "item":
      return `${"  ".repeat(block.depth)}${block.ordinal === null ? "-" : `${block.ordinal}.`}${lang} ${text}`;
    case "code":
      return `\`\`\`${block.language ?? ""}\n${block.text}\n\`\`\``;
    case "figure": {
      const caption = block.caption === block.text ? text : block.caption;
      return `![${block.alt}](${block.src ?? ""})${lang} ${caption}${block.credit === null ? "" : ` (credit: ${block.credit})`}`.trimEnd();
    }
    case "table":
      return [
        ...(block.caption === null ? [] : [`Table: ${block.caption}`]),
        ...block.rows.map(
          (row) =>
            `| ${row.map((cell) => `${cell.header ? "**" : ""}${cell.text}${cell.header ? "**" : ""}${" |".repeat(cell.columns)}`).join(" ")}`,
        ),
      ].join("\n");
    case "media":
    case "embed":
      return `${block.kind}: ${block.title ?? ""} <${block.source}>`;
    case "break":
      return "---";
  }
}

/** An article as prose that reads well in a difference: what is said of it, its blocks, its audit. */
export function describeArticle(article: Article): string {
  const { kicker, title, byline, site, published, modified, image, lang, dir, address } = article;
  const said = Object.entries({ title, kicker, byline, site, published, modified, image, lang, dir, address })
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value}`);
  const { merged, left, beginning } = article.audit;
  return [
    `---\n${said.join("\n")}\n---`,
    ...article.blocks.map(shape),
    "---",
    ...(beginning ? ["Only the beginning"] : []),
    ...merged.map(({ texts, reason }) => `Merged, ${reason}: ${texts.join(" / ")}`),
    ...left.map(({ text, reason }) => `Left, ${reason}: ${text}`),
  ]
    .join("\n\n")
    .concat("\n");
}
