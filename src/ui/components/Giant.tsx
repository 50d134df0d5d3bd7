import { useEffect, useLayoutEffect, useRef } from "react";
import { words } from "../../words/index.ts";
import { useController, useWindowState } from "./context.ts";

/** The letters are at most so high, share of the room: a phrase of two letters is still text. */
const HIGHEST = 0.7;
/** Halvings until the size is exact to a pixel. */
const TRIES = 12;

/** Makes a phrase as large as its room lets it. */
function fill(room: HTMLElement, phrase: HTMLElement): void {
  // The letters may be higher than their lines, as those of Chinese and Hindi are; or lower, where somebody sets the lines apart.
  const letters = document.createRange();
  letters.selectNodeContents(phrase);
  let low = 8;
  let high = Math.max(low, room.clientHeight * HIGHEST);
  for (let tries = 0; tries < TRIES && high - low > 1; tries += 1) {
    const size = (low + high) / 2;
    phrase.style.fontSize = `${size}px`;
    const { width, height: lines } = phrase.getBoundingClientRect();
    const height = Math.max(lines, letters.getBoundingClientRect().height);
    if (width <= room.clientWidth && height <= room.clientHeight && phrase.scrollWidth <= room.clientWidth) low = size;
    else high = size;
  }
  phrase.style.fontSize = `${Math.floor(low)}px`;
}

/** Keeps Tab among what can be seen, its buttons and the player's: what has the focus would else lie under the phrase. */
function keepTab(frame: HTMLElement): () => void {
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (document.querySelector("dialog[open]")) return;
    const stops = [frame, document.querySelector("[data-player]")]
      .flatMap((place) => [...(place?.querySelectorAll<HTMLElement>("button, a[href], input, select, [tabindex='0']") ?? [])])
      .filter((one) => one.tabIndex >= 0 && !one.matches(":disabled") && one.checkVisibility());
    const active = document.activeElement;
    const at = active instanceof HTMLElement ? stops.indexOf(active) : -1;
    const next = event.shiftKey ? (at <= 0 ? stops.length : at) - 1 : (at + 1) % stops.length;
    stops[next]?.focus();
    event.preventDefault();
  };
  addEventListener("keydown", pressed);
  return () => removeEventListener("keydown", pressed);
}

/** One phrase a screen. Screen readers have the article: to them only its buttons are there. */
export function Giant() {
  const { giant } = useController();
  const phrase = useWindowState((state) => state.giant);
  const isOpen = phrase !== null;
  const frame = useRef<HTMLElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const opener = document.activeElement;
    frame.current?.focus();
    const measure = (): void => {
      const player = document.querySelector("[data-player]");
      document.documentElement.style.setProperty("--player-height", `${player?.getBoundingClientRect().height ?? 0}px`);
      if (room.current && text.current) fill(room.current, text.current);
    };
    measure();
    addEventListener("resize", measure);
    // The player grows with an answer of several lines.
    const grown = new ResizeObserver(measure);
    const player = document.querySelector("[data-player]");
    if (player) grown.observe(player, { box: "border-box" });
    // Letters that somebody's own style sets wider need another size, too.
    if (text.current) grown.observe(text.current);
    // And so do the words of the button above, which then take more lines.
    if (room.current) grown.observe(room.current);
    const release = frame.current ? keepTab(frame.current) : null;
    return () => {
      release?.();
      removeEventListener("resize", measure);
      grown.disconnect();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
      else document.querySelector<HTMLElement>("[data-player] [data-play]")?.focus();
    };
  }, [isOpen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each phrase is measured anew
  useLayoutEffect(() => {
    if (room.current && text.current) fill(room.current, text.current);
  }, [phrase]);
  if (!phrase) return null;
  return (
    <section
      ref={frame}
      className="giant"
      aria-label={words("giant.label")}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
        const back = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowRight" : "ArrowLeft";
        const on = back === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
        if (event.key === "Escape") giant.close();
        else if (event.key === on || event.key === "ArrowDown") giant.step(1);
        else if (event.key === back || event.key === "ArrowUp") giant.step(-1);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div className="actions">
        <button type="button" className="button" onClick={giant.close} aria-keyshortcuts="Escape">
          {words("giant.close")}
        </button>
        <button type="button" className="button extra" onClick={() => giant.step(-1)}>
          {words("giant.previous")}
        </button>
        <button type="button" className="button extra" onClick={() => giant.step(1)}>
          {words("giant.next")}
        </button>
      </div>
      <div ref={room} className="phrase" aria-hidden="true">
        <span ref={text} lang={phrase.lang} dir="auto" data-phrase="">
          {phrase.text}
        </span>
      </div>
    </section>
  );
}
