import type { CommandId, Desktop, Reader } from "../../contract/index.ts";
import type { Article, ItemId, NewsItem, Place, SearchHit } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { focusOn, isShown } from "../page/focus.ts";
import type { Dialog, WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { createLibrary, type Library } from "./library.ts";
import { createFeedUses, type FeedUses } from "./library-feeds.ts";
import { createRowActions, ROW_COMMANDS, type RowCommand } from "./library-rows.ts";
import { createSearch, type Search } from "./library-search.ts";
import type { Listening } from "./listening.ts";
import type { NewsLine } from "./news-line.ts";
import type { Begin, Session } from "./session.ts";
import type { TrailControl } from "./trail.ts";
import { createUndo, type Undo } from "./undo.ts";
import { createViews, type Views } from "./views.ts";

/** What components ask of the library. */
export interface LibraryUses {
  readonly lists: Library;
  readonly search: Search;
  readonly undo: Undo;
  readonly feeds: FeedUses;
  readonly choose: Library["choose"];
  /** Opens what a search found at its sentence, and plays it from there where `play`. */
  readonly openHit: (hit: SearchHit, play: boolean) => void;
  /** Opens an item, of a list or beside one. */
  readonly openItem: (item: NewsItem, play: boolean) => void;
  /** The list is shown again, with the focus where it was. */
  readonly leaveSearch: () => void;
  /** The current row gets the focus, as soon as it is there. */
  readonly goToRows: () => void;
  readonly sameStory: Reader["sameStory"];
}

/** The commands of the library. */
export type LibraryCommand =
  | RowCommand
  | "library"
  | "findLibrary"
  | "undo"
  | "showNew"
  | "rowActions"
  | "listSettings"
  | "subscribe"
  | "starterFeeds"
  | "feedSettings"
  | "importFeeds"
  | "exportFeeds";

/** The library of a window. */
export interface LibraryWindow {
  readonly uses: LibraryUses;
  readonly search: Search;
  readonly views: Views;
  readonly commands: Readonly<Record<LibraryCommand, () => void>>;
  /** The list that is looked at, and what it has; null: it is the article, or what was found. */
  listed(): { readonly isQueue: boolean; readonly items: readonly ItemId[] } | null;
  /** The library is shown; where it is, its lists get the focus. */
  goToLists(): void;
  /** The order of lists is another: what is open is opened anew. */
  reordered(): void;
}

/** What the library of a window needs. */
export interface LibraryWindowWorld {
  readonly reader: Reader;
  readonly desktop: Desktop;
  readonly store: Store<WindowState>;
  readonly announcer: Announcer;
  readonly newsLine: Pick<NewsLine, "listen">;
  readonly session: Session;
  readonly listening: Listening;
  readonly drawn: () => Promise<void>;
  /** Once the focus has arrived. */
  readonly later: (act: () => void) => void;
  readonly show: (dialog: Dialog) => void;
  readonly closeDialog: () => void;
  /** Plays the article from where the caret is. */
  readonly playArticle: () => void;
  readonly trail: Pick<TrailControl, "leaving" | "entered" | "list">;
}

/** Where a sentence stands in an article; null: it does not. */
export function placeOfSentence(article: Article, sentence: string): Place | null {
  for (const { id, text } of article.blocks) {
    const offset = sentence === "" ? -1 : text.indexOf(sentence);
    if (offset >= 0) return { block: id, offset };
  }
  return null;
}

/** Joins lists, search and undo with the window. */
export function createLibraryWindow(world: LibraryWindowWorld): LibraryWindow {
  const { reader, store, announcer, session, listening, show, later } = world;
  const undo = createUndo(announcer);
  const lists = createLibrary({
    reader,
    store,
    announcer,
    newsLine: world.newsLine,
    renamed: () => views.nameWindow(),
    hasFocus: () => document.activeElement?.matches("[data-row]") ?? false,
  });
  const search = createSearch(reader, announcer);
  const views: Views = createViews({
    store,
    drawn: world.drawn,
    articleShown: listening.show,
    libraryShown: lists.shown,
    listName: () => lists.nameOf(lists.store.get().chosen),
    trail: world.trail,
  });
  const feeds = createFeedUses({ reader, desktop: world.desktop, library: lists, announcer, undo });
  /** What is shown of feeds is about the library: it is there when the dialog closes. */
  const inLibrary = (act: () => void) => (): void => void views.turnTo("library").then(act);
  const beginOf = (play: boolean, at: NonNullable<Begin["at"]> = () => null): Begin => ({
    at,
    silent: play,
    begun: (place) =>
      later(() => {
        if (place && play) listening.playFrom(place);
        else if (place) listening.goTo(place);
        else if (play) listening.toggle();
      }),
  });
  /** Opening marks as read. */
  const opened = (item: ItemId): void => {
    reader.markItems({ items: [item], read: true }).then(
      () => {
        lists.renew([item]).catch(() => {});
        void lists.recount();
      },
      () => {
        // It stays unread, and is marked when it is opened again.
      },
    );
  };
  const openItem = (item: NewsItem, play: boolean): void => {
    world.closeDialog();
    void session.openItem(item, beginOf(play)).then((isOpen) => isOpen && opened(item.id));
  };
  const rows = createRowActions({ reader, library: lists, announcer, undo, open: openItem });
  const openHit = (hit: SearchHit, play: boolean): void => {
    const at = (article: Article): Place | null => hit.place ?? placeOfSentence(article, hit.sentence);
    const begin = beginOf(play, at);
    const { item, article, title } = hit;
    const isOpen =
      article !== null
        ? session.recall(article, title, begin)
        : item !== null
          ? session.openItem({ id: item, title, link: null }, begin)
          : null;
    void isOpen?.then((open) => open && item !== null && opened(item));
  };
  const focusSoon = (...selectors: readonly string[]): void =>
    later(() => {
      const found = selectors.map((selector) => document.querySelector<HTMLElement>(selector));
      const target = found.find((one) => one && isShown(one));
      if (target) focusOn(target);
      if (target instanceof HTMLInputElement) target.select();
    });
  /** A command about a row, where the library shows rows. */
  const onRows = (command: RowCommand) => (): void => {
    if (store.get().view === "library" && !search.store.get().shown) rows[command]();
    else announcer.answer(words("library.noRow"));
  };

  return {
    uses: {
      lists,
      search: { ...search, look: (text) => world.trail.list(() => search.look(text)) },
      undo,
      feeds,
      choose: (chosen) =>
        world.trail.list(() => {
          search.leave();
          lists.choose(chosen);
        }),
      openHit,
      openItem,
      leaveSearch() {
        world.trail.list(search.leave);
        focusSoon("#library [data-row][tabindex='0']", "#library h1");
      },
      goToRows: () => later(() => void lists.go(lists.store.get().current)),
      sameStory: reader.sameStory,
    },
    search,
    views,
    commands: {
      ...(Object.fromEntries(ROW_COMMANDS.map((command) => [command, onRows(command)])) as Record<RowCommand, () => void>),
      playRow() {
        const hit = store.get().view === "library" ? search.target() : null;
        if (store.get().view === "article") world.playArticle();
        else if (hit) openHit(hit, true);
        else onRows("playRow")();
      },
      library() {
        world.closeDialog();
        views.show(store.get().view === "article" ? "library" : "article");
      },
      findLibrary() {
        world.closeDialog();
        void views.turnTo("library").then(() => focusSoon("#search-text"));
      },
      undo: undo.back,
      showNew() {
        if (lists.store.get().fresh > 0) void lists.reload(true);
        else announcer.answer(words("library.noNew"));
      },
      rowActions() {
        if (store.get().view === "library" && !search.store.get().shown && lists.target()) show({ kind: "row" });
        else announcer.answer(words("library.noRow"));
      },
      subscribe: inLibrary(() => show({ kind: "subscribe", address: "" })),
      starterFeeds: inLibrary(() => show({ kind: "starter-feeds" })),
      feedSettings() {
        const { feed } = lists.store.get().chosen;
        const about = feed ?? lists.target()?.feed ?? null;
        if (store.get().view !== "library" || about === null) announcer.answer(words("feed.none"));
        else show({ kind: "feed", feed: about });
      },
      importFeeds: inLibrary(feeds.importFile),
      exportFeeds: feeds.exportFile,
      listSettings: () => show({ kind: "list-settings" }),
    } satisfies Readonly<Record<LibraryCommand, () => void>> & Partial<Record<CommandId, () => void>>,
    listed() {
      const { listing, chosen } = lists.store.get();
      const isShown = store.get().view === "library" && !search.store.get().shown;
      return isShown && listing ? { isQueue: chosen.list === "queue", items: listing.items } : null;
    },
    goToLists() {
      if (store.get().view === "article") views.show("library");
      else focusSoon("#lists [data-list][tabindex='0']", "#lists .unfold");
    },
    reordered() {
      if (lists.store.get().opened > 0) void lists.reload(false);
    },
  };
}
