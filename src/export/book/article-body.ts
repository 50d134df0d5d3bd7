import { type Article, type Block, type BlockId, type BlockOf, BYLINE, borrowsTitle, KICKER, type Span, TITLE } from "../../model/index.ts";
import { addressOf, attributes, escaped, languageTag } from "./markup.ts";
import type { Stretch } from "./stretches.ts";

/** What a page of a book is made with. */
export interface PageWorld {
  /** Where a block's picture is, null: there is none. */
  readonly picture: (block: BlockId) => string | null;
  readonly stretches: ReadonlyMap<BlockId, readonly Stretch[]>;
  /** Words of our own in the article's language. */
  readonly names: { readonly photo: string };
  /** HTML 4, as DAISY 2.02 has it: no figures, no notes of their own. */
  readonly plain: boolean;
}

const TAGS = { emphasis: "em", strong: "strong", code: "code" } as const;

/** A stretch of text with the markup over it. */
function marked(text: string, start: number, end: number, spans: readonly Span[]): string {
  const [first, ...rest] = spans.filter((span) => span.start < end && span.end > start && span.end > span.start);
  if (!first) return escaped(text.slice(start, end));
  const [from, to] = [Math.max(start, first.start), Math.min(end, first.end)];
  // Spans that cross are cut at the outer one's end.
  const inner = marked(text, from, to, rest);
  return `${marked(text, start, from, rest)}${wrapped(first, inner)}${marked(text, to, end, rest)}`;
}

function wrapped(span: Span, inner: string): string {
  switch (span.kind) {
    case "link": {
      const address = /^(?:https?|mailto):/i.test(span.address) ? addressOf(span.address) : null;
      return address === null ? inner : `<a${attributes({ href: address })}>${inner.replace(/<\/?a\b[^>]*>/g, "")}</a>`;
    }
    case "language": {
      const lang = languageTag(span.lang);
      return lang === null ? inner : `<span${attributes({ lang, "xml:lang": lang })}>${inner}</span>`;
    }
    case "abbreviation":
      return `<abbr${attributes({ title: span.long })}>${inner}</abbr>`;
    default:
      return `<${TAGS[span.kind]}>${inner}</${TAGS[span.kind]}>`;
  }
}

/** A part of a block's text, each sentence in an element of its own. */
function sentences(text: string, start: number, end: number, spans: readonly Span[], stretches: readonly Stretch[]): string {
  let at = start;
  let out = "";
  for (const stretch of stretches) {
    if (stretch.end <= start || stretch.start >= end) continue;
    const [from, to] = [Math.max(at, stretch.start), Math.min(end, stretch.end)];
    if (to <= from) continue;
    out += marked(text, at, from, spans);
    // Of a stretch over two cells the first has the name.
    const id = stretch.start >= start ? stretch.id : null;
    out += `<span${attributes({ id })}>${marked(text, from, to, spans)}</span>`;
    at = to;
  }
  return out + marked(text, at, end, spans);
}

type Items = readonly BlockOf<"item">[];

