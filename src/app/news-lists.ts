import type { ListReader } from "../contract/index.ts";
import type { Library } from "../library/index.ts";
import type { SourceRequest } from "../model/index.ts";
import type { LookedFor } from "./look-for-feeds.ts";

/** What the use cases of lists need. */
export interface ListWorld {
  readonly library: Library;
  readonly now: () => string;
  readonly lookForFeeds: (request: SourceRequest, signal?: AbortSignal) => Promise<LookedFor>;
}

/** A text without case and accents, of letters, digits and single spaces alone. */
const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}\s]+/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trimStart();

/** No more of a title is looked at to see how it begins: quotation marks come before it, and the longest beginning is typed. */
const BEGINNING = 200;

/** Lists as they are at one moment, and what is found at an address. */
export function listUses({ library, now, lookForFeeds }: ListWorld): ListReader {
  const today = (): string => {
    const start = new Date(now());
    start.setHours(0, 0, 0, 0);
    return start.toISOString();
  };
  return {
    async listNews(selection) {
      return library.lists.open(selection, today());
    },
    async newsBeginning({ text, ...selection }) {
      const wanted = folded(text);
      if (wanted === "") return [];
      return library.lists
        .titles(selection, today())
        .filter(({ title }) => folded(title.slice(0, BEGINNING)).startsWith(wanted))
        .map(({ id }) => id);
    },
    async sameStory({ item }) {
      return library.lists.sameStory(item);
    },
    async countNews() {
      return library.lists.counts(today());
    },
    async lookForFeeds({ address }, signal) {
      const { kind, feeds } = await lookForFeeds({ kind: "address", address, typed: true, url: null, type: null, lang: null }, signal);
      const taken = new Set(library.feeds.all().map((feed) => feed.address));
      return { kind, feeds: feeds.map((feed) => ({ ...feed, taken: taken.has(feed.address) })) };
    },
  };
}
