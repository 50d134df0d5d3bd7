import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import {
  type Anchor,
  type Article,
  type ArticleId,
  type ArticleSummary,
  articleId,
  type BackupSummary,
  type Choice,
  Failure,
  type KeepingRules,
  type KeptEntry,
  type KeptPicture,
  type LexiconChange,
  type NewSiteRule,
  type Place,
  type Rescue,
  type Settings,
  type SettingsChange,
  type SiteRule,
  type StoreNews,
} from "../model/index.ts";
import { resumeAt } from "./anchor.ts";
import { contentOf, textOf } from "./article-text.ts";
import { countsOf, writeBackup } from "./backup-file.ts";
import { type BookmarkTable, bookmarkTable } from "./bookmarks.ts";
import { type BreakingTable, breakingTable } from "./breaking.ts";
import { checkAside } from "./check-aside.ts";
import { choiceTable, siteRuleTable } from "./choices.ts";
import { hasFormer, prepareRestore, prepareUndo } from "./exchange.ts";
import { type FeedTable, feedTable } from "./feeds.ts";
import { type FormerTable, formerTable } from "./former.ts";
import { type ItemTable, itemTable } from "./items.ts";
import { createLexiconStore } from "./lexicon.ts";
import { type ListTable, listTable } from "./lists.ts";
import { createRepairs, isDamage } from "./open-file.ts";
import { pack } from "./packing.ts";
import { placeTable } from "./places.ts";
import { type ReadyTable, readyRoom, readyTable } from "./ready.ts";
import { createTidying, usedRoom } from "./room.ts";
import { type SearchTable, searchTable } from "./search.ts";
import { settingTable } from "./settings.ts";
import { gone, type KnownFile } from "./standing.ts";
import { storage as anyStorage } from "./storage.ts";
import { type SyncTable, syncTable } from "./sync.ts";
import { together } from "./together.ts";
import { type WantedTable, wantedTable } from "./wanted.ts";
import { type WebPictureTable, webPictureTable } from "./web-pictures.ts";

