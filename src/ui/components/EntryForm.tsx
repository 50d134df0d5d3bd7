import { useLayoutEffect, useRef, useState } from "react";
import { type KeptEntry, LEXICON_MATCHES, type LexiconEntry, SAID_LANGUAGES, voiceByTaste, voiceOf } from "../../model/index.ts";
import { languageName, words } from "../../words/index.ts";
import { useController, useWindowState } from "./context.ts";
import { Select } from "./Select.tsx";

interface Props {
  /** Null: a new one. */
  readonly kept: KeptEntry | null;
  readonly onKeep: (entry: LexiconEntry) => Promise<string | null>;
  readonly onDelete: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onBack: () => void;
}

const EMPTY: LexiconEntry = { written: "", spoken: "", match: "word", lang: null, site: null, voice: null, ignoreCase: false };

/** The host of what was typed as a site: people paste addresses. */
const hostOf = (typed: string): string | null =>
  typed
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, "")
    .replace(/[/:?#].*$/, "")
    .toLowerCase() || null;

/** All that an entry of the lexicon says. */
export function EntryForm({ kept, onKeep, onDelete, onMove, onBack }: Props) {
  const { wording } = useController();
  const voices = useWindowState((state) => state.voices);
  const articleLang = useWindowState((state) => state.reading?.article.lang ?? "en");
  const settings = useWindowState((state) => state.settings);
  const [entry, setEntry] = useState<LexiconEntry>(kept?.entry ?? EMPTY);
  const [silent, setSilent] = useState(kept !== null && kept.entry.spoken === "");
  const [site, setSite] = useState(kept?.entry.site ?? "");
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const [wrong, setWrong] = useState<string | null>(null);
  const set = (change: Partial<LexiconEntry>): void => setEntry({ ...entry, ...change });
  const whole = (): LexiconEntry => ({
    ...entry,
    spoken: silent ? "" : entry.spoken,
    written: entry.match === "expression" ? entry.written : entry.written.trim(),
    site: hostOf(site),
  });
  const lang = entry.lang ?? articleLang;
  const languages = [...new Set([...(entry.lang ? [entry.lang] : []), ...SAID_LANGUAGES, articleLang.split("-")[0] ?? articleLang])];
  // The voice that reads this language now, and the one that the entry was made for.
  const reads = voiceByTaste(voices?.voices ?? [], settings, lang)?.id ?? settings.voice;
  const voiceIds = [...new Set([entry.voice, reads].filter((id) => id !== null))];
  const hear = (one: LexiconEntry | null): void =>
    void wording.hear(entry.match === "expression" ? entry.spoken : entry.written, lang, one).then(setWrong);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (entry.written.trim() === "") setWrong(words("entry.missing"));
        else if (entry.match !== "skip" && !silent && entry.spoken.trim() === "") setWrong(words("entry.missingSpoken"));
        else void onKeep(whole()).then(setWrong);
      }}
    >
      <h3>{words(kept ? "entry.edit" : "entry.new")}</h3>
      <label htmlFor="entry-written">{words("entry.written")}</label>
      <input
        id="entry-written"
        type="text"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        maxLength={200}
        value={entry.written}
        onChange={(event) => set({ written: event.target.value })}
        aria-invalid={wrong !== null}
        aria-describedby={wrong ? "entry-wrong" : undefined}
        ref={first}
      />
      {wrong ? (
        <p id="entry-wrong" className="wrong">
          {wrong}
        </p>
      ) : null}
      {entry.match === "skip" || silent ? null : (
        <>
          <label htmlFor="entry-spoken">{words("entry.spoken")}</label>
          <input
            id="entry-spoken"
            type="text"
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            maxLength={200}
            value={entry.spoken}
            onChange={(event) => set({ spoken: event.target.value })}
            aria-describedby="entry-spoken-hint"
          />
          <p id="entry-spoken-hint" className="hint">
            {words("entry.spokenHint")}
          </p>
        </>
      )}
      {entry.match === "skip" ? null : (
        <label className="option">
          <input type="checkbox" checked={silent} onChange={(event) => setSilent(event.target.checked)} />
          <span>{words("entry.silence")}</span>
        </label>
      )}
      <p className="setting">
        <label htmlFor="entry-match">{words("entry.match")}</label>
        <Select
          id="entry-match"
          value={entry.match}
          onChange={(event) => set({ match: LEXICON_MATCHES.find((one) => one === event.target.value) ?? "word" })}
        >
          {LEXICON_MATCHES.map((match) => (
            <option key={match} value={match}>
              {words(`match.${match}`)}
            </option>
          ))}
        </Select>
      </p>
      <p className="setting">
        <label htmlFor="entry-lang">{words("entry.lang")}</label>
        <Select id="entry-lang" value={entry.lang ?? ""} onChange={(event) => set({ lang: event.target.value || null })}>
          <option value="">{words("entry.anyLang")}</option>
          {languages.map((tag) => (
            <option key={tag} value={tag}>
              {languageName(tag)}
            </option>
          ))}
        </Select>
      </p>
      <p className="setting">
        <label htmlFor="entry-voice">{words("entry.voice")}</label>
        <Select
          id="entry-voice"
          value={entry.voice ?? ""}
          onChange={(event) => set({ voice: voiceIds.find((id) => id === event.target.value) ?? null })}
        >
          <option value="">{words("entry.anyVoice")}</option>
          {voiceIds.map((id) => (
            <option key={id} value={id}>
              {voiceOf(voices?.voices ?? [], id)?.name ?? id}
            </option>
          ))}
        </Select>
      </p>
      <p className="setting">
        <label htmlFor="entry-site">{words("entry.site")}</label>
        <input
          id="entry-site"
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={255}
          value={site}
          onChange={(event) => setSite(event.target.value)}
          aria-describedby="entry-site-hint"
        />
      </p>
      <p id="entry-site-hint" className="hint">
        {words("entry.siteHint")}
      </p>
      <label className="option">
        <input type="checkbox" checked={entry.ignoreCase} onChange={(event) => set({ ignoreCase: event.target.checked })} />
        <span>{words("entry.ignoreCase")}</span>
      </label>
      <p className="actions">
        <button type="submit" className="button strong">
          {words("entry.keep")}
        </button>
        <button type="button" className="button" onClick={() => hear(whole())}>
          {words("entry.hear")}
        </button>
        <button type="button" className="button" onClick={() => hear(null)}>
          {words("entry.hearBefore")}
        </button>
        {kept ? (
          <>
            <button type="button" className="button" onClick={() => onMove(-1)}>
              {words("entry.earlier")}
            </button>
            <button type="button" className="button" onClick={() => onMove(1)}>
              {words("entry.later")}
            </button>
            <button type="button" className="button" onClick={onDelete}>
              {words("entry.delete")}
            </button>
          </>
        ) : null}
        <button type="button" className="button" onClick={onBack}>
          {words("entry.back")}
        </button>
      </p>
    </form>
  );
}
