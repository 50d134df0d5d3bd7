import { useEffect, useRef } from "react";
import { VOICE_MODES, type VoiceMode } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { useController, useWindowState } from "./context.ts";
import { moveFocus } from "./move-focus.ts";

/** How long a screen reader is busy with a page that has just loaded, milliseconds: it does not say what a focus that comes earlier is on (Orca 43). */
const BUSY = 1500;
/** How long one that is running may take to find the window, milliseconds: the suggestion hangs on it, and is said with the question. */
const FINDING = 1000;

/**
 * Asks once who speaks. It is the whole page, and each answer is a button: a screen reader that reads a new page from its top reads the
 * question, and Enter answers it whether it browses or not. The focus comes once: with it the question is said. Enter elsewhere takes the suggestion, Escape too.
 */
export function FirstQuestion() {
  const { chooseVoiceMode } = useController();
  const suggested: VoiceMode = useWindowState((state) => state.assisted) ? "shared" : "app";
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        // The suggestion may change when a screen reader is found; whoever has moved on keeps their place.
        const { activeElement } = document;
        if (activeElement === document.body || activeElement?.closest(".first-question")) first.current?.focus();
      },
      suggested === "shared" ? BUSY : FINDING,
    );
    return () => clearTimeout(timer);
  }, [suggested]);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const isAnswer = event.target instanceof HTMLButtonElement;
      // Whoever is quicker than the focus has it with the first key.
      if (!isAnswer && event.key.startsWith("Arrow")) {
        event.preventDefault();
        first.current?.focus();
      }
      if (event.key !== "Escape" && (event.key !== "Enter" || isAnswer)) return;
      event.preventDefault();
      chooseVoiceMode(suggested);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [chooseVoiceMode, suggested]);
  return (
    <main className="first-question" aria-labelledby="first-title">
      <h1 id="first-title">{words("first.title")}</h1>
      <p id="first-text">{words("first.text")}</p>
      <ul className="choices" onKeyDown={moveFocus}>
        {VOICE_MODES.map((mode) => (
          <li key={mode}>
            <button
              ref={mode === suggested ? first : null}
              type="button"
              className={mode === suggested ? "button strong" : "button"}
              data-voice-mode={mode}
              aria-describedby={mode === suggested ? "first-title first-text" : undefined}
              onClick={() => chooseVoiceMode(mode)}
            >
              {words(mode === suggested ? "first.suggested" : "first.plain", { mode: words(`mode.${mode}`) })}
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
