import type { Block, BlockOf } from "../../model/index.ts";

/** A list item with the lists inside it. */
export interface ListItem {
  readonly block: BlockOf<"item">;
  readonly lists: readonly List[];
}

/** A list as the page shows it: items of one kind that follow one another. */
export interface List {
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

/** Blocks that stand in one element of the page. */
export type Group =
  | { readonly kind: "lists"; readonly lists: readonly List[] }
  | { readonly kind: "quotes"; readonly blocks: readonly Block[] }
  | { readonly kind: "footnotes"; readonly blocks: readonly Block[] }
  | { readonly kind: "single"; readonly block: Exclude<Block, BlockOf<"item" | "quote" | "footnote">> };

/** Items that follow one another as nested lists. A list begins where the kind of numbering changes. */
export function listsOf(items: readonly BlockOf<"item">[]): readonly List[] {
  const found: { ordered: boolean; items: ListItem[] }[] = [];
  const top = Math.min(...items.map((item) => item.depth));
  for (let index = 0; index < items.length; ) {
    const block = items[index];
    if (!block) break;
    let end = index + 1;
    // What is deeper than this item up to the next of its depth belongs to it.
    while (end < items.length && (items[end]?.depth ?? top) > Math.max(top, block.depth)) end += 1;
    const inner = items.slice(index + 1, end);
    const ordered = block.ordinal !== null;
    const item: ListItem = { block, lists: inner.length > 0 ? listsOf(inner) : [] };
    const last = found.at(-1);
    if (last?.ordered === ordered) last.items.push(item);
    else found.push({ ordered, items: [item] });
    index = end;
  }
  return found;
}

/** The blocks of an article by the elements that they share, in order. */
export function groupsOf(blocks: readonly Block[]): readonly Group[] {
  const found: Group[] = [];
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index];
    if (!block) break;
    let end = index + 1;
    if (block.kind === "item" || block.kind === "quote" || block.kind === "footnote") {
      while (blocks[end]?.kind === block.kind) end += 1;
      const run = blocks.slice(index, end);
      if (block.kind === "item") found.push({ kind: "lists", lists: listsOf(run.filter((other) => other.kind === "item")) });
      else found.push({ kind: block.kind === "quote" ? "quotes" : "footnotes", blocks: run });
    } else found.push({ kind: "single", block: block as Extract<Group, { kind: "single" }>["block"] });
    index = end;
  }
  return found;
}
