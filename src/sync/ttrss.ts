import { Failure, type RemoteFeed, type RemoteItem, type SyncField, type SyncSignIn, type Wire } from "../model/index.ts";
import {
  baseOf,
  digits,
  field,
  firstDoor,
  isYes,
  type Json,
  list,
  pageCounter,
  parseAnswer,
  parts,
  senseless,
  text,
  timeOf,
} from "./answers.ts";
import type { SyncServer } from "./server.ts";

/** What the server gives of headlines in one answer at most (Tiny Tiny RSS, API 1.5 and later). */
const PAGE = 200;
/** Items in one question by id: what one form of usual size holds (guess). */
const AT_ONCE = 100;
/** The lists that are no feeds of their own. */
const ALL = -4;
const STARRED = -1;
const ALL_FEEDS = -3;
const ARCHIVE = 0;
/** Its ways to order a list. */
const ORDERS = ["feed_dates", "title", "date_reverse"] as const;
/** What the server calls the fields that are changed. */
const FIELDS: Readonly<Record<SyncField, number>> = { starred: 0, read: 2 };

/** Tiny Tiny RSS over its JSON API (tt-rss.org, "API Reference"; read beside the server of Debian 12, API level 15). */
export async function openTinyTiny(signIn: SyncSignIn, wire: Wire, signal: AbortSignal): Promise<SyncServer> {
  const base = baseOf(signIn.address);
  const doors = base.endsWith("/api") ? [`${base}/`] : [`${base}/api/`, `${base}/tt-rss/api/`];
  return firstDoor(doors, (door) => openAt(door, signIn, wire, signal), signal);
}

