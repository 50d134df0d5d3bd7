import type { Cell, Span } from "../../model/index.ts";
import type { DraftBlock } from "../draft.ts";
import type { Inline } from "../inline.ts";
import { collapse } from "../text.ts";
import { attribute, isElement, type PageElement, textOf } from "./tree.ts";

/** Widest cell that is believed, columns: HTML's own limit. */
const WIDEST = 1000;

/** The rows of a table, those of tables inside it aside, the head first. */
function rowsOf(table: PageElement): readonly PageElement[] {
  const rows: PageElement[] = [];
  const feet: PageElement[] = [];
  for (const child of table.children) {
    if (!isElement(child)) continue;
    if (child.tag === "tr") rows.push(child);
    if (/^(?:thead|tbody|tfoot)$/.test(child.tag))
      for (const row of child.children) if (isElement(row) && row.tag === "tr") (child.tag === "tfoot" ? feet : rows).push(row);
  }
  return [...rows, ...feet];
}

const cellsOf = (row: PageElement): readonly PageElement[] =>
  row.children.filter((cell): cell is PageElement => isElement(cell) && /^(?:td|th)$/.test(cell.tag));

const ARRANGING = new Set(["table", "form", "h1", "h2", "article", "iframe", "blockquote"]);
const HEADERS = new Set(["caption", "th", "thead"]);

const holds = (element: PageElement, tags: ReadonlySet<string>): boolean =>
  element.children.some((child) => isElement(child) && (tags.has(child.tag) || holds(child, tags)));

/** Whether a table holds data: headers, a caption, or rows of short cells. Others only arrange a page. */
export function isDataTable(table: PageElement): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, "role") ?? "") || attribute(table, "datatable") === "0") return false;
  if (holds(table, ARRANGING)) return false;
  if (holds(table, HEADERS) || attribute(table, "role") === "grid") return true;
  const rows = rowsOf(table).map(cellsOf);
  /** Longest cell of a table that does not say that it is one, characters (guess). */
  const LONGEST = 200;
  const cells = rows.flat();
  return (
    rows.length > 1 &&
    rows.every((row) => row.length > 1 && row.length === rows[0]?.length) &&
    cells.every((cell) => collapse(textOf(cell)).length <= LONGEST)
  );
}

const count = (cell: PageElement, name: string): number => {
  const value = Number.parseInt(attribute(cell, name) ?? "1", 10);
  return value >= 1 && value <= WIDEST ? value : 1;
};

/**
 * A data table as one block: its cells joined by tab and newline. A cell that covers several rows is once in the first of them and an
 * empty cell in the others, so that the columns stay in line.
 */
export function tableOf(table: PageElement, lang: string | null, read: (element: PageElement) => Inline): DraftBlock {
  let text = "";
  const spans: Span[] = [];
  const rows: Cell[][] = [];
  // Columns that a cell of a row above still covers: how many rows are left.
  let below: { rows: number; columns: number; header: boolean }[] = [];
  for (const row of rowsOf(table)) {
    const cells: Cell[] = [];
    const next: typeof below = [];
    if (rows.length > 0) text += "\n";
    const put = (inline: Inline, header: boolean, columns: number): void => {
      if (cells.length > 0) text += "\t";
      const start = text.length;
      text += inline.text;
      for (const span of inline.spans) spans.push({ ...span, start: span.start + start, end: span.end + start });
      cells.push({ text: inline.text, start, end: text.length, header, columns });
    };
    let column = 0;
    const fill = (): void => {
      for (let covered = below[column]; covered && covered.rows > 0; covered = below[column]) {
        put({ text: "", spans: [] }, covered.header, covered.columns);
        next[column] = { ...covered, rows: covered.rows - 1 };
        column += covered.columns;
      }
    };
    for (const cell of cellsOf(row)) {
      fill();
      const columns = count(cell, "colspan");
      const header = cell.tag === "th";
      put(read(cell), header, columns);
      next[column] = { rows: count(cell, "rowspan") - 1, columns, header };
      column += columns;
    }
    fill();
    below = next;
    if (cells.length > 0) rows.push(cells);
    else if (rows.length > 0) text = text.slice(0, -1);
  }
  const caption = table.children.find((child) => isElement(child) && child.tag === "caption");
  return { kind: "table", text, lang, spans, caption: (caption && isElement(caption) && collapse(textOf(caption))) || null, rows };
}
