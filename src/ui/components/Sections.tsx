import { useMemo, useState } from "react";
import type { Article, BlockId } from "../../model/index.ts";
import { placeOf } from "../../play/index.ts";
import { words } from "../../words/index.ts";
import { type Entry, sectionEntries } from "../reading/outline.ts";
import { useController, useWindowState } from "./context.ts";
import { Icon } from "./Icon.tsx";

/** The entry that a block stands under: its own, else the last heading before it. */
function entryAt(article: Article, entries: readonly Entry[], here: BlockId | undefined): number {
  const own = entries.findIndex((entry) => entry.block === here);
  if (own !== -1) return own;
  const order = article.blocks.findIndex((block) => block.id === here);
  const above = article.blocks.slice(0, order + 1).findLast((block) => block.kind === "heading");
  return Math.max(
    0,
    entries.findIndex((entry) => entry.block === above?.id),
  );
}

/** Words of a photo's caption that are enough to know it by: the caption itself is in the article, once. */
const WORDS = 5;

const begin = (text: string): string => {
  const all = text.split(/\s+/);
  return all.length > WORDS ? `${all.slice(0, WORDS).join(" ")} …` : text;
};

/** The article's title, headings and photos, to go to. */
export function Sections() {
  const { goTo } = useController();
  const reading = useWindowState((state) => state.reading);
  const utterance = useWindowState((state) => state.utterance);
  const entries = useMemo(() => (reading ? sectionEntries(reading.article) : []), [reading]);
  // Only where the list stands above the article, and would be in its way, can it be folded away.
  const [open, setOpen] = useState(false);
  if (!reading) return null;
  const current = entryAt(reading.article, entries, placeOf(reading.script, utterance)?.block);
  return (
    <nav className="sections" aria-label={words("sections.label")} data-open={open}>
      <button type="button" className="button unfold" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="more" />
        <span>{words("sections.label")}</span>
      </button>
      <ol>
        {entries.map((entry, index) => (
          <li key={entry.block} className={`level-${entry.level}`}>
            <button
              type="button"
              dir="auto"
              lang={reading.article.lang}
              onClick={() => goTo(entry)}
              aria-current={index === current ? "true" : undefined}
            >
              {entry.kind === "photo"
                ? words("sections.photo", { number: entry.number, text: begin(entry.text) })
                : words("sections.entry", { text: entry.text })}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
