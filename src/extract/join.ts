import { type Article, type Block, type BlockId, blockId, borrowsTitle, type LeftOut, leftBlockId } from "../model/index.ts";
import { comparable } from "./same-text.ts";

/** What a block says, as it is compared. */
const keyOf = (block: Block): string =>
  block.kind === "figure" ? `figure ${block.src ?? comparable(block.text)}` : `${block.kind} ${comparable(block.text)}`;

/** What is new on a later page of an article; what stands at its start or end and stood on a page before is not. */
function freshOf(blocks: readonly Block[], seen: ReadonlySet<string>): readonly Block[] {
  const isOld = (block: Block): boolean => seen.has(keyOf(block));
  const from = blocks.findIndex((block) => !isOld(block) && block.kind !== "break");
  if (from < 0) return [];
  const to = blocks.findLastIndex((block) => !isOld(block) && block.kind !== "break");
  // A picture stands once; a refrain can come again.
  return blocks.slice(from, to + 1).filter((block) => block.kind !== "figure" || !isOld(block));
}

/** Whether a page has anything that the pages before it have not. */
export const hasNews = (before: readonly Article[], page: Article): boolean =>
  freshOf(page.blocks, new Set(before.flatMap((article) => [...article.blocks.map(keyOf), `heading ${comparable(article.title)}`])))
    .length > 0;

/** A headline without what counts the pages at its end. */
const uncounted = (title: string): string =>
  comparable(title).replace(/(?: (?:page|part|seite|teil|pagina|página|parte|p))? \d{1,2}(?: \p{L}{1,3} \d{1,2})?$/u, "");

/** Whether a page goes on with an article: it has its headline, or none. */
export const isSamePiece = (first: Article, page: Article): boolean =>
  borrowsTitle(page) || uncounted(page.title) === uncounted(first.title);

/**
 * One article of the pages that it was parted in, in order. What each repeats is dropped; the audit says how many there were, what was
 * dropped, and which is missing.
 * @param missing the address of a page that could not be had, null: none
 */
export function joinPages(pages: readonly [Article, ...Article[]], missing: string | null): Article {
  const [first] = pages;
  const seen = new Set([`heading ${comparable(first.title)}`]);
  const blocks: Block[] = [];
  const left: LeftOut[] = [];
  const told = new Set<string>();
  const leave = (entry: Omit<LeftOut, "id">): void => {
    const n = left.length;
    left.push({ ...entry, id: `l${n}`, blocks: entry.blocks.map((block, k) => ({ ...block, id: leftBlockId(n, k) })) });
  };
  for (const page of pages) {
    const fresh = page === first ? page.blocks : freshOf(page.blocks, seen);
    const places = new Map<BlockId, BlockId>();
    let last = blocks.length === 0 ? null : blockId(blocks.length - 1);
    const kept = new Set(fresh);
    const repeated: string[] = [];
    for (const block of page.blocks) {
      if (kept.has(block)) {
        last = blockId(blocks.length);
        blocks.push({ ...block, id: last });
      } else if (block.text !== "") repeated.push(block.text);
      if (last) places.set(block.id, last);
    }
    const start = places.get(blockId(0)) ?? null;
    for (const entry of page.audit.left) {
      // The frame of the site is around each page.
      const key = `${entry.reason} ${comparable(entry.text)}`;
      if (page !== first && told.has(key)) continue;
      told.add(key);
      leave({ ...entry, after: entry.after === null ? (page === first ? null : start) : (places.get(entry.after) ?? last) });
    }
    const plain = { blocks: [], after: last, part: null, back: false, rule: null } as const;
    if (repeated.length > 0) leave({ text: repeated.join(" ").slice(0, LONGEST), reason: "repeated", ...plain });
    for (const block of page.blocks) seen.add(keyOf(block));
  }
  if (missing !== null)
    leave({ text: missing, reason: "missing-part", blocks: [], after: blocks.at(-1)?.id ?? null, part: null, back: false, rule: null });
  const counts = { ...first.audit.kept };
  for (const kind of Object.keys(counts) as (keyof typeof counts)[]) counts[kind] = blocks.filter((block) => block.kind === kind).length;
  const titled = borrowsTitle(first) ? (pages.find((page) => !borrowsTitle(page)) ?? first) : first;
  return {
    ...first,
    title: titled.title,
    blocks,
    audit: {
      kept: counts,
      merged: pages.flatMap((page) => page.audit.merged),
      left,
      ...(pages.length > 1 ? { pages: pages.length } : {}),
      ...(pages.at(-1)?.audit.beginning ? { beginning: true } : {}),
    },
  };
}

/** Longest text of an entry of the audit, UTF-16 code units. */
const LONGEST = 300;
