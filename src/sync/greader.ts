import { Failure, type RemoteFeed, type RemoteItem, type SyncField, type SyncSignIn, type Wire, type WireAnswer } from "../model/index.ts";
import {
  baseOf,
  checkStatus,
  digits,
  field,
  firstDoor,
  type Json,
  list,
  pageCounter,
  parseAnswer,
  parts,
  postForm,
  senseless,
  text,
  timeOf,
} from "./answers.ts";
import type { SyncServer } from "./server.ts";

/** Ids in one answer, and whole items in one: FreshRSS gives 1,000 ids and Miniflux any number; whole items are large (guess). */
const IDS = 1_000;
const WHOLE = 100;
/** Items in one question to mark. */
const AT_ONCE = 250;

const READ = "user/-/state/com.google/read";
const STARRED = "user/-/state/com.google/starred";
const ALL = "user/-/state/com.google/reading-list";
const TAGS: Readonly<Record<SyncField, string>> = { read: READ, starred: STARRED };
const ITEM = "tag:google.com,2005:reader/item/";
/** Seconds that clocks and slow writes may differ by: so far back the news is asked for again (guess). */
const OVERLAP = 600;

/** An id as decimal digits, whichever form it came in: `tag:…/` and 16 hexadecimal digits, or the number itself (signed, 64 bits). */
function idOf(value: Json | undefined): string | null {
  const given = text(value) ?? digits(value);
  const hex = given === null ? null : /^tag:google\.com,2005:reader\/item\/([0-9a-f]{1,16})$/i.exec(given)?.[1];
  if (hex) return BigInt.asIntN(64, BigInt(`0x${hex}`)).toString();
  return digits(given ?? undefined);
}

const longId = (id: string): string => `${ITEM}${BigInt.asUintN(64, BigInt(id)).toString(16).padStart(16, "0")}`;

/** The last folder's name, the outermost first: labels have one level. */
const labelOf = (folder: readonly string[]): string => folder.join("/");
const folderOf = (label: string): readonly string[] =>
  label
    .split("/")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/**
 * The Google Reader API, as FreshRSS and Miniflux serve it (written from the public descriptions of it by FreshRSS, Miniflux and
 * Inoreader).
 */
export async function openGoogleReader(signIn: SyncSignIn, wire: Wire, signal: AbortSignal): Promise<SyncServer> {
  const base = baseOf(signIn.address);
  const known = base.replace(/\/(reader\/api\/0|accounts\/ClientLogin)$/, "");
  const doors = known.endsWith(".php") ? [known] : [known, `${known}/api/greader.php`];
  return firstDoor(doors, (door) => openAt(door, signIn, wire, signal), signal);
}

