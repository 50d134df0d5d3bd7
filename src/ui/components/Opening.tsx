import { words } from "../../words/index.ts";
import { useController, useWindowState } from "./context.ts";
import { ProblemPanel } from "./ProblemPanel.tsx";

/** What is being opened, and what went wrong with it, in the view that is shown. */
export function Opening() {
  const { cancel } = useController();
  const loading = useWindowState((state) => state.loading);
  const problem = useWindowState((state) => state.problem);
  return (
    <>
      {loading ? (
        <div className="loading">
          <p>
            <span className="loading-mark" aria-hidden="true" />
            {words("open.loading", { label: loading })}
          </p>
          <button type="button" className="button" onClick={cancel} aria-keyshortcuts="Escape">
            {words("open.cancel")}
          </button>
        </div>
      ) : null}
      {problem ? <ProblemPanel problem={problem} /> : null}
    </>
  );
}
