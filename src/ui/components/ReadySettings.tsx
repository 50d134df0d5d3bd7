import { useEffect } from "react";
import { isSameFolder, READY_BUDGETS } from "../../model/index.ts";
import { readyWords, sizeOf, words } from "../../words/index.ts";
import { withFolder } from "../control/keep-ready.ts";
import { folderText } from "../control/library-feeds.ts";
import { Choice } from "./Choice.tsx";
import { useController, useWindowState } from "./context.ts";
import { useLibrary } from "./library-context.ts";
import { Option } from "./Option.tsx";
import { ResetSection } from "./ResetSection.tsx";

/** What is kept ready for offline: the queue and folders (feeds have it in their own dialog), the room that it may take, and what it takes. */
export function ReadySettings() {
  const { change, offline } = useController();
  const state = useWindowState((window) => window.offline);
  const { readyBudget, readyQueue, readyFolders } = useWindowState((window) => window.settings);
  const feeds = useLibrary((library) => library.feeds);
  // Anew with another choice: the words tell of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen is known to the host, which is asked
  useEffect(offline.ask, [offline, readyBudget, readyQueue, readyFolders]);
  const known = (feeds ?? []).flatMap(({ folder }) => folder.map((_, depth) => folder.slice(0, depth + 1)));
  const folders = [...new Map([...readyFolders, ...known].map((folder) => [folderText(folder), folder])).values()];
  return (
    <section aria-labelledby="settings-ready">
      <h3 id="settings-ready">{words("command.readyState")}</h3>
      <p>{state ? readyWords(state) : ""}</p>
      <Choice
        id="ready-budget"
        label="settings.readyBudget"
        values={READY_BUDGETS}
        value={readyBudget}
        name={(budget) => sizeOf(Number(budget) * 1_000_000)}
        onChoose={(budget) => change({ readyBudget: budget })}
      />
      <Option label={words("settings.readyQueue")} checked={readyQueue} onToggle={() => change({ readyQueue: !readyQueue })} />
      <p className="hint">{words("ready.keepHint")}</p>
      <ResetSection section="ready" title="command.readyState" />
      {folders.length === 0 ? null : (
        <fieldset>
          <legend>{words("settings.readyFolders")}</legend>
          {folders.map((folder) => {
            const isKept = readyFolders.some((one) => isSameFolder(one, folder));
            return (
              <Option
                key={folderText(folder)}
                label={folderText(folder)}
                checked={isKept}
                onToggle={() => change(withFolder(readyFolders, folder, !isKept))}
              />
            );
          })}
        </fieldset>
      )}
    </section>
  );
}
