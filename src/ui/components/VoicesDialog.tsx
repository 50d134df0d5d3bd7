import { useEffect, useRef, useState } from "react";
import type { Shelf } from "../../contract/index.ts";
import { toFailure } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { shelfFailure } from "../control/voice-shelf.ts";
import { useController, useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";
import { KeptVoice } from "./KeptVoice.tsx";
import { OfferedVoice } from "./OfferedVoice.tsx";

/** Where the focus goes when the row that had it is gone. */
const ADD = "voices-what";

/** The voices that were added, and those that can be. */
export function VoicesDialog() {
  const { shelf: uses } = useController();
  const fetching = useWindowState((state) => state.fetching);
  const [shelf, setShelf] = useState<Shelf | null>(null);
  const [message, setMessage] = useState("");
  const [what, setWhat] = useState("");
  const [missing, setMissing] = useState(false);
  const [adding, setAdding] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const look = async (): Promise<void> => {
    try {
      setShelf(await uses.look());
    } catch (thrown) {
      setMessage(shelfFailure(toFailure(thrown).code));
    }
  };
  /** What was done has an answer; the list is drawn anew, and the focus is never lost with a row. */
  const done = async (work: Promise<string | null> | string, then?: string): Promise<void> => {
    const answer = await work;
    if (answer !== null) setMessage(answer);
    await look();
    setTimeout(() => {
      const { activeElement } = document;
      if (activeElement !== document.body && activeElement?.tagName !== "DIALOG") return;
      const row = then === undefined ? null : frame.current?.querySelector<HTMLElement>(`[data-voice="${then}"] button`);
      (row ?? document.getElementById(ADD))?.focus();
    });
  };
  // Again when something was fetched, also while the dialog was closed and opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shelf's uses are the window's own and never others
  useEffect(() => {
    if (fetching === null) void look();
  }, [fetching === null]);
  const add = async (): Promise<void> => {
    setMissing(what.trim() === "");
    if (what.trim() === "" || adding) return;
    setAdding(true);
    await done(uses.add(what.trim()));
    setAdding(false);
  };
  return (
    <DialogFrame title={words("voices.title")} describedBy="voices-text" className="broad">
      <div ref={frame}>
        <p id="voices-text">{words("voices.text")}</p>
        {message ? <p className="done">{message}</p> : null}
        <section aria-labelledby="voices-kept">
          <h3 id="voices-kept">{words("voices.kept")}</h3>
          {shelf?.kept.length === 0 ? <p className="hint">{words("voices.none")}</p> : null}
          <ul className="voices">
            {shelf?.kept.map((voice) => (
              <KeptVoice key={voice.name} voice={voice} onDone={done} />
            ))}
          </ul>
        </section>
        <section aria-labelledby="voices-offered">
          <h3 id="voices-offered">{words("voices.offered")}</h3>
          {shelf?.offered.length === 0 ? <p className="hint">{words("voices.noneOffered")}</p> : null}
          <ul className="voices">
            {shelf?.offered.map((offer) => (
              <OfferedVoice key={offer.name} offer={offer} onDone={done} />
            ))}
          </ul>
        </section>
        <form
          noValidate
          aria-labelledby="voices-add"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <h3 id="voices-add">{words("voices.add")}</h3>
          <label htmlFor={ADD}>{words("voices.addLabel")}</label>
          <input
            id={ADD}
            type="text"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={what}
            onChange={(event) => setWhat(event.target.value)}
            aria-describedby={missing ? "voices-missing" : "voices-hint"}
            aria-invalid={missing}
          />
          {missing ? (
            <p id="voices-missing" className="wrong">
              {words("voices.addMissing")}
            </p>
          ) : null}
          <p id="voices-hint" className="hint">
            {words(adding ? "voices.busy" : "voices.addHint")}
          </p>
          <p className="actions">
            <button type="submit" className="button strong">
              {words("voices.addGo")}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => void uses.chooseFolder().then((folder) => folder !== null && setWhat(folder))}
            >
              {words("voices.choose")}
            </button>
          </p>
        </form>
      </div>
    </DialogFrame>
  );
}
