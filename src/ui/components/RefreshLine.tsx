import { useEffect, useState } from "react";
import { words } from "../../words/index.ts";
import { problemWords, progressWords } from "../reading/refresh-words.ts";
import { useController, useWindowState } from "./context.ts";

/** How often "10 minutes ago" is looked at, milliseconds. */
const LOOK = 30_000;

/** A quiet line of how far asking for news is. It is no live region: whoever wants to hear it asks. */
export function RefreshLine() {
  const { run } = useController();
  const refresh = useWindowState((state) => state.refresh);
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK);
    return () => clearInterval(timer);
  }, []);
  if (!refresh || (refresh.feeds === 0 && !refresh.running)) return null;
  const problems = problemWords(refresh);
  return (
    <section className="refresh" aria-label={words("refresh.label")} data-refresh="" data-running={refresh.running ? "" : undefined}>
      <p>{progressWords(refresh, Math.max(now, Date.parse(refresh.last ?? "") || 0))}</p>
      {refresh.running ? (
        <button type="button" className="button" onClick={() => run("refreshStop")} aria-keyshortcuts="Escape">
          {words("refresh.stop")}
        </button>
      ) : null}
      {problems === "" ? null : (
        <button type="button" className="button" onClick={() => run("feedProblems")}>
          {problems}
        </button>
      )}
    </section>
  );
}
