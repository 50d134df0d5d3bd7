import { Fragment, memo, useRef } from "react";
import type { NewsGroup, NewsItem, NewsList, NewsListing } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { dayWords } from "../lists/list-groups.ts";
import { type RowWords, rowWords } from "../lists/row-words.ts";
import { useController, useWindowState } from "./context.ts";
import { Icon } from "./Icon.tsx";

interface Props {
  /** Null: it is being loaded. */
  readonly item: NewsItem | null;
  readonly index: number;
  readonly count: number;
  /** The heading that stands over it; null: none does. */
  readonly group: NewsGroup | null;
  readonly grouped: NewsListing["grouped"];
  readonly list: NewsList;
  readonly isCurrent: boolean;
  /** From which edge of the list it stands where it is not among those that are shown: Tab must come to it all the same. */
  readonly asideEdge: "top" | "bottom" | null;
  /** How far from there, CSS pixels. */
  readonly asideDistance: number;
  readonly now: number;
}

/** What a row says, with a pause after each part for the ear, and the title on a line of its own for the eye. */
function Parts({ parts, ready }: { readonly parts: readonly RowWords[]; readonly ready: boolean }) {
  return parts.map(({ part, text }, index) => (
    <Fragment key={part}>
      <span className={`part-${part}`} dir={part === "title" || part === "source" ? "auto" : undefined}>
        {text}
        {part === "state" && ready ? <Icon name="ready" /> : null}
      </span>
      {index === parts.length - 1 ? null : part === "title" ? (
        <span className="for-screen-readers">{words("series.comma")}</span>
      ) : (
        words("series.comma")
      )}
    </Fragment>
  ));
}

/** One item of a list. */
export const Row = memo(({ item, index, count, group, grouped, list, isCurrent, asideEdge, asideDistance, now }: Props) => {
  const { library, run } = useController();
  const order = useWindowState((state) => state.settings.rowParts);
  const rate = useWindowState((state) => state.settings.rate);
  // While it is where the listener is, its words stay: a name that changes would be said anew.
  const seen = useRef(now);
  if (!isCurrent) seen.current = now;
  const Heading = grouped === "none" ? "h2" : "h3";
  const parts = item ? rowWords(item, { parts: order, list, rate, now: seen.current }) : [];
  return (
    <li
      className="row"
      aria-setsize={count}
      aria-posinset={index + 1}
      data-index={index}
      data-aside={asideEdge ?? undefined}
      style={asideEdge === null ? undefined : { [asideEdge]: asideDistance }}
    >
      {group ? (
        <h2 className="group" dir="auto">
          {grouped === "day" ? dayWords(group.name, now) : group.name}
        </h2>
      ) : null}
      <div className="row-line" data-read={item?.read} data-current={isCurrent ? "" : undefined}>
        <Heading className="row-head">
          <button
            type="button"
            className="row-open"
            tabIndex={isCurrent ? 0 : -1}
            data-row={index}
            onFocus={() => library.lists.setCurrent(index)}
            onClick={() => run("openRow")}
          >
            {item ? <Parts parts={parts} ready={item.ready} /> : <span className="part-title">{words("library.rowLoading")}</span>}
          </button>
        </Heading>
        {isCurrent && item ? (
          <button
            type="button"
            className="button row-more"
            aria-haspopup="dialog"
            aria-label={words("row.actionsFor", { title: item.title })}
            onClick={() => run("rowActions")}
          >
            {words("row.actions")}
          </button>
        ) : null}
      </div>
    </li>
  );
});
