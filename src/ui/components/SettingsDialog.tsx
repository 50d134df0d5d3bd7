import { useLayoutEffect, useRef, useState } from "react";
import { UPDATE_CHANNELS, UPDATE_MANNERS, VERBOSITIES, VOICE_MODES } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { rateWords } from "../control/preferences.ts";
import { filterRows } from "../page/filter-rows.ts";
import { RATES } from "../reading/rates.ts";
import { Choice } from "./Choice.tsx";
import { useController, useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";
import { LibrarySettings } from "./LibrarySettings.tsx";
import { ListeningChoices } from "./ListeningChoices.tsx";
import { LooksSettings } from "./LooksSettings.tsx";
import { NewsSettings } from "./NewsSettings.tsx";
import { ProfileSettings } from "./ProfileSettings.tsx";
import { ReadySettings } from "./ReadySettings.tsx";
import { ResetSection } from "./ResetSection.tsx";
import { ShareSettings } from "./ShareSettings.tsx";
import { SyncSettings } from "./SyncSettings.tsx";
import { VoiceChoice } from "./VoiceChoice.tsx";
import { WordSettings } from "./WordSettings.tsx";

/** The settings. Each change is seen or heard at once; there is nothing to confirm. */
export function SettingsDialog() {
  const { change, run } = useController();
  const [text, setText] = useState("");
  const [count, setCount] = useState(0);
  const form = useRef<HTMLDivElement>(null);
  // After each drawing: what a setting brings along is found or hidden like the rest.
  useLayoutEffect(() => {
    if (form.current) setCount(filterRows(form.current, text));
  });
  const settings = useWindowState((state) => state.settings);
  const rates = RATES.includes(settings.rate) ? RATES : [...RATES, settings.rate].sort((one, other) => one - other);
  return (
    <DialogFrame title={words("settings.title")}>
      <label htmlFor="settings-find">{words("settings.find")}</label>
      <input
        id="settings-find"
        type="search"
        data-first=""
        autoComplete="off"
        spellCheck={false}
        value={text}
        aria-describedby="settings-found"
        onChange={(event) => setText(event.target.value)}
      />
      <p id="settings-found" role="status" className="hint">
        {text.trim() === "" ? "" : words("settings.found", { count })}
      </p>
      <div ref={form}>
        <LooksSettings />
        <ProfileSettings />
        <section aria-labelledby="settings-voice">
          <h3 id="settings-voice">{words("settings.listening")}</h3>
          <VoiceChoice />
          <p className="setting">
            <button type="button" className="button" onClick={() => run("voices")}>
              {words("voices.more")}
            </button>
          </p>
          <Choice
            id="rate"
            label="settings.rate"
            values={rates}
            value={settings.rate}
            name={rateWords}
            onChoose={(rate) => change({ rate })}
          />
          <Choice
            id="verbosity"
            label="settings.verbosity"
            values={VERBOSITIES}
            value={settings.verbosity}
            name={(verbosity) => words(`verbosity.${verbosity}`)}
            onChoose={(verbosity) => change({ verbosity })}
          />
          <ResetSection section="listening" title="settings.listening" />
        </section>
        <ListeningChoices />
        <NewsSettings />
        <LibrarySettings />
        <ReadySettings />
        <SyncSettings />
        <ShareSettings />
        <WordSettings />
        <section aria-labelledby="settings-open">
          <h3 id="settings-open">{words("open.title")}</h3>
          <label className="option">
            <input type="checkbox" checked={settings.offerCopied} onChange={(event) => change({ offerCopied: event.target.checked })} />
            <span>{words("settings.offerCopied")}</span>
          </label>
        </section>
        <section aria-labelledby="settings-updates">
          <h3 id="settings-updates">{words("settings.updates")}</h3>
          <Choice
            id="updates"
            label="settings.updateManner"
            values={UPDATE_MANNERS}
            value={settings.updates}
            name={(manner) => words(`updateManner.${manner}`)}
            onChoose={(updates) => change({ updates })}
          />
          <Choice
            id="update-channel"
            label="settings.updateChannel"
            values={UPDATE_CHANNELS}
            value={settings.updateChannel}
            name={(channel) => words(`updateChannel.${channel}`)}
            onChoose={(updateChannel) => change({ updateChannel })}
          />
        </section>
        <fieldset>
          <legend>{words("settings.voiceMode")}</legend>
          {VOICE_MODES.map((mode) => (
            <label key={mode} className="option">
              <input
                type="radio"
                name="voice-mode"
                value={mode}
                checked={settings.voiceMode === mode}
                onChange={() => change({ voiceMode: mode })}
              />
              <span>{words(`mode.${mode}`)}</span>
            </label>
          ))}
        </fieldset>
        <label className="option">
          <input
            type="checkbox"
            checked={settings.caretFollows}
            aria-describedby="caret-follows"
            onChange={(event) => change({ caretFollows: event.target.checked })}
          />
          <span>{words("settings.caretFollows")}</span>
        </label>
        <p id="caret-follows" className="hint">
          {words("settings.caretFollowsHint")}
        </p>
        <section aria-labelledby="settings-file">
          <h3 id="settings-file">{words("settingsFile.title")}</h3>
          <p className="hint">{words("settingsFile.hint")}</p>
          <p className="actions">
            <button type="button" className="button" onClick={() => run("exportSettings")}>
              {words("command.exportSettings")}
            </button>
            <button type="button" className="button" onClick={() => run("importSettings")}>
              {words("command.importSettings")}
            </button>
          </p>
        </section>
      </div>
    </DialogFrame>
  );
}
