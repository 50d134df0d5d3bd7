import type { Desktop, Reader } from "../../contract/index.ts";
import { type FeedId, type FeedKeep, type FoundFeeds, type ReadDays, type SubscribedFeed, toFailure } from "../../model/index.ts";
import { joined, words } from "../../words/index.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";
import type { Library } from "./library.ts";
import type { Undo } from "./undo.ts";

/** Subscriptions: taking, ordering, ending and exchanging them. */
export interface FeedUses {
  /** The address that was copied elsewhere, "" where it is none. Only looked at: nothing is asked for. */
  readonly copied: () => Promise<string>;
  readonly look: Reader["lookForFeeds"];
  /** Subscribes to some; says what came of it, and returns that. */
  readonly subscribe: (
    feeds: readonly { readonly address: string; readonly title: string }[],
    folder: readonly string[],
    signal?: AbortSignal,
  ) => Promise<{ readonly message: string; readonly failed: number }>;
  /** Its title ("": the feed's own again), its folder, how long it is kept, and whether it is kept ready; can be undone. Returns what went wrong, null: nothing. */
  readonly change: (
    feed: SubscribedFeed,
    change: { readonly title: string; readonly folder: readonly string[]; readonly keepRead: FeedKeep; readonly ready: boolean },
  ) => Promise<string | null>;
  /** Ends a subscription; can be undone. */
  readonly end: (feed: SubscribedFeed) => void;
  readonly importFile: () => void;
  readonly exportFile: () => void;
}

/** What they need. */
export interface FeedUsesWorld {
  readonly reader: Pick<Reader, "lookForFeeds" | "subscribe" | "changeFeed" | "setTaken" | "importFeeds" | "exportFeeds" | "startRefresh">;
  readonly desktop: Pick<Desktop, "clipboard" | "readSubscriptions" | "saveSubscriptions">;
  readonly library: Library;
  readonly announcer: Pick<Announcer, "answer" | "status">;
  readonly undo: Undo;
}

/** An address as people copy it: of the web, alone, on one line. */
export function addressIn(text: string): string {
  const [line = ""] = text.trim().split(/\s+/, 2);
  if (line !== text.trim() || line.length > LONGEST) return "";
  if (/^https?:\/\//i.test(line)) return URL.canParse(line) ? line : "";
  return /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/\S*)?$/u.test(line) ? line : "";
}

/** Longest address that is taken, UTF-16 code units. */
const LONGEST = 2000;

/** A folder as it is typed: "News / Local". */
export const folderOf = (text: string): readonly string[] =>
  text
    .split("/")
    .map((name) => name.trim().slice(0, 200))
    .filter(Boolean)
    .slice(0, 8);

/** A folder as it is shown. */
export const folderText = (folder: readonly string[]): string => folder.join(" / ");

/** How long a feed is kept, in words. `general`: how long all news is. */
export const feedKeepWords = (keep: FeedKeep, general: ReadDays): string =>
  keep === "general"
    ? words("keepFeed.general", { time: words(`keepRead.${general}`) })
    : keep === "forever"
      ? words("keepFeed.forever")
      : words(`keepRead.${keep}`);

/** Makes them. */
export function createFeedUses({ reader, desktop, library, announcer, undo }: FeedUsesWorld): FeedUses {
  const fail = (thrown: unknown): void => announcer.answer(failureWords(toFailure(thrown).code));
  /** Lists show what they have now. The focus stays. */
  const changed = async (): Promise<void> => {
    await library.recount();
    if (library.store.get().opened > 0) await library.reload(false);
  };
  const setTaken = async (feed: FeedId, taken: boolean): Promise<void> => {
    await reader.setTaken({ feed, taken });
    if (!taken && library.store.get().chosen.feed === feed) {
      // What had the focus goes with the feed.
      library.choose({ list: "today", feed: null, folder: null }, true);
      await library.recount();
    } else await changed();
  };
  const change: FeedUses["change"] = async (feed, { title, folder, keepRead, ready }) => {
    try {
      const before = { title: feed.ownTitle, folder: feed.folder, keepRead: feed.keepRead, ready: feed.ready };
      // A title that was left as it is stays the feed's own.
      const own = title === "" || (feed.ownTitle === null && title === feed.title) ? null : title;
      await reader.changeFeed({ feed: feed.id, title: own, folder, keepRead, ready });
      await changed();
      undo.done({
        what: words("feed.changed", { title: own ?? feed.title }),
        async undo() {
          await reader.changeFeed({ feed: feed.id, ...before });
          await changed();
        },
      });
      return null;
    } catch (thrown) {
      return failureWords(toFailure(thrown).code);
    }
  };
  return {
    copied: async () => addressIn((await desktop.clipboard()).text),
    look: reader.lookForFeeds,
    async subscribe(feeds, folder, signal) {
      let added = 0;
      let known = 0;
      const failed: string[] = [];
      for (const { address, title } of feeds) {
        try {
          const { isNew } = await reader.subscribe({ address, folder }, signal);
          if (isNew) added += 1;
          else known += 1;
        } catch (thrown) {
          signal?.throwIfAborted();
          failed.push(words("subscribe.failed", { title, reason: words(`failure.${toFailure(thrown).code}`) }));
        }
      }
      await changed();
      const message = joined([words("subscribe.done", { added, known }), ...failed]);
      // The focus goes to a row with the dialog: by who says that too.
      announcer.status(message);
      return { message, failed: failed.length };
    },
    change: (...given) => undo.coming(change(...given)),
    end(feed) {
      undo
        .coming(
          setTaken(feed.id, false).then(() =>
            undo.done({ what: words("feed.ended", { title: feed.title }), undo: () => setTaken(feed.id, true) }),
          ),
        )
        .catch(fail);
    },
    importFile() {
      const take = async (): Promise<void> => {
        const file = await desktop.readSubscriptions();
        if (file === null) return;
        if (file.kind === "failed") {
          announcer.answer(words("feeds.noFile", { name: file.name, reason: failureWords(file.code) }));
          return;
        }
        const { added, known, refused } = await reader.importFeeds({ text: file.text });
        announcer.answer(words("feeds.imported", { added, known, refused: refused.length }));
        await changed();
        if (added > 0) await reader.startRefresh({ all: false });
      };
      take().catch((thrown: unknown) => {
        const { code } = toFailure(thrown);
        announcer.answer(code === "bad-input" ? words("feeds.noList") : failureWords(code));
      });
    },
    exportFile() {
      const save = async (): Promise<void> => {
        const result = await desktop.saveSubscriptions(await reader.exportFeeds({}));
        if (result === "saved") announcer.answer(words("feeds.exported", { count: library.store.get().feeds?.length ?? 0 }));
        else if (result !== "cancelled") announcer.answer(failureWords(result));
      };
      save().catch(fail);
    },
  };
}

/** What a person may choose of what was found. */
export type Found = FoundFeeds["feeds"][number];
