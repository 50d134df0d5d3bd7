import { RESUMES, SAID_LANGUAGES } from "../../model/index.ts";
import { ownLanguageName, words } from "../../words/index.ts";
import { useController, useWindowState } from "./context.ts";
import { ResetSection } from "./ResetSection.tsx";
import { Select } from "./Select.tsx";

/** The settings of what is said: announcements, what comes again after a break, pronunciations. */
export function WordSettings() {
  const { change, run } = useController();
  const resume = useWindowState((state) => state.settings.resume);
  const language = useWindowState((state) => state.settings.language);
  return (
    <section aria-labelledby="settings-words">
      <h3 id="settings-words">{words("settings.words")}</h3>
      <p className="setting">
        <label htmlFor="resume">{words("settings.resume")}</label>
        <Select id="resume" value={resume} onChange={(event) => change({ resume: RESUMES.find((one) => one === event.target.value) })}>
          {RESUMES.map((one) => (
            <option key={one} value={one}>
              {words(`resume.${one}`)}
            </option>
          ))}
        </Select>
      </p>
      <p className="setting">
        <label htmlFor="language">{words("settings.language")}</label>
        <Select
          id="language"
          value={language ?? ""}
          aria-describedby="language-hint"
          onChange={(event) => change({ language: SAID_LANGUAGES.find((one) => one === event.target.value) ?? null })}
        >
          <option value="">{words("settings.systemLanguage", { name: ownLanguageName(navigator.language) })}</option>
          {SAID_LANGUAGES.map((one) => (
            <option key={one} value={one} lang={one}>
              {ownLanguageName(one)}
            </option>
          ))}
        </Select>
      </p>
      <p id="language-hint" className="hint">
        {words("settings.languageHint")}
      </p>
      <p className="actions">
        <button type="button" className="button" onClick={() => run("lexicon")}>
          {words("settings.lexicon")}
        </button>
      </p>
      <ResetSection section="words" title="settings.words" />
    </section>
  );
}
