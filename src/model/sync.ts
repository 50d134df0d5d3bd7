import type { FailureCode } from "./failure.ts";
import type { FeedId } from "./news.ts";

/** The programs that keep subscriptions and what was read for several machines, by the way that they are spoken to. */
export const SYNC_PROTOCOLS = ["ttrss", "greader", "fever"] as const;
/** `ttrss`: the Tiny Tiny RSS API. `greader`: the Google Reader API (FreshRSS, Miniflux …). `fever`: the Fever API. */
export type SyncProtocol = (typeof SYNC_PROTOCOLS)[number];

/** What is told of an item on both sides. */
export const SYNC_FIELDS = ["read", "starred"] as const;
export type SyncField = (typeof SYNC_FIELDS)[number];

/** What a request to a sync server needs. Sent to its host alone: redirects to another are refused. */
export interface WireRequest {
  readonly method: "GET" | "POST";
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null: none. */
  readonly body: string | null;
}

/** What the server answered, whatever the status. */
export interface WireAnswer {
  readonly status: number;
  readonly text: string;
}

/** Sends one request. @throws Failure as fetching does; the signal's reason */
export type Wire = (request: WireRequest, signal: AbortSignal) => Promise<WireAnswer>;

/** Who signs in where. */
export interface SyncSignIn {
  readonly protocol: SyncProtocol;
  /** As the person gave it: the server's own path may be missing. */
  readonly address: string;
  readonly user: string;
  readonly password: string;
}

/** A subscription as a server has it. */
export interface RemoteFeed {
  readonly id: string;
  readonly address: string;
  readonly title: string;
  /** The outermost first. */
  readonly folder: readonly string[];
}

/** A subscription of this machine, also one that has ended, as both sides are compared by. */
export interface SyncedFeed<Id extends number = FeedId> {
  readonly feed: Id;
  readonly address: string;
  readonly title: string;
  readonly folder: readonly string[];
  readonly taken: boolean;
  /** What was edited here and not told yet: taken or ended; title or folder. */
  readonly edited: { readonly taken: boolean; readonly arranged: boolean };
}

/** How an item stands on a server. */
export interface RemoteState {
  readonly id: string;
  readonly read: boolean;
  readonly starred: boolean;
}

/** An item as a server has it. */
export interface RemoteItem extends RemoteState {
  /** The subscription's id there. */
  readonly feed: string;
  readonly link: string | null;
  /** HTML, as a feed's. */
  readonly title: string;
  /** HTML. */
  readonly content: string | null;
  readonly author: string | null;
  /** ISO 8601, null: not said. */
  readonly published: string | null;
}

/** A server where a person has an account. */
export interface SyncAccount {
  readonly protocol: SyncProtocol;
  /** The door of its API. */
  readonly address: string;
  readonly user: string;
  /** ISO 8601, when all was the same the last time; null: never. */
  readonly synced: string | null;
  /** What was wrong the last time, null: nothing. */
  readonly problem: { readonly code: FailureCode; readonly message: string } | null;
}

/** How it stands with the account, as people are told. */
export interface SyncState {
  /** Null: there is none. */
  readonly account: SyncAccount | null;
  /** Edits of this machine that the server has not yet. */
  readonly waiting: number;
  /** Subscriptions that the server did not take. */
  readonly refused: readonly string[];
  readonly running: boolean;
}

/** What came of a round of syncing. */
export interface SyncResult {
  /** Edits that the server took. */
  readonly sent: number;
  /** Items that came, and those whose state changed here. */
  readonly news: number;
  readonly changed: number;
  /** Subscriptions that were added, changed or ended, here and there. */
  readonly feeds: number;
}
