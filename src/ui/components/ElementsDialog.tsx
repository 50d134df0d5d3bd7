import { useState } from "react";
import { words } from "../../words/index.ts";
import { beginning } from "../reading/first-words.ts";
import { type Entry, entriesOf } from "../reading/outline.ts";
import { useController, useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";
import { moveFocus } from "./move-focus.ts";
import { Select } from "./Select.tsx";

const FILTERS = ["all", "heading", "photo", "quote", "table", "link"] as const;
type Filter = (typeof FILTERS)[number];

const fits = (entry: Entry, filter: Filter): boolean =>
  filter === "all" || entry.kind === filter || (filter === "heading" && entry.kind === "title");

/** Longest text of an entry, characters: enough to know it by. */
const LONGEST = 120;

/** The article's headings, photos, quotations and links, to go to. */
export function ElementsDialog() {
  const { goTo } = useController();
  const reading = useWindowState((state) => state.reading);
  const [filter, setFilter] = useState<Filter>("all");
  const entries = reading ? entriesOf(reading.article).filter((entry) => fits(entry, filter)) : [];
  return (
    <DialogFrame title={words("elements.title")}>
      <label htmlFor="elements-filter">{words("elements.filter")}</label>
      <Select
        id="elements-filter"
        value={filter}
        onChange={(event) => setFilter(FILTERS.find((value) => value === event.target.value) ?? "all")}
      >
        {FILTERS.map((value) => (
          <option key={value} value={value}>
            {words(`elements.${value}`)}
          </option>
        ))}
      </Select>
      {entries.length === 0 ? <p>{words("elements.none")}</p> : null}
      <ul className="choices" onKeyDown={moveFocus} aria-label={words("elements.title")}>
        {entries.map((entry, index) => (
          <li key={`${entry.kind}-${entry.block}-${entry.offset}`}>
            <button type="button" className="choice" data-first={index === 0 ? "" : undefined} onClick={() => goTo(entry)}>
              <span dir="auto" lang={reading?.article.lang}>
                {beginning(entry.text, LONGEST) || words("article.photo")}
              </span>
              <small>{words(`element.${entry.kind}`, { level: entry.level })}</small>
            </button>
          </li>
        ))}
      </ul>
    </DialogFrame>
  );
}