/** The only store: articles, places and settings. Every method is durable when it returns. @throws Failure `storage` */
export interface Library {
  /** Where a damaged file was set aside when the library was opened; null: it was whole. */
  readonly setAside: string | null;
  /** What was taken over from the damaged file; null: nothing, or it was whole. */
  readonly rescue: Rescue | null;
  /**
   * Checks all of the file aside, where it should be: the last owner was killed, or the last check is long ago. Answers with whether it is
   * whole: one that is not is rescued at the next opening. Null: there was no need, or nobody can say.
   */
  check(): Promise<boolean | null>;
  /** One small step of what was left to do after a rescue or a migration; answers with whether there may be more. For idle moments. */
  repair(): boolean;
  /** How much room it takes on the disk (bytes) without what is kept ready for offline, and how many articles it has. */
  room(): { readonly used: number; readonly articles: number };
  /** One small step of letting go what the rules say; answers with whether there may be more. For idle moments. */
  tidy(rules: KeepingRules, now: string): boolean;
  /**
   * Writes all of the library into one file, whole or not at all. `made`: ISO 8601. `onProgress`: from 0 to 1.
   * @throws Failure `bad-input`, `storage`; the signal's reason when aborted
   */
  backUp(to: string, made: string, signal: AbortSignal, onProgress: (done: number) => void): Promise<BackupSummary>;
  /**
   * Checks the library in a backup, and makes it ready to take the place of this one at the next opening.
   * @throws Failure `no-file`, `closed-file`, `unsupported` for what is no backup, `damaged`, `newer`, `storage`; the signal's reason
   */
  restore(from: string, signal: AbortSignal, onProgress: (done: number) => void): Promise<BackupSummary>;
  /** Whether there is a library whose place was taken by a restored one. */
  hasFormer(): boolean;
  /** Gives it its place back at the next opening; this one is kept as it was. @throws Failure `not-found` */
  undoRestore(): void;
  /**
   * Keeps an article, in place of what was kept under its id, and makes it the last opened; `opened` null: it is only made ready, and stays
   * opened when it was. `pictures`: those that came inside of it; not said, those that are kept already stay.
   */
  keepArticle(article: Article, opened: string | null, pictures?: readonly KeptPicture[]): void;
  /** A picture that came inside of a kept article. */
  picture(id: ArticleId, name: string): KeptPicture | null;
  article(id: ArticleId): Article | null;
  /** The article of a page: of its address, or of an item that links there; null: none is kept. */
  keptAt(address: string): Article | null;
  /** The last opened first; those that were never opened are left out. */
  articles(limit: number): readonly ArticleSummary[];
  /** Does nothing for an article that is not kept. */
  keepPlace(id: ArticleId, place: Place, kept: string): void;
  /** Where the listener is in the article as it is kept now: found again by its words when the article has changed. */
  place(id: ArticleId): Place | null;
  /** When the place was kept, ISO 8601; null: there is none. */
  left(id: ArticleId): string | null;
  /** Where the listener is in all articles, the newest first: by the articles' addresses. */
  places(): readonly { readonly address: string; readonly anchor: Anchor; readonly kept: string }[];
  /** Takes over the place that another machine kept, where its article is here and the place is newer than the one here. */
  bringPlace(address: string, anchor: Anchor, kept: string): boolean;
  /** An article as it was when its listener opened it last; null: they never did. */
  heard(id: ArticleId): Article | null;
  /** Sentences that listeners want to find again. */
  readonly bookmarks: BookmarkTable;
  /** Articles that their listeners opened before they changed. */
  readonly former: FormerTable;
  /** What the listener decided of the article's texts. */
  choices(id: ArticleId): readonly Choice[];
  /** Keeps choices beside those that are kept, a later one in place of an earlier one of the same text. Nothing for an article that is not kept. */
  keepChoices(id: ArticleId, choices: readonly Choice[]): void;
  /** Forgets choices, whichever way they went. */
  dropChoices(id: ArticleId, choices: readonly Choice[]): void;
  /** What holds for a site, the first made first. */
  siteRules(site: string): readonly SiteRule[];
  /** A rule that is kept already stays as it is. */
  keepSiteRule(rule: NewSiteRule): void;
  dropSiteRule(id: number): void;
  settings(): Settings;
  changeSettings(change: SettingsChange): Settings;
  /** How the listener wants words said, the entry that goes first at the top. */
  lexicon(): readonly KeptEntry[];
  changeLexicon(change: LexiconChange): readonly KeptEntry[];
  /** The subscriptions. */
  readonly feeds: FeedTable;
  /** What they brought, and the queue. */
  readonly items: ItemTable;
  /** What was breaking news. */
  readonly breaking: BreakingTable;
  /** The pictures of the web that are kept. */
  readonly webPictures: WebPictureTable;
  /** The items whose pages are to be fetched. */
  readonly wanted: WantedTable;
  /** What is kept ready for offline. */
  readonly ready: ReadyTable;
  /** Lists of them as they are at one moment. */
  readonly lists: ListTable;
  /** What is known of the sync server. */
  readonly sync: SyncTable;
  /** Finds again what is kept. */
  readonly search: Pick<SearchTable, "find">;
  /** Tells from now on when its disk takes nothing any more, is slow, or is right again. */
  watchStore(tell: (news: StoreNews) => void): void;
  close(): void;
}

/** A library as long as its file stays where it is. */
export type OneLibrary = Omit<Library, "watchStore">;

/** The same table, with every error of the database as a failure that a person may meet. */
function guardedBy<T extends object>(storage: <R>(work: () => R) => R, table: T): T {
  const methods = Object.entries(table).map(([name, method]: [string, (...args: unknown[]) => unknown]) => [
    name,
    (...args: unknown[]): unknown => storage(() => method(...args)),
  ]);
  return Object.fromEntries(methods) as T;
}

/** Gives what was kept before texts could be put back what it lacks. */
function complete(article: Article): Article {
  const { audit } = article;
  const left = audit.left.map((entry) => ({ ...BARE, ...entry }));
  return { ...article, audit: { ...audit, left } };
}

