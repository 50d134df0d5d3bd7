import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from "react";
import { NEWS_LISTS, type NewsCounts, type NewsList, type SubscribedFeed } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import type { Chosen } from "../control/library.ts";
import { focusOn, isShown } from "../page/focus.ts";
import { useController } from "./context.ts";
import { Icon } from "./Icon.tsx";
import { useLibrary, useSearch } from "./library-context.ts";

/** One line of the lists: what it says, what it opens, and how deep it stands. */
interface Line {
  readonly key: string;
  readonly text: string;
  /** What a site or a person calls it: it runs its own way in the text. */
  readonly name: string | null;
  readonly chosen: Chosen;
  readonly depth: number;
}

const of = (list: NewsList): Chosen => ({ list, feed: null, folder: null });

function listLine(list: NewsList, counts: NewsCounts | null): Line {
  const name = words(`list.${list}`);
  const text =
    counts === null || list === "all" || list === "history"
      ? name
      : list === "today" || list === "unread"
        ? words("list.withUnread", { name, count: counts[list] })
        : words("list.withCount", { name, count: counts[list] });
  return { key: list, text, name: null, chosen: of(list), depth: 0 };
}

/** A feed with what is to be known of it before it is opened. */
function feedWords({ title, unread, problem, gone }: SubscribedFeed): string {
  const name = words("list.withUnread", { name: title, count: unread });
  return gone ? words("list.gone", { name }) : problem ? words("list.problem", { name }) : name;
}

/** Folders and the feeds in them, in their order, each folder once and before what is in it. */
function feedLines(feeds: readonly SubscribedFeed[]): readonly Line[] {
  const lines: Line[] = [];
  const known = new Set<string>();
  for (const feed of feeds) {
    for (let depth = 1; depth <= feed.folder.length; depth += 1) {
      const folder = feed.folder.slice(0, depth);
      const key = JSON.stringify(folder);
      if (known.has(key)) continue;
      known.add(key);
      const inside = feeds.filter((one) => folder.every((name, index) => one.folder[index] === name));
      const name = words("list.folder", { name: folder.at(-1) ?? "" });
      const text = words("list.withUnread", { name, count: inside.reduce((sum, { unread }) => sum + unread, 0) });
      lines.push({ key, text, name: folder.at(-1) ?? null, chosen: { list: "all", feed: null, folder }, depth: depth - 1 });
    }
    lines.push({
      key: String(feed.id),
      text: feedWords(feed),
      name: feed.title,
      chosen: { list: "all", feed: feed.id, folder: null },
      depth: feed.folder.length,
    });
  }
  return lines;
}

/** A number stays on the line of what it counts. */
const kept = (text: string): string => text.replace(/(\p{Nd}) (?=\p{L})/gu, "$1\u00a0");

/** A text with the name in it parted from it. */
function isolated(text: string, name: string | null): ReactNode {
  const at = name === null || name === "" ? -1 : text.indexOf(name);
  if (name === null || at < 0) return kept(text);
  return (
    <>
      {text.slice(0, at)}
      <bdi>{name}</bdi>
      {kept(text.slice(at + name.length))}
    </>
  );
}

const isSame = (one: Chosen, other: Chosen): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The lists, folders and feeds: one stop of Tab, the arrow keys go along. */
export function ListsNav() {
  const { library } = useController();
  const chosen = useLibrary((state) => state.chosen);
  const found = useLibrary((state) => state.feeds);
  const numbers = useLibrary((state) => state.counts);
  // What was found stands in the place of the list.
  const searching = useSearch((state) => state.shown);
  const [open, setOpen] = useState(false);
  const [inside, setInside] = useState(false);
  const nav = useRef<HTMLElement>(null);
  const unfold = useRef<HTMLButtonElement>(null);
  // While somebody is here, nothing changes its words under them.
  const last = useRef({ feeds: found, counts: numbers });
  if (!inside) last.current = { feeds: found, counts: numbers };
  const { feeds, counts } = last.current;
  const lists = useMemo(() => NEWS_LISTS.map((list) => listLine(list, counts)), [counts]);
  const lines = useMemo(() => feedLines(feeds ?? []), [feeds]);
  const stop = [...lists, ...lines].find((line) => isSame(line.chosen, chosen))?.key ?? "today";

  const choose = (own: Chosen): void => {
    library.choose(own);
    if (!unfold.current || !isShown(unfold.current)) {
      scrollTo({ top: 0, behavior: "instant" });
      return;
    }
    // The lists lie over what was chosen: they make room for it, and its name is where one goes on.
    setOpen(false);
    setTimeout(() => {
      const heading = [...document.querySelectorAll<HTMLElement>("#library h1")].find(isShown);
      if (!heading) return;
      focusOn(heading);
      heading.scrollIntoView({ block: "start", behavior: "instant" });
    });
  };
  const keyed = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-list]")];
    const from = buttons.findIndex((button) => button.matches(":focus"));
    if (from < 0) return;
    const to: Readonly<Record<string, number>> = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: buttons.length - 1 };
    const target = buttons[to[event.key] ?? -1];
    if (!target) return;
    event.preventDefault();
    target.focus();
  };
  const item = ({ key, text, name, chosen: own, depth }: Line) => (
    <li key={key} style={{ paddingInlineStart: `${depth}em` }}>
      <button
        type="button"
        data-list=""
        tabIndex={key === stop ? 0 : -1}
        aria-current={isSame(own, chosen) && !searching ? "true" : undefined}
        onClick={() => choose(own)}
      >
        {isolated(text, name)}
      </button>
    </li>
  );
  return (
    <nav
      ref={nav}
      className="sections lists"
      id="lists"
      aria-label={words("library.lists")}
      data-open={open}
      onKeyDown={keyed}
      onFocus={() => setInside(true)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setInside(false)}
    >
      <button ref={unfold} type="button" className="button quiet unfold" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="more" />
        <span>{words("library.lists")}</span>
      </button>
      <div className="foldable">
        <ul>{lists.map(item)}</ul>
        {lines.length > 0 ? (
          <>
            <h2 className="lists-title">{words("library.feeds")}</h2>
            <ul data-long={lines.length > LONG ? "" : undefined}>{lines.map(item)}</ul>
          </>
        ) : null}
      </div>
    </nav>
  );
}

/** Lines from which the list is laid out only where it is seen. */
const LONG = 200;
