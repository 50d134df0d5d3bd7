import { VOICE_MODES, type VoiceMode } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { useController, useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";
import { moveFocus } from "./move-focus.ts";

/**
 * Asks once who speaks. Each answer is a button: Enter takes it whether a screen reader browses or not. Escape keeps the suggestion.
 */
export function FirstRunDialog() {
  const { chooseVoiceMode } = useController();
  const suggested: VoiceMode = useWindowState((state) => state.assisted) ? "shared" : "app";
  return (
    <DialogFrame title={words("first.title")} describedBy="first-text" closable={false} onCancel={() => chooseVoiceMode(suggested)}>
      <p id="first-text">{words("first.text")}</p>
      <ul className="choices" onKeyDown={moveFocus}>
        {VOICE_MODES.map((mode) => (
          <li key={mode}>
            <button type="button" className="choice" data-first={mode === suggested ? "" : undefined} onClick={() => chooseVoiceMode(mode)}>
              <span>{words(mode === suggested ? "first.suggested" : "first.plain", { mode: words(`mode.${mode}`) })}</span>
            </button>
          </li>
        ))}
      </ul>
    </DialogFrame>
  );
}
