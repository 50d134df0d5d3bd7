import { MEDIA_KEYS, PAUSE_STEPS, STYLE_SETTINGS, STYLED, STYLES } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { SLEEP_CHOICES, sleepChoiceWords } from "../reading/sleep.ts";
import { Choice } from "./Choice.tsx";
import { useController, useWindowState } from "./context.ts";
import { ResetSection } from "./ResetSection.tsx";

/** How parts of an article sound, when the reading falls asleep, and where media keys reach it. */
export function ListeningChoices() {
  const { change, setSleep } = useController();
  const settings = useWindowState((state) => state.settings);
  const sleep = useWindowState((state) => state.sleep);
  const pauses = PAUSE_STEPS.some((step) => step === settings.pauses)
    ? PAUSE_STEPS
    : [...PAUSE_STEPS, settings.pauses].sort((a, b) => a - b);
  return (
    <>
      <section aria-labelledby="settings-styles">
        <h3 id="settings-styles">{words("settings.styles")}</h3>
        {STYLED.map((kind) => (
          <Choice
            key={kind}
            id={`style-${kind}`}
            label={`settings.style.${kind}`}
            values={STYLES}
            value={settings[STYLE_SETTINGS[kind]]}
            name={(style) => words(`style.${style}`)}
            onChoose={(style) => change({ [STYLE_SETTINGS[kind]]: style })}
          />
        ))}
        <Choice
          id="pauses"
          label="settings.pauses"
          values={pauses}
          value={settings.pauses}
          name={(pause) => words("pauses.value", { pauses: pause })}
          onChoose={(pause) => change({ pauses: pause })}
        />
        <ResetSection section="styles" title="settings.styles" />
      </section>
      <section aria-labelledby="settings-sleep">
        <h3 id="settings-sleep">{words("settings.sleep")}</h3>
        <Choice id="sleep" label="settings.sleepTimer" values={SLEEP_CHOICES} value={sleep} name={sleepChoiceWords} onChoose={setSleep} />
        <label className="option">
          <input type="checkbox" checked={settings.sleepHalts} onChange={(event) => change({ sleepHalts: event.target.checked })} />
          <span>{words("settings.sleepHalts")}</span>
        </label>
      </section>
      <section aria-labelledby="settings-keys">
        <h3 id="settings-keys">{words("settings.mediaKeys")}</h3>
        <Choice
          id="media-keys"
          label="settings.mediaKeysReach"
          values={MEDIA_KEYS}
          value={settings.mediaKeys}
          name={(reach) => words(`mediaKeys.${reach}`)}
          onChoose={(mediaKeys) => change({ mediaKeys })}
        />
      </section>
    </>
  );
}
