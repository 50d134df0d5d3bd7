import { joined, sentencesOf } from "../../words/index.ts";
import type { Caret } from "../page/caret.ts";
import { elementWords, stateOf } from "../page/element-words.ts";

/** How long after the pointer was used a changed selection is still its doing, milliseconds (guess). */
const POINTER_REACH = 1000;
/** How long a count that changes while somebody types must stand still before it is said, milliseconds (guess). */
const STILL = 500;

/** What watching a person's attention needs. */
export interface AttentionWorld {
  readonly caret: Caret;
  /** Whether the article sounds. */
  readonly sounding: () => boolean;
  /** Whether another voice, the screen reader's or the interface's, speaks of the focus. */
  readonly spokenFocus: () => boolean;
  readonly pause: () => void;
  /** Says what has the focus. */
  readonly say: (message: string) => void;
}

/** The words of a dialog that has just got the focus: its title and its text. */
function dialogWords(dialog: Element): string {
  const texts = (dialog.getAttribute("aria-describedby") ?? "").split(/\s+/).map((id) => document.getElementById(id)?.textContent);
  return sentencesOf([dialog.getAttribute("aria-label"), ...texts].map((text) => text ?? ""));
}

/** Watches what a dialog tells of by the way, such as how much was found, and says it once it stands still. */
function watchStatus(say: (message: string) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const status = (target instanceof Element ? target : target.parentElement)?.closest(
        "dialog[open] [role=status]:not(.for-screen-readers)",
      );
      if (!status) continue;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (status.isConnected && status.textContent) say(status.textContent);
      }, STILL);
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

/**
 * Watches where a person is: a caret or focus that they moved silences the article, because another voice will speak of it, and
 * where Lectern's own voice serves the interface it says what has the focus.
 */
export function watchAttention(world: AttentionWorld): void {
  let pointed = Number.NEGATIVE_INFINITY;
  let keyed = Number.NEGATIVE_INFINITY;
  let within: Element | null = null;
  const point = (event: PointerEvent): void => {
    if (event.type === "pointerdown" || event.buttons > 0) pointed = performance.now();
  };
  addEventListener("pointerdown", point, true);
  addEventListener("pointermove", point, { capture: true, passive: true });
  addEventListener(
    "keydown",
    () => {
      keyed = performance.now();
    },
    true,
  );
  addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element)) return;
    const dialog = target.closest("dialog");
    const entered = dialog !== null && dialog !== within;
    within = dialog;
    if (world.sounding() && world.spokenFocus() && keyed > pointed) world.pause();
    const own = dialog === target ? "" : elementWords(target);
    world.say(entered ? joined([dialogWords(dialog), own]) : own);
  });
  // What was chosen just now, as a screen reader says it.
  addEventListener(
    "change",
    ({ target }) => {
      if (target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && /^(checkbox|radio|range)$/.test(target.type)))
        world.say(stateOf(target));
    },
    true,
  );
  watchStatus(world.say);
  document.addEventListener("selectionchange", () => {
    if (!world.sounding() || performance.now() - pointed < POINTER_REACH) return;
    if (world.caret.moved()) world.pause();
  });
}
