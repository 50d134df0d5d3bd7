import { createHash } from "node:crypto";
import { join } from "node:path";
import { type App, createApp } from "../../src/app/index.ts";
import { sendRequest } from "../../src/fetch/index.ts";
import { type Library, openLibrary } from "../../src/library/index.ts";
import { Failure, type FeedAnswer, type ItemId, type NewsItem } from "../../src/model/index.ts";
import { createTone } from "../../src/speak/index.ts";

/** One machine with a Lectern. */
export interface Machine {
  readonly app: App;
  readonly library: Library;
  /** All items of what is subscribed to. */
  items(): readonly NewsItem[];
  close(): Promise<void>;
}

/** The sites of the world: what is at each feed's address. */
export type Sites = ReadonlyMap<string, string>;

const answerOf = (sites: Sites, address: string, etag: string | null): FeedAnswer => {
  const text = sites.get(address);
  if (text === undefined) return { kind: "gone", isForGood: false };
  const said = { etag: createHash("sha1").update(text).digest("hex"), modified: null, fresh: 0, moved: null };
  if (said.etag === etag) return { kind: "same", ...said };
  const bytes = new TextEncoder().encode(text);
  return { kind: "new", ...said, source: { bytes, mediaType: "application/rss+xml", charset: "utf-8", address, lang: null } };
};

/** A Lectern with a library of its own, which reads the sites and syncs over the real network. */
export async function machine(folder: string, name: string, sites: Sites, keychain = true): Promise<Machine> {
  const library = await openLibrary(join(folder, `${name}.sqlite`));
  const secrets = new Map<string, string>();
  const app = createApp({
    fetch: {
      source: async ({ ...request }) => {
        const address = request.kind === "address" ? request.address : "";
        const answer = answerOf(sites, address, null);
        if (answer.kind !== "new") throw new Failure("not-found", `Nothing is at ${address}.`);
        return answer.source;
      },
      picture: async () => {
        throw new Failure("not-found", "There are no pictures.");
      },
      feed: async ({ address, etag }) => answerOf(sites, address, etag),
    },
    sync: {
      wire: (request, signal) => sendRequest(request, signal),
      secrets: {
        hasKeychain: async () => keychain,
        keep: async (key, text) => void secrets.set(key, text),
        find: async (key) => secrets.get(key) ?? null,
        drop: async (key) => void secrets.delete(key),
      },
    },
    library,
    engines: [createTone()],
    clock: { now: () => new Date().toISOString() },
    log: () => {},
  });
  return {
    app,
    library,
    items() {
      const found: NewsItem[] = [];
      for (let after: ItemId | null = null; ; after = found.at(-1)?.id ?? null) {
        const page = library.items.list({ list: "all", feed: null, folder: null, after, limit: 1_000 }, "");
        found.push(...page);
        if (page.length < 1_000) return found;
      }
    },
    close: () => app.close(),
  };
}

/** A feed's document. */
export const feedOf = (title: string, links: readonly string[], at: (index: number) => Date): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>https://${title.toLowerCase()}.example/</link>${links
    .map(
      (link, index) =>
        `<item><title>${title} ${index}</title><link>${link}</link><guid>${link}#id</guid><pubDate>${at(index).toUTCString()}</pubDate><description>&lt;p&gt;Words of ${title} ${index}.&lt;/p&gt;</description></item>`,
    )
    .join("")}</channel></rss>`;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
