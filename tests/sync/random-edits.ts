import type { FeedId } from "../../src/model/index.ts";
import type { Machine } from "./lectern.ts";

/** What random edits came to. */
export interface Edited {
  readonly edits: number;
  readonly rounds: number;
  readonly broken: number;
}

const pick = <T>(list: readonly T[], random: () => number): T | undefined => list[Math.floor(random() * list.length)];

/** Does one random thing that a person can do to the news. */
export async function editOnce({ app, library }: Machine, random: () => number): Promise<void> {
  const feeds = library.feeds.all();
  const what = random();
  if (what < 0.012) {
    const ended = library.sync.feeds().filter(({ taken }) => !taken);
    const feed = pick(ended, random);
    if (feed) await app.setTaken({ feed: feed.feed, taken: true });
    return;
  }
  if (what < 0.02 && feeds.length > 3) {
    const feed = pick(feeds, random);
    if (feed) await app.setTaken({ feed: feed.id, taken: false });
    return;
  }
  const feed: FeedId | undefined = pick(feeds, random)?.id;
  if (feed === undefined) return;
  const items = await app.news({ list: "all", feed, folder: null, after: null, limit: 100 });
  const item = pick(items, random);
  if (!item) return;
  if (what < 0.25) await app.starItem({ item: item.id, starred: !item.starred });
  else if (what < 0.27) await app.markItems({ items: items.map(({ id }) => id), read: random() < 0.5 });
  else await app.markItems({ items: [item.id], read: !item.read });
}

/** Syncs; answers with whether it came to its end. */
export async function tryToSync({ app }: Machine): Promise<boolean> {
  try {
    await app.syncNow({ password: null });
    return true;
  } catch {
    return false;
  }
}

/**
 * So many random edits on each machine, in turns of random length, with a round of syncing after each turn, which may break; `between` is
 * called now and then.
 */
export async function editAtRandom(
  machines: readonly Machine[],
  each: number,
  random: () => number,
  between: (done: number) => Promise<void> | void = () => {},
): Promise<Edited> {
  const left = machines.map(() => each);
  let rounds = 0;
  let broken = 0;
  while (left.some((count) => count > 0)) {
    const index = Math.floor(random() * machines.length);
    const one = machines[index];
    if (!one || (left[index] ?? 0) <= 0) continue;
    const turn = Math.min(left[index] ?? 0, 1 + Math.floor(random() * 120));
    left[index] = (left[index] ?? 0) - turn;
    // Somebody goes on reading while it syncs.
    const during = Math.floor(turn / 4);
    for (let n = 0; n < turn - during; n += 1) await editOnce(one, random);
    rounds += 1;
    const syncing = tryToSync(one);
    for (let n = 0; n < during; n += 1) {
      await new Promise((resolve) => setTimeout(resolve, random() * 20));
      await editOnce(one, random);
    }
    if (!(await syncing)) broken += 1;
    await between(left.reduce((sum, count) => sum + (each - count), 0));
  }
  return { edits: machines.length * each, rounds, broken };
}

/** How the news stands on a machine: `read starred` of each link. */
export const standOf = ({ items }: Machine): ReadonlyMap<string, string> =>
  new Map(items().map(({ link, read, starred }) => [link ?? "", `${read ? "read" : "unread"} ${starred ? "starred" : "plain"}`]));
