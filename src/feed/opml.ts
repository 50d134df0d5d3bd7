import { Failure, type Source, type Subscription } from "../model/index.ts";
import { decodeFeed } from "./decode-feed.ts";
import { plainText } from "./markup.ts";
import { childrenOf, type Element, readXml } from "./xml.ts";

/** Folders in folders: deeper ones are opened out into the last (people have two; guess). */
const DEEPEST = 8;

/**
 * Reads a list of subscriptions (OPML 1.0 and 2.0), folders kept. A feed without a title goes by its address; a line that is neither a
 * feed nor a folder with feeds is passed over.
 * @throws Failure `bad-input` for what is no OPML, and for half of one
 */
export function readOpml({ bytes, charset, address }: Source): readonly Subscription[] {
  const text = decodeFeed(bytes, charset);
  const root = readXml(text, address);
  const body = root?.name === "opml" ? childrenOf(root, "body")[0] : undefined;
  if (!body) throw new Failure("bad-input", "This is no list of subscriptions (OPML). Export one from the other program, and open that.");
  // Half of a list would look like the whole of it.
  if (!/<\/opml\s*>/i.test(text))
    throw new Failure(
      "bad-input",
      "This list of subscriptions ends too early: a part of it is missing. Export it once more, and open that.",
    );
  return entriesOf(body, 1);
}

function entriesOf(parent: Element, depth: number): readonly Subscription[] {
  return childrenOf(parent, "outline").flatMap((outline): readonly Subscription[] => {
    const get = (...names: readonly string[]): string | null =>
      names.map((name) => outline.attributes.get(name)?.trim() ?? "").find((value) => value !== "") ?? null;
    const address = get("xmlurl", "url");
    const title = plainText(get("title", "text"));
    const inner = entriesOf(outline, Math.min(depth + 1, DEEPEST));
    // A link to a page is no feed, unless it says so.
    const isFeed = address !== null && (outline.attributes.has("xmlurl") || /^(?:rss|atom|feed)/i.test(get("type") ?? ""));
    if (isFeed)
      return [
        { kind: "feed", title: title ?? address, address: address.replace(/^feed:(?:\/\/)?/i, withScheme), site: get("htmlurl") },
        ...inner,
      ];
    if (inner.length === 0) return [];
    return depth < DEEPEST && title !== null ? [{ kind: "folder", title, entries: inner }] : inner;
  });
}

/** `feed:https://…` and `feed://…` are addresses of the web in disguise. */
const withScheme = (prefix: string, at: number, whole: string): string =>
  /^https?:/i.test(whole.slice(at + prefix.length)) ? "" : "https://";

/** Text as XML can have it: readers refuse a list in which a feed's title has what XML forbids. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    // Half of a letter that needs two.
    .replace(/\p{Cs}/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[\n\r\t]/g, " ");

/** A list of subscriptions as OPML 2.0. `created` is ISO 8601. */
export function writeOpml(title: string, entries: readonly Subscription[], created: string): string {
  const lines = (list: readonly Subscription[], indent: string): readonly string[] =>
    list.flatMap((entry) => {
      const name = escaped(entry.title);
      if (entry.kind === "folder")
        return [`${indent}<outline text="${name}" title="${name}">`, ...lines(entry.entries, `${indent}  `), `${indent}</outline>`];
      const site = entry.site === null ? "" : ` htmlUrl="${escaped(entry.site)}"`;
      return [`${indent}<outline type="rss" text="${name}" title="${name}" xmlUrl="${escaped(entry.address)}"${site}/>`];
    });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    "  <head>",
    `    <title>${escaped(title)}</title>`,
    `    <dateCreated>${new Date(created).toUTCString()}</dateCreated>`,
    "  </head>",
    "  <body>",
    ...lines(entries, "    "),
    "  </body>",
    "</opml>",
    "",
  ].join("\n");
}
