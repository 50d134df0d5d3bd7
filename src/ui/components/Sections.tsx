import { useMemo } from "react";
import type { Article, Script } from "../../model/index.ts";
import { placeOf } from "../../play/index.ts";
import { words } from "../../words/index.ts";
import { sectionEntries } from "../reading/outline.ts";
import { useController, useWindowState } from "./context.ts";

/** The entry that an utterance stands under, -1 where there is none. */
function entryAt(article: Article, script: Script, blocks: readonly string[], utterance: number): number {
  const here = placeOf(script, utterance)?.block;
  if (!here) return 0;
  const order = article.blocks.findIndex((block) => block.id === here);
  let found = 0;
  for (const [index, block] of blocks.entries()) {
    const at = article.blocks.findIndex((other) => other.id === block);
    if (at <= order) found = index;
  }
  return found;
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
  if (!reading) return null;
  const current = entryAt(
    reading.article,
    reading.script,
    entries.map((entry) => entry.block),
    utterance,
  );
  return (
    <nav className="sections" aria-label={words("sections.label")}>
      <ol>
        {entries.map((entry, index) => (
          <li key={entry.block} className={`level-${entry.level}`}>
            <button type="button" onClick={() => goTo(entry)} aria-current={index === current ? "true" : undefined}>
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
