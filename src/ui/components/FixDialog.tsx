import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { LexiconEntry } from "../../model/index.ts";
import { languageName, words } from "../../words/index.ts";
import type { Dialog } from "../state.ts";
import { useController } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";

/** How long somebody must have stopped typing before the word is said, milliseconds: longer than between two keys, shorter than waiting (guess). */
const STOPPED = 600;

/** Asks how the word that was just heard should sound. It is said when typing stops; Enter keeps it, Escape goes back. */
export function FixDialog({ written: given, sentence, index, lang, site }: Extract<Dialog, { kind: "fix" }>) {
  const { wording } = useController();
  const [at, setAt] = useState(index);
  const [written, setWritten] = useState(given);
  const [spoken, setSpoken] = useState("");
  const [silent, setSilent] = useState(false);
  const [onlyLang, setOnlyLang] = useState(true);
  const [onlySite, setOnlySite] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const busy = useRef(false);
  const entry: LexiconEntry = {
    written: written.trim(),
    spoken: silent ? "" : spoken.trim(),
    match: "word",
    lang: onlyLang ? lang : null,
    site: onlySite ? site : null,
    voice: null,
    // A word in small letters begins sentences too.
    ignoreCase: written === written.toLowerCase(),
  };
  const hear = (one: LexiconEntry | null): void => void wording.hear(entry.written, lang, one).then(setWrong);
  const newest = useRef(hear);
  newest.current = hear;
  const wanted = useRef(entry);
  wanted.current = entry;
  useEffect(() => {
    if (spoken.trim() === "") return;
    const timer = setTimeout(() => newest.current(wanted.current), STOPPED);
    return () => clearTimeout(timer);
  }, [spoken]);
  const step = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    const word = sentence[next];
    if (word === undefined) return;
    setAt(next);
    setWritten(word);
  };
  const keep = (): void => {
    if (busy.current) return;
    if (entry.written === "") {
      setWrong(words("entry.missing"));
      return;
    }
    // Silence is chosen, never left behind by an empty field.
    if (entry.spoken === "" && !silent) {
      wording.keepNothing();
      return;
    }
    busy.current = true;
    void wording.keepFix(entry).then((message) => {
      busy.current = false;
      if (message !== null) setWrong(message);
    });
  };
  const language = languageName(lang);
  return (
    <DialogFrame title={words("fix.title")} describedBy="fix-hint" onCancel={wording.leaveFix} closable={false}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <label htmlFor="fix-written">{words("entry.written")}</label>
        <input
          id="fix-written"
          type="text"
          autoComplete="off"
          spellCheck={false}
          lang={lang}
          dir="auto"
          maxLength={200}
          value={written}
          onChange={(event) => setWritten(event.target.value)}
          onKeyDown={step}
          aria-describedby={sentence.length > 1 ? "fix-steps" : undefined}
        />
        {sentence.length > 1 ? (
          <p id="fix-steps" className="hint">
            {words("fix.steps")}
          </p>
        ) : null}
        <label htmlFor="fix-spoken">{words("entry.spoken")}</label>
        <input
          id="fix-spoken"
          type="text"
          autoComplete="off"
          spellCheck={false}
          lang={lang}
          dir="auto"
          maxLength={200}
          value={spoken}
          onChange={(event) => setSpoken(event.target.value)}
          aria-describedby={wrong ? "fix-wrong" : "fix-spoken-hint"}
          aria-invalid={wrong !== null}
          disabled={silent}
          data-first=""
        />
        {wrong ? (
          <p id="fix-wrong" className="wrong">
            {wrong}
          </p>
        ) : null}
        <p id="fix-spoken-hint" className="hint">
          {words("fix.spokenHint")}
        </p>
        <p id="fix-hint" className="hint">
          {words("fix.hint")}
        </p>
        <label className="option">
          <input type="checkbox" checked={silent} onChange={(event) => setSilent(event.target.checked)} />
          <span>{words("entry.silence")}</span>
        </label>
        <label className="option">
          <input type="checkbox" checked={onlyLang} onChange={(event) => setOnlyLang(event.target.checked)} />
          <span>{words("fix.onlyLang", { language })}</span>
        </label>
        {site === null ? null : (
          <label className="option">
            <input type="checkbox" checked={onlySite} onChange={(event) => setOnlySite(event.target.checked)} />
            <span>{words("fix.onlySite", { site })}</span>
          </label>
        )}
        <p className="actions">
          <button type="submit" className="button strong">
            {words("entry.keep")}
          </button>
          <button type="button" className="button" onClick={() => hear(entry.spoken === "" && !silent ? null : entry)}>
            {words("entry.hear")}
          </button>
          <button type="button" className="button" onClick={() => hear(null)}>
            {words("entry.hearBefore")}
          </button>
          <button type="button" className="button" onClick={wording.leaveFix}>
            {words("dialog.cancel")}
          </button>
        </p>
      </form>
    </DialogFrame>
  );
}
