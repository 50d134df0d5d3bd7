import { useEffect, useRef } from "react";
import { words } from "../../words/index.ts";
import { offeredVoices } from "../reading/first-voices.ts";
import { useController, useWindowState } from "./context.ts";
import { moveFocus } from "./move-focus.ts";

/**
 * Asks once which voice reads, and lets each be heard. In the mode of Lectern's own voice each introduces itself as it gets the focus; for
 * a screen reader, which speaks then itself, and for the pointer there is a button to hear it.
 */
export function VoiceQuestion() {
  const { chooseFirstVoice, hearFirstVoice } = useController();
  const list = useWindowState((state) => state.voices);
  const assisted = useWindowState((state) => state.assisted);
  const first = useRef<HTMLButtonElement>(null);
  const offers = offeredVoices(list?.voices ?? null, assisted);
  const suggested = offers.find((offer) => offer.suggested)?.name ?? null;
  useEffect(() => first.current?.focus(), []);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      chooseFirstVoice(suggested);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [chooseFirstVoice, suggested]);
  return (
    <main className="first-question" aria-labelledby="voice-title">
      <h1 id="voice-title">{words("voice.title")}</h1>
      <p id="voice-text">{words("voice.text")}</p>
      <ul className="choices" onKeyDown={moveFocus}>
        {offers.map(({ name, suggested: isSuggested }) => (
          <li key={name} className="voice-offer">
            <button
              ref={isSuggested ? first : null}
              type="button"
              className={isSuggested ? "button strong" : "button"}
              data-voice={name}
              aria-describedby={isSuggested ? "voice-title voice-text" : undefined}
              onClick={() => chooseFirstVoice(name)}
            >
              {words(isSuggested ? "voice.suggested" : "voice.take", { voice: words(`voice.${name}`) })}
            </button>
            <button
              type="button"
              className="button"
              aria-label={words("voice.hearNamed", { voice: words(`voice.${name}`) })}
              onClick={() => hearFirstVoice(name)}
            >
              {words("voice.hear")}
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
