import { comparable } from "../same-text.ts";
import { collapse } from "../text.ts";
import type { Resolve } from "./addresses.ts";
import { labelOf } from "./labels.ts";
import { attribute, elementsIn, isElement, type PageElement, type PageTree } from "./tree.ts";

/** Sizes up to which a picture is an icon or a spacer, CSS pixels. */
const ICON = 48;
const NOTHING =
  /^(?:(?:a |the )?(?:photo|photograph|image|picture|img|pic|thumbnail|foto|bild|imagen|imagem|immagine|afbeelding)(?: of)?(?: ?\d+)?|\S+\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)|(?:img|dsc|dscn|image|screenshot)[-_ ]?\d[\w-]*|null|undefined)$/i;

/** What a picture's alternative text says, "" when it says nothing. */
export function alternative(image: PageElement): string {
  const alt = collapse(image.attributes.get("alt") ?? "");
  const name = fileName(attribute(image, "src"));
  return NOTHING.test(alt) || (name !== "" && comparable(alt) === comparable(name)) ? "" : alt;
}

function fileName(address: string | null): string {
  const name = /([^/?#]+?)(?:\.\w+)?(?:[?#].*)?$/.exec((address ?? "").slice(0, 1000))?.[1] ?? "";
  const LONGEST = 200;
  return name.length > LONGEST ? "" : name;
}

const pixels = (image: PageElement, name: string): number => {
  const value = Number.parseInt(image.attributes.get(name) ?? "", 10);
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
};

/** Icons, spacers, counters, faces beside a byline. Small is what the page shows small. */
export function isIcon(image: PageElement): boolean {
  if (/^(?:presentation|none)$/.test(attribute(image, "role") ?? "") || attribute(image, "aria-hidden") === "true") return true;
  if (Math.min(pixels(image, "width"), pixels(image, "height")) <= ICON) return true;
  return / (?:icon|icons|logo|avatar|emoji|spacer|tracking|pixel|gravatar|sprite|smiley|wp smiley|spinner|loader) /.test(labelOf(image));
}

const SOURCES = [
  "src",
  "data-src",
  "data-original",
  "data-lazy-src",
  "data-lazy",
  "data-url",
  "data-hi-res-src",
  "data-image",
  "data-img-src",
];

/** The address of a picture: the src, or where pages that load late keep it, or the largest of the srcset. */
export function pictureAddress(image: PageElement, resolve: Resolve): string | null {
  const set = (element: PageElement): string | null => largest(attribute(element, "srcset") ?? attribute(element, "data-srcset"));
  for (const name of SOURCES) {
    const address = resolve(attribute(image, name));
    if (address !== null && !/\b(?:blank|spacer|placeholder|pixel|1x1|transparent|loading)\.(?:gif|png|svg)\b/i.test(address))
      return address;
  }
  const around = image.parent?.tag === "picture" ? image.parent.children.filter(isElement) : [];
  for (const element of [image, ...around]) {
    const address = resolve(set(element));
    if (address !== null) return address;
  }
  return null;
}

/** The candidate of a srcset with the largest width or density. */
function largest(set: string | null): string | null {
  let best: string | null = null;
  let most = -1;
  for (const candidate of (set ?? "").slice(0, 20_000).split(/,\s+|,(?=https?:)/)) {
    const [address = "", size = "1"] = candidate.trim().split(/\s+/);
    const width = Number.parseFloat(size) || 1;
    if (address !== "" && width > most) [best, most] = [address, width];
  }
  return best;
}

/** Pages that load pictures late keep the real one for readers without scripts in a noscript element. */
export function lateAddress(within: PageElement, tree: PageTree, resolve: Resolve): string | null {
  for (const inside of elementsIn(tree, within))
    if (inside.tag === "img" && inside.parent?.tag === "noscript") return pictureAddress(inside, resolve);
  return null;
}

/** What a picture without words can be called: its file. */
export const fileOf = (image: PageElement): string => /([^/?#]+)(?:[?#].*)?$/.exec(attribute(image, "src")?.slice(0, 300) ?? "")?.[1] ?? "";

/** A picture that its page calls decoration: the description is there, and empty. */
export const isDecoration = (image: PageElement): boolean => image.attributes.get("alt")?.trim() === "";