async function openAt(address: string, { user, password }: SyncSignIn, wire: Wire, first: AbortSignal): Promise<SyncServer> {
  let session: string | null = null;
  const send = async (
    question: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<{ readonly error: string | null; readonly content: Json | undefined }> => {
    const headers = { "content-type": "application/json" };
    const answer = parseAnswer(await wire({ method: "POST", address, headers, body: JSON.stringify(question) }, signal), address);
    const content = field(answer, "content");
    const status = field(answer, "status");
    if (typeof status !== "number") throw senseless(address, "no status");
    return { error: status === 0 ? null : (text(field(content, "error")) ?? "unknown"), content };
  };
  const login = async (signal: AbortSignal): Promise<void> => {
    const { error, content } = await send({ op: "login", user, password }, signal);
    if (error === "API_DISABLED")
      throw new Failure("sign-in", "The server's API is off. Turn on “Enable API access” in its preferences, and try again.");
    if (error !== null) throw new Failure("sign-in", "The server does not take this name and password.");
    session = text(field(content, "session_id"));
    if (session === null) throw senseless(address, "no session");
  };
  /** Asks; a session that has ended is begun anew, once. */
  const ask = async (op: string, fields: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<Json | undefined> => {
    for (let isAgain = false; ; isAgain = true) {
      if (session === null) await login(signal);
      const { error, content } = await send({ op, sid: session, ...fields }, signal);
      if (error === null) return content;
      session = null;
      if (error !== "NOT_LOGGED_IN" || isAgain) throw new Failure("refused", `The server did not take it: ${error}.`);
    }
  };
  /**
   * A list of headlines, page by page, at most so many. The server's orders leave open what comes first of what has the same date, so one
   * may be on two pages, and another on none: then all of it is asked for in another order.
   */
  async function* headlines(
    fields: Readonly<Record<string, unknown>>,
    most: number,
    signal: AbortSignal,
  ): AsyncGenerator<readonly RemoteItem[]> {
    const counted = pageCounter(address);
    for (const order of ORDERS) {
      const found = new Set<string>();
      let count = 0;
      for (let skip = 0; skip < most; skip += PAGE) {
        counted();
        const content = await ask("getHeadlines", { feed_id: ALL, limit: PAGE, sanitize: false, order_by: order, skip, ...fields }, signal);
        const items = list(content).flatMap(itemOf);
        yield items;
        for (const { id } of items) found.add(id);
        count += items.length;
        if (items.length < PAGE) break;
      }
      if (found.size === count) return;
    }
  }
  const categories = async (signal: AbortSignal): Promise<ReadonlyMap<string, string>> =>
    new Map(
      list(await ask("getCategories", { include_empty: true }, signal)).flatMap((one) => {
        const id = digits(field(one, "id"));
        const title = text(field(one, "title"));
        // 0 is "uncategorised", those below are the server's own.
        return id === null || title === null || Number(id) <= 0 ? [] : [[id, title] as const];
      }),
    );
  await login(first);

  return {
    address,
    can: { subscribe: true, arrange: false },
    async feeds(signal) {
      const folders = await categories(signal);
      return list(await ask("getFeeds", { cat_id: ALL_FEEDS }, signal)).flatMap((one): readonly RemoteFeed[] => {
        const id = digits(field(one, "id"));
        const found = text(field(one, "feed_url"));
        const folder = folders.get(digits(field(one, "cat_id")) ?? "");
        return id === null || found === null
          ? []
          : [{ id, address: found, title: text(field(one, "title")) ?? "", folder: folder === undefined ? [] : [folder] }];
      });
    },
    async *news(cursor, most, signal) {
      let newest = Number(cursor ?? 0);
      const fields = { view_mode: "all_articles", show_content: true, since_id: newest };
      for await (const items of headlines(fields, cursor === null ? most : Number.POSITIVE_INFINITY, signal)) {
        newest = Math.max(newest, ...items.map(({ id }) => Number(id)));
        yield { items, cursor: null };
      }
      yield { items: [], cursor: String(newest) };
    },
    async ids(which, most, signal) {
      const found = new Set<string>();
      const fields = which === "unread" ? { view_mode: "unread" } : { view_mode: "all_articles", feed_id: STARRED };
      for await (const items of headlines({ ...fields, show_content: false, show_excerpt: false }, most, signal))
        for (const { id } of items) found.add(id);
      return found;
    },
    async *itemsOf(feed, most, signal) {
      const fields = { view_mode: "all_articles", show_content: true };
      yield* headlines({ ...fields, feed_id: Number(feed) }, most, signal);
      // What was starred when its subscription ended is of none ever after, also when that begins anew.
      yield* headlines({ ...fields, feed_id: ARCHIVE }, most, signal);
    },
    async items(ids, signal) {
      const found: RemoteItem[] = [];
      for (const some of parts(ids, AT_ONCE))
        found.push(...list(await ask("getArticle", { article_id: some.join(","), sanitize: false }, signal)).flatMap(itemOf));
      return found;
    },
    async mark(name, value, ids, signal) {
      // It keeps what is unread, not what is read.
      const mode = (name === "read") === value ? 0 : 1;
      for (const some of parts(ids, AT_ONCE))
        await ask("updateArticle", { article_ids: some.join(","), field: FIELDS[name], mode }, signal);
    },
    async subscribe({ address: feed, folder }, signal) {
      const wanted = folder.at(-1);
      const category = wanted === undefined ? undefined : [...(await categories(signal))].find(([, title]) => title === wanted)?.[0];
      const content = await ask("subscribeToFeed", { feed_url: feed, category_id: Number(category ?? 0) }, signal);
      const code = field(field(content, "status"), "code");
      // 0: it has it already; 1: it was added.
      if (code !== 0 && code !== 1) throw new Failure("feed", "The server finds no feed at this address.");
    },
    async unsubscribe(feed, signal) {
      try {
        await ask("unsubscribeFeed", { feed_id: Number(feed) }, signal);
      } catch (thrown) {
        if (!(thrown instanceof Failure && thrown.message.includes("FEED_NOT_FOUND"))) throw thrown;
      }
    },
    async arrange() {
      throw new Failure("unsupported", "This server can't be told to rename or move a subscription.");
    },
  };
}

function itemOf(value: Json): readonly RemoteItem[] {
  const id = digits(field(value, "id"));
  const feed = digits(field(value, "feed_id"));
  if (id === null) return [];
  return [
    {
      id,
      // What is starred of an ended subscription belongs to none.
      feed: feed ?? "0",
      link: text(field(value, "link")),
      title: text(field(value, "title")) ?? "",
      content: text(field(value, "content")),
      author: text(field(value, "author")),
      published: timeOf(field(value, "updated")),
      read: !isYes(field(value, "unread")),
      starred: isYes(field(value, "marked")),
    },
  ];
}
