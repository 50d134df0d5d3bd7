import { series } from "../../words/index.ts";

/** The marks that a block of the page can have, as the style sheets know them. */
const MARKS = ["data-change", "data-bookmark"] as const;
export type Mark = (typeof MARKS)[number];

const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, figure, section.wide, pre, blockquote";

/** Marks blocks, and no others: for the eyes by a line and a word, for screen readers by a description; no text is added. */
export function markBlocks(
  page: Element | null,
  mark: Mark,
  blocks: readonly { readonly element: Element | null; readonly name: string }[],
): void {
  const touched = new Set<Element>(page?.querySelectorAll(`[${mark}]`) ?? []);
  for (const element of touched) element.removeAttribute(mark);
  for (const { element, name } of blocks) {
    const block = element?.closest(BLOCKS);
    if (!block) continue;
    touched.add(block);
    block.setAttribute(mark, name);
  }
  for (const element of touched) {
    const names = MARKS.flatMap((one) => element.getAttribute(one) ?? []);
    if (names.length > 0) element.setAttribute("aria-description", series(names));
    else element.removeAttribute("aria-description");
  }
}
