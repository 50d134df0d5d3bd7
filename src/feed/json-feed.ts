import { type Enclosure, Failure, type Feed, type FeedAuthor, type FeedItem } from "../model/index.ts";
import { authorOf } from "./authors.ts";
import { readDate } from "./dates.ts";
import { absolute, fromPlain } from "./markup.ts";
import { absoluteAddress } from "./xml.ts";

type Json = Readonly<Record<string, unknown>>;

const object = (value: unknown): Json => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

/** A text, or a number as people write identifiers; null for anything else, and for nothing. */
function text(value: unknown): string | null {
  const plain = typeof value === "number" || typeof value === "boolean" ? String(value) : typeof value === "string" ? value.trim() : "";
  return plain === "" ? null : plain;
}

/**
 * JSON Feed 1.0 and 1.1, and RSS written as JSON.
 * @throws Failure `bad-input` for JSON that is no feed
 */
export function readJsonFeed(json: string, address: string): Feed {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (thrown) {
    throw new Failure("bad-input", "This feed is broken off or damaged: its JSON can't be read. Try again later.", { cause: thrown });
  }
  const root = object(parsed);
  const channel = object(object(root.rss).channel);
  if (Object.keys(channel).length > 0) return readChannel(channel, address);
  if (!Array.isArray(root.items) && !String(root.version).includes("jsonfeed"))
    throw new Failure("bad-input", "This is JSON, but no feed.");
  const html = (value: unknown): string | null => {
    const plain = text(value);
    return plain === null ? null : fromPlain(plain);
  };
  return {
    id: text(root.feed_url),
    title: html(root.title),
    link: addressOf(root.home_page_url, address),
    description: html(root.description),
    language: text(root.language),
    published: null,
    updated: null,
    authors: authorsOf(root),
    image: addressOf(root.icon ?? root.favicon, address),
    moved: null,
    items: list(root.items)
      .filter((item) => Object.keys(object(item)).length > 0)
      .map((item) => readItem(object(item), address)),
  };
}

function addressOf(value: unknown, address: string): string | null {
  const plain = text(value);
  if (plain === null) return null;
  return absoluteAddress(plain, address);
}

const authorsOf = (holder: Json): readonly FeedAuthor[] =>
  [...list(holder.authors), ...(holder.authors === undefined ? list(holder.author) : [])]
    .map((author): FeedAuthor | null => {
      if (typeof author === "string") return authorOf(author);
      const { name, email, url } = object(author);
      const mail = text(email) ?? (text(url)?.startsWith("mailto:") ? (text(url)?.slice(7) ?? null) : null);
      return text(name) === null && mail === null ? null : { name: text(name), email: mail };
    })
    .filter((author) => author !== null);

function readItem(item: Json, address: string): FeedItem {
  const plain = text(item.content_text);
  const content = text(item.content_html) ?? (plain === null ? null : fromPlain(plain));
  const id = text(item.id);
  const link = addressOf(item.url ?? item.external_url, address) ?? (/^https?:/i.test(id ?? "") ? id : null);
  const summary = text(item.summary);
  return {
    id,
    title: text(item.title) === null ? null : fromPlain(text(item.title) ?? ""),
    link,
    summary: summary === null ? null : fromPlain(summary),
    content: content === null ? null : absolute(content, link ?? address),
    published: readDate(text(item.date_published)),
    updated: readDate(text(item.date_modified)),
    authors: authorsOf(item),
    enclosures: list(item.attachments)
      .map((one): Enclosure | null => {
        const { url, mime_type: type, size_in_bytes: size } = object(one);
        const where = addressOf(url, address);
        return where === null
          ? null
          : { url: where, type: text(type), length: typeof size === "number" && size >= 0 ? Math.round(size) : null };
      })
      .filter((one) => one !== null),
    categories: list(item.tags)
      .map(text)
      .filter((tag) => tag !== null),
    image: addressOf(item.image ?? item.banner_image, address),
  };
}

/** RSS 2.0 as JSON: the elements' names are the keys. */
function readChannel(channel: Json, address: string): Feed {
  const of = (holder: Json, key: string): string | null =>
    text(holder[key]) ?? text(object(holder[key])["#value"] ?? object(holder[key])["#text"]);
  return {
    id: null,
    title: of(channel, "title"),
    link: of(channel, "link"),
    description: of(channel, "description"),
    language: of(channel, "language"),
    published: readDate(of(channel, "pubDate")),
    updated: readDate(of(channel, "lastBuildDate")),
    authors: [authorOf(of(channel, "managingEditor"))].filter((author) => author !== null),
    image: text(object(channel.image).url),
    moved: null,
    items: list(channel.item).map((entry) => {
      const item = object(entry);
      const html = of(item, "content:encoded");
      const guid = of(item, "guid");
      return {
        id: guid,
        title: of(item, "title"),
        link: of(item, "link") ?? (/^https?:/i.test(guid ?? "") ? guid : null),
        summary: of(item, "description"),
        content: html === null ? null : absolute(html, address),
        published: readDate(of(item, "pubDate")),
        updated: null,
        authors: [authorOf(of(item, "author") ?? of(item, "dc:creator"))].filter((author) => author !== null),
        enclosures: list(item.enclosure)
          .map((one): Enclosure | null => {
            const { url, type, length } = object(one);
            const where = addressOf(url, address);
            return where === null ? null : { url: where, type: text(type), length: Number(text(length) ?? Number.NaN) || null };
          })
          .filter((one) => one !== null),
        categories: list(item.category)
          .map((one) => text(one) ?? text(object(one)["#value"]))
          .filter((one) => one !== null),
        image: null,
      };
    }),
  };
}
