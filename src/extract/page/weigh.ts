import { isElement, isInline, type PageElement, type PageTree, SILENT } from "./tree.ts";

/** Ideographs, kana and Hangul: each says about as much as this many letters (measured: the same news in Japanese and English). */
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;
const DENSE_WEIGHT = 2;

/** How much a text says, in letters of an alphabet. */
export function weightOf(text: string): number {
  const dense = /[\u3040-\ud7af]/.test(text) ? (text.match(DENSE)?.length ?? 0) : 0;
  return text.length + dense * (DENSE_WEIGHT - 1);
}

/** Least weight of a paragraph that is prose and not a label (guess: "Read the whole story on the next page", and half as much again). */
export const PROSE = 60;

/** What is in each element, itself included, by `index`. */
export interface Weights {
  /** All text. */
  readonly text: Float64Array;
  /** Text in links. */
  readonly links: Float64Array;
  /** Text in runs long enough to be prose and not mostly links. */
  readonly prose: Float64Array;
  readonly images: Uint32Array;
  readonly headings: Uint32Array;
  /** What can stand in a figure and is no picture: tables, code, frames, films, quotations, figures. */
  readonly exhibits: Uint32Array;
}

const EXHIBITS = new Set(["table", "pre", "iframe", "video", "audio", "blockquote", "figure"]);

/** Weighs all elements of a page, in one walk. */
export function weigh({ elements, body }: PageTree): Weights {
  const size = elements.length;
  const weights: Weights = {
    text: new Float64Array(size),
    links: new Float64Array(size),
    prose: new Float64Array(size),
    images: new Uint32Array(size),
    headings: new Uint32Array(size),
    exhibits: new Uint32Array(size),
  };
  let run = 0;
  let linked = 0;
  const flush = (block: PageElement): void => {
    if (run - linked >= PROSE && linked < run / 2) weights.prose[block.index] = (weights.prose[block.index] ?? 0) + run;
    run = 0;
    linked = 0;
  };
  const visit = (element: PageElement, block: PageElement, inLink: boolean): void => {
    for (const child of element.children) {
      if (!isElement(child)) {
        const trimmed = child.text.trim();
        if (trimmed === "") continue;
        const weight = weightOf(trimmed);
        weights.text[element.index] = (weights.text[element.index] ?? 0) + weight;
        run += weight;
        if (inLink) {
          linked += weight;
          weights.links[element.index] = (weights.links[element.index] ?? 0) + weight;
        }
        continue;
      }
      if (child.tag === "img") weights.images[child.index] = 1;
      if (EXHIBITS.has(child.tag)) weights.exhibits[child.index] = 1;
      if (SILENT.has(child.tag) && child.tag !== "picture") continue;
      if (/^h[1-6]$/.test(child.tag)) weights.headings[child.index] = 1;
      if (isInline(child.tag)) visit(child, block, inLink || child.tag === "a");
      else {
        flush(block);
        visit(child, child, inLink);
        flush(child);
      }
    }
  };
  visit(body, body, false);
  flush(body);
  for (let n = size - 1; n > 0; n--) {
    const around = elements[n]?.parent?.index;
    if (around === undefined) continue;
    for (const sums of [weights.text, weights.links, weights.prose, weights.images, weights.headings, weights.exhibits])
      sums[around] = (sums[around] ?? 0) + (sums[n] ?? 0);
  }
  return weights;
}
