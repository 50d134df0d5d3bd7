import { useState } from "react";
import { words } from "../../words/index.ts";
import { useController } from "./context.ts";
import { useSearch } from "./library-context.ts";

/** What can be typed, a line each. */
const HELP = ["word", "phrase", "without", "feed", "date", "state", "note"] as const;

/** Asks what is to be found in all that is kept. */
export function SearchBox() {
  const { library } = useController();
  const shown = useSearch((state) => state.shown);
  const [text, setText] = useState("");
  return (
    <search className="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) library.search.look(text.trim());
        }}
      >
        <label htmlFor="search-text">{words("search.label")}</label>
        <div className="search-line">
          <input
            id="search-text"
            type="search"
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <button type="submit" className="button">
            {words("search.go")}
          </button>
          {shown ? (
            <button type="button" className="button" onClick={() => library.leaveSearch()}>
              {words("search.leave")}
            </button>
          ) : null}
        </div>
      </form>
      <details>
        <summary>{words("search.help")}</summary>
        <ul>
          {HELP.map((line) => (
            <li key={line}>{words(`search.help.${line}`)}</li>
          ))}
        </ul>
      </details>
    </search>
  );
}
