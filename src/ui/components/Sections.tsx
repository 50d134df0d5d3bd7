import { memo, useMemo, useState } from "react";
import type { Article, BlockId } from "../../model/index.ts";
import { placeOf } from "../../play/index.ts";
import { words } from "../../words/index.ts";
import { beginning } from "../reading/first-words.ts";
import { type Entry, sectionEntries } from "../reading/outline.ts";
import { useController, useWindowState } from "./context.ts";
import { Icon } from "./Icon.tsx";

/** For each block the entry that it stands under: its own, else the last heading before it. */
function entriesByBlock(article: Article, entries: readonly Entry[]): ReadonlyMap<BlockId, number> {
  const own = new Map(entries.map((entry, index) => [entry.block, index]));
  const found = new Map<BlockId, number>(own);
  let heading = 0;
  for (const { id, kind } of article.blocks) {
    const index = own.get(id);
    if (kind === "heading" && index !== undefined) heading = index;
    if (index === undefined) found.set(id, heading);
  }
  return found;
}

/** As much of a photo's caption as two lines have room for, UTF-16 code units (guess): the caption itself is in the article. */
const LONGEST = 60;

/** The letters of writings without spaces are twice as wide. */
const begin = (text: string): string => beginning(text, /\s/.test(text.slice(0, LONGEST)) ? LONGEST : LONGEST / 2);

interface ItemProps {
  readonly entry: Entry;
  readonly lang: string;
  readonly isCurrent: boolean;
}

const Item = memo(({ entry, lang, isCurrent }: ItemProps) => {
  const { goTo } = useController();
  return (
    <li className={`level-${entry.level}`}>
      <button type="button" dir="auto" lang={lang} onClick={() => goTo(entry)} aria-current={isCurrent ? "true" : undefined}>
        {entry.kind === "photo"
          ? words("sections.photo", { number: entry.number, text: begin(entry.text) })
          : words("sections.entry", { text: entry.text })}
      </button>
    </li>
  );
});

/** The article's title, headings and photos, to go to. */
export function Sections() {
  const reading = useWindowState((state) => state.reading);
  const entries = useMemo(() => (reading ? sectionEntries(reading.article) : []), [reading]);
  const byBlock = useMemo(() => (reading ? entriesByBlock(reading.article, entries) : new Map<BlockId, number>()), [reading, entries]);
  const current = useWindowState(({ utterance }) => {
    const block = reading ? placeOf(reading.script, utterance)?.block : undefined;
    return (block && byBlock.get(block)) ?? 0;
  });
  // Only where the list stands above the article, and would be in its way, can it be folded away.
  const [open, setOpen] = useState(false);
  if (!reading) return null;
  return (
    <nav className="sections" aria-label={words("sections.label")} data-open={open}>
      <button type="button" className="button quiet unfold" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="more" />
        <span>{words("sections.label")}</span>
      </button>
      <ol data-long={entries.length > LONG ? "" : undefined}>
        {entries.map((entry, index) => (
          <Item key={entry.block} entry={entry} lang={reading.article.lang} isCurrent={index === current} />
        ))}
      </ol>
    </nav>
  );
}

/** Entries from which the list is laid out only where it is seen: a long list takes longer than the article is waited for. */
const LONG = 200;
