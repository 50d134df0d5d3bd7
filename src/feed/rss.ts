import type { Feed, FeedItem } from "../model/index.ts";
import { addressIn, alternateOf, atomMarkup } from "./atom.ts";
import { authorsOf } from "./authors.ts";
import { readDate } from "./dates.ts";
import { enclosuresOf, pictureOf } from "./enclosures.ts";
import { absolute, innerMarkup, markupOf } from "./markup.ts";
import { absoluteAddress, childrenOf, type Element, firstOf, textOf } from "./xml.ts";

/** What an element of RSS says, as HTML with absolute addresses, null where it says nothing. */
function htmlOf(element: Element | null, address: string): string | null {
  if (element === null) return null;
  const html = absolute(markupOf(element), element.base ?? address);
  return html === "" ? null : html;
}

/**
 * RSS 0.9 to 2.0 and RDF, with the vocabularies that publishers mix in. What stands for the same thing is taken in the order in which
 * it says most.
 * @param root `rss`, `rdf:RDF`, or a channel without a root
 */
export function readRss(root: Element, address: string): Feed {
  const channel = childrenOf(root, "channel")[0] ?? root;
  const items = [...childrenOf(channel, "item", "entry"), ...(channel === root ? [] : childrenOf(root, "item"))];
  const listed =
    items.length > 0
      ? items
      : childrenOf(root, "channel").flatMap((one) => childrenOf(one, "items").flatMap((list) => childrenOf(list, "item")));
  const first = (...names: readonly string[]): string | null => textOf(firstOf(channel, ...names));
  const image = childrenOf(channel, "image")[0] ?? childrenOf(root, "image")[0];
  return {
    id: first("guid", "id", "atom:id"),
    title: htmlOf(firstOf(channel, "title", "dc:title", "atom:title"), address),
    link: linkOf(channel, address) ?? (image ? textOf(firstOf(image, "link")) : null),
    description: htmlOf(
      firstOf(channel, "description", "dc:description", "itunes:summary", "atom:subtitle", "itunes:subtitle", "tagline"),
      address,
    ),
    language: first("language", "dc:language") ?? channel.lang,
    published: readDate(first("pubdate", "dcterms:issued", "atom:published", "published", "dcterms:created")),
    updated: readDate(first("lastbuilddate", "dc:date", "dcterms:modified", "atom:updated", "updated", "modified")),
    authors: authorsOf(
      channel,
      "managingeditor",
      "dc:creator",
      "dc:author",
      "author",
      "itunes:author",
      "atom:author",
      "itunes:owner",
      "webmaster",
    ),
    image: pictureOf(channel, address) ?? (image ? addressIn(firstOf(image, "url"), address) : null),
    moved: addressIn(firstOf(channel, "itunes:new-feed-url", "newlocation", "newfeedurl"), address),
    items: listed.map((item) => readItem(item, address)),
  };
}

/** Where a channel or an item is to be read; the empty links that some feeds have don't count. */
function linkOf(element: Element, address: string): string | null {
  // Of several the last counts, as it does for whoever reads them into a map.
  const written = childrenOf(element, "link")
    .map((link) => ({ link, text: textOf(link) ?? link.attributes.get("href")?.trim() ?? "" }))
    .findLast(({ text }) => text !== "");
  return written ? absoluteAddress(written.text, written.link.base ?? address) : alternateOf(element, address, "atom:");
}

function readItem(item: Element, address: string): FeedItem {
  const first = (...names: readonly string[]): string | null => textOf(firstOf(item, ...names));
  const enclosures = enclosuresOf(item, address);
  const guid = firstOf(item, "guid", "id", "atom:id");
  const id = textOf(guid) ?? item.attributes.get("rdf:about") ?? null;
  const permalink = guid && guid.attributes.get("ispermalink")?.trim().toLowerCase() !== "false" ? permalinkOf(id, guid, address) : null;
  const brief = firstOf(item, "summary", "atom:summary");
  const long = firstOf(item, "description", "dc:description");
  // Beside a summary of its own, a description is the whole.
  const body =
    firstOf(item, "content:encoded", "xhtml:body", "body", "fullitem", "atom:content", "content", "xhtml:div") ?? (brief ? long : null);
  const description = brief ?? long ?? firstOf(item, "itunes:summary", "media:description");
  const group = childrenOf(item, "media:group")[0];
  return {
    id,
    title: htmlOf(firstOf(item, "title", "dc:title", "atom:title", "media:title", "itunes:title"), address),
    link: linkOf(item, address) ?? permalink ?? aboutOf(item) ?? first("feedburner:origlink", "comments") ?? enclosures[0]?.url ?? null,
    summary: htmlOf(description ?? (group ? firstOf(group, "media:description") : null) ?? firstOf(item, "itunes:subtitle"), address),
    content: bodyOf(body, address),
    published: readDate(
      first("pubdate", "dcterms:issued", "atom:published", "published", "issued", "dcterms:created", "created", "expirationdate"),
    ),
    updated: readDate(first("dc:date", "dcterms:modified", "atom:updated", "updated", "modified", "lastbuilddate")),
    authors: authorsOf(item, "author", "dc:creator", "dc:author", "atom:author", "itunes:author", "media:credit"),
    enclosures,
    categories: categoriesOf(item),
    image: pictureOf(item, address),
  };
}

/** An address as an identifier is one to go to, if nothing says that it is not. */
function permalinkOf(id: string | null, guid: Element, address: string): string | null {
  if (id === null) return null;
  if (/^https?:\/\//i.test(id)) return id;
  return guid.attributes.has("ispermalink") && !/\s/.test(id) ? absoluteAddress(id, guid.base ?? address) : null;
}

const aboutOf = (item: Element): string | null => {
  const about = item.attributes.get("rdf:about")?.trim() ?? "";
  return /^https?:\/\//i.test(about) ? about : null;
};

function bodyOf(body: Element | null, address: string): string | null {
  if (body === null) return null;
  if (body.name === "atom:content") return atomMarkup(body, address);
  if (body.name.startsWith("xhtml:")) return absolute(innerMarkup(body).trim(), body.base ?? address) || null;
  return htmlOf(body, address);
}

function categoriesOf(item: Element): readonly string[] {
  const named = childrenOf(item, "category", "dc:subject", "atom:category", "itunes:category", "media:category").flatMap((category) => [
    textOf(category) ?? category.attributes.get("term") ?? category.attributes.get("text") ?? "",
    ...childrenOf(category, "itunes:category").map((inner) => inner.attributes.get("text") ?? ""),
  ]);
  const words = childrenOf(item, "itunes:keywords", "media:keywords").flatMap((list) => (textOf(list) ?? "").split(","));
  return [...new Set([...named, ...words].map((category) => category.replace(/\s+/g, " ").trim()))].filter((category) => category !== "");
}
