import { words } from "../../words/index.ts";
import { ArticleView } from "./ArticleView.tsx";
import { useController, useWindowState } from "./context.ts";
import { Opening } from "./Opening.tsx";
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
  const changes = useWindowState((state) => state.changes);
  const reading = useWindowState((state) => state.reading);
  const loading = useWindowState((state) => state.loading);
  const shown = useWindowState((state) => state.view === "article");
  const problem = useWindowState((state) => state.problem);
  return (
    <main id="article" aria-label={words("article.label")} aria-busy={loading !== null}>
      {shown ? <Opening /> : null}
      {reading ? (
        <ArticleView key={reading.article.id} reading={reading} changes={changes} />
      ) : loading === null && !problem ? (
        <Empty />
      ) : null}
    </main>
  );
}
