import type { LeaveReason } from "../../model/index.ts";
import type { DraftBlock, Left } from "../draft.ts";
import { labelOf } from "./labels.ts";
import type { Part } from "./part.ts";
import type { ReadPage } from "./read-parts.ts";
import { isWithin, type PageElement } from "./tree.ts";

/** More than the audit shows of a text, UTF-16 code units. */
const ENOUGH = 400;
/** Most entries: nobody listens to more. What comes after is left out without a line of its own. */
const MOST_ENTRIES = 300;
/** These are named piece by piece: a person wants to hear which links and sizes there were. */
const PIECEWISE = new Set<LeaveReason>(["skip-link", "size-control"]);

/** Names everything that was left out, in the order of the page, neighbours with the same reason as one. `apart`: what is said elsewhere. */
export function nameLeft({ parts, icons, noteReferences }: ReadPage, apart: readonly PageElement[]): readonly Left[] {
  const left: Left[] = [];
  let open: {
    readonly texts: string[];
    readonly blocks: DraftBlock[];
    readonly part: string;
    length: number;
    readonly reason: LeaveReason;
    readonly judged: PageElement | null;
  } | null = null;
  let after = 0;
  const close = (): void => {
    if (open) left.push({ text: open.texts.join(" "), reason: open.reason, blocks: open.blocks, after, part: open.part });
    open = null;
  };
  for (const part of parts) {
    if (left.length >= MOST_ENTRIES) break;
    if (part.reason === null) {
      close();
      after += 1;
      continue;
    }
    const text = nameOf(part);
    if (text === "" || apart.some((element) => isWithin(part.place, element))) continue;
    if (!open || open.reason !== part.reason || open.judged !== part.judged || PIECEWISE.has(part.reason)) {
      close();
      open = { texts: [], blocks: [], part: partOf(part.judged ?? part.place), length: 0, reason: part.reason, judged: part.judged };
    }
    open.blocks.push(part.block);
    if (open.length < ENOUGH) open.texts.push(text);
    open.length += text.length + 1;
  }
  close();
  for (const name of icons) if (left.length < MOST_ENTRIES) left.push({ text: name, reason: "decoration" });
  // A page can have hundreds of them; one without words is nothing to tell of.
  const references = noteReferences.filter((name) => name !== "");
  if (references.length > 0) left.push({ text: references.join(" ").slice(0, ENOUGH), reason: "note-reference" });
  return left;
}

/** Most elements around a text in which its part of the page is looked for. */
const FARTHEST = 3;

/**
 * Where on its site's pages an element is: its tag and the words of the names that it, or else an element close around it, has. Words with
 * digits are numbers of this page or the work of a program.
 */
function partOf(element: PageElement): string {
  let at: PageElement | null = element;
  for (let n = 0; at && at.tag !== "body" && n < FARTHEST; n++, at = at.parent) {
    const named = labelOf(at)
      .split(" ")
      .filter((word) => word !== "" && !/\p{N}/u.test(word));
    if (named.length > 0) return `${element.tag} ${[...new Set(named)].join(" ").slice(0, LONGEST_PART)}`;
  }
  return element.tag;
}

/** Longest name of a part, UTF-16 code units. */
const LONGEST_PART = 200;

/** What a person can know it by: its words, for a picture without words the name of its file. */
function nameOf({ block, reason }: Part): string {
  if (block.kind === "break") return "";
  if (block.text === "" && block.kind === "figure" && reason === "decoration")
    return /([^/?#]+)(?:[?#].*)?$/.exec(block.src?.slice(0, 300) ?? "")?.[1] ?? "";
  return block.text.replace(/\s+/g, " ");
}
