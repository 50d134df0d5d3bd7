import { setTimeout } from "node:timers/promises";
import { groupStories, parseFeed, plainText } from "../feed/index.ts";
import type { FeedRecord, Library } from "../library/index.ts";
import { type FailureCode, type FeedAnswer, type FeedRequest, type RefreshProgress, storeTrouble, toFailure } from "../model/index.ts";
import { wantArticles } from "./fetch-articles.ts";
import { newItems } from "./new-items.ts";
import { hostOf, later } from "./page-tries.ts";

/** Feeds that are fetched at a time, each of another host: of many some never answer, and keep their turn for as long as that takes (guess). */
const AT_ONCE = 10;
/** Seconds between two questions to one host. */
const PER_HOST_PAUSE = 0.25;
/** Seconds after which a feed is asked for again, at the earliest; what its site says goes before where it is longer. */
const INTERVAL = 30 * 60;
/** The longest that what a site says is believed, seconds: news that is a day old is none. */
const LONGEST_INTERVAL = 86_400;
/** The longest pause after failures in a row, seconds. */
const LONGEST_BACK_OFF = 7 * 86_400;
/** Times in a row that "not found" is taken for a mistake of the site. */
const GONE_AFTER = 5;
/** How far back the same story is looked for, seconds. */
const STORY_AGE = 3 * 86_400;

/** What refreshing needs from outside. */
export interface RefreshWorld {
  readonly library: Library;
  readonly feed: (request: FeedRequest, signal: AbortSignal) => Promise<FeedAnswer>;
  readonly now: () => string;
}

/** Half an hour, then an hour, two … a week: by how often it failed in a row. */
export const backOff = (failures: number): number => Math.min(LONGEST_BACK_OFF, INTERVAL * 2 ** Math.min(failures, 20));

/**
 * Asks for feeds, a few at a time and one at a time of each host, and keeps what is new. What one feed does wrong is kept with it, and
 * ends nothing. Aborting ends it between two feeds with what was kept until then.
 * @param all also those that are not due yet; those that are gone stay out
 * @throws Failure `storage` when what is new can't be kept; the signal's reason
 */
export async function* refresh(world: RefreshWorld, all: boolean, signal: AbortSignal): AsyncGenerator<RefreshProgress> {
  const { library } = world;
  const records = library.feeds.due(world.now(), all);
  const hosts = new Map<string, FeedRecord[]>();
  for (const record of records) {
    const host = hostOf(record.address);
    hosts.set(host, [...(hosts.get(host) ?? []), record]);
  }
  const waiting = [...hosts.values()];
  let done = 0;
  let news = 0;
  // A site that can't be reached while others can has failed; when none can, it is the line that has.
  let isReached = false;
  const unreached: { readonly record: FeedRecord; readonly outcome: Outcome }[] = [];
  const finished: RefreshProgress[] = [];
  let wake: () => void = () => {};
  let failed: unknown = null;
  const onAbort = (): void => wake();
  signal.addEventListener("abort", onAbort);

  const worker = async (): Promise<void> => {
    for (let host = waiting.shift(); host; host = waiting.shift()) {
      let silences = 0;
      for (const [index, record] of host.entries()) {
        if (signal.aborted || failed !== null) return;
        if (index > 0 && silences < MOST_SILENCES) await pause(PER_HOST_PAUSE, signal);
        // Without a line, asking the others only takes time.
        const isLost = !isReached && unreached.length >= NO_LINE;
        const outcome = isLost ? UNREACHED : silences >= MOST_SILENCES ? giveUp(world, record) : await refreshOne(world, record, signal);
        silences = outcome.code === "timeout" ? silences + 1 : 0;
        if (outcome.code !== "offline") isReached = true;
        else if (!isLost) unreached.push({ record, outcome });
        done += 1;
        news += outcome.added;
        finished.push({ done, all: records.length, news, feed: toldOf(record, outcome) });
        wake();
      }
    }
  };
  yield { done, all: records.length, news, feed: null };
  const work = Promise.all(Array.from({ length: AT_ONCE }, worker)).catch((thrown: unknown) => {
    failed ??= thrown;
    wake();
  });
  while (done < records.length || finished.length > 0) {
    const next = finished.shift();
    if (next) yield next;
    else if (failed !== null || signal.aborted) break;
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (finished.length > 0 || failed !== null || signal.aborted) resolve();
      });
  }
  await work;
  signal.removeEventListener("abort", onAbort);
  if (isReached)
    for (const { record, outcome } of unreached) {
      const checked = world.now();
      const due = later(checked, backOff(record.failures));
      library.feeds.settle(record.id, { kind: "failed", checked, due, code: "offline", message: outcome.message });
      yield { done, all: records.length, news, feed: { ...toldOf(record, outcome), isNewProblem: record.problem !== "offline" } };
    }
  if (news > 0) {
    const recent = library.items.recent(later(world.now(), -STORY_AGE));
    for (const { story, items } of groupStories(recent))
      library.items.setStory(items as Parameters<typeof library.items.setStory>[0], story);
  }
  if (failed !== null) throw failed;
  signal.throwIfAborted();
}

