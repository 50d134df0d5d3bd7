import { words } from "../../words/index.ts";
import { failureWords } from "../control/answers.ts";
import { useController, useWindowState } from "./context.ts";
import { ListsNav } from "./ListsNav.tsx";
import { useLibrary, useSearch } from "./library-context.ts";
import { Opening } from "./Opening.tsx";
import { ListenHead, QueueHead } from "./QueueHead.tsx";
import { ReadyOption } from "./ReadyOption.tsx";
import { RowList } from "./RowList.tsx";
import { SearchBox } from "./SearchBox.tsx";
import { SearchResults } from "./SearchResults.tsx";

/** What stands where a list has no rows. */
function NoRows() {
  const { run } = useController();
  const list = useLibrary((state) => state.chosen.list);
  const feeds = useLibrary((state) => state.feeds);
  if (feeds?.length === 0)
    return (
      <div className="none">
        <h2>{words("none.feeds.title")}</h2>
        <p id="no-feeds">{words("none.feeds.text")}</p>
        <p className="actions">
          <button type="button" className="button strong" data-first="" aria-describedby="no-feeds" onClick={() => run("subscribe")}>
            {words("none.subscribe")}
          </button>
          <button type="button" className="button" onClick={() => run("starterFeeds")}>
            {words("subscribe.starter")}
          </button>
          <button type="button" className="button" onClick={() => run("importFeeds")}>
            {words("subscribe.import")}
          </button>
        </p>
      </div>
    );
  return (
    <div className="none">
      {list === "queue" ? null : <p>{words(`none.${list}`)}</p>}
      {list === "today" || list === "all" ? (
        <p className="actions">
          <button type="button" className="button" onClick={() => run("refresh")}>
            {words("command.refresh")}
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** The list that is chosen: what it is, what is new for it, and its rows. */
function List() {
  const { library, run } = useController();
  const listing = useLibrary((state) => state.listing);
  const chosen = useLibrary((state) => state.chosen);
  const opened = useLibrary((state) => state.opened);
  const fresh = useLibrary((state) => state.fresh);
  const failure = useLibrary((state) => state.failure);
  // The name of a feed is known with the feeds.
  useLibrary((state) => state.feeds);
  const order = useWindowState((state) => state.settings.newsOrder);
  const count = listing?.items.length ?? 0;
  return (
    <>
      <h1 dir="auto">{library.lists.nameOf(chosen)}</h1>
      <div className="list-head">
        <p className="hint">
          {listing === null
            ? words("library.loading")
            : words(chosen.list === "queue" || count === 0 ? "library.countQueue" : "library.count", {
                count,
                order: words(`order.${order}`),
              })}
        </p>
        {fresh > 0 ? (
          <button type="button" className="button strong" onClick={() => void library.lists.reload(true)}>
            {words("library.fresh", { count: fresh })}
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => run("refresh")}>
          {words("command.refresh")}
        </button>
        <button type="button" className="button" onClick={() => run("subscribe")}>
          {words("library.subscribe")}
        </button>
        {chosen.feed === null ? null : (
          <button type="button" className="button" onClick={() => run("feedSettings")}>
            {words("command.feedSettings")}
          </button>
        )}
        <button type="button" className="button" onClick={() => run("listSettings")}>
          {words("library.look")}
        </button>
        <ReadyOption />
      </div>
      {chosen.list === "queue" ? <QueueHead /> : count > 0 ? <ListenHead /> : null}
      {failure ? (
        <section className="problem" aria-labelledby="list-problem">
          <h2 id="list-problem">{failureWords(failure.code)}</h2>
          <p className="actions">
            <button type="button" className="button" onClick={() => void library.lists.reload(false)}>
              {words("library.retry")}
            </button>
          </p>
        </section>
      ) : null}
      {listing && count > 0 ? <RowList key={opened} listing={listing} /> : null}
      {listing && count === 0 ? <NoRows /> : null}
    </>
  );
}

/** The library: lists at the left, and what they have. It stays as it is while the article is shown. */
export function LibraryView() {
  const shown = useWindowState((state) => state.view === "library");
  const searching = useSearch((state) => state.shown);
  return (
    <div className="middle" data-view="library" hidden={!shown}>
      <ListsNav />
      <main id="library" aria-label={words("library.label")}>
        {shown ? <Opening /> : null}
        <SearchBox />
        <div hidden={searching}>
          <List />
        </div>
        {searching ? <SearchResults /> : null}
      </main>
    </div>
  );
}
