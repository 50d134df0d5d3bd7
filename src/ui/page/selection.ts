/** What was selected, or where the caret was, behind the dialog that is open. */
let kept: Range | null = null;

const ownRange = (): Range | null => {
  const selection = getSelection();
  return selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
};

const isInDialog = ({ startContainer }: Range): boolean =>
  (startContainer instanceof Element ? startContainer : startContainer.parentElement)?.closest("dialog") != null;

/** What is selected in the page, or its caret: behind a dialog, what was so before it opened. Null where there is none. */
export function selectedRange(): Range | null {
  const range = ownRange();
  return range && !isInDialog(range) ? range : (kept ?? range);
}

/**
 * Takes the caret out of the page for as long as a dialog is open. What is behind a dialog can't be read, so Chromium would tell of a caret
 * there as one at the dialog's first words; Orca then believes that its reader is in the dialog already, and does not name it (heard with
 * Orca 43).
 */
export function keepSelection(): void {
  const range = ownRange();
  if (!range) return;
  if (!isInDialog(range)) kept = range.cloneRange();
  getSelection()?.removeAllRanges();
}

/** Puts it back where it was, unless there is a new one in the page. None stays in the dialog: with the dialog it would move to the page's end. */
export function giveSelectionBack(): void {
  const range = ownRange();
  const selection = getSelection();
  if (selection && (!range || isInDialog(range))) {
    if (range) selection.removeAllRanges();
    if (kept) selection.addRange(kept);
  }
  kept = null;
}
