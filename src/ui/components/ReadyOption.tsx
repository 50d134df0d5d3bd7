import { words } from "../../words/index.ts";
import { isKeptReady } from "../control/keep-ready.ts";
import { useController, useWindowState } from "./context.ts";
import { useLibrary } from "./library-context.ts";
import { Option } from "./Option.tsx";

/** Whether the list that is chosen is kept ready for offline. Nothing where it can't be. */
export function ReadyOption() {
  const { offline } = useController();
  const chosen = useLibrary((state) => state.chosen);
  const feeds = useLibrary((state) => state.feeds);
  const settings = useWindowState((state) => state.settings);
  const isKept = isKeptReady(chosen, settings, feeds);
  if (isKept === null) return null;
  return <Option label={words("ready.keep")} checked={isKept} onToggle={() => offline.set(chosen, !isKept)} />;
}
