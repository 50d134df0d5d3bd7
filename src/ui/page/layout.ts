import type { Layout } from "../keys.ts";

/** What of `navigator.keyboard` is used (Keyboard Map, a draft of the WICG): not in TypeScript's own library. */
interface Keyboard {
  getLayoutMap(): Promise<ReadonlyMap<string, string>>;
}

/**
 * Keeps the keyboard's layout. It is asked for anew with each key that goes down, Ctrl before the letter too, and when the window comes
 * back: there is no event for a change of it. Answers with what is known now.
 */
export function watchLayout(): () => Layout {
  const keyboard = (navigator as { readonly keyboard?: Keyboard }).keyboard;
  let layout: Layout = null;
  const ask = (): void => {
    keyboard?.getLayoutMap().then(
      (found) => {
        layout = found;
      },
      // Nothing is known then: keys are taken as they are written.
      () => {},
    );
  };
  addEventListener("keydown", ask, true);
  addEventListener("focus", ask);
  ask();
  return () => layout;
}
