import type { Library } from "../library/index.ts";
import type { RemoteState, SyncField, SyncResult } from "../model/index.ts";
import type { SyncServer } from "../sync/index.ts";
import { syncFeeds } from "./sync-feeds.ts";
import { bringItems, decide } from "./sync-items.ts";

/** Of a server that is met for the first time, so many read items are taken over: what is unread or starred comes anyway (guess). */
const FIRST = 1_000;
/** Unread or starred items that are looked at, the newest: more than anybody reads (guess). */
const MOST = 20_000;
/** Items of one subscription that are looked through: feeds have some ten (guess). */
const OF_FEED = 400;
/** Items that are asked for, and kept, in one step. */
const STEP = 100;

function* stepsOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += STEP) yield all.slice(start, start + STEP);
}

/** Tells the server what was edited here; answers with how much that was. Each step is over when the server has it. */
async function tellEdits(library: Library, server: SyncServer, signal: AbortSignal): Promise<number> {
  let sent = 0;
  const edits = library.sync.edits();
  for (const field of ["read", "starred"] as const satisfies readonly SyncField[])
    for (const value of [true, false])
      for (const some of stepsOf(edits.filter((edit) => edit.field === field && edit.value === value))) {
        await server.mark(
          field,
          value,
          some.map(({ remote }) => remote),
          signal,
        );
        // What was edited anew while the server was told is another edit.
        library.sync.sent(some.map(({ seq }) => seq));
        sent += some.length;
      }
  return sent;
}

/**
 * Makes this library and a server the same: subscriptions, what is read and what is starred. Cut off anywhere, nothing is lost: what the
 * server did not take yet is told the next time, and all that is said can be said twice.
 * @throws Failure; the signal's reason
 */
export async function syncRound(library: Library, server: SyncServer, now: () => string, signal: AbortSignal): Promise<SyncResult> {
  const { sync } = library;
  const feeds = await syncFeeds(library, server, now, signal);
  let sent = await tellEdits(library, server, signal);
  let news = 0;
  let changed = 0;
  let cursor: string | null = null;
  const bring = async (items: Awaited<ReturnType<SyncServer["items"]>>): Promise<void> => {
    for (const some of stepsOf(items)) {
      signal.throwIfAborted();
      const brought = bringItems(library, some, now());
      news += brought.news;
      changed += brought.changed;
    }
  };
  for await (const page of server.news(sync.account()?.cursor ?? null, FIRST, signal)) {
    await bring(page.items);
    cursor = page.cursor ?? cursor;
  }
  // Newly met: what is read there is on no list, and may be older than the news.
  for (const remote of sync.unmet()) {
    let isThere = false;
    for await (const items of server.itemsOf(remote, OF_FEED, signal)) {
      await bring(items);
      isThere ||= items.some(({ feed }) => feed === remote);
    }
    // A server that has not asked for the feed yet is looked at again.
    if (isThere) sync.looked(remote);
  }
  const unread = await server.ids("unread", MOST, signal);
  const starred = await server.ids("starred", MOST, signal);
  const states = sync.states();
  const known = new Set(states.map(({ id }) => id));
  for (const some of stepsOf([...new Set([...unread, ...starred])].filter((id) => !known.has(id))))
    await bring(await server.items(some, signal));
  // What is on a list is so. What is on none may also be gone, or beyond what was looked at: the server is asked before anything changes.
  const isOn = ({ id }: RemoteState): RemoteState => ({ id, read: !unread.has(id), starred: starred.has(id) });
  const differs = states.filter((state) => isOn(state).read !== state.read || isOn(state).starred !== state.starred);
  const sure = differs.filter((state) => isOn(state).read <= state.read && isOn(state).starred >= state.starred);
  changed += sync.merge(sure.map(isOn), decide, now());
  const unsure = differs.filter((state) => !sure.includes(state)).map(({ id }) => id);
  for (const some of stepsOf(unsure)) {
    const items = await server.items(some, signal);
    const there = new Set(items.map(({ id }) => id));
    changed += sync.merge(items, decide, now());
    sync.unlink(some.filter((id) => !there.has(id)));
  }
  sent += await tellEdits(library, server, signal);
  sync.settleFine(now(), cursor);
  return { sent, news, changed, feeds };
}
