import { useId, useState } from "react";
import { BREAKING_MANNERS, DEFAULT_BREAKING, type QuietHours } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { Choice } from "./Choice.tsx";
import { useController, useWindowState } from "./context.ts";
import { ResetSection } from "./ResetSection.tsx";

/** What somebody typed as words of breaking news. */
const wordsIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,;\n،、]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

/** How breaking news is told, which words make it, and when it is not told. */
export function BreakingSettings() {
  const { change } = useController();
  const settings = useWindowState((state) => state.settings);
  const [text, setText] = useState(settings.breakingWords.join(", "));
  const hint = useId();
  const hours = settings.quietHours;
  const time = (name: keyof QuietHours) =>
    hours ? (
      <p className="setting">
        <label htmlFor={`quiet-${name}`}>{words(name === "from" ? "settings.quietFrom" : "settings.quietTo")}</label>
        <input
          id={`quiet-${name}`}
          type="time"
          value={hours[name]}
          onChange={(event) => event.target.value && change({ quietHours: { ...hours, [name]: event.target.value.slice(0, 5) } })}
        />
      </p>
    ) : null;
  return (
    <section aria-labelledby="settings-breaking">
      <h3 id="settings-breaking">{words("settings.breaking")}</h3>
      <Choice
        id="breaking"
        label="settings.breakingManner"
        values={BREAKING_MANNERS}
        value={settings.breaking}
        name={(manner) => words(`breakingManner.${manner}`)}
        onChoose={(breaking) => change({ breaking })}
      />
      <p className="setting">
        <label htmlFor="breaking-words">{words("settings.breakingWords")}</label>
        <input
          id="breaking-words"
          type="text"
          value={text}
          aria-describedby={hint}
          onChange={(event) => {
            // Not when it is left: a dialog that is closed by Escape leaves nothing.
            setText(event.target.value);
            change({ breakingWords: wordsIn(event.target.value) });
          }}
        />
      </p>
      <p className="hint" id={hint}>
        {words("settings.breakingWordsHint")}
      </p>
      <label className="option">
        <input
          type="checkbox"
          checked={hours !== null}
          onChange={(event) => change({ quietHours: event.target.checked ? DEFAULT_BREAKING.quietHours : null })}
        />
        <span>{words("settings.quiet")}</span>
      </label>
      {time("from")}
      {time("to")}
      <label className="option">
        <input type="checkbox" checked={settings.notify} onChange={(event) => change({ notify: event.target.checked })} />
        <span>{words("settings.notify")}</span>
      </label>
      <ResetSection section="breaking" title="settings.breaking" />
    </section>
  );
}
