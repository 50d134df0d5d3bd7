import type { Cell, LeaveReason } from "../../model/index.ts";
import type { DraftBlock, Left } from "../draft.ts";
import { collapse } from "../text.ts";
import { lineText } from "./lines.ts";
import type { PdfItem, PdfNode, PdfPage } from "./model.ts";
import type { Joiner } from "./paragraphs.ts";

/** Share of a document's letters that its tags must cover to be believed. */
const COVERED = 0.8;

/** Whether a document is tagged so well that its tags say more than its looks. */
export function isWellTagged(pages: readonly PdfPage[]): boolean {
  let all = 0;
  let covered = 0;
  let structured = 0;
  for (const { items, tree } of pages) {
    const named = new Set<string>();
    const roles = new Set<string>();
    const walk = (node: PdfNode): void => {
      roles.add(node.role);
      for (const child of node.children)
        if (typeof child === "string") named.add(child);
        else walk(child);
    };
    if (tree) walk(tree);
    if ([...roles].some((role) => BLOCKS.has(role))) structured++;
    for (const { text, artifact, content } of items) {
      if (artifact) continue;
      all += text.trim().length;
      if (content !== null && named.has(content)) covered += text.trim().length;
    }
  }
  return all > 0 && structured > 0 && covered >= all * COVERED;
}

const HEADINGS: Readonly<Record<string, 1 | 2 | 3 | 4 | 5 | 6>> = { Title: 1, H: 2, H1: 1, H2: 2, H3: 3, H4: 4, H5: 5, H6: 6 };
const BLOCKS = new Set([
  "P",
  "LI",
  "LBody",
  "Table",
  "Figure",
  "Note",
  "FENote",
  "BlockQuote",
  "Caption",
  "Code",
  ...Object.keys(HEADINGS),
]);
/** Elements that stand inside of a line of text. */
const INLINE = new Set([
  "Span",
  "Link",
  "Quote",
  "Em",
  "Strong",
  "Reference",
  "Annot",
  "Sub",
  "Lbl",
  "BibEntry",
  "Ruby",
  "RB",
  "RT",
  "RP",
  "Formula",
]);
const LEFT: Readonly<Record<string, LeaveReason>> = { TOC: "navigation", Index: "navigation", Artifact: "page-number" };

