/** Rows that are in the page at a time: some screens of them, so that whoever walks on meets the next before the last. */
export const WINDOW_ROWS = 100;
/** Nearer than so many rows to an end of the window, the window moves on: more than a screen has. */
export const WINDOW_EDGE = 30;
/**
 * The height of everything that can be scrolled, at most, device pixels: Chromium counts up to 2^25 (LayoutUnit). At 400 % a hundred
 * thousand rows would be more, and the last could not be reached.
 */
const HIGHEST = 16_000_000;

/** The rows that are in the page: from `start`, before `end`. */
export interface RowWindow {
  readonly start: number;
  readonly end: number;
}

/** The window with a row in its middle, inside of the list. */
export function windowAround(index: number, count: number): RowWindow {
  const start = Math.max(0, Math.min(index - WINDOW_ROWS / 2, count - WINDOW_ROWS));
  return { start, end: Math.min(count, start + WINDOW_ROWS) };
}

/** The window that holds these rows with room around: the same where it does already. */
export function windowFor(first: number, last: number, now: RowWindow, count: number): RowWindow {
  const isHigh = first - now.start < WINDOW_EDGE && now.start > 0;
  const isLow = now.end - 1 - last < WINDOW_EDGE && now.end < count;
  return isHigh || isLow ? windowAround(Math.round((first + last) / 2), count) : now;
}

/** The height that stands for a row that is not in the page, CSS pixels. `measured`: what rows have. */
export const rowUnit = (measured: number, count: number, ratio: number): number => Math.min(measured, HIGHEST / ratio / Math.max(1, count));

/**
 * The row at a height of the list, where the page was scrolled to what stands for rows: before the window or after it.
 * @param y CSS pixels from the top of the list
 * @param shown the height of the window's rows
 */
export function rowAt(y: number, { start, end }: RowWindow, shown: number, unit: number, count: number): number {
  const before = start * unit;
  const index = y < before ? Math.floor(y / unit) : end + Math.floor((y - before - shown) / unit);
  return Math.max(0, Math.min(count - 1, index));
}
