import type { Inline } from "../inline.ts";
import { collapse } from "../text.ts";
import type { Resolve } from "./addresses.ts";
import type { Verdicts } from "./judge.ts";
import { isNamed } from "./labels.ts";
import { type Figure, figureBlock } from "./part.ts";
import { alternative, isIcon, lateAddress, pictureAddress } from "./pictures.ts";
import { readLine } from "./read-text.ts";
import { closest, elementsIn, type PageElement, type PageTree, textOf } from "./tree.ts";
import type { Weights } from "./weigh.ts";

/** Longest text of a box that is only a picture and its words, weight (guess: twice the longest caption that was seen). */
export const LONGEST_CAPTION = 700;

/** What reading figures needs of a page. */
export interface FigureReading {
  readonly tree: PageTree;
  readonly weights: Weights;
  readonly verdicts: Verdicts;
  readonly resolve: Resolve;
}

/** A caption, and who made the picture. */
export type Caption = Inline & { readonly credit: string | null };

/** The pictures in an element that are more than icons. */
export function imagesIn(element: PageElement, { tree, weights }: FigureReading): readonly PageElement[] {
  if ((weights.images[element.index] ?? 0) === 0) return [];
  return elementsIn(tree, element).filter(
    (inside) => inside.tag === "img" && !closest(inside, (at) => at.tag === "noscript") && !isIcon(inside),
  );
}

/** The words of a caption, its credit apart where the page marks it. */
export function captionOf(element: PageElement, { resolve, verdicts }: FigureReading): Caption {
  const credits: string[] = [];
  const inside = readLine(element, resolve, verdicts, (child) => {
    if (!isNamed.credit(child) || isNamed.caption(child)) return false;
    const credit = collapse(textOf(child));
    if (credit !== "") credits.push(credit);
    return true;
  });
  return { ...inside, credit: credits.length === 0 ? null : [...new Set(credits)].join(" ") };
}

/** Whether a text is short enough to be a caption, and no heading is in it. */
export const isShort = (element: PageElement, { weights }: FigureReading): boolean =>
  (weights.text[element.index] ?? 0) <= LONGEST_CAPTION && (weights.headings[element.index] ?? 0) === 0;

/** A box that says that it holds a picture, and holds one picture and its words, and nothing else. */
export function isPictureBox(element: PageElement, reading: FigureReading): boolean {
  const { weights } = reading;
  const n = element.index;
  const text = weights.text[n] ?? 0;
  if ((weights.images[n] ?? 0) !== 1 || text === 0 || !isShort(element, reading) || (weights.links[n] ?? 0) > text / 2) return false;
  if (!isNamed.picture(element) && !isNamed.caption(element)) return false;
  if (/^(?:article|main|body|p)$/.test(element.tag)) return false;
  return imagesIn(element, reading).length === 1;
}

/** The figure in such a box; null when it shows and says nothing. */
export function pictureBox(element: PageElement, lang: string | null, reading: FigureReading): Figure | null {
  const inside = elementsIn(reading.tree, element);
  const named = inside.filter((child) => isNamed.caption(child) && child.tag !== "img");
  const outer = named.filter((child) => !named.some((other) => child.index > other.index && child.index < other.end));
  const words = outer.map((child) => captionOf(child, reading)).filter(({ text, credit }) => text !== "" || credit !== null);
  // Without a marked caption all its words are one.
  const whole = captionOf(element, reading);
  const texts = [...new Set(words.map(({ text }) => text))].filter((text) => text !== "");
  const [only] = words;
  const chosen: Caption =
    words.length === 0
      ? whole
      : {
          text: texts.join(" "),
          spans: texts.length === 1 && only ? only.spans : [],
          credit: words.find(({ credit }) => credit !== null)?.credit ?? whole.credit,
        };
  const shown = imagesIn(element, reading)[0] ?? inside.find((child) => child.tag === "img" && !isIcon(child)) ?? null;
  if (!shown && chosen.text === "") return null;
  const src = shown ? (pictureAddress(shown, reading.resolve) ?? lateAddress(element, reading.tree, reading.resolve)) : null;
  return figureBlock({ src, alt: shown ? alternative(shown) : "", caption: chosen, credit: chosen.credit, lang });
}
