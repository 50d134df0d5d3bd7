import { useMemo, useRef, useState } from "react";
import { TITLE } from "../../model/index.ts";
import { placeOf } from "../../play/index.ts";
import { words } from "../../words/index.ts";
import { sectionEntries } from "../reading/outline.ts";
import type { Listed } from "../reading/trail.ts";
import { useController, useWindowState } from "./context.ts";
import { useLibrary, useSearch } from "./library-context.ts";

/** One step of the way to where the listener is. */
interface Crumb {
  readonly text: string;
  /** The language of the text where it is not the interface's. */
  readonly lang?: string;
  readonly go: () => void;
}

/** The steps to a list: its folders, or what was looked for. */
function useListCrumbs(): (listed: Listed) => readonly Crumb[] {
  const { library, crumbs } = useController();
  const feeds = useLibrary((state) => state.feeds);
  return ({ chosen, search }) => {
    const { list, feed, folder } = chosen;
    if (search !== null) return [{ text: words("crumbs.search", { text: search }), go: () => crumbs.toList({ chosen, search }) }];
    const path = folder ?? feeds?.find(({ id }) => id === feed)?.folder ?? [];
    const folders = path.map((text, index) => {
      const inside = { list: "all" as const, feed: null, folder: path.slice(0, index + 1) };
      return { text, go: () => crumbs.toList({ chosen: inside, search: null }) };
    });
    if (folder !== null) return folders;
    return [...folders, { text: library.lists.nameOf({ list, feed, folder }), go: () => crumbs.toList({ chosen, search: null }) }];
  };
}

/** The heading that is read under, null before the first. */
function useSection(): { readonly text: string; readonly go: () => void } | null {
  const { goTo } = useController();
  const reading = useWindowState((state) => state.reading);
  const entries = useMemo(() => (reading ? sectionEntries(reading.article).filter(({ kind }) => kind === "heading") : []), [reading]);
  const under = useMemo(() => {
    const own = new Map<string, number>(entries.map(({ block }, index) => [block, index]));
    const found = new Map<string, number>();
    let last = -1;
    for (const { id } of reading?.article.blocks ?? []) {
      last = own.get(id) ?? last;
      found.set(id, last);
    }
    return found;
  }, [reading, entries]);
  const index = useWindowState(({ utterance }) => under.get((reading && placeOf(reading.script, utterance)?.block) ?? "") ?? -1);
  const entry = entries[index];
  return entry ? { text: entry.text, go: () => goTo(entry) } : null;
}

/** Where the listener is: the library, its list, the article and its section, each a way there. Nothing of it speaks by itself. */
export function Crumbs() {
  const { crumbs, goTo } = useController();
  const view = useWindowState((state) => state.view);
  const reading = useWindowState((state) => state.reading);
  const origin = useWindowState((state) => state.origin);
  const chosen = useLibrary((state) => state.chosen);
  const searched = useSearch((state) => (state.shown ? state.asked : null));
  const listCrumbs = useListCrumbs();
  const section = useSection();
  const [inside, setInside] = useState(false);
  const library: Crumb = { text: words("header.library"), go: crumbs.toLibrary };
  const inArticle = (): readonly Crumb[] => {
    const lang = reading?.article.lang;
    const own = { ...(lang ? { lang } : {}) };
    const title = reading?.article.title;
    return [
      ...(origin ? listCrumbs(origin) : []),
      ...(title ? [{ text: title, ...own, go: () => goTo({ block: TITLE, offset: 0, kind: "heading" }) }] : []),
      ...(section ? [{ ...section, ...own }] : []),
    ];
  };
  const now = [library, ...(view === "library" ? listCrumbs({ chosen, search: searched }) : inArticle())];
  // While somebody is here, nothing changes its words under them.
  const kept = useRef(now);
  if (!inside) kept.current = now;
  const shown = kept.current;
  return (
    <nav
      className="crumbs"
      aria-label={words("crumbs.label")}
      onFocus={() => setInside(true)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setInside(false)}
    >
      <ol>
        {shown.map(({ text, lang, go }, index) => (
          // The same step stays the same button while the way behind it changes.
          <li
            key={shown
              .slice(0, index + 1)
              .map((one) => one.text)
              .join("\n")}
          >
            <button
              type="button"
              dir="auto"
              lang={lang}
              aria-current={index === shown.length - 1 && (index > 0 || view === "library") ? "location" : undefined}
              onClick={go}
            >
              {text}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
