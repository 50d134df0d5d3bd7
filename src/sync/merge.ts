import type { RemoteFeed, SyncedFeed } from "../model/index.ts";

/** A field of an item on this machine. */
export interface LocalValue {
  readonly value: boolean;
  /** When it was edited here, where nobody else knows of it yet (ISO 8601); null: everybody knows. */
  readonly edited: string | null;
}

/**
 * What becomes of a field. The last edit wins. A server that does not say when its own came about (`changed` null) gives way to an edit
 * that it was not told of: it was made by somebody who had not seen the server's. `send`: the server must be told.
 */
export function mergeState(
  local: LocalValue,
  server: { readonly value: boolean; readonly changed: string | null },
): { readonly value: boolean; readonly send: boolean } {
  if (local.edited === null) return { value: server.value, send: false };
  const isOlder = server.changed !== null && server.changed > local.edited;
  return isOlder ? { value: server.value, send: false } : { value: local.value, send: true };
}

/** A subscription on this machine, also one that has ended. */
export type LocalFeed = SyncedFeed<number>;

/** What the server said of a subscription when both sides were the same the last time. */
export interface KnownFeed {
  readonly remote: string;
  readonly feed: number;
  readonly title: string;
  readonly folder: readonly string[];
}

/** One thing to do so that both sides have the same subscriptions. */
export type FeedDeed =
  /** Here: subscribe to what the server has, where `feed` is null; else take it up again. */
  | { readonly kind: "take"; readonly remote: RemoteFeed; readonly feed: number | null }
  /** Here: it is the server's one, and nothing else differs. */
  | { readonly kind: "know"; readonly remote: RemoteFeed; readonly feed: number; readonly isFirst: boolean }
  /** Here: as the server has it now. */
  | { readonly kind: "arrange"; readonly remote: RemoteFeed; readonly feed: number; readonly isFirst: boolean }
  /** Here: it was ended on the server. */
  | { readonly kind: "end"; readonly remote: string; readonly feed: number }
  /** Here: the server has it no more, and there is nothing to do about it. `isTaken`: it goes on here. */
  | { readonly kind: "forget"; readonly remote: string; readonly feed: number; readonly isTaken: boolean }
  /** Here: neither side has it any more, so nothing of it is left to be told. */
  | { readonly kind: "drop"; readonly feed: number }
  /** There. */
  | { readonly kind: "subscribe"; readonly local: LocalFeed }
  | { readonly kind: "unsubscribe"; readonly remote: string; readonly feed: number }
  | { readonly kind: "rearrange"; readonly remote: RemoteFeed; readonly local: LocalFeed; readonly isFirst: boolean };

/** Two addresses of the same feed: servers and sites write them a little differently. */
export const sameAddress = (address: string): string => {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url ? `${url.host}${url.pathname.replace(/\/+$/, "")}${url.search}` : address;
};

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((part, index) => part === b[index]);

/**
 * What to do about the subscriptions, by rule:
 * - what one side has added the other one gets; where both meet for the first time, each keeps what it has, and both get all of it;
 * - an end goes over to the other side, unless this side took it anew since and could not tell it yet: then the server is told to take it too;
 * - an end here that the server was not told of goes before what the server changed of it;
 * - title and folder: those of the side that changed them; where both did, this side's.
 */
export function mergeFeeds(
  local: readonly LocalFeed[],
  known: readonly KnownFeed[],
  remote: readonly RemoteFeed[],
  can: { readonly subscribe: boolean; readonly arrange: boolean },
): readonly FeedDeed[] {
  const byFeed = new Map(local.map((one) => [one.feed, one]));
  const linkedHere = new Set(known.map(({ feed }) => feed));
  // Of two that are nearly the same, the one that nobody else's is.
  const byNearly = new Map(
    local.toSorted((a, b) => Number(linkedHere.has(b.feed)) - Number(linkedHere.has(a.feed))).map((one) => [sameAddress(one.address), one]),
  );
  const byAddress = new Map(local.map((one) => [one.address, one]));
  const byRemote = new Map(known.map((one) => [one.remote, one]));
  const there = new Set(remote.map(({ id }) => id));
  const met = new Set<number>();
  const deeds: FeedDeed[] = [];
  for (const one of remote) {
    const before = byRemote.get(one.id);
    const linked = before && byFeed.get(before.feed);
    const mine = linked ?? byAddress.get(one.address) ?? byNearly.get(sameAddress(one.address));
    if (!mine) {
      // One that is long gone here, and whose end was not told: the server is told by its id.
      deeds.push({ kind: "take", remote: one, feed: null });
      continue;
    }
    // The same feed under two ids: the first one is ours.
    if (met.has(mine.feed)) continue;
    met.add(mine.feed);
    if (!mine.taken) {
      if (mine.edited.taken && can.subscribe) deeds.push({ kind: "unsubscribe", remote: one.id, feed: mine.feed });
      else if (!mine.edited.taken) deeds.push({ kind: "take", remote: one, feed: mine.feed });
      continue;
    }
    const isFirst = before === undefined;
    const isChangedThere = before !== undefined && (before.title !== one.title || !isSame(before.folder, one.folder));
    if (mine.edited.arranged && can.arrange && !(mine.title === one.title && isSame(mine.folder, one.folder)))
      deeds.push({ kind: "rearrange", remote: one, local: mine, isFirst });
    else if (isChangedThere && !mine.edited.arranged) deeds.push({ kind: "arrange", remote: one, feed: mine.feed, isFirst });
    else deeds.push({ kind: "know", remote: one, feed: mine.feed, isFirst });
  }
  for (const one of known) {
    if (there.has(one.remote)) continue;
    const mine = byFeed.get(one.feed);
    if (mine?.taken && !mine.edited.taken && !met.has(mine.feed)) deeds.push({ kind: "end", remote: one.remote, feed: one.feed });
    else deeds.push({ kind: "forget", remote: one.remote, feed: one.feed, isTaken: mine?.taken ?? false });
  }
  for (const one of local)
    if (!one.taken && !met.has(one.feed) && !linkedHere.has(one.feed) && (one.edited.taken || one.edited.arranged))
      deeds.push({ kind: "drop", feed: one.feed });
  if (can.subscribe)
    for (const one of local) if (one.taken && one.edited.taken && !met.has(one.feed)) deeds.push({ kind: "subscribe", local: one });
  return deeds;
}
