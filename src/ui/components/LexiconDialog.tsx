import { useEffect, useMemo, useRef, useState } from "react";
import { type KeptEntry, type LexiconChange, type LexiconEntry, type LexiconFormat, toFailure } from "../../model/index.ts";
import { interfaceLanguage, joined, languageName, series, words } from "../../words/index.ts";
import { failureWords } from "../control/answers.ts";
import { entryRefusal } from "../control/lexicon-words.ts";
import type { Taken } from "../control/wording.ts";
import { useController, useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";
import { EntryForm } from "./EntryForm.tsx";
import { moveFocus } from "./move-focus.ts";

/** Rows that are shown at once: more than anybody walks through; search finds the others. */
const ROWS = 200;

const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Where an entry holds, beside its words. */
const placesOf = ({ match, lang, site, voice }: LexiconEntry): string =>
  series([match === "word" ? "" : words(`match.${match}`), lang ? languageName(lang) : "", site ?? "", voice ?? ""]);

const rowOf = (entry: LexiconEntry): string =>
  words("lexicon.row", {
    written: entry.written,
    spoken: entry.match === "skip" || entry.spoken === "" ? words("lexicon.silent") : entry.spoken,
  });

/** What was done last, and what undoes it. */
interface Done {
  readonly message: string;
  readonly undo: { readonly kept: KeptEntry /** It needs no other undo any more. */; readonly forget: () => void } | null;
  readonly problems: readonly string[];
}

/** The listener's lexicon: to look through, change and exchange. */
export function LexiconDialog() {
  const { wording, library, change: changeSettings, say, close } = useController();
  const starterPack = useWindowState((state) => state.settings.starterPack);
  const [entries, setEntries] = useState<readonly KeptEntry[] | null>(null);
  const [search, setSearch] = useState("");
  /** The entry in the form; null: a new one; undefined: the list is shown. */
  const [edited, setEdited] = useState<KeptEntry | null | undefined>(undefined);
  const [done, setDone] = useState<Done | null>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const tell = (message: string, more: Partial<Done> = {}): void => {
    setDone({ message, undo: null, problems: [], ...more });
    say(message);
  };
  const fail = (thrown: unknown): void => tell(failureWords(toFailure(thrown).code));
  // Once: the list belongs to this dialog alone while it is open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wording is the window's own and never another
  useEffect(() => {
    wording.entries().then(setEntries, fail);
  }, []);
  const found = useMemo(() => {
    const wanted = folded(search.trim());
    const all = entries ?? [];
    return wanted === "" ? all : all.filter(({ entry }) => folded(`${entry.written} ${entry.spoken}`).includes(wanted));
  }, [entries, search]);

  const apply = async (change: LexiconChange): Promise<string | null> => {
    try {
      setEntries(await wording.change(change));
      return null;
    } catch (thrown) {
      return entryRefusal(
        toFailure(thrown),
        change.kind === "change" ? change.entry : change.kind === "keep" ? (change.entries[0] ?? null) : null,
      );
    }
  };
  const showList = (): void => {
    setEdited(undefined);
    setTimeout(() => field.current?.focus());
  };
  const keep = async (entry: LexiconEntry): Promise<string | null> => {
    const wrong = await apply(edited ? { kind: "change", id: edited.id, entry } : { kind: "keep", entries: [entry] });
    if (wrong !== null) return wrong;
    showList();
    tell(words("lexicon.kept", { written: entry.written }));
    return null;
  };
  const removeNow = async (kept: KeptEntry): Promise<void> => {
    const wrong = await apply({ kind: "remove", ids: [kept.id] });
    setEdited(undefined);
    if (wrong !== null) {
      tell(wrong);
      return;
    }
    const message = words("lexicon.deleted", { written: kept.entry.written });
    // Also when the dialog is closed.
    const forget = library.undo.remember({
      what: message,
      undo: async () => void (await wording.change({ kind: "restore", kept: [kept] })),
    });
    tell(message, { undo: { kept, forget } });
    setTimeout(() => undo.current?.focus());
  };
  const remove = (kept: KeptEntry): Promise<void> => library.undo.coming(removeNow(kept));
  const bring = async ({ kept, forget }: NonNullable<Done["undo"]>): Promise<void> => {
    const wrong = await apply({ kind: "restore", kept: [kept] });
    if (wrong === null) forget();
    tell(wrong ?? words("lexicon.undone", { written: kept.entry.written }));
    field.current?.focus();
  };
  const report = (taken: Taken): void => {
    if (taken.kind === "failed") {
      tell(taken.message);
      return;
    }
    const { kept, ignored, problems } = taken.result;
    const message = [words("lexicon.imported", { count: kept }), ...(ignored > 0 ? [words("lexicon.ignored", { count: ignored })] : [])];
    // What is wrong in a line is told in English; elsewhere it is known which line to look at.
    const isEnglish = interfaceLanguage() === "en";
    tell(joined(message), {
      problems: problems.map(({ line, message: why }) =>
        words("lexicon.problem", { line, message: isEnglish ? why : words("lexicon.wrong.line") }),
      ),
    });
  };
  const take = async (): Promise<void> => {
    const taken = await wording.takeFile();
    if (!taken) return;
    setEntries(await wording.entries());
    report(taken);
  };
  const save = async (format: LexiconFormat): Promise<void> => {
    const message = await wording.saveFile(format);
    if (message !== null) tell(message);
  };

  const count = entries?.length ?? 0;
  return (
    <DialogFrame title={words("lexicon.title")} className="broad" onCancel={edited === undefined ? close : showList}>
      {done && edited === undefined ? (
        <div className="done">
          <p>
            {done.message}{" "}
            {done.undo ? (
              <button ref={undo} type="button" className="button" onClick={() => done.undo && void bring(done.undo)}>
                {words("lexicon.undo")}
              </button>
            ) : null}
          </p>
          {done.problems.length > 0 ? (
            <ul>
              {done.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
      {edited === undefined ? (
        <>
          <label htmlFor="lexicon-search">{words("lexicon.search")}</label>
          <input
            ref={field}
            id="lexicon-search"
            type="search"
            autoComplete="off"
            spellCheck={false}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            aria-describedby="lexicon-count"
            data-first=""
          />
          <p id="lexicon-count" className="hint">
            {entries === null
              ? ""
              : count === 0
                ? words("lexicon.none")
                : found.length === 0
                  ? words("lexicon.noneFound")
                  : found.length > ROWS
                    ? words("lexicon.some", { shown: ROWS, count: found.length })
                    : words("lexicon.count", { count: found.length })}
          </p>
          {found.length === 0 ? null : (
            <ul className="choices" onKeyDown={moveFocus} aria-label={words("lexicon.list")}>
              {found.slice(0, ROWS).map((kept) => (
                <li key={kept.id}>
                  <button
                    type="button"
                    className="choice"
                    onClick={() => setEdited(kept)}
                    onKeyDown={(event) => {
                      if (event.key === "Delete") void remove(kept);
                    }}
                  >
                    <span dir="auto">{rowOf(kept.entry)}</span>
                    {placesOf(kept.entry) ? <small>{placesOf(kept.entry)}</small> : null}
                  </button>
                </li>
              ))}
            </ul>
          )}
          <p className="actions">
            <button type="button" className="button strong" onClick={() => setEdited(null)}>
              {words("lexicon.add")}
            </button>
            <button type="button" className="button" onClick={() => void take().catch(fail)}>
              {words("lexicon.import")}
            </button>
            {count > 0 ? (
              <>
                <button type="button" className="button" onClick={() => void save("pls")}>
                  {words("lexicon.exportPls")}
                </button>
                <button type="button" className="button" onClick={() => void save("csv")}>
                  {words("lexicon.exportCsv")}
                </button>
              </>
            ) : null}
          </p>
          <label className="option">
            <input
              type="checkbox"
              checked={starterPack}
              aria-describedby="lexicon-starter"
              onChange={(event) => changeSettings({ starterPack: event.target.checked })}
            />
            <span>{words("lexicon.starter")}</span>
          </label>
          <p id="lexicon-starter" className="hint">
            {words("lexicon.starterHint")}
          </p>
        </>
      ) : (
        <EntryForm
          key={edited?.id ?? "new"}
          kept={edited}
          onKeep={keep}
          onDelete={() => edited && void remove(edited)}
          onMove={(by) => edited && void apply({ kind: "move", id: edited.id, by })}
          onBack={showList}
        />
      )}
    </DialogFrame>
  );
}