interface Outcome {
  readonly added: number;
  readonly code: FailureCode | null;
  /** Why it failed, "" where it did not. */
  readonly message: string;
  readonly gone: boolean;
}

const fine = (added: number): Outcome => ({ added, code: null, message: "", gone: false });
const UNREACHED: Outcome = { added: 0, code: "offline", message: "", gone: false };
/** Sites in a row that can't be reached before nobody else is asked (guess). */
const NO_LINE = 8;

/** Questions in a row that one host leaves unanswered before its other feeds wait for the next time (guess). */
const MOST_SILENCES = 3;

/** A host that answers nothing: this feed of it is not asked for now. */
function giveUp({ library, now }: RefreshWorld, { id, failures }: FeedRecord): Outcome {
  const checked = now();
  const message = "Its host did not answer other questions in time.";
  library.feeds.settle(id, { kind: "failed", checked, due: later(checked, backOff(failures)), code: "timeout", message });
  return { added: 0, code: "timeout", message, gone: false };
}

/** What is told of a feed. That it can't be reached is no problem of its own before the round has ended. */
const toldOf = ({ id, title, problem }: FeedRecord, { added, code, gone }: Outcome): NonNullable<RefreshProgress["feed"]> => ({
  id,
  title,
  news: added,
  problem: code,
  isNewProblem: code !== null && code !== "offline" && (code !== problem || gone),
  gone,
});

/** Asks for one feed and keeps what came of it. @throws Failure `storage`; the signal's reason */
async function refreshOne(world: RefreshWorld, record: FeedRecord, signal: AbortSignal): Promise<Outcome> {
  const { library } = world;
  try {
    const answer = await world.feed({ address: record.address, etag: record.etag, modified: record.modified }, signal);
    const checked = world.now();
    if (answer.kind === "later") {
      const due = later(checked, Math.max(INTERVAL, answer.seconds));
      const message = "Its site asks for patience.";
      library.feeds.settle(record.id, { kind: "later", checked, due, message });
      return { added: 0, code: "busy", message, gone: false };
    }
    if (answer.kind === "gone") {
      const gone = answer.isForGood || record.failures + 1 >= GONE_AFTER;
      if (gone) {
        const message = "It is gone: its site says that nothing is there any more.";
        library.feeds.settle(record.id, { kind: "gone", checked, due: checked, message });
      } else {
        const due = later(checked, backOff(record.failures));
        library.feeds.settle(record.id, { kind: "failed", checked, due, code: "not-found", message: "Nothing is there at the moment." });
      }
      return { added: 0, code: "not-found", message: "", gone };
    }
    const due = later(checked, Math.min(LONGEST_INTERVAL, Math.max(INTERVAL, answer.fresh)));
    // What broke off is asked for again as a whole, not only when it has changed.
    const isWhole = answer.kind === "same" || endsWhole(answer.source.bytes);
    const state = {
      kind: "fine",
      checked,
      due,
      etag: isWhole ? answer.etag : null,
      modified: isWhole ? answer.modified : null,
      moved: answer.moved,
    } as const;
    if (answer.kind === "same") {
      library.feeds.settle(record.id, { ...state, title: null, site: null, lang: null, image: null });
      return fine(0);
    }
    const feed = parseFeed(answer.source);
    const added = library.items.keep(record.id, newItems(feed, checked), checked);
    if (added.length > 0) wantArticles(world, record.id);
    // Kept first: a crash in between only asks again.
    const moved = feed.moved !== null && /^https?:/i.test(feed.moved) ? feed.moved : answer.moved;
    library.feeds.settle(record.id, {
      ...state,
      moved,
      title: plainText(feed.title),
      site: feed.link,
      lang: feed.language,
      image: feed.image,
    });
    return fine(added.length);
  } catch (thrown) {
    signal.throwIfAborted();
    const failure = toFailure(thrown);
    if (storeTrouble(failure) !== null) throw failure;
    // Whose fault that is shows at the end of the round.
    if (failure.code !== "offline") {
      const checked = world.now();
      const due = later(checked, backOff(record.failures));
      library.feeds.settle(record.id, { kind: "failed", checked, due, code: failure.code, message: failure.message });
    }
    return { added: 0, code: failure.code, message: failure.message, gone: false };
  }
}

/** Whether a feed has its end: some servers and proxies break off without a sign. */
function endsWhole(bytes: Uint8Array): boolean {
  const END = 2000;
  const end = new TextDecoder("latin1").decode(bytes.subarray(-END)).replaceAll("\0", "");
  return /<\/(?:\w+:)?(?:rss|feed|rdf|channel)\s*>/i.test(end) || /\}\s*$/.test(end);
}

/** Ends early, without a word, when it is aborted. */
const pause = (seconds: number, signal: AbortSignal): Promise<void> => setTimeout(seconds * 1000, undefined, { signal }).catch(() => {});
