import type { Enclosure } from "../model/index.ts";
import { childrenOf, type Element, firstOf, resolve, textOf } from "./xml.ts";

function enclosureOf(element: Element, url: string | undefined, length: string | undefined, address: string): Enclosure | null {
  const plain = url?.trim() ?? "";
  if (plain === "") return null;
  const bytes = Number(length?.trim() || Number.NaN);
  return {
    url: resolve(plain, element.base ?? address) ?? plain,
    type: element.attributes.get("type")?.trim() || null,
    length: Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : null,
  };
}

/** The files that come with an item, each once: RSS's enclosures, Atom's links and Media RSS's contents. */
export function enclosuresOf(item: Element, address: string): readonly Enclosure[] {
  const get = (element: Element, name: string): string | undefined => element.attributes.get(name);
  const links = childrenOf(item, "atom:link", "link").filter((link) => get(link, "rel")?.trim().toLowerCase() === "enclosure");
  const media = [item, ...childrenOf(item, "media:group")].flatMap((place) => childrenOf(place, "media:content"));
  const found = [
    ...childrenOf(item, "enclosure").map((one) => enclosureOf(one, get(one, "url") ?? get(one, "href"), get(one, "length"), address)),
    ...links.map((one) => enclosureOf(one, get(one, "href"), get(one, "length"), address)),
    ...media.map((one) => enclosureOf(one, get(one, "url"), get(one, "filesize"), address)),
  ].filter((one) => one !== null);
  return [...new Map(found.toReversed().map((one) => [one.url, one])).values()].toReversed();
}

/** The address of the picture that stands for a feed or an item, null: none. */
export function pictureOf(element: Element, address: string): string | null {
  const places = [element, ...childrenOf(element, "media:group", "media:content")];
  const thumbnail = places.flatMap((place) => childrenOf(place, "media:thumbnail"))[0];
  const itunes = childrenOf(element, "itunes:image")[0];
  const channel = childrenOf(element, "image")[0];
  const picture = enclosuresOf(element, address).find(
    ({ type, url }) => type?.startsWith("image/") || /\.(?:jpe?g|png|webp|gif)$/i.test(url),
  );
  const written = thumbnail?.attributes.get("url") ?? itunes?.attributes.get("href") ?? (channel ? textOf(firstOf(channel, "url")) : null);
  return written ? resolve(written.trim(), element.base ?? address) : (picture?.url ?? null);
}
