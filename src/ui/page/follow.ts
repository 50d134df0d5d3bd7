/** Keeps what sounds in the middle of what can be seen. */
export interface Follower {
  /** Scrolls when this range is not in the middle third, unless a person scrolled away. */
  follow(range: Range): void;
  /** Goes on following after a person scrolled away. */
  resume(): void;
}

/** The keys that scroll a page. */
const SCROLL_KEYS: ReadonlySet<string> = new Set(["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown", " "]);

/**
 * Follows in the window. `covered` is the height in CSS pixels that the player covers at the bottom; `onSuspend` hears that a
 * person scrolled, and `isReading` says whether that means anything.
 */
export function createFollower(covered: () => number, isReading: () => boolean, onSuspend: () => void): Follower {
  let suspended = false;
  const suspend = (): void => {
    if (suspended || !isReading()) return;
    suspended = true;
    onSuspend();
  };
  const inPage = (target: EventTarget | null): boolean => !(target instanceof Element && target.closest("dialog, [data-player]"));
  addEventListener("wheel", (event) => inPage(event.target) && suspend(), { passive: true });
  addEventListener("touchmove", (event) => inPage(event.target) && suspend(), { passive: true });
  addEventListener("pointerdown", (event) => event.clientX >= document.documentElement.clientWidth && suspend());
  addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const idle = event.target === document.body || (event.target instanceof Element && event.target.matches("main, main [tabindex='-1']"));
    if (plain && idle && SCROLL_KEYS.has(event.key)) suspend();
  });
  return {
    follow(range) {
      if (suspended) return;
      const box = range.getClientRects()[0];
      if (!box) return;
      const height = innerHeight - covered();
      const middle = (box.top + box.bottom) / 2;
      if (middle >= height / 3 && middle <= (height * 2) / 3) return;
      // Into the upper part of the middle third, so that the next lines need no scrolling; a line taller than the third is centred.
      const aim = box.height > height / 3 ? height / 2 : height / 3 + box.height / 2;
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      scrollBy({ top: middle - aim, behavior: calm ? "instant" : "smooth" });
    },
    resume() {
      suspended = false;
    },
  };
}
