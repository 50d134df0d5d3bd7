import { join } from "node:path";
import { expect } from "vitest";
import { extractSource } from "../../src/extract/index.ts";
import { parseFeed, plainText, readOpml } from "../../src/feed/index.ts";
import { type Article, COPIED_HTML, Failure, type Source, type Subscription } from "../../src/model/index.ts";
import { narrate, readLexicon } from "../../src/narrate/index.ts";
import { epub } from "../documents/epub.ts";
import { expectSound } from "../extract/sound.ts";
import { openVictim, type Victim } from "./sync-server.ts";
import { ARCHIVE_NAMES } from "./vectors.ts";

const WORDS = "The ferry is back after a long winter, and the people of the two islands are glad of it.";

/** A page around a vector: it stands in the text, before it and in what a page says of itself. */
export const pageAround = (vector: string): string =>
  `<!doctype html><html lang="en"><head><title>The ferry</title></head><body><article><h1>The ferry</h1><p>${WORDS}</p>${vector}<p>${WORDS} ${vector} ${WORDS}</p></article></body></html>`;

const inXml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A feed that carries a vector wherever it can: raw, escaped, as an address. */
export const feedAround = (vector: string): string =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${inXml(vector)}</title><link>${inXml(vector)}</link><item><title>${inXml(vector)}</title><guid>1</guid><link>${inXml(vector)}</link><author>${inXml(vector)}</author><description>${inXml(vector)}</description><content:encoded><![CDATA[<p>${WORDS}</p>${vector.replaceAll("]]>", "]]&gt;")}]]></content:encoded><enclosure url="${inXml(vector)}" type="audio/mpeg" length="1"/></item></channel></rss>`;

const jsonFeed = (vector: string): string =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: vector,
    home_page_url: vector,
    items: [{ id: "1", url: vector, title: vector, content_html: vector, image: vector, authors: [{ name: vector, url: vector }] }],
  }).replace('{"version"', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"version"');

const source = (content: string | Uint8Array, mediaType: string, address = "https://news.example/a/b"): Source => ({
  bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
  mediaType,
  charset: "utf-8",
  address,
  lang: null,
});

const TASTE = { verbosity: "full", lang: "en" } as const;

/** An article that can do nothing but be read. */
function expectHarmlessArticle(article: Article): void {
  // A space too many harms nobody.
  expectSound(article, false);
  for (const block of article.blocks) {
    const address = block.kind === "media" || block.kind === "embed" ? block.source : null;
    if (address !== null) expect(address).toMatch(/^https?:/);
  }
  expect(article.image ?? "https:").toMatch(/^https?:/);
  // What a page may show of a file of this machine is nothing.
  narrate(article, TASTE, [], null);
}

/** What a person may be told of is fine; a bug is none. */
async function unlessFailure<T>(work: () => Promise<T> | T): Promise<T | null> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code !== "bug") return null;
    throw thrown;
  }
}

const article = async (from: Source): Promise<void> => {
  const found = await unlessFailure(() => extractSource(from, {}));
  if (found) expectHarmlessArticle(found.article);
};

async function feed(text: string, mediaType: string): Promise<void> {
  const parsed = await unlessFailure(() => parseFeed(source(text, mediaType)));
  for (const item of parsed?.items ?? []) {
    plainText(item.title);
    if (item.link !== null && URL.canParse(item.link)) expect(item.link).toMatch(/^https?:/i);
    if (item.content !== null) await article(source(`<article><h1>x</h1>${item.content}</article>`, "text/html"));
  }
}

const subscriptions = async (text: string): Promise<void> => {
  const entries = await unlessFailure(() => readOpml(source(text, "text/x-opml", "lectern:subscriptions")));
  const walk = (list: readonly Subscription[]): void => {
    for (const entry of list)
      if (entry.kind === "folder") walk(entry.entries);
      else expect(typeof entry.address).toBe("string");
  };
  walk(entries ?? []);
};

const lexicon = async (text: string, format: "pls" | "csv"): Promise<void> => {
  const read = await unlessFailure(() => readLexicon(text, format));
  for (const entry of read?.entries ?? []) expect(Object.getPrototypeOf(entry)).toBe(Object.prototype);
};

const inCsv = (text: string): string => `"${text.replaceAll('"', '""')}"`;

let victim: Promise<Victim> | null = null;

/** Ends what the ways have opened. */
export async function closeWays(): Promise<void> {
  await (await victim)?.close();
  victim = null;
}

/** Every way by which something of outside comes in, each with the vector where it hurts most. */
export const WAYS: Readonly<Record<string, (vector: string) => Promise<void>>> = {
  page: (vector) => article(source(pageAround(vector), "text/html")),
  feed: (vector) => feed(feedAround(vector), "application/rss+xml"),
  "JSON feed": (vector) => feed(jsonFeed(vector), "application/feed+json"),
  file: (vector) => article(source(pageAround(vector), "text/html", "file:///home/ann/saved.html")),
  Markdown: (vector) =>
    article(source(`# The ferry\n\n${WORDS}\n\n${vector}\n\n[words](${vector})\n\n![a boat](${vector})`, "text/markdown")),
  "plain text": (vector) => article(source(`The ferry\n\n${WORDS}\n\n${vector}`, "text/plain")),
  EPUB: (vector) =>
    article(
      source(
        epub({
          chapters: [{ name: "c1.xhtml", label: "One", body: `<h1>One</h1><p>${WORDS}</p>${vector}` }],
          files: ARCHIVE_NAMES.map((name) => ({ name, data: vector })),
        }),
        "application/epub+zip",
        "file:///home/ann/book.epub",
      ),
    ),
  OPML: (vector) =>
    subscriptions(
      `<opml version="2.0"><head><title>${inXml(vector)}</title></head><body><outline text="${inXml(vector)}" xmlUrl="${inXml(vector)}" htmlUrl="${inXml(vector)}"/>${vector}</body></opml>`,
    ),
  "lexicon (PLS)": (vector) =>
    lexicon(
      `<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en"><lexeme><grapheme>${inXml(vector)}</grapheme><alias>${inXml(vector)}</alias></lexeme>${vector}</lexicon>`,
      "pls",
    ),
  "lexicon (CSV)": (vector) =>
    lexicon(`written,spoken,match,lang,site\n${inCsv(vector)},${inCsv(vector)},word,en,\n__proto__,x,word,en,\n${vector}`, "csv"),
  clipboard: (vector) => article(source(`<p>${WORDS}</p>${vector}<p>${WORDS}</p>`, COPIED_HTML, "lectern:pasted/0")),
  "sync server": async (vector) => {
    victim ??= openVictim(join(import.meta.dirname, "../../out"));
    await (await victim).take(vector, expectHarmlessArticle);
  },
};

/** Takes a whole document in as what it could be: a feed, a list of subscriptions, a lexicon, a page. */
export async function takeDocument(text: string): Promise<void> {
  await feed(text, "application/xml");
  await subscriptions(text);
  await lexicon(text, "pls");
  await article(source(text, "application/xhtml+xml"));
  await article(source(text, "text/html"));
}
