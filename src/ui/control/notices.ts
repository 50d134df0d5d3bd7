import type { Dialog, View, WindowState } from "../state.ts";
import type { Store } from "../store.ts";

/** A message younger than this, milliseconds, is about the leaving itself, such as what a dialog did that closes with it (guess). */
const FRESH = 2_000;

/** Shows messages to the eyes. */
export interface Notices {
  /** Shows a message until the next, or until the view or dialog that it was shown in is left; one that `stays` is not taken away by that. */
  show(message: string, stays: boolean): void;
}

const kindOf = (dialog: Dialog | null): Dialog["kind"] | null => dialog?.kind ?? null;

/** Makes them; `now` is a clock in milliseconds. */
export function createNotices(store: Store<WindowState>, now: () => number = () => performance.now()): Notices {
  let shown = { at: Number.NEGATIVE_INFINITY, stays: false };
  let place: { readonly view: View; readonly dialog: Dialog["kind"] | null } = {
    view: store.get().view,
    dialog: kindOf(store.get().dialog),
  };
  store.subscribe(() => {
    const { view, dialog, notice } = store.get();
    const isLeft = view !== place.view || kindOf(dialog) !== place.dialog;
    place = { view, dialog: kindOf(dialog) };
    if (isLeft && notice !== "" && !shown.stays && now() - shown.at > FRESH) store.set({ notice: "" });
  });
  return {
    show(notice, stays) {
      shown = { at: now(), stays };
      store.set({ notice });
    },
  };
}
