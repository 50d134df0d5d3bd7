import { useMemo, useState } from "react";
import {
  hasVariants,
  isOffered,
  languageOf,
  PITCH_STEPS,
  VARIANTS,
  type Voice,
  variantOf,
  voiceOf,
  withVariant,
} from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { engineWords, groupVoices, listedVoice, variantWords } from "../reading/voices.ts";
import { Choice } from "./Choice.tsx";
import { useController, useWindowState } from "./context.ts";
import { Select } from "./Select.tsx";

/** The engine whose voices are understood best. */
const BEST = "flite";

/** The voices by the engine that speaks them: what is understood best, then in the engines' order. */
const byEngine = (voices: readonly Voice[]): readonly (readonly [string, readonly Voice[]])[] =>
  [
    ...voices.reduce((groups, voice) => groups.set(voice.engine, [...(groups.get(voice.engine) ?? []), voice]), new Map<string, Voice[]>()),
  ].sort(([one], [other]) => Number(other === BEST) - Number(one === BEST));

/** A voice as it comes, in the list of its sounds. */
const PLAIN = "plain";

/** The voice of each language, with what it sounds like; the article's own language first. A list never has more than one language's voices. */
export function VoiceChoice() {
  const { change, hearVoice } = useController();
  const list = useWindowState((state) => state.voices);
  const settings = useWindowState((state) => state.settings);
  const articleLang = useWindowState((state) => state.reading?.article.lang ?? "en");
  const groups = useMemo(() => {
    const chosen = [settings.voice, ...Object.values(settings.voices)].flatMap((id) => (id ? [variantOf(id)?.plain] : []));
    const shown = (list?.voices ?? []).filter((voice) => isOffered(voice) || chosen.includes(variantOf(voice.id)?.plain));
    return groupVoices(shown, articleLang);
  }, [list, articleLang, settings.voice, settings.voices]);
  const [asked, setAsked] = useState<string | null>(null);
  const group = groups.find(({ lang }) => lang === asked) ?? groups[0];
  const pitches = PITCH_STEPS.some((step) => step === settings.pitch)
    ? PITCH_STEPS
    : [...PITCH_STEPS, settings.pitch].sort((a, b) => a - b);
  const key = languageOf(group?.lang ?? "en");
  const own = voiceOf(group?.voices ?? [], settings.voices[key] ?? settings.voice);
  const voice = settings.voices[key] ?? own?.id ?? null;
  const choose = (chosen: Pick<Voice, "id" | "lang"> | null): void => {
    const { [key]: _, ...others } = settings.voices;
    change({ voices: chosen ? { ...others, [key]: chosen.id } : others, voice: null });
    if (group) hearVoice(chosen?.id ?? null, chosen?.lang ?? group.lang);
  };
  return (
    <>
      {group ? (
        <>
          <Choice
            id="voice-language"
            label="settings.voiceLanguage"
            values={groups.map(({ lang }) => lang)}
            value={group.lang}
            name={(lang) => groups.find((one) => one.lang === lang)?.name ?? lang}
            onChoose={setAsked}
          />
          <p className="setting">
            <label htmlFor="voice">{words("settings.voice", { language: group.name })}</label>
            <Select
              id="voice"
              value={listedVoice(group.voices, voice)?.id ?? voice ?? ""}
              onChange={(event) => choose(group.voices.find(({ id }) => id === event.target.value) ?? null)}
            >
              <option value="">{words("settings.bestVoice")}</option>
              {byEngine(group.voices).map(([engine, voices]) => (
                <optgroup key={engine} label={engineWords(engine)}>
                  {voices.map(({ id, name, lang }) => (
                    <option key={id} value={id}>
                      {words("settings.voiceName", { name, lang })}
                    </option>
                  ))}
                </optgroup>
              ))}
            </Select>
          </p>
          {own && hasVariants(own) ? (
            <Choice
              id="variant"
              label="settings.variant"
              values={[PLAIN, ...VARIANTS]}
              value={variantOf(own.id)?.variant ?? PLAIN}
              name={(variant) => variantWords(variant === PLAIN ? null : variant)}
              onChoose={(variant) => choose({ ...own, id: withVariant(own.id, variant === PLAIN ? null : variant) })}
            />
          ) : null}
          <p className="setting">
            <button type="button" className="button" onClick={() => hearVoice(voice, group.lang)}>
              {words("settings.hearVoice")}
            </button>
          </p>
        </>
      ) : null}
      <Choice
        id="pitch"
        label="settings.pitch"
        values={pitches}
        value={settings.pitch}
        name={(pitch) => words("pitch.value", { pitch: String(pitch) })}
        onChoose={(pitch) => change({ pitch })}
      />
      <label className="option">
        <input type="checkbox" checked={settings.dialects} onChange={(event) => change({ dialects: event.target.checked })} />
        <span>{words("settings.dialects")}</span>
      </label>
      {list?.missing.map(({ engine, message }) => (
        <p key={engine} className="hint">
          {message}
        </p>
      ))}
    </>
  );
}
