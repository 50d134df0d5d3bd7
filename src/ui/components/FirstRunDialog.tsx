import { useState } from "react";
import { VOICE_MODES, type VoiceMode } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { useController, useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";

/** Asks once who speaks. Enter takes the answer, Escape the suggestion. */
export function FirstRunDialog() {
  const { chooseVoiceMode } = useController();
  const suggested: VoiceMode = useWindowState((state) => state.assisted) ? "shared" : "app";
  const [mode, setMode] = useState<VoiceMode>(suggested);
  return (
    <DialogFrame title={words("first.title")} describedBy="first-text" closable={false} onCancel={() => chooseVoiceMode(suggested)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          chooseVoiceMode(mode);
        }}
      >
        <p id="first-text">{words("first.text")}</p>
        <fieldset>
          <legend className="for-screen-readers">{words("settings.voiceMode")}</legend>
          {VOICE_MODES.map((value) => (
            <label key={value} className="option">
              <input
                type="radio"
                name="mode"
                value={value}
                checked={mode === value}
                onChange={() => setMode(value)}
                data-first={value === suggested ? "" : undefined}
              />
              <span>{words(value === suggested ? "first.suggested" : "first.plain", { mode: words(`mode.${value}`) })}</span>
            </label>
          ))}
        </fieldset>
        <p className="actions">
          <button type="submit" className="button strong">
            {words("first.take")}
          </button>
        </p>
      </form>
    </DialogFrame>
  );
}
