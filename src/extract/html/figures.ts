import type { DraftBlock, Merged } from "../draft.ts";
import type { Inline } from "../inline.ts";
import { comparable, compareTexts } from "../same-text.ts";
import { collapse } from "../text.ts";
import { pictureAddress, type Resolve } from "./addresses.ts";
import { attribute, childrenOf, type DomElement, isElement, labelsOf, nodesBelow } from "./dom.ts";

/** Sizes below which a picture is an icon or a spacer, CSS pixels. */
const ICON = 48;

/** Alternative texts that say nothing: a word for "picture", a file's name. */
const NOTHING =
  /^(?:(?:a |the )?(?:photo|photograph|image|picture|img|pic|thumbnail|foto|bild|imagen|imagem|immagine|afbeelding)(?: of)?(?: ?\d+)?|\S+\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)|(?:img|dsc|dscn|image|screenshot)[-_ ]?\d[\w-]*|null|undefined)$/i;

/** What a picture's alternative text says, "" when it says nothing. */
export function alternative(image: DomElement): string {
  const alt = collapse(image.getAttribute("alt") ?? "");
  const name = decodeFileName(attribute(image, "src"));
  return NOTHING.test(alt) || (name !== "" && comparable(alt) === comparable(name)) ? "" : alt;
}

function decodeFileName(address: string | null): string {
  const name = /([^/?#]+?)(?:\.\w+)?(?:[?#].*)?$/.exec(address ?? "")?.[1] ?? "";
  const LONGEST = 200;
  return name.length > LONGEST ? "" : name;
}

const pixels = (image: DomElement, name: string): number => {
  const value = Number.parseInt(image.getAttribute(name) ?? "", 10);
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
};

/** Decoration: icons, spacers, counters, and pictures that their page calls so with an empty alternative text. */
export function isDecoration(image: DomElement): boolean {
  if (/^(?:presentation|none)$/.test(attribute(image, "role") ?? "") || attribute(image, "aria-hidden") === "true") return true;
  if (Math.min(pixels(image, "width"), pixels(image, "height")) <= ICON) return true;
  if (labelsOf(image).some((label) => /(?:^|-)(?:icon|logo|avatar|emoji|spacer|tracking|pixel)(?:-|$)/.test(label))) return true;
  return image.hasAttribute("alt") && collapse(image.getAttribute("alt") ?? "") === "";
}

/** An emoji that a page shows as a picture is a character of its text. */
export function emojiOf(image: DomElement): string | null {
  const LONGEST = 16;
  const alt = image.getAttribute("alt") ?? "";
  return alt.length <= LONGEST && /^\p{Extended_Pictographic}/u.test(alt) ? alt : null;
}

/** A picture with its words, or why there is none. */
export interface Figure {
  readonly block: DraftBlock;
  readonly merged: Merged | null;
}

/**
 * The figure of a picture and its caption. An alternative text that says what the caption says is left away.
 * @param credit the part of the caption that names the photographer, where the page marks it
 */
export function figureOf(image: DomElement | null, caption: Inline, credit: string | null, lang: string | null, resolve: Resolve): Figure {
  const src = image ? (pictureAddress(image, resolve) ?? lateAddress(image, resolve)) : null;
  const alt = image ? alternative(image) : "";
  const likeness = compareTexts(alt, caption.text);
  const text = caption.text === "" ? alt : caption.text;
  const block: DraftBlock = {
    kind: "figure",
    text,
    lang,
    spans: caption.text === "" ? [] : caption.spans,
    src,
    alt: likeness === "different" ? alt : "",
    caption: caption.text,
    credit,
  };
  if (likeness === "different") return { block, merged: null };
  return {
    block,
    merged: { texts: [alt, caption.text], reason: likeness === "same" ? "caption-repeats-description" : "caption-resembles-description" },
  };
}

/** Pages that load pictures late keep the real one for readers without scripts in a noscript element beside it. */
function lateAddress(image: DomElement, resolve: Resolve): string | null {
  for (const sibling of childrenOf(image.parentNode ?? image)) {
    if (!isElement(sibling) || sibling.localName !== "noscript") continue;
    for (const node of nodesBelow(sibling)) if (isElement(node) && node.localName === "img") return pictureAddress(node, resolve);
  }
  return null;
}

/** The element of a caption that names who made the picture. */
export function creditIn(caption: DomElement): DomElement | null {
  for (const node of nodesBelow(caption)) {
    if (!isElement(node)) continue;
    const named = labelsOf(node).some((label) => /(?:^|-)(?:credits?|copyright|photographer|photo-by|attribution)(?:-|$)/.test(label));
    if (named || /^(?:copyrightHolder|creditText|creator)$/.test(attribute(node, "itemprop") ?? "")) return node;
  }
  return null;
}

/** The caption beside a picture in pages that have no figcaption: an element that calls itself one. */
export function captionIn(wrapper: DomElement): DomElement | null {
  for (const node of nodesBelow(wrapper)) {
    if (!isElement(node)) continue;
    if (node.localName === "figcaption") return node;
    if (
      labelsOf(node).some((label) => /(?:^|-)(?:caption|captions?-text|legend|cutline)(?:-|$)/.test(label)) &&
      node.querySelector("img") === null
    )
      return node;
  }
  return null;
}

/** An element that is a figure: the element of that name, or a box that says that it holds a picture and its caption, and holds just that. */
export function isFigure(element: DomElement): boolean {
  if (element.localName === "figure") return true;
  if (element.localName !== "div" && element.localName !== "span" && element.localName !== "section" && element.localName !== "aside")
    return false;
  const named = labelsOf(element).some((label) => /(?:^|-)(?:caption|figure|image|photo|picture|media|img)(?:-|$)/.test(label));
  if (!named) return false;
  const images = [...element.querySelectorAll("img")].filter((image) => image.parentNode?.localName !== "noscript");
  const caption = images.length === 1 ? captionIn(element) : null;
  if (!caption) return false;
  const all = collapse(element.textContent ?? "").length;
  const own = collapse(caption.textContent ?? "").length;
  const REST = 40;
  return all - own <= REST;
}
