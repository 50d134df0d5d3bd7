import { type ReactNode, useLayoutEffect, useRef } from "react";
import { words } from "../../words/index.ts";
import { focusOn, isShown, shownMain } from "../page/focus.ts";
import { useController } from "./context.ts";

interface Props {
  readonly title: string;
  /** Id of the element whose words belong to the question. */
  readonly describedBy?: string;
  /** What Escape does; closes where it is not said. */
  readonly onCancel?: () => void;
  /** False where the dialog has its own ways out. */
  readonly closable?: boolean;
  /** True where there is more to read than to do: the focus begins at the dialog as a whole. */
  readonly reading?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Where the focus goes when what had it is gone: the first that is shown. */
const FALLBACKS = ["#library [data-row][tabindex='0']", "[data-player] [data-play]"] as const;

/**
 * A modal dialog. The focus begins at what is marked with `data-first`, else at the first control, and returns to what had it.
 */
export function DialogFrame({ title, describedBy, onCancel, closable = true, reading = false, className = "", children }: Props) {
  const { close } = useController();
  const frame = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = frame.current;
    const opener = document.activeElement;
    if (!dialog) return;
    // One move of the focus, not two: a screen reader takes the first for what the dialog is about.
    const first = reading ? dialog : dialog.querySelector<HTMLElement>("[data-first]");
    first?.setAttribute("autofocus", "");
    dialog.showModal();
    return () => {
      dialog.close();
      const had = opener instanceof HTMLElement && opener !== document.body;
      if (had && opener.isConnected && !opener.closest("dialog")) focusOn(opener);
      if (document.activeElement !== document.body) return;
      // What had the focus is gone, or nothing had it.
      const home =
        (had ? FALLBACKS.map((one) => document.querySelector<HTMLElement>(one)).find((one) => one && isShown(one)) : null) ?? shownMain();
      if (home) focusOn(home);
    };
  }, [reading]);
  const leave = onCancel ?? close;
  return (
    <dialog
      ref={frame}
      className={className}
      aria-labelledby="dialog-title"
      aria-describedby={describedBy}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <div className="dialog-head">
        <h2 id="dialog-title">{title}</h2>
        {closable ? (
          <button type="button" className="button" onClick={leave}>
            {words("dialog.close")}
          </button>
        ) : null}
      </div>
      {children}
    </dialog>
  );
}
