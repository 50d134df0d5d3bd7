import { words } from "../../words/index.ts";
import { useController, useWindowState } from "./context.ts";

/** The articles opened last. Looking at the list changes nothing in it. */
export function RecentList() {
  const { recall } = useController();
  const recent = useWindowState((state) => state.recent);
  if (recent.length === 0) return null;
  return (
    <section aria-labelledby="recent-title" className="recent">
      <h3 id="recent-title">{words("recent.title")}</h3>
      <ul className="choices">
        {recent.map((article) => (
          <li key={article.id}>
            <button type="button" className="choice" onClick={() => recall(article.id, article.title)}>
              <span dir="auto">{article.title}</span>
              {article.site ? <small>{article.site}</small> : null}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
