import type { Article, Block } from "../../model/index.ts";
import { words } from "../../words/index.ts";

const heads = ({ kicker, byline, site, published }: Article): readonly string[] =>
  [kicker, [byline, site, published].filter((part) => part !== null).join(", ")].filter(
    (part): part is string => part !== null && part !== "",
  );

const figureText = (block: Block & { readonly kind: "figure" }): string =>
  [block.alt, block.caption, block.credit ?? ""].filter((part) => part !== "").join(" – ");

/** An address that says something outside of Lectern, "" for its own names of things. */
const outside = (address: string | null): string => (address === null || /^lectern:/i.test(address) ? "" : address);

function blockText(block: Block): string {
  switch (block.kind) {
    case "figure":
      return figureText(block) === "" ? "" : `[${figureText(block)}]`;
    case "item":
      return `${"  ".repeat(block.depth)}${block.ordinal === null ? "•" : `${block.ordinal}.`} ${block.text}`;
    case "break":
      return "";
    case "media":
    case "embed":
      return block.title ?? outside(block.source);
    case "table":
      return [block.caption ?? "", block.text].filter((part) => part !== "").join("\n");
    default:
      return block.text;
  }
}

/** Items of a list stand together, everything else apart. */
const joined = (blocks: readonly Block[], texts: readonly string[]): string =>
  texts
    .map((text, index) => ({ text, after: blocks[index]?.kind === "item" && blocks[index + 1]?.kind === "item" ? "\n" : "\n\n" }))
    .filter(({ text }) => text !== "")
    .map(({ text, after }) => text + after)
    .join("")
    .trimEnd();

/** The blocks without a first one that is the title again, as letters and documents have it. */
const bodyOf = ({ title, blocks }: Article): readonly Block[] => {
  const [first, ...rest] = blocks;
  const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
  return (first?.kind === "paragraph" || first?.kind === "heading") && plain(first.text) === plain(title) ? rest : blocks;
};

/** An article as plain text. */
export const articleText = (article: Article): string =>
  `${[...heads(article).slice(0, article.kicker === null ? 0 : 1), article.title, ...heads(article).slice(article.kicker === null ? 0 : 1)].join("\n")}\n\n${joined(bodyOf(article), bodyOf(article).map(blockText))}\n`;

/** What Markdown would take for markup. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, "\\$&");

const MARKS = { emphasis: "*", strong: "**" } as const;

/** Code between more backticks than it has in a row. */
function codeMarkdown(text: string): string {
  const fence = "`".repeat(1 + Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length)));
  const gap = /^`|`$/.test(text) ? " " : "";
  return `${fence}${gap}${text}${gap}${fence}`;
}

/** A block's text with what it stresses, and its code. Marks never stand beside white space, or at both ends of nothing. */
function inlineMarkdown(
  { text, spans }: Pick<Block, "text" | "spans">,
  from = 0,
  to = text.length,
  inside: ReadonlySet<string> = new Set(),
): string {
  let done = "";
  let at = from;
  for (const span of spans) {
    if (span.kind !== "emphasis" && span.kind !== "strong" && span.kind !== "code") continue;
    const shown = text.slice(span.start, span.end);
    const start = span.start + shown.length - shown.trimStart().length;
    const end = span.end - (shown.length - shown.trimEnd().length);
    if (start < at || end > to || end <= start || inside.has(span.kind)) continue;
    done += escaped(text.slice(at, start));
    if (span.kind === "code") done += codeMarkdown(text.slice(start, end));
    else {
      const mark = MARKS[span.kind];
      done += `${mark}${inlineMarkdown({ text, spans }, start, end, new Set([...inside, span.kind]))}${mark}`;
    }
    at = end;
  }
  return done + escaped(text.slice(at, to));
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(Math.max(2, block.level))} ${inlineMarkdown(block)}`;
    case "quote":
      return inlineMarkdown(block)
        .split("\n")
        .map((line) => `> ${line}`)
        .join("\n");
    case "item":
      return `${"   ".repeat(block.depth)}${block.ordinal === null ? "-" : `${block.ordinal}.`} ${inlineMarkdown(block)}`;
    case "code":
      return `~~~${block.language ?? ""}\n${block.text}\n~~~`;
    case "figure": {
      const alt = escaped(block.alt === "" ? "Photo" : block.alt);
      const caption = escaped([block.caption, block.credit ?? ""].filter((part) => part !== "").join(" – "));
      return `![${alt}](${outside(block.src)})${caption === "" ? "" : `\n\n*${caption}*`}`;
    }
    case "table": {
      const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
      const rows = block.rows.map((row) => line(row.map((cell) => escaped(cell.text).replaceAll("\n", " "))));
      const columns = Math.max(1, ...block.rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)));
      return [block.caption ? `**${escaped(block.caption)}**\n` : "", rows[0] ?? "", line(Array(columns).fill("---")), ...rows.slice(1)]
        .filter((part) => part !== "")
        .join("\n");
    }
    case "media":
    case "embed":
      return `[${escaped(block.title ?? outside(block.source))}](${outside(block.source)})`;
    case "break":
      return "---";
    default:
      return inlineMarkdown(block);
  }
}

/** An article as Markdown (CommonMark with tables). Of inline markup emphasis and code are kept, links are not. */
export const articleMarkdown = (article: Article): string =>
  `${[article.kicker ? `**${escaped(article.kicker)}**\n\n` : "", `# ${escaped(article.title)}`].join("")}\n\n${heads({
    ...article,
    kicker: null,
  })
    .map((line) => `${escaped(line)}\n\n`)
    .join("")}${joined(bodyOf(article), bodyOf(article).map(blockMarkdown))}\n`;

/** What was left out of an article, a line each: the id to put it back by (a stroke where it can't be), the reason, the text. */
export const auditText = ({ audit }: Article): string =>
  audit.left
    .map(({ id, reason, text, blocks, back }) =>
      words("terminal.left", { id: blocks.length === 0 ? "–" : id, reason: words(`left.${reason}`), text, back: back ? "yes" : "no" }),
    )
    .map((line) => `${line.replace(/\s+/g, " ")}\n`)
    .join("");
