import { Failure } from "../../model/index.ts";
import { type Draft, type DraftBlock, emptyDraft, type Left } from "../draft.ts";
import { comparable } from "../same-text.ts";
import { collapse } from "../text.ts";
import { createResolve, pageAddress } from "./addresses.ts";
import { nameLeft } from "./audit.ts";
import { readBlocks } from "./blocks.ts";
import { findContent, findKicker } from "./content.ts";
import {
  BLOCKS,
  childrenOf,
  type DomDocument,
  type DomElement,
  type DomNode,
  isElement,
  isText,
  nodesBelow,
  parsePage,
  SILENT,
} from "./dom.ts";
import { readMetadata } from "./metadata.ts";
import { judge } from "./verdicts.ts";

/**
 * The article on a page. No script runs and nothing is fetched.
 * @throws Failure `not-an-article` for a page without text, with what to do about it
 */
export function readHtml(html: string, address: string): Draft {
  const page = parsePage(html);
  const where = pageAddress(page, address);
  const resolve = createResolve(page, where.base);
  const metadata = readMetadata(page, resolve);
  const { heading } = metadata;
  const verdicts = judge(page);
  const content = findContent(page, html, verdicts, metadata);
  if (content === null) throw empty(page);

  const label = findKicker(heading, metadata.title, verdicts);
  const kicker = label ? collapse(label.textContent ?? "") : null;
  const title =
    metadata.title !== null && label && heading && nodesIn(heading).includes(label)
      ? collapse(metadata.title.replace(kicker ?? "", "")) || metadata.title
      : metadata.title;
  const apart = new Set<DomElement>([heading, label].filter((element) => element !== null));
  const read = readBlocks(page.body, {
    keeps: (leaf) => content.has(leaf),
    skips: (element) => verdicts.has(element) || apart.has(element),
    resolve,
  });
  const blocks = withoutTitle(read.blocks, title, kicker);
  if (isRefusal(blocks)) throw needsScripts();
  if (!blocks.some((block) => block.text !== "")) throw empty(page);

  const kept = new Set<DomNode>(content);
  for (const element of apart) for (const node of nodesIn(element)) kept.add(node);
  return {
    ...emptyDraft(where.own),
    ...metadata,
    title,
    kicker,
    blocks,
    merged: read.merged,
    left: [...nameLeft(page.body, kept, verdicts), ...together(read.left.filter((entry) => entry.text !== ""))],
  };
}

const nodesIn = (element: DomElement): readonly DomNode[] => [...nodesBelow(element)];

/** The numbers that point to notes are one entry: a page can have hundreds. */
function together(left: readonly Left[]): readonly Left[] {
  const notes = left.filter((entry) => entry.reason === "note-reference");
  const others = left.filter((entry) => entry.reason !== "note-reference");
  return notes.length === 0 ? others : [...others, { text: notes.map((entry) => entry.text).join(" "), reason: "note-reference" }];
}

/** The whole text of a page, as one line. */
export function readHtmlText(html: string): string {
  const parts: string[] = [];
  const walk = (parent: DomElement): void => {
    for (const child of childrenOf(parent)) {
      if (isText(child)) parts.push(child.textContent ?? "");
      if (!isElement(child) || SILENT.has(child.localName)) continue;
      const parted = BLOCKS.has(child.localName) || child.localName === "br" ? " " : "";
      parts.push(parted);
      walk(child);
      parts.push(parted);
    }
  };
  walk(parsePage(html).body);
  return collapse(parts.join(""));
}

/** The headline and its label, where the text begins with them once more. */
function withoutTitle(blocks: readonly DraftBlock[], title: string | null, kicker: string | null): readonly DraftBlock[] {
  const first = blocks.findIndex((block) => block.kind !== "heading" && block.kind !== "figure");
  const start = first < 0 ? blocks.length : first;
  const repeats = (block: DraftBlock): boolean =>
    [title, kicker].some((text) => text !== null && comparable(block.text) === comparable(text));
  return blocks.filter(
    (block, n) => !(n <= start && (block.kind === "heading" || block.kind === "paragraph") && repeats(block) && blocks.length > 1),
  );
}

/** A page whose only words ask for scripts. */
function isRefusal(blocks: readonly DraftBlock[]): boolean {
  const LONGEST = 400;
  const text = blocks.map((block) => block.text).join(" ");
  return (
    text.length <= LONGEST &&
    /\b(?:enable|requires?|need|without|turn on|activate|activer|aktivier\w*|habilit\w*)\b.{0,60}\bjava ?script\b|\bjava ?script\b.{0,60}\b(?:enable|disabled|required|enabled|turned on)\b/i.test(
      text,
    )
  );
}

const NEXT = "Open it in your browser, then save it as a file and open that, or copy the text and paste it here.";

const needsScripts = (): Failure =>
  new Failure("not-an-article", `This page shows its text only with its scripts, which Lectern does not run. ${NEXT}`);

const empty = (page: DomDocument): Failure =>
  page.querySelector("script") === null ? new Failure("not-an-article", `There is no text on this page. ${NEXT}`) : needsScripts();
