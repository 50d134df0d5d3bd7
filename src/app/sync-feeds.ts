import type { Library } from "../library/index.ts";
import { Failure, type FeedId } from "../model/index.ts";
import { type FeedDeed, mergeFeeds, type SyncServer } from "../sync/index.ts";

/** Passes over the subscriptions in one round: the second one meets what the first one has told. */
const PASSES = 2;
/** How long a subscription that the server did not take waits until it is asked again, seconds. */
const ASK_AGAIN = 86_400;

/** Makes the subscriptions the same on both sides. Answers with how many were added, changed or ended. @throws Failure; the signal's reason */
export async function syncFeeds(library: Library, server: SyncServer, now: () => string, signal: AbortSignal): Promise<number> {
  let count = 0;
  for (let pass = 0; pass < PASSES; pass += 1) {
    // Files and scripts are no feeds of the web, whatever a server says.
    const remote = (await server.feeds(signal)).filter(({ address }) => /^https?:/i.test(address) && URL.canParse(address));
    const { sync } = library;
    const known = sync.known();
    // Rather a database that was lost than somebody who wants no news any more: nothing ends here of what a server lost.
    const isLost = remote.length === 0 && known.length > 1;
    const before = new Date(Date.parse(now()) - ASK_AGAIN * 1000).toISOString();
    const waits = new Set(sync.refused().flatMap(({ feed, at }) => (at > before ? [feed] : [])));
    const upTo = sync.lastEdit();
    const deeds = mergeFeeds(sync.feeds(), known, remote, server.can);
    let told = 0;
    for (const deed of deeds) {
      if (isLost && deed.kind === "end") continue;
      if (deed.kind === "subscribe" && waits.has(deed.local.feed as FeedId)) continue;
      signal.throwIfAborted();
      if (await doDeed(library, server, deed, upTo, now, signal)) told += 1;
      if (deed.kind !== "know" && deed.kind !== "forget" && deed.kind !== "drop") count += 1;
    }
    if (told === 0) break;
  }
  return count;
}

/** Does it; answers with whether the server was told something that changes what it has. */
async function doDeed(
  library: Library,
  server: SyncServer,
  deed: FeedDeed,
  upTo: number,
  now: () => string,
  signal: AbortSignal,
): Promise<boolean> {
  const { sync } = library;
  switch (deed.kind) {
    case "take":
      sync.take(deed.remote, deed.feed as FeedId | null, now());
      return false;
    case "know":
      sync.know(deed.remote, deed.feed as FeedId, deed.isFirst, upTo);
      return false;
    case "arrange":
      sync.arrange(deed.remote, deed.feed as FeedId);
      sync.know(deed.remote, deed.feed as FeedId, deed.isFirst, upTo);
      return false;
    case "end":
      sync.forget(deed.remote, deed.feed as FeedId, now());
      return false;
    case "forget":
      sync.forget(deed.remote, deed.feed as FeedId, null);
      if (!deed.isTaken) sync.told(deed.feed as FeedId, upTo);
      return false;
    case "drop":
      sync.told(deed.feed as FeedId, upTo);
      return false;
    case "unsubscribe":
      await server.unsubscribe(deed.remote, signal);
      sync.forget(deed.remote, deed.feed as FeedId, null);
      sync.told(deed.feed as FeedId, upTo);
      return true;
    case "rearrange": {
      const { title, folder } = deed.local;
      await server.arrange(deed.remote, { title, folder }, signal);
      sync.know({ ...deed.remote, title, folder }, deed.local.feed as FeedId, deed.isFirst, upTo);
      return true;
    }
    case "subscribe":
      try {
        await server.subscribe(deed.local, signal);
        return true;
      } catch (thrown) {
        signal.throwIfAborted();
        if (!(thrown instanceof Failure) || thrown.code !== "feed") throw thrown;
        sync.refuse(deed.local.feed as FeedId, now());
        return false;
      }
  }
}