/** The blocks of one tagged page, in the order of its tags. */
export function taggedBlocks(page: PdfPage, joiner: Joiner, left: Left[]): readonly DraftBlock[] {
  const contents = new Map<string, PdfItem[]>();
  for (const item of page.items) {
    if (item.content === null || item.artifact) continue;
    const known = contents.get(item.content);
    if (known) known.push(item);
    else contents.set(item.content, [item]);
  }
  const blocks: DraftBlock[] = [];
  const textOf = (parts: readonly (PdfNode | string)[]): string => {
    const items: PdfItem[] = [];
    const gather = (part: PdfNode | string): void => {
      if (typeof part === "string") items.push(...(contents.get(part) ?? []));
      else if (part.role !== "Artifact") for (const child of part.children) gather(child);
    };
    for (const part of parts) gather(part);
    return textOfItems(items, joiner);
  };
  const walk = (node: PdfNode, lang: string | null, depth: number): void => {
    const own = node.lang ?? lang;
    const plain = { lang: own, spans: [] } as const;
    const text = (): string => textOf(node.children);
    const reason = LEFT[node.role];
    const level = HEADINGS[node.role];
    if (reason) {
      const said = text();
      if (said !== "") left.push({ text: said, reason });
    } else if (level !== undefined) addText({ kind: "heading", level, text: text(), ...plain });
    else if (node.role === "Table") {
      const table = tableOf(node, own, textOf);
      if (table) blocks.push(table);
    } else if (node.role === "Figure") {
      const caption = captionsIn(node)
        .map((part) => textOf(part.children))
        .join(" ");
      const alt = collapse(node.alt ?? "");
      const said = caption || alt;
      // A drawing can have text in it, which its description stands for.
      if (said !== "")
        blocks.push({
          kind: "figure",
          text: said,
          src: null,
          alt: caption === "" || alt === caption ? (caption === "" ? alt : "") : alt,
          caption,
          credit: null,
          ...plain,
        });
      else addText({ kind: "paragraph", text: text(), ...plain });
    } else if (node.role === "L") {
      let ordinal = 0;
      for (const child of node.children) {
        if (typeof child === "string") continue;
        if (child.role === "LI") listItem(child, own, depth, ++ordinal);
        else walk(child, own, depth + 1);
      }
    } else if (node.role === "LI") listItem(node, own, Math.max(0, depth - 1), 1);
    else flow(node, own, depth);
  };
  const addText = (block: DraftBlock): void => {
    if (block.text !== "") blocks.push(block);
  };
  const listItem = (node: PdfNode, lang: string | null, depth: number, place: number): void => {
    const isLabel = (child: PdfNode | string): boolean => typeof child !== "string" && child.role === "Lbl";
    const label = textOf(node.children.filter(isLabel));
    const parts = node.children
      .filter((child) => !isLabel(child))
      .flatMap((child) => (typeof child !== "string" && child.role === "LBody" ? child.children : [child]));
    const isInner = (child: PdfNode | string): child is PdfNode =>
      typeof child !== "string" && (child.role === "L" || child.role === "Table" || child.role === "Figure");
    const text = textOf(parts.filter((child) => !isInner(child))).replace(label === "" ? /^[•‣▪◦●○–-]\s+/u : /^(?!)/, "");
    const number = /^\(?(\d{1,3})[.)]?$/.exec(label)?.[1];
    addText({
      kind: "item",
      depth,
      ordinal: number === undefined ? (/^\(?\p{L}[.)]$/u.test(label) ? place : null) : Number(number),
      text,
      lang,
      spans: [],
    });
    for (const child of parts) if (isInner(child)) walk(child, lang, depth + 1);
  };
  /** Text that stands between elements is a paragraph of its own. */
  const flow = (node: PdfNode, lang: string | null, depth: number): void => {
    const kind = node.role === "BlockQuote" ? "quote" : node.role === "Note" || node.role === "FENote" ? "footnote" : "paragraph";
    const before = blocks.length;
    let open: (PdfNode | string)[] = [];
    const close = (): void => {
      addText({ kind, text: textOf(open), lang, spans: [] });
      open = [];
    };
    for (const child of node.children) {
      if (typeof child === "string" || (INLINE.has(child.role) && !hasBlocks(child))) open.push(child);
      else {
        close();
        walk(child, lang, depth);
      }
    }
    close();
    if (kind !== "paragraph")
      for (let n = before; n < blocks.length; n++) {
        const block = blocks[n];
        if (block?.kind === "paragraph") blocks[n] = { ...block, kind };
      }
  };
  if (page.tree) walk(page.tree, null, 0);
  return blocks;
}

const captionsIn = (node: PdfNode): readonly PdfNode[] =>
  node.children.flatMap((child) => (typeof child === "string" ? [] : child.role === "Caption" ? [child] : captionsIn(child)));

const hasBlocks = (node: PdfNode): boolean =>
  node.children.some((child) => typeof child !== "string" && (BLOCKS.has(child.role) || hasBlocks(child)));

/** The text of pieces in their order, line by line. */
function textOfItems(items: readonly PdfItem[], joiner: Joiner): string {
  const lines: PdfItem[][] = [];
  for (const item of items) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    const isSame = last && Math.abs(last.y - item.y) < 0.6 * Math.max(last.size, item.size);
    if (line && isSame) line.push(item);
    else lines.push([item]);
  }
  const texts = lines.map((line) => lineText(line, Math.max(...line.map(({ size }) => size)))).filter((text) => text !== "");
  return collapse(joiner.join(texts));
}

function tableOf(node: PdfNode, lang: string | null, textOf: (parts: readonly (PdfNode | string)[]) => string): DraftBlock | null {
  const rows: Cell[][] = [];
  let text = "";
  const caption = captionsIn(node)
    .map((part) => textOf(part.children))
    .join(" ");
  const walk = (within: PdfNode): void => {
    for (const child of within.children) {
      if (typeof child === "string") continue;
      if (child.role !== "TR") {
        if (child.role !== "Caption") walk(child);
        continue;
      }
      const row: Cell[] = [];
      for (const cell of child.children) {
        if (typeof cell === "string" || (cell.role !== "TH" && cell.role !== "TD")) continue;
        if (row.length > 0) text += "\t";
        else if (rows.length > 0) text += "\n";
        const said = textOf(cell.children);
        row.push({ text: said, start: text.length, end: text.length + said.length, header: cell.role === "TH", columns: 1 });
        text += said;
      }
      if (row.length > 0) rows.push(row);
    }
  };
  walk(node);
  return text.trim() === "" ? null : { kind: "table", caption: caption || null, rows, text, lang, spans: [] };
}
