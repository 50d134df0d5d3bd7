import { useEffect, useState } from "react";
import type { CommandId } from "../../contract/index.ts";
import { type NewsItem, toFailure } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { failureWords } from "../control/answers.ts";
import { chordLabel, chordsOf } from "../keys.ts";
import { useController, useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";
import { useLibrary } from "./library-context.ts";
import { moveFocus } from "./move-focus.ts";

/** What can be done with the current row, and which other feeds tell the same story. */
export function RowDialog() {
  const { library, run, close, mac } = useController();
  const isQueue = useLibrary((state) => state.chosen.list === "queue");
  const keys = useWindowState((state) => state.settings.keys);
  const [item] = useState(() => library.lists.target());
  const [others, setOthers] = useState<readonly NewsItem[]>([]);
  const [failed, setFailed] = useState("");
  useEffect(() => {
    if (!item || item.sources < 2) return;
    const leaving = new AbortController();
    library.sameStory({ item: item.id }, leaving.signal).then(setOthers, (thrown: unknown) => {
      if (!leaving.signal.aborted) setFailed(failureWords(toFailure(thrown).code));
    });
    return () => leaving.abort();
  }, [item, library]);
  if (!item) return null;
  const labels: readonly (readonly [CommandId, string])[] = [
    ["openRow", words("action.open")],
    ["playRow", words("action.play")],
    ["queueNext", words("action.next")],
    ["queueEnd", words(item.queued ? "action.dequeue" : "action.enqueue")],
    ...(isQueue ? [["moveUp", words("action.up")] as const, ["moveDown", words("action.down")] as const] : []),
    ["starRow", words(item.starred ? "action.unstar" : "action.star")],
    ["markRow", words(item.read ? "action.unread" : "action.read")],
    ["markAbove", words("action.readAbove")],
  ];
  return (
    <DialogFrame title={item.title || words("news.untitled")}>
      <ul className="choices keyed" onKeyDown={moveFocus}>
        {labels.map(([command, label], index) => {
          const chord = chordsOf(command, mac, keys)[0];
          return (
            <li key={command}>
              <button
                type="button"
                className="choice"
                data-first={index === 0 ? "" : undefined}
                onClick={() => {
                  close();
                  run(command);
                }}
              >
                <span>{label}</span>
                {chord ? <small>{chordLabel(chord, mac)}</small> : null}
              </button>
            </li>
          );
        })}
      </ul>
      {failed ? <p className="wrong">{failed}</p> : null}
      {others.length > 0 ? (
        <section aria-labelledby="same-story">
          <h3 id="same-story">{words("action.sameStory", { count: others.length })}</h3>
          <ul className="choices" onKeyDown={moveFocus}>
            {others.map((other) => (
              <li key={other.id}>
                <button type="button" className="choice" onClick={() => library.openItem(other, false)}>
                  <span dir="auto">{other.source}</span>
                  <small dir="auto">{other.title}</small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </DialogFrame>
  );
}
