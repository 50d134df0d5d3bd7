import { words } from "../../words/index.ts";
import { ArticleView } from "./ArticleView.tsx";
import { useController, useWindowState } from "./context.ts";
import { ProblemPanel } from "./ProblemPanel.tsx";
import { RecentList } from "./RecentList.tsx";

/** What the main region shows where there is no article yet. */
function Empty() {
  const { run } = useController();
  return (
    <div className="empty">
      <h1>{words("empty.title")}</h1>
      <p>{words("empty.text")}</p>
      <p className="actions">
        <button type="button" className="button strong" onClick={() => run("open")}>
          {words("empty.open")}
        </button>
        <button type="button" className="button" onClick={() => run("paste")}>
          {words("empty.paste")}
        </button>
      </p>
      <RecentList />
    </div>
  );
}

/** The article, or what stands in its place. */
export function Main() {
  const { cancel } = useController();
  const reading = useWindowState((state) => state.reading);
  const loading = useWindowState((state) => state.loading);
  const problem = useWindowState((state) => state.problem);
  return (
    <main id="article" aria-label={words("article.label")} aria-busy={loading !== null}>
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
      {reading ? <ArticleView key={reading.article.id} reading={reading} /> : loading === null && !problem ? <Empty /> : null}
    </main>
  );
}
