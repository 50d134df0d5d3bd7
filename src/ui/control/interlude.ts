import type { VoiceMode } from "../../model/index.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Listening } from "./listening.ts";

/** How long a screen reader is given to say what has the focus when a dialog is closed, milliseconds (guess: the name of a button). */
const SCREEN_READER_SPEAKS = 1500;
/** How long after a dialog was closed what it was asked for begins, milliseconds: more than the focus needs to settle. */
const SETTLES = 150;

/** What the reading does while a dialog is open. */
export interface Interlude {
  /** Whether the reading waits for a dialog to close. Whoever asks sees to it that it goes on. */
  take(): boolean;
  /** The listener decided otherwise: nothing goes on by itself. */
  forget(): void;
  /** A key was pressed: whoever does something else after a dialog was closed is not read over. */
  pressed(): void;
}

/** What an interlude needs. */
export interface InterludeWorld {
  readonly store: Store<WindowState>;
  readonly listening: Pick<Listening, "sounding" | "hold">;
  readonly mode: () => VoiceMode;
  /** Whether another voice, the screen reader's or the interface's, speaks of the focus. */
  readonly spokenFocus: () => boolean;
}

/**
 * Lets the reading wait while a dialog is spoken of, and go on when it is closed: at once where Lectern's own voice speaks, after what the
 * screen reader says of the focus where that does. It stays silent where the dialog began something else.
 */
export function createInterlude({ store, listening, mode, spokenFocus }: InterludeWorld): Interlude {
  let goOn: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting = false;
  let last = store.get().dialog;
  const forget = (): void => {
    clearTimeout(timer);
    waiting = false;
    goOn = null;
  };
  store.subscribe(() => {
    const { dialog } = store.get();
    if (dialog === last) return;
    const before = last;
    last = dialog;
    clearTimeout(timer);
    waiting = false;
    if (before === null && listening.sounding() && spokenFocus()) {
      // Before the dialog has the focus, and is spoken of.
      goOn = listening.hold();
      return;
    }
    if (dialog !== null || goOn === null) return;
    const article = store.get().reading?.article.id;
    waiting = true;
    timer = setTimeout(
      () => {
        waiting = false;
        const { loading, problem, reading, dialog: open } = store.get();
        const play = goOn;
        goOn = null;
        if (open === null && loading === null && problem === null && reading?.article.id === article && !listening.sounding()) play?.();
      },
      mode() === "app" ? SETTLES : SCREEN_READER_SPEAKS,
    );
  });
  return {
    take() {
      const waits = goOn !== null;
      forget();
      return waits;
    },
    forget,
    pressed() {
      if (waiting) forget();
    },
  };
}
