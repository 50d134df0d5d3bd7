import { Fragment, type KeyboardEvent } from "react";
import type { SearchHit } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { searchFailureWords } from "../control/library-search.ts";
import { ageWords } from "../lists/row-words.ts";
import { Answer } from "./Answer.tsx";
import { useController } from "./context.ts";
import { useSearch } from "./library-context.ts";
import { useNow } from "./use-now.ts";

/** A text with what was looked for marked in it. */
function Marked({ text, matches }: { readonly text: string; readonly matches: SearchHit["matches"] }) {
  let from = 0;
  return (
    <>
      {matches.map(({ start, end }) => {
        const before = text.slice(from, Math.max(from, start));
        const found = text.slice(Math.max(from, start), end);
        from = Math.max(from, end);
        return (
          <Fragment key={start}>
            {before}
            {found ? <mark>{found}</mark> : null}
          </Fragment>
        );
      })}
      {text.slice(from)}
    </>
  );
}

/** What was found, the best first: Enter opens the article at the sentence. */
export function SearchResults() {
  const { library, run } = useController();
  const { search } = library;
  const asked = useSearch((state) => state.asked);
  const hits = useSearch((state) => state.hits);
  const failure = useSearch((state) => state.failure);
  const current = useSearch((state) => state.current);
  const now = useNow();
  const keyed = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !hits) return;
    if (!(event.target instanceof HTMLElement && event.target.matches("[data-hit]"))) return;
    const last = hits.length - 1;
    const to: Readonly<Record<string, number>> = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: last };
    const target = to[event.key];
    if (target === undefined) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-hit="${Math.max(0, Math.min(last, target))}"]`)?.focus();
  };
  return (
    <>
      <h1>{words("search.title")}</h1>
      {hits === null ? (
        <p className="hint">{words("search.loading", { text: asked })}</p>
      ) : failure ? (
        <Answer of={hits} className="wrong">
          {searchFailureWords(failure)}
        </Answer>
      ) : hits.length === 0 ? (
        <Answer of={hits}>{words("search.none")}</Answer>
      ) : (
        <>
          <Answer of={hits} className="hint">
            {words("search.results", { count: hits.length, text: asked })}
          </Answer>
          <ol className="hits" onKeyDown={keyed}>
            {hits.map((hit, index) => (
              <li key={`${hit.item}-${hit.article}`} className="row">
                <div className="row-line" data-current={index === current ? "" : undefined}>
                  <h2 className="row-head">
                    <button
                      type="button"
                      className="row-open"
                      data-hit={index}
                      tabIndex={index === current ? 0 : -1}
                      onFocus={() => search.setCurrent(index)}
                      onClick={() => library.openHit(hit, false)}
                    >
                      <span className="part-title" dir="auto">
                        <Marked text={hit.title} matches={hit.titleMatches} />
                        <span className="for-screen-readers">{words("series.comma")}</span>
                      </span>
                      <span dir="auto">{hit.source}</span>
                      {hit.source ? words("series.comma") : ""}
                      <span>{ageWords(hit.date, now)}</span>
                      <span className="for-screen-readers">{words("series.comma")}</span>
                      <span className="hit-sentence" dir="auto">
                        <Marked text={hit.sentence} matches={hit.matches} />
                      </span>
                    </button>
                  </h2>
                  {index === current ? (
                    <button type="button" className="button row-more" onClick={() => run("playRow")}>
                      {words("search.play")}
                    </button>
                  ) : null}
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}
