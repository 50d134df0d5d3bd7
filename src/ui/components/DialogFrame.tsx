import { type ReactNode, useContext, useLayoutEffect, useRef } from "react";
import { words } from "../../words/index.ts";
import { focusHome, focusOn, LEAVING, shownMain } from "../page/focus.ts";
import { openDialog } from "../page/open-dialog.ts";
import { giveSelectionBack, keepSelection } from "../page/selection.ts";
import { isReaderServed, LeavingContext, useController, useWindowState } from "./context.ts";

interface Props {
  readonly title: string;
  /** Id of the element whose words belong to the question. */
  readonly describedBy?: string;
  /** What Escape does; closes where it is not said. */
  readonly onCancel?: () => void;
  /** False where the dialog has its own ways out. */
  readonly closable?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Opens a dialog; the answer closes it, and gives the focus and the caret back. */
function openOver(dialog: HTMLDialogElement, introduced: boolean): () => void {
  const opener = document.activeElement;
  keepSelection();
  const endOpening = openDialog(dialog, introduced);
  return () => {
    endOpening();
    dialog.close();
    const had = opener instanceof HTMLElement && opener !== document.body;
    if (had && opener.isConnected && !opener.closest("dialog")) focusOn(opener);
    if (document.activeElement === document.body) {
      // What had the focus is gone, or nothing had it.
      const home = had ? focusHome() : shownMain();
      if (home) focusOn(home);
    }
    giveSelectionBack();
  };
}

function end(closing: { current: (() => void) | null }): void {
  closing.current?.();
  closing.current = null;
}

/**
 * A modal dialog. The focus begins at what is marked with `data-first`, else at the first control, and returns to what had it.
 */
export function DialogFrame({ title, describedBy, onCancel, closable = true, className = "", children }: Props) {
  const { close } = useController();
  const introduced = useWindowState(isReaderServed);
  const frame = useRef<HTMLDialogElement>(null);
  const opening = useRef(introduced);
  const leaving = useContext(LeavingContext);
  const closing = useRef<(() => void) | null>(null);
  // Not in a cleanup: React gives the focus back after those to what had it before.
  useLayoutEffect(() => {
    const dialog = frame.current;
    if (!dialog) return;
    if (!leaving) closing.current = openOver(dialog, opening.current);
    else end(closing);
  }, [leaving]);
  useLayoutEffect(() => () => end(closing), []);
  const leave = onCancel ?? close;
  return (
    <dialog
      ref={frame}
      className={leaving ? `${className} ${LEAVING}` : className}
      aria-label={title}
      aria-describedby={describedBy}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      // Not an animation of its scrolling: Chromium 130 leaves the line of one where it was when the window shrinks (seen).
      onScroll={({ currentTarget }) => currentTarget.toggleAttribute("data-scrolled", currentTarget.scrollTop > 0)}
    >
      {/* Orca takes the value of each list of choices that appears for one that the listener chose just now, and says them all, unless they
          and the focus have a plain block in common (heard with Orca 43). Chromium tells of such a block where it has any attribute of
          ARIA's: this one says what holds anyway. A live one would be worse: each of its texts would be an event. */}
      <div className="dialog-body" aria-atomic="false">
        <div className="dialog-head">
          <h2>{title}</h2>
          {closable ? (
            <button type="button" className="button" onClick={leave}>
              {words("dialog.close")}
            </button>
          ) : null}
        </div>
        {children}
      </div>
    </dialog>
  );
}
