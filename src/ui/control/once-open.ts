import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";

/** What a person asks of an article that is still being opened: it is done when the article is there. */
export interface OnceOpen {
  /** Does it now, or when what is being opened is open; where nothing is, nor is being opened, says so. The last one asked for counts. */
  run(act: () => void): void;
  /** An article is open, and can be listened to. */
  opened(): void;
  forget(): void;
}

/** Makes it. `nothing`: says that there is no article. `later`: once the focus has arrived at the article. */
export function createOnceOpen(
  store: Pick<Store<WindowState>, "get" | "subscribe">,
  nothing: () => void,
  later: (act: () => void) => void,
): OnceOpen {
  let waiting: (() => void) | null = null;
  // What could not be opened, or was given up, is waited for no longer.
  store.subscribe(() => {
    const { loading, reading } = store.get();
    if (loading === null && reading === null) waiting = null;
  });
  return {
    run(act) {
      const { loading, reading } = store.get();
      if (reading) act();
      else if (loading === null) nothing();
      else waiting = act;
    },
    opened() {
      const act = waiting;
      waiting = null;
      if (act) later(act);
    },
    forget() {
      waiting = null;
    },
  };
}
