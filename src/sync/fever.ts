import { createHash } from "node:crypto";
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
  postForm,
  senseless,
  text,
  timeOf,
} from "./answers.ts";
import type { SyncServer } from "./server.ts";

/** What the API gives of items in one answer ("Fever API", items). */
const PAGE = 50;
/** Above every id that a server gives. */
const LAST_ID = "2147483647";
const WORDS: Readonly<Record<SyncField, readonly [on: string, off: string]>> = { read: ["read", "unread"], starred: ["saved", "unsaved"] };

/**
 * The Fever API, as FreshRSS, Miniflux and Tiny Tiny RSS's plugin serve it (written from its published description). It knows no
 * subscribing: what is read and starred goes both ways, subscriptions come from the server only.
 */
export async function openFever(signIn: SyncSignIn, wire: Wire, signal: AbortSignal): Promise<SyncServer> {
  const base = baseOf(signIn.address);
  const doors = /\.php$|\/fever$/.test(base) ? [base.endsWith(".php") ? base : `${base}/`] : [`${base}/fever/`, `${base}/api/fever.php`];
  return firstDoor(doors, (door) => openAt(door, signIn, wire, signal), signal);
}

async function openAt(door: string, { user, password }: SyncSignIn, wire: Wire, first: AbortSignal): Promise<SyncServer> {
  // The protocol's own way; it is as good as the line that it goes through.
  const key = createHash("md5").update(`${user}:${password}`).digest("hex");
  const ask = async (query: string, fields: readonly (readonly [string, string])[], signal: AbortSignal): Promise<Json> => {
    const answer = parseAnswer(await postForm(wire, `${door}?api${query}`, [["api_key", key], ...fields], {}, signal), door);
    if (digits(field(answer, "api_version")) === null) throw senseless(door, "no version");
    if (!isYes(field(answer, "auth"))) throw new Failure("sign-in", "The server does not take this name and password.");
    return answer;
  };
  const itemsOf = async (query: string, signal: AbortSignal): Promise<readonly RemoteItem[]> =>
    list(field(await ask(`&items${query}`, [], signal), "items")).flatMap(itemOf);
  const idsOf = (value: Json | undefined): readonly string[] => (text(value) ?? "").split(",").flatMap((id) => digits(id.trim()) ?? []);
  await ask("", [], first);

  return {
    address: door,
    can: { subscribe: false, arrange: false },
    async feeds(signal) {
      const [feeds, groups] = [await ask("&feeds", [], signal), await ask("&groups", [], signal)];
      const titles = new Map(
        list(field(groups, "groups")).flatMap((one) => {
          const [id, title] = [digits(field(one, "id")), text(field(one, "title"))];
          return id === null || title === null ? [] : [[id, title] as const];
        }),
      );
      const folders = new Map<string, string>();
      for (const one of list(field(feeds, "feeds_groups"))) {
        const title = titles.get(digits(field(one, "group_id")) ?? "");
        if (title !== undefined) for (const id of idsOf(field(one, "feed_ids"))) folders.set(id, title);
      }
      return list(field(feeds, "feeds")).flatMap((one): readonly RemoteFeed[] => {
        const [id, address] = [digits(field(one, "id")), text(field(one, "url"))];
        const folder = folders.get(id ?? "");
        return id === null || address === null
          ? []
          : [{ id, address, title: text(field(one, "title")) ?? "", folder: folder === undefined ? [] : [folder] }];
      });
    },
    async *news(cursor, most, signal) {
      let newest = BigInt(cursor ?? 0);
      let at = cursor ?? LAST_ID;
      const counted = pageCounter(door);
      for (let count = 0; ; count += PAGE) {
        counted();
        const items = await itemsOf(cursor === null ? `&max_id=${at}` : `&since_id=${at}`, signal);
        const ids = items.map(({ id }) => BigInt(id));
        for (const id of ids) if (id > newest) newest = id;
        const ends = ids.toSorted((a, b) => Number(a - b));
        const next = (cursor === null ? ends[0] : ends.at(-1))?.toString();
        const isLast = items.length < PAGE || next === undefined || next === at || (cursor === null && count + PAGE >= most);
        yield { items, cursor: isLast ? newest.toString() : null };
        if (isLast) return;
        at = next;
      }
    },
    async ids(which, most, signal) {
      const name = which === "unread" ? "unread_item_ids" : "saved_item_ids";
      const all = idsOf(field(await ask(`&${name}`, [], signal), name));
      return new Set(all.toSorted((a, b) => Number(BigInt(b) - BigInt(a))).slice(0, most));
    },
    async *itemsOf() {
      // There is no such question.
    },
    async items(ids, signal) {
      const found: RemoteItem[] = [];
      for (const some of parts(ids, PAGE)) found.push(...(await itemsOf(`&with_ids=${some.join(",")}`, signal)));
      return found;
    },
    async mark(name, value, ids, signal) {
      const [on, off] = WORDS[name];
      // One item a question: the API has no more.
      for (const id of ids)
        await ask(
          "",
          [
            ["mark", "item"],
            ["as", value ? on : off],
            ["id", id],
          ],
          signal,
        );
    },
    async subscribe() {
      throw new Failure("unsupported", "This server can't be told to subscribe.");
    },
    async unsubscribe() {
      throw new Failure("unsupported", "This server can't be told to end a subscription.");
    },
    async arrange() {
      throw new Failure("unsupported", "This server can't be told to rename or move a subscription.");
    },
  };
}

function itemOf(value: Json): readonly RemoteItem[] {
  const id = digits(field(value, "id"));
  const feed = digits(field(value, "feed_id"));
  if (id === null || feed === null) return [];
  return [
    {
      id,
      feed,
      link: text(field(value, "url")),
      title: text(field(value, "title")) ?? "",
      content: text(field(value, "html")),
      author: text(field(value, "author")),
      published: timeOf(field(value, "created_on_time")),
      read: isYes(field(value, "is_read")),
      starred: isYes(field(value, "is_saved")),
    },
  ];
}
