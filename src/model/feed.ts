import type { Source } from "./source.ts";

/** A person or an organisation that wrote something. */
export interface FeedAuthor {
  readonly name: string | null;
  readonly email: string | null;
}

/** A file that comes with an item: a recording, a picture. */
export interface Enclosure {
  readonly url: string;
  /** A media type, null: not said. */
  readonly type: string | null;
  /** Bytes, null: not said. */
  readonly length: number | null;
}

/** One entry of a feed, as its publisher gives it: markup in it is theirs, and goes through `extract` before anybody sees it. */
export interface FeedItem {
  /** The publisher's own name for it, null: none. */
  readonly id: string | null;
  /** HTML, often without any markup; `plainText` makes the line that people are shown. Null: none. */
  readonly title: string | null;
  /** Where it can be read: absolute where anything says against what, null: nowhere. */
  readonly link: string | null;
  /** HTML with absolute addresses, null: none. */
  readonly summary: string | null;
  /** HTML with absolute addresses: the whole, where the feed gives more than a summary; null: it does not. */
  readonly content: string | null;
  /** ISO 8601, null: not said or not understood. */
  readonly published: string | null;
  /** ISO 8601, null: not said or not understood. */
  readonly updated: string | null;
  readonly authors: readonly FeedAuthor[];
  readonly enclosures: readonly Enclosure[];
  readonly categories: readonly string[];
  /** The address of a picture, null: none. */
  readonly image: string | null;
}

/** A feed, freed of its format. Items are in the publisher's order. */
export interface Feed {
  readonly id: string | null;
  /** HTML, as an item's. */
  readonly title: string | null;
  /** The site that it belongs to. */
  readonly link: string | null;
  /** HTML, null: none. */
  readonly description: string | null;
  /** BCP 47 as far as the publisher keeps to it, null: not said. */
  readonly language: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly authors: readonly FeedAuthor[];
  readonly image: string | null;
  /** Where the feed says that it has moved to, null: it has not. */
  readonly moved: string | null;
  readonly items: readonly FeedItem[];
}

/** A feed that a page names. */
export interface FeedLink {
  readonly address: string;
  readonly title: string | null;
}

/** A line of a list of subscriptions: a feed, or a folder of them. */
export type Subscription =
  | { readonly kind: "feed"; readonly title: string; readonly address: string; readonly site: string | null }
  | { readonly kind: "folder"; readonly title: string; readonly entries: readonly Subscription[] };

/** Asks for a feed that may be known already. */
export interface FeedRequest {
  readonly address: string;
  /** What its last answer named itself by (HTTP ETag and Last-Modified), null: nothing. */
  readonly etag: string | null;
  readonly modified: string | null;
}

/** What a site says about a feed that it gave. */
export interface FeedState {
  readonly etag: string | null;
  readonly modified: string | null;
  /** Seconds during which there is no use in asking again; 0: nothing said. */
  readonly fresh: number;
  /** The address that it has moved to for good, null: it has not. */
  readonly moved: string | null;
}

/** What a site answers when it is asked for a feed. */
export type FeedAnswer =
  /** Nothing changed since. */
  | ({ readonly kind: "same" } & FeedState)
  | ({ readonly kind: "new"; readonly source: Source } & FeedState)
  /** The site asks for patience. */
  | { readonly kind: "later"; readonly seconds: number }
  /** Nothing is there. `isForGood`: and it says that nothing will be. */
  | { readonly kind: "gone"; readonly isForGood: boolean };