async function openAt(door: string, { user, password }: SyncSignIn, wire: Wire, first: AbortSignal): Promise<SyncServer> {
  const api = `${door}/reader/api/0`;
  let auth: string | null = null;
  let token: string | null = null;
  const login = async (signal: AbortSignal): Promise<void> => {
    const answer = await postForm(
      wire,
      `${door}/accounts/ClientLogin`,
      [
        ["Email", user],
        ["Passwd", password],
      ],
      {},
      signal,
    );
    checkStatus(answer, door);
    auth = /^Auth=(\S+)\s*$/m.exec(answer.text)?.[1] ?? null;
    token = null;
    if (auth === null) throw senseless(door, "no authorisation");
  };
  /** Asks; an authorisation that has ended is asked for anew, once. */
  const send = async (
    ask: (headers: Readonly<Record<string, string>>) => Promise<WireAnswer>,
    signal: AbortSignal,
  ): Promise<WireAnswer> => {
    if (auth === null) await login(signal);
    const answer = await ask({ authorization: `GoogleLogin auth=${auth}` });
    if (answer.status !== 401) return answer;
    await login(signal);
    return ask({ authorization: `GoogleLogin auth=${auth}` });
  };
  const get = async (path: string, fields: readonly (readonly [string, string])[], signal: AbortSignal): Promise<Json> => {
    const query = new URLSearchParams([...fields.map(([name, value]): [string, string] => [name, value]), ["output", "json"]]);
    const address = `${api}/${path}?${query}`;
    return parseAnswer(await send((headers) => wire({ method: "GET", address, headers, body: null }, signal), signal), door);
  };
  const post = async (path: string, fields: readonly (readonly [string, string])[], signal: AbortSignal): Promise<WireAnswer> => {
    const once = async (): Promise<WireAnswer> => {
      if (token === null) {
        const answer = await send((headers) => wire({ method: "GET", address: `${api}/token`, headers, body: null }, signal), signal);
        checkStatus(answer, door);
        token = answer.text.trim();
      }
      const all = [...fields, ["T", token] as const];
      return send((headers) => postForm(wire, `${api}/${path}`, all, headers, signal), signal);
    };
    let answer = await once();
    // A token holds for half an hour or so.
    if (answer.status === 400 || answer.status === 403) {
      token = null;
      answer = await once();
    }
    checkStatus(answer, door);
    return answer;
  };
  const whole = async (ids: readonly string[], signal: AbortSignal): Promise<readonly RemoteItem[]> => {
    const found: RemoteItem[] = [];
    for (const some of parts(ids, WHOLE)) {
      const answer = await post("stream/items/contents", [["output", "json"], ...some.map((id) => ["i", longId(id)] as const)], signal);
      found.push(...list(field(parseAnswer(answer, door), "items")).flatMap(itemOf));
    }
    return found;
  };
  /** The ids of a stream, page by page, the newest first. */
  async function* idsOf(stream: readonly (readonly [string, string])[], signal: AbortSignal): AsyncGenerator<readonly string[]> {
    const counted = pageCounter(door);
    for (let next: string | null = ""; next !== null; ) {
      counted();
      const from: readonly (readonly [string, string])[] = next === "" ? [] : [["c", next]];
      const page: Json = await get("stream/items/ids", [...stream, ["n", String(IDS)], ...from], signal);
      yield list(field(page, "itemRefs")).flatMap((one) => idOf(field(one, "id")) ?? []);
      const after: string | null = text(field(page, "continuation")) ?? digits(field(page, "continuation"));
      next = after === next ? null : after;
    }
  }
  await login(first);

  return {
    address: door,
    can: { subscribe: true, arrange: true },
    async feeds(signal) {
      return list(field(await get("subscription/list", [], signal), "subscriptions")).flatMap((one): readonly RemoteFeed[] => {
        const id = text(field(one, "id"));
        const address = text(field(one, "url")) ?? (id !== null && /^feed\/https?:/.test(id) ? id.slice("feed/".length) : null);
        const label = text(field(list(field(one, "categories"))[0], "label"));
        // FreshRSS puts what is in no folder into one of its own.
        const folder = label === null || label === "Uncategorized" ? [] : folderOf(label);
        return id === null || address === null ? [] : [{ id, address, title: text(field(one, "title")) ?? "", folder }];
      });
    },
    async *news(cursor, most, signal) {
      const started = Math.floor(Date.now() / 1000);
      const since = cursor === null ? [] : [["ot", String(Math.max(0, Number(cursor) - OVERLAP))] as const];
      let count = 0;
      for await (const ids of idsOf([["s", ALL], ...since], signal)) {
        for (const some of parts(ids, WHOLE)) {
          yield { items: await whole(some, signal), cursor: null };
          count += some.length;
          if (cursor === null && count >= most) break;
        }
        if (cursor === null && count >= most) break;
      }
      yield { items: [], cursor: String(started) };
    },
    async ids(which, most, signal) {
      const stream = which === "unread" ? [["s", ALL] as const, ["xt", READ] as const] : [["s", STARRED] as const];
      const found = new Set<string>();
      for await (const ids of idsOf(stream, signal)) {
        for (const id of ids) found.add(id);
        if (found.size >= most) break;
      }
      return found;
    },
    async *itemsOf(feed, most, signal) {
      let count = 0;
      for await (const ids of idsOf([["s", feed]], signal))
        for (const some of parts(ids.slice(0, most - count), WHOLE)) {
          yield await whole(some, signal);
          count += some.length;
          if (count >= most) return;
        }
    },
    items: whole,
    async mark(name, value, ids, signal) {
      for (const some of parts(ids, AT_ONCE))
        await post("edit-tag", [[value ? "a" : "r", TAGS[name]], ...some.map((id) => ["i", longId(id)] as const)], signal);
    },
    async subscribe({ address, title, folder }, signal) {
      const named = title === "" ? [] : [["t", title] as const];
      const moved = folder.length === 0 ? [] : [["a", `user/-/label/${labelOf(folder)}`] as const];
      try {
        await post("subscription/edit", [["ac", "subscribe"], ["s", `feed/${address}`], ...named, ...moved], signal);
      } catch (thrown) {
        if (thrown instanceof Failure && ["refused", "not-found"].includes(thrown.code))
          throw new Failure("feed", "The server finds no feed at this address.", { cause: thrown });
        throw thrown;
      }
    },
    async unsubscribe(feed, signal) {
      try {
        await post(
          "subscription/edit",
          [
            ["ac", "unsubscribe"],
            ["s", feed],
          ],
          signal,
        );
      } catch (thrown) {
        // It is not there any more.
        if (!(thrown instanceof Failure && ["refused", "not-found"].includes(thrown.code))) throw thrown;
      }
    },
    async arrange(feed, { title, folder }, signal) {
      const before = labelOf(feed.folder);
      const after = labelOf(folder);
      const removed = before !== after && before !== "" ? [["r", `user/-/label/${before}`] as const] : [];
      const added = before !== after && after !== "" ? [["a", `user/-/label/${after}`] as const] : [];
      await post("subscription/edit", [["ac", "edit"], ["s", feed.id], ["t", title], ...removed, ...added], signal);
    },
  };
}

function itemOf(value: Json): readonly RemoteItem[] {
  const id = idOf(field(value, "id"));
  const feed = text(field(field(value, "origin"), "streamId"));
  if (id === null || feed === null) return [];
  // Servers write the person's number where the question has "-".
  const tags = new Set(list(field(value, "categories")).flatMap((one) => text(one)?.replace(/^user\/[^/]+\//, "user/-/") ?? []));
  const links = [...list(field(value, "canonical")), ...list(field(value, "alternate"))];
  return [
    {
      id,
      feed,
      link: links.map((one) => text(field(one, "href"))).find((href) => href !== null) ?? null,
      title: text(field(value, "title")) ?? "",
      content: text(field(field(value, "content"), "content")) ?? text(field(field(value, "summary"), "content")),
      author: text(field(value, "author")),
      published: timeOf(field(value, "published")),
      read: tags.has(READ),
      starred: tags.has(STARRED),
    },
  ];
}