/** As `Library.keptAt`, in an open database: the page of an item may have sent on to the article's address. */
export function articleAt(database: DatabaseSyncInstance, address: string): Article | null {
  const row = (database.prepare("SELECT content, packed FROM article WHERE id = ?").get(articleId(address)) ??
    database
      .prepare("SELECT content, packed FROM article WHERE id = (SELECT article FROM item WHERE link = ? AND article IS NOT NULL LIMIT 1)")
      .get(address)) as { readonly content: string; readonly packed: Uint8Array | null } | undefined;
  return row ? complete(JSON.parse(contentOf(row.content, row.packed)) as Article) : null;
}

/** Before every time in ISO 8601. */
const NEVER = "";

const BARE = { blocks: [], after: null, part: null, back: false, rule: null } as const;

/** What is known of the file that a library is in. */
export interface LibraryFile {
  /** Null: it is kept nowhere. */
  readonly path: string | null;
  /** Null: as above. */
  readonly file: KnownFile | null;
  readonly setAside: string | null;
  readonly rescue: Rescue | null;
  readonly isDoubtful: boolean;
  readonly release: () => void;
  /** Something was found that can't be read. */
  readonly onDamage: () => void;
  /** All of it was found whole. */
  readonly onWhole: () => void;
}

/** The library in an open database of the newest version. */
export function libraryIn(
  database: DatabaseSyncInstance,
  { path, file, setAside, rescue, isDoubtful, release, onDamage, onWhole }: LibraryFile,
): OneLibrary {
  const closing = new AbortController();
  const ownFile = (): string => {
    if (path === null) throw new Failure("storage", "This library is kept nowhere.");
    return path;
  };
  const storage = <T>(work: () => T): T =>
    anyStorage(() => {
      try {
        const result = work();
        file?.verify();
        return result;
      } catch (thrown) {
        if (isDamage(thrown)) onDamage();
        if (path !== null && file?.isStopped() === true) throw gone(path);
        throw thrown;
      }
    });
  const guarded = <T extends object>(table: T): T => guardedBy(storage, table);
  const insertArticle = database.prepare(
    `INSERT INTO article (id, address, title, site, opened, content, packed) VALUES (?, ?, ?, ?, ?, '', ?)
     ON CONFLICT (id) DO UPDATE SET address = excluded.address, title = excluded.title, site = excluded.site, opened = max(opened, excluded.opened), content = '', packed = excluded.packed`,
  );
  const touchArticle = database.prepare("UPDATE article SET opened = max(opened, ?) WHERE id = ?");
  const selectArticle = database.prepare("SELECT content, packed FROM article WHERE id = ?");
  const selectArticles = database.prepare(
    "SELECT id, address, title, site, opened FROM article WHERE opened <> '' ORDER BY opened DESC, rowid DESC LIMIT ?",
  );
  const dropPictures = database.prepare("DELETE FROM picture WHERE article = ?");
  const insertPicture = database.prepare("INSERT INTO picture (article, name, media_type, bytes) VALUES (?, ?, ?, ?)");
  const selectNames = database.prepare("SELECT name FROM picture WHERE article = ?");
  const selectPicture = database.prepare("SELECT media_type, bytes FROM picture WHERE article = ? AND name = ?");
  const places = placeTable(database);
  const settings = settingTable(database);

  const lexicon = createLexiconStore(database);
  const choices = choiceTable(database);
  const selectOpened = database.prepare("SELECT opened FROM article WHERE id = ?");
  const siteRules = siteRuleTable(database);

  const content = (id: ArticleId): string | null => {
    const row = selectArticle.get(id) as { readonly content: string; readonly packed: Uint8Array | null } | undefined;
    return row ? contentOf(row.content, row.packed) : null;
  };
  const article = (id: ArticleId): Article | null => {
    const text = content(id);
    return text === null ? null : complete(JSON.parse(text) as Article);
  };

  const search = searchTable(database);
  const tidying = createTidying(database);

  return {
    setAside,
    rescue,
    async check() {
      if (!isDoubtful || path === null) return null;
      const answer = await checkAside(path, closing.signal);
      if (answer === false) onDamage();
      if (answer === true) onWhole();
      return answer;
    },
    repair: guarded({ repair: createRepairs(database) }).repair,
    room: () => storage(() => ({ used: Math.max(0, usedRoom(database) - readyRoom(database)), articles: countsOf(database).articles })),
    tidy: (rules, now) => storage(() => tidying.step(rules, now)),
    backUp: (to, made, signal, onProgress) => writeBackup(database, to, { made, ...storage(() => countsOf(database)) }, signal, onProgress),
    restore: (from, signal, onProgress) => prepareRestore(ownFile(), from, signal, onProgress),
    hasFormer: () => path !== null && hasFormer(path),
    undoRestore: () => storage(() => prepareUndo(ownFile())),
    keepArticle: (kept, opened, pictures) =>
      storage(() => {
        const text = JSON.stringify(kept);
        const names = new Set((selectNames.all(kept.id) as { readonly name: string }[]).map(({ name }) => name));
        const samePictures = pictures === undefined || (names.size === pictures.length && pictures.every(({ name }) => names.has(name)));
        if (samePictures && content(kept.id) === text) {
          touchArticle.run(opened ?? NEVER, kept.id);
          return;
        }
        together(database, () => {
          insertArticle.run(kept.id, kept.address, kept.title, kept.site, opened ?? NEVER, pack(text));
          search.put({ article: kept.id }, kept.title, textOf(kept));
          if (samePictures) return;
          dropPictures.run(kept.id);
          for (const { name, mediaType, bytes } of pictures ?? []) insertPicture.run(kept.id, name, mediaType, bytes);
        });
      }),
    picture: (id, name) =>
      storage(() => {
        const row = selectPicture.get(id, name) as { readonly media_type: string; readonly bytes: Uint8Array } | undefined;
        return row ? { name, mediaType: row.media_type, bytes: row.bytes } : null;
      }),
    article: (id) => storage(() => article(id)),
    keptAt: (address) => storage(() => articleAt(database, address)),
    articles: (limit) => storage(() => selectArticles.all(limit) as unknown as ArticleSummary[]),
    keepPlace: (id, place, kept) =>
      storage(() => {
        const known = article(id);
        if (known) places.keep(known, place, kept);
      }),
    place: (id) =>
      storage(() => {
        const row = places.of(id);
        const known = row && article(id);
        return row && known ? resumeAt(known, row.anchor) : null;
      }),
    places: () => storage(() => places.all()),
    bringPlace: (address, anchor, kept) => storage(() => places.bring(articleId(address), anchor, kept)),
    left: (id) => storage(() => places.of(id)?.kept ?? null),
    heard: (id) =>
      storage(() => (((selectOpened.get(id) as { readonly opened: string } | undefined)?.opened ?? NEVER) === NEVER ? null : article(id))),
    choices: (id) => storage(() => choices.of(id)),
    keepChoices: (id, kept) =>
      storage(() => {
        if (content(id) !== null) choices.keep(id, kept);
      }),
    dropChoices: (id, dropped) => storage(() => choices.drop(id, dropped)),
    siteRules: (site) => storage(() => siteRules.of(site)),
    keepSiteRule: (rule) => storage(() => siteRules.keep(rule)),
    dropSiteRule: (id) => storage(() => siteRules.drop(id)),
    settings: () => storage(settings.all),
    changeSettings: (change) =>
      storage(() => {
        settings.change(change);
        return settings.all();
      }),
    lexicon: () => storage(lexicon.all),
    changeLexicon: (change) =>
      storage(() => {
        lexicon.change(change);
        return lexicon.all();
      }),
    bookmarks: guarded(bookmarkTable(database)),
    former: guarded(formerTable(database)),
    feeds: guarded(feedTable(database)),
    items: guarded(itemTable(database, search)),
    lists: guarded(listTable(database)),
    breaking: guarded(breakingTable(database)),
    webPictures: guarded(webPictureTable(database)),
    wanted: guarded(wantedTable(database)),
    ready: guarded(readyTable(database)),
    sync: guarded(syncTable(database)),
    search: guarded({ find: search.find }),
    close() {
      closing.abort();
      // Statements that are still to be collected keep the file open, so its journal is emptied here.
      try {
        storage(() => database.exec("PRAGMA wal_checkpoint(TRUNCATE)"));
      } catch {
        // A disk that has no room for it: the journal is read at the next opening.
      } finally {
        database.close();
        file?.end();
        release();
      }
    },
  };
}
