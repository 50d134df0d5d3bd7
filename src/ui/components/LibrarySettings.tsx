import { useEffect, useRef, useState } from "react";
import { type BackupSummary, LIBRARY_BUDGETS, READ_DAYS, type Room } from "../../model/index.ts";
import { interfaceLocale, words } from "../../words/index.ts";
import { roomWords } from "../control/library-keeping.ts";
import { Choice } from "./Choice.tsx";
import { useController, useWindowState } from "./context.ts";
import { ResetSection } from "./ResetSection.tsx";

const dayOf = (date: string): string =>
  new Intl.DateTimeFormat(interfaceLocale(), { dateStyle: "long", timeStyle: "short" }).format(new Date(date));

/** What goes on. */
interface Work {
  readonly label: string;
  readonly done: number;
  readonly stop: () => void;
}

/** The library as a whole: how much room it takes, how long things stay, backup and restore. */
export function LibrarySettings() {
  const { change, keeping } = useController();
  const budget = useWindowState((state) => state.settings.libraryBudget);
  const keepRead = useWindowState((state) => state.settings.keepRead);
  const [room, setRoom] = useState<Room | null>(null);
  const [work, setWork] = useState<Work | null>(null);
  const [message, setMessage] = useState("");
  const [chosen, setChosen] = useState<{ readonly path: string; readonly summary: BackupSummary } | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  const take = useRef<HTMLButtonElement>(null);
  // Anew with another limit: the words name it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the limit is known to the host, which is asked
  useEffect(() => {
    keeping.room().then(setRoom, () => setRoom(null));
  }, [keeping, budget, work === null]);

  const run = async (
    label: string,
    begin: (signal: AbortSignal, onProgress: (done: number) => void) => Promise<string | null>,
  ): Promise<void> => {
    const stop = new AbortController();
    const show = (done: number): void => setWork({ label, done, stop: () => stop.abort() });
    setMessage("");
    const told = await begin(stop.signal, show);
    setWork(null);
    setChosen(null);
    setMessage(told ?? "");
    setTimeout(() => first.current?.focus());
  };
  const choose = async (): Promise<void> => {
    setMessage("");
    const found = await keeping.choose();
    if (found === null) return;
    if (found.kind === "failed") {
      setMessage(found.message);
      return;
    }
    setChosen(found);
    setTimeout(() => take.current?.focus());
  };

  return (
    <section aria-labelledby="settings-library">
      <h3 id="settings-library">{words("settings.library")}</h3>
      <p>{room ? roomWords(room) : ""}</p>
      <Choice
        id="library-budget"
        label="settings.libraryBudget"
        values={LIBRARY_BUDGETS}
        value={budget}
        name={(one) => words(`libraryBudget.${one}`)}
        onChoose={(libraryBudget) => change({ libraryBudget })}
      />
      <Choice
        id="keep-read"
        label="settings.keepRead"
        values={READ_DAYS}
        value={keepRead}
        name={(one) => words(`keepRead.${one}`)}
        onChoose={(days) => change({ keepRead: days })}
      />
      <p className="hint">{words("settings.libraryHint")}</p>
      <ResetSection section="library" title="settings.library" />
      {work ? (
        <p className="setting">
          <label htmlFor="library-work">{work.label}</label>
          <progress id="library-work" max={1} value={work.done} />
          <button type="button" className="button" onClick={work.stop}>
            {words("backup.stop")}
          </button>
        </p>
      ) : chosen ? (
        <>
          <p id="backup-chosen">
            {words("backup.chosen", {
              made: dayOf(chosen.summary.made),
              articles: chosen.summary.articles,
              feeds: chosen.summary.feeds,
            })}
          </p>
          <p className="actions">
            <button
              ref={take}
              type="button"
              className="button strong"
              aria-describedby="backup-chosen"
              onClick={() => void run(words("backup.restoring"), (signal, tell) => keeping.restore(chosen.path, signal, tell))}
            >
              {words("backup.take")}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => {
                setChosen(null);
                setTimeout(() => first.current?.focus());
              }}
            >
              {words("backup.leave")}
            </button>
          </p>
        </>
      ) : (
        <p className="actions">
          <button ref={first} type="button" className="button" onClick={() => void run(words("backup.making"), keeping.backUp)}>
            {words("backup.make")}
          </button>
          <button type="button" className="button" onClick={() => void choose()}>
            {words("backup.restore")}
          </button>
          {room?.hasFormer ? (
            <button type="button" className="button" onClick={() => void keeping.undo().then((told) => setMessage(told ?? ""))}>
              {words("backup.undo")}
            </button>
          ) : null}
        </p>
      )}
      {message === "" ? null : <p>{message}</p>}
    </section>
  );
}
