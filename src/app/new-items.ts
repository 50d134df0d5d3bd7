import { createHash } from "node:crypto";
import { plainText } from "../feed/index.ts";
import type { NewItem } from "../library/index.ts";
import type { Feed, FeedItem } from "../model/index.ts";
import { countWords } from "./count-words.ts";

/** What a list shows of an item's text, UTF-16 code units: two lines (guess). */
const SUMMARY = 400;
/** Items of one feed that are kept at a time: podcasts have thousands, and nobody reads back so far (guess). */
export const MOST_ITEMS = 1000;

/**
 * The items of a feed as they are kept, each once, the newest first where the feed has more than can be kept.
 * @param now ISO 8601: what has no date, or one to come, was published now
 */
export function newItems(feed: Feed, now: string): readonly NewItem[] {
  const language = feed.language;
  const items = feed.items.slice(0, MOST_ITEMS).map((item) => newItem(item, feed, now, language));
  return [...new Map(items.toReversed().map((item) => [item.key, item])).values()].toReversed();
}

function newItem(item: FeedItem, feed: Feed, now: string, language: string | null): NewItem {
  const summary = plainText(item.summary ?? item.content) ?? "";
  const title = plainText(item.title) ?? (firstWords(summary) || item.link || "");
  const published = item.published ?? item.updated;
  const authors = (item.authors.length > 0 ? item.authors : feed.authors)
    .map(({ name, email }) => name ?? email)
    .filter((one) => one !== null);
  const text = plainText(item.content ?? item.summary) ?? "";
  return {
    key: item.id ?? item.link ?? digest(title, published ?? "", summary),
    link: item.link,
    title,
    summary: summary.length > SUMMARY ? `${summary.slice(0, summary.lastIndexOf(" ", SUMMARY) || SUMMARY)} …` : summary,
    content: item.content ?? item.summary,
    author: authors.length === 0 ? null : authors.join(", "),
    image: item.image,
    enclosures: item.enclosures.length === 0 ? null : JSON.stringify(item.enclosures),
    published: published === null || Date.parse(published) > Date.parse(now) ? now : new Date(published).toISOString(),
    words: countWords(text, language),
    text,
    digest: digest(title, item.summary ?? "", item.content ?? "", item.link ?? ""),
  };
}

const digest = (...parts: readonly string[]): string => createHash("sha256").update(parts.join("\0")).digest("base64url").slice(0, 22);

/** A title for what has none: its first words. */
function firstWords(text: string): string {
  const LONGEST = 80;
  if (text.length <= LONGEST) return text;
  const end = text.lastIndexOf(" ", LONGEST);
  return `${text.slice(0, end > 0 ? end : LONGEST)} …`;
}
