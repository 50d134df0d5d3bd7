import type { BlockOf, Cell, Piece, Taste, Utterance } from "../model/index.ts";
import { pauseAfter } from "./pauses.ts";
import { piecesOf } from "./pieces.ts";
import { announceAlone, announcing, join, type Passage, saidOf, tell } from "./telling.ts";

/** A row longer than this is told cell by cell, UTF-16 code units: as long as a breath. */
const LONGEST_ROW = 600;

interface Placed {
  readonly cell: Cell;
  /** The column that it begins in, from 0. */
  readonly column: number;
}

const placed = (row: readonly Cell[]): readonly Placed[] => {
  let column = 0;
  return row.map((cell) => {
    const here = { cell, column };
    column += Math.max(1, cell.columns);
    return here;
  });
};

const widthOf = (row: readonly Cell[]): number => row.reduce((sum, cell) => sum + Math.max(1, cell.columns), 0);

/** The pieces of a cell with a pause at their end, unless it has one. */
function paused(pieces: readonly Piece[], mark: string): readonly Piece[] {
  const at = pieces.findLastIndex((piece) => piece.spoken !== "");
  return pieces.map((piece, index) =>
    index === at && !/[.,;:!?]$/.test(piece.spoken) ? { ...piece, spoken: `${piece.spoken}${mark}` } : piece,
  );
}

/**
 * A table is announced with its size and told row by row, one utterance a row. Above brief each cell comes after the header of its
 * column, so that a listener never has to count.
 */
export function tellTable(block: BlockOf<"table">, passage: Passage, taste: Taste): readonly Utterance[] {
  const { rows, caption } = block;
  if (rows.length === 0) return [];
  const columns = Math.max(...rows.map(widthOf));
  const [top] = rows;
  const headers = new Map<number, string>();
  if (top && rows.length > 1 && top.length > 0 && top.every((cell) => cell.header))
    for (const { cell, column } of placed(top))
      for (let at = 0; at < Math.max(1, cell.columns); at += 1) headers.set(column + at, saidOf(passage, cell.text.trim()));

  const size = { columns, rows: rows.length, caption: caption === null ? "none" : "some" };
  const opening = announceAlone("table", taste, "announcement", size).map((utterance) =>
    caption === null ? utterance : { ...utterance, pieces: join(utterance.pieces, [{ spoken: saidOf(passage, caption), source: null }]) },
  );

  const tellRow = (row: readonly Cell[], index: number): readonly Utterance[] => {
    const full = placed(row).filter(({ cell }) => cell.end > cell.start && cell.text.trim() !== "");
    const length = full.reduce((sum, { cell }) => sum + cell.end - cell.start, 0);
    if (length > LONGEST_ROW) return full.flatMap(({ cell }) => tell(passage, [cell]));
    const pieces = full.reduce<readonly Piece[]>((told, { cell, column }, at) => {
      const header = index > 0 && !cell.header ? headers.get(column) : undefined;
      const before = header === undefined || header === "" ? null : announcing("header", taste, { header }, passage.lang);
      const own = paused(
        piecesOf(passage.block, passage.text, cell, passage.lang, passage.lexicon(passage.lang)),
        at === full.length - 1 ? "." : ",",
      );
      const cellPieces = before === null ? own : join(before, own);
      return told.length === 0 ? cellPieces : join(told, cellPieces);
    }, []);
    return pieces.length === 0
      ? []
      : [{ role: "table", lang: passage.lang, pieces, pause: pauseAfter("table", index === rows.length - 1) }];
  };
  return [...opening, ...rows.flatMap(tellRow)];
}
