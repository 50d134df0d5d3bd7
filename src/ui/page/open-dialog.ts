import { isTight } from "./room.ts";
import { seeFocus } from "./see-focus.ts";

/** How long a screen reader has the dialog itself before its first control, milliseconds (heard with Orca 43: it handles a focus some 150 late). */
const INTRODUCTION = 250;

/** What is typed into: Orca names the dialog around it by itself. */
const TYPED = "input:not([type='checkbox'], [type='radio'], [type='button']), textarea";

/**
 * Opens a modal dialog, with the focus at what is marked with `data-first`, else at its first control. For a screen reader (`introduced`) the
 * dialog itself has it first: Orca 43 says nothing of a button that gets the focus while its reader's caret was in the page behind, and names
 * every dialog that gets it. Without anything marked it stays there: there is more to read than to do.
 *
 * @returns Ends what is still to come of it.
 */
export function openDialog(dialog: HTMLDialogElement, introduced: boolean): () => void {
  const first = dialog.querySelector<HTMLElement>("[data-first]");
  const body = dialog.firstElementChild;
  if (!introduced || first?.matches(TYPED) || !(body instanceof HTMLElement)) {
    // One move of the focus, not two: a screen reader takes the first for what the dialog is about.
    first?.setAttribute("autofocus", "");
    dialog.showModal();
    if (isTight()) seeFocus(dialog, { opening: true });
    return () => {};
  }
  // Nothing in it can have the focus: the dialog gets it.
  body.inert = true;
  dialog.showModal();
  const end = (): void => {
    clearTimeout(timer);
    dialog.removeEventListener("keydown", end, true);
    body.inert = false;
    if (document.activeElement !== dialog) return;
    first?.focus();
    if (isTight()) seeFocus(dialog, { opening: true });
  };
  const timer = setTimeout(end, first ? INTRODUCTION : 0);
  // Whoever is quicker is not kept waiting.
  dialog.addEventListener("keydown", end, true);
  return end;
}
