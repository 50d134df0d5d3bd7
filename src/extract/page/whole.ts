import type { Direction, LeaveReason } from "../../model/index.ts";
import type { DraftBlock, Left, Merged } from "../draft.ts";
import { compareTexts } from "../same-text.ts";
import { collapse } from "../text.ts";
import type { Resolve } from "./addresses.ts";
import { nameLeft } from "./audit.ts";
import { joinCaptions, mergeWords } from "./captions.ts";
import type { Verdicts } from "./judge.ts";
import { forgetLabels } from "./labels.ts";
import { parsePage } from "./parse-page.ts";
import { type Figure, leave } from "./part.ts";
import { readParts } from "./read-parts.ts";
import { attribute, isElement, type PageElement, type PageTree, textOf } from "./tree.ts";
import { weigh } from "./weigh.ts";

/** All that a page says, in its order: the page is the content, nothing stands around it. */
export interface WholePage {
  readonly blocks: readonly DraftBlock[];
  readonly merged: readonly Merged[];
  readonly left: readonly Left[];
  /** What its title element says, null: nothing. */
  readonly title: string | null;
  /** As the page says it. */
  readonly lang: string | null;
  readonly dir: Direction | null;
}

/** How a whole page is read. */
export interface WholeOptions {
  /** What its addresses lead to. */
  readonly resolve: Resolve;
  /** It is XHTML. */
  readonly strict?: boolean;
}

/**
 * Reads a page that is all content: a book's chapter, a document, a copied passage. Only what is hidden, lists of contents and numbers
 * for the eye are left out. It can be without text.
 */
export function readWhole(html: string, { resolve, strict = false }: WholeOptions): WholePage {
  try {
    const tree = parsePage(html, { strict });
    const page = readParts({ tree, weights: weigh(tree), verdicts: verdictsOf(tree), resolve });
    const { parts } = page;
    joinCaptions(parts);
    for (const part of parts)
      if (part.block.kind === "figure" && part.block.caption === "" && (part.role === "decoration" || showsNothing(part.block)))
        leave(part, "decoration");
    const merged = mergeWords(parts);
    const lang = languageSaid(tree);
    const kept = parts.filter((part) => part.reason === null).map(({ block }) => block);
    const title = tree.elements.find(({ tag }) => tag === "title");
    return {
      blocks: withoutLooseBreaks(kept),
      merged,
      // What a document hides, or says for the eye, is nothing to put back.
      left: nameLeft(page, []).map(({ text, reason }) => ({ text, reason })),
      title: title ? collapse(title.children.map((child) => (isElement(child) ? "" : child.text)).join("")) || null : null,
      lang,
      dir: directionSaid(tree),
    };
  } finally {
    forgetLabels();
  }
}

/** Neither picture nor words. */
const showsNothing = ({ src, text }: Figure): boolean => src === null && text === "";

const ROLES: Readonly<Record<string, LeaveReason>> = {
  "doc-toc": "navigation",
  "doc-landmark": "navigation",
  "doc-page-list": "navigation",
  "doc-pagelist": "navigation",
  "doc-pagebreak": "page-number",
};

function verdictsOf(tree: PageTree): Verdicts {
  const verdicts = new Map<PageElement, LeaveReason>();
  const visit = (element: PageElement): void => {
    for (const child of element.children) {
      if (!isElement(child)) continue;
      const reason = isHidden(child) ? "hidden" : ROLES[attribute(child, "role") ?? ""];
      if (reason) verdicts.set(child, reason);
      else visit(child);
    }
  };
  visit(tree.body);
  return verdicts;
}

function isHidden({ tag, attributes }: PageElement): boolean {
  if (attributes.size === 0) return false;
  if (attributes.has("hidden") && attributes.get("hidden") !== "until-found") return true;
  if (attributes.get("aria-hidden") === "true" && tag !== "img" && tag !== "figure" && tag !== "svg") return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.get("style") ?? "");
}

/** Breaks separate: none stands at an end, and one is enough. */
export function withoutLooseBreaks(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  const kept: DraftBlock[] = [];
  for (const block of blocks) if (block.kind !== "break" || (kept.length > 0 && kept.at(-1)?.kind !== "break")) kept.push(block);
  while (kept.at(-1)?.kind === "break") kept.pop();
  return kept;
}

const languageSaid = ({ root, body }: PageTree): string | null =>
  attribute(root, "xml:lang") ?? attribute(root, "lang") ?? attribute(body, "xml:lang") ?? attribute(body, "lang");

function directionSaid({ root, body }: PageTree): Direction | null {
  const said = (attribute(body, "dir") ?? attribute(root, "dir"))?.toLowerCase();
  return said === "rtl" || said === "ltr" ? said : null;
}

/** Whether a copied piece of a page has the page's frame in it: then the article has to be found in it. */
export const hasFrame = ({ elements }: PageTree): boolean =>
  elements.some(
    (element) =>
      (element.tag === "nav" || element.tag === "footer" || /^(?:navigation|contentinfo|banner)$/.test(attribute(element, "role") ?? "")) &&
      /\S/.test(textOf(element)),
  );

/** Among how many blocks at the start a document's title is looked for. */
const START = 4;

/**
 * Takes the title out of the blocks where it stands among the first, and brings the headings below it.
 * @param said what the document's data says; null: nothing, then a heading that begins the text is the title
 */
export function takeTitle(
  blocks: readonly DraftBlock[],
  said: string | null,
): { readonly title: string | null; readonly blocks: readonly DraftBlock[] } {
  const start = blocks.slice(0, START);
  const isTitle = ({ kind, text }: DraftBlock): boolean =>
    said === null ? kind === "heading" : (kind === "heading" || kind === "paragraph") && text !== "" && compareTexts(text, said) === "same";
  const at = start.findIndex(isTitle);
  // A heading after text is a section's.
  const found =
    at < 0 || (said === null && start.slice(0, at).some(({ kind, text }) => kind !== "figure" && text !== "")) ? undefined : start[at];
  const rest = found ? blocks.filter((block) => block !== found) : blocks;
  return { title: said ?? found?.text ?? null, blocks: lowerHeadings(withoutLooseBreaks(rest)) };
}

/** The title has the first level: the highest headings below it get the second. */
function lowerHeadings(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  if (!blocks.some((block) => block.kind === "heading" && block.level === 1)) return blocks;
  const LEVELS = [2, 3, 4, 5, 6, 6] as const;
  return blocks.map((block) => (block.kind === "heading" ? { ...block, level: LEVELS[block.level - 1] ?? 6 } : block));
}