/** The body of an article: nothing of it is another's markup. */
export function articleBody(article: Article, world: PageWorld): string {
  const { stretches, plain } = world;
  const inside = (block: Pick<Block, "id" | "text" | "spans">, start = 0, end = block.text.length): string =>
    sentences(block.text, start, end, block.spans, stretches.get(block.id) ?? []);
  const spoken = (block: Block): Record<string, string | null> => {
    const lang = block.lang === null || block.lang === article.lang ? null : languageTag(block.lang);
    return { lang, "xml:lang": lang };
  };
  const head = (id: BlockId, text: string): string => sentences(text, 0, text.length, [], stretches.get(id) ?? []);
  const levels = headingLevels(article.blocks);
  const figureTag = plain ? "div" : "figure";
  const captionTag = plain ? "p" : "figcaption";

  const list = (items: Items): string => {
    const [first] = items;
    if (!first) return "";
    const tag = first.ordinal === null ? "ul" : "ol";
    let out = `<${tag}${attributes({ start: first.ordinal === null || first.ordinal === 1 || plain ? null : String(first.ordinal) })}>`;
    for (let at = 0; at < items.length; ) {
      const item = items[at];
      if (!item) break;
      let next = at + 1;
      while ((items[next]?.depth ?? -1) > first.depth) next += 1;
      const value = item.ordinal !== null && !plain && tag === "ol" ? String(item.ordinal) : null;
      out += `<li${attributes({ id: item.id, value, ...spoken(item) })}>${inside(item)}${list(items.slice(at + 1, next))}</li>`;
      at = next;
    }
    return `${out}</${tag}>`;
  };

  const figure = (block: BlockOf<"figure">): string => {
    const source = world.picture(block.id);
    const own = stretches.get(block.id)?.[0];
    const isCaptioned = block.caption !== "";
    const alt = block.alt !== "" ? block.alt : isCaptioned ? world.names.photo : block.text || world.names.photo;
    const image = source === null ? "" : `<img${attributes({ src: source, alt, id: isCaptioned ? null : (own?.id ?? null) })}/>`;
    const isWritten = isCaptioned || (source === null && block.text !== "");
    const words = isWritten ? `<${captionTag}>${inside(block)}</${captionTag}>` : "";
    if (source === null && !isWritten && !block.credit)
      return `<p${attributes({ id: own?.id ?? block.id })}>${escaped(world.names.photo)}</p>`;
    const credit = block.credit ? `<p class="credit">${escaped(block.credit)}</p>` : "";
    const described = source === null && isCaptioned && block.alt !== "" ? `<p>${escaped(block.alt)}</p>` : "";
    // A caption comes first or last in a figure.
    return `<${figureTag}${attributes({ id: block.id, class: "photo", ...spoken(block) })}>${plain ? image : image || ""}${described}${credit}${words}</${figureTag}>`;
  };

  const table = (block: BlockOf<"table">): string => {
    const own = stretches.get(block.id) ?? [];
    const rows = block.rows.map((row) => {
      const [first, last] = [row[0], row.at(-1)];
      // What is said of a whole row is marked as a row.
      const whole = row.length > 1 && first && last ? own.find(({ start, end }) => start <= first.start && end >= last.end) : undefined;
      const cells = row.map((cell) => {
        // A heading that says nothing heads nothing.
        const isHead = cell.header && block.text.slice(cell.start, cell.end).trim() !== "";
        const tag = isHead ? "th" : "td";
        const scope = isHead ? (row.every(({ header }) => header) ? "col" : "row") : null;
        const text = whole ? marked(block.text, cell.start, cell.end, block.spans) : inside(block, cell.start, cell.end);
        return `<${tag}${attributes({ colspan: cell.columns > 1 ? String(cell.columns) : null, scope })}>${text}</${tag}>`;
      });
      return `<tr${attributes({ id: whole?.id ?? null })}>${cells.join("") || "<td></td>"}</tr>`;
    });
    const caption = block.caption ? `<caption>${escaped(block.caption)}</caption>` : "";
    return rows.length === 0 ? "" : `<table${attributes({ id: block.id, ...spoken(block) })}>${caption}${rows.join("")}</table>`;
  };

  const one = (block: Block): string => {
    const named = attributes({ id: block.id, ...spoken(block) });
    switch (block.kind) {
      case "heading": {
        const level = levels.get(block.id) ?? 2;
        return `<h${level}${named}>${inside(block)}</h${level}>`;
      }
      case "paragraph":
        return `<p${named}>${inside(block)}</p>`;
      case "quote":
        return `<blockquote${named}><p>${inside(block)}</p></blockquote>`;
      case "footnote":
        return plain
          ? `<div class="note"${named}><p>${inside(block)}</p></div>`
          : `<aside${named} epub:type="footnote" role="doc-footnote"><p>${inside(block)}</p></aside>`;
      case "code":
        return `<pre${named}><code>${inside(block)}</code></pre>`;
      case "figure":
        return figure(block);
      case "table":
        return table(block);
      case "media":
      case "embed": {
        const address = /^https?:/i.test(block.source) ? addressOf(block.source) : null;
        const title = escaped(block.title ?? (address === null ? "" : new URL(block.source).hostname));
        const words = block.text === "" ? "" : ` ${inside(block)}`;
        return `<p${named}>${address === null ? title : `<a${attributes({ href: address })}>${title}</a>`}${words}</p>`;
      }
      case "break":
        return "<hr/>";
      case "item":
        return list([block]);
    }
  };

  const out: string[] = [];
  if (article.kicker) out.push(`<p class="kicker">${head(KICKER, article.kicker)}</p>`);
  out.push(`<h1 id="title">${borrowsTitle(article) ? escaped(article.title) : head(TITLE, article.title)}</h1>`);
  if (article.byline) out.push(`<p class="byline">${head(BYLINE, article.byline)}</p>`);
  for (let at = 0; at < article.blocks.length; ) {
    const block = article.blocks[at];
    if (!block) break;
    let next = at + 1;
    if (block.kind === "item") while (article.blocks[next]?.kind === "item") next += 1;
    out.push(block.kind === "item" ? lists(article.blocks.slice(at, next) as Items, list) : one(block));
    at = next;
  }
  return out.join("\n");
}

/** The level of each heading below the title's, none left out on the way down: pages begin anywhere, and skip what looks too large. */
function headingLevels(blocks: readonly Block[]): ReadonlyMap<BlockId, number> {
  const above: number[] = [];
  const levels = new Map<BlockId, number>();
  for (const block of blocks) {
    if (block.kind !== "heading") continue;
    while ((above.at(-1) ?? 0) >= block.level) above.pop();
    above.push(block.level);
    levels.set(block.id, Math.min(6, above.length + 1));
  }
  return levels;
}

/** Lists that follow each other: another kind of numbering on the outside begins another. */
function lists(items: Items, list: (items: Items) => string): string {
  const groups: BlockOf<"item">[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && (item.depth > first.depth || (item.ordinal === null) === (first.ordinal === null))) group.push(item);
    else groups.push([item]);
  }
  return groups.map(list).join("\n");
}
