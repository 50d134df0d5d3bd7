import type { LeaveReason } from "../../model/index.ts";
import type { Left } from "../draft.ts";
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
  let open: { texts: string[]; length: number; reason: LeaveReason; judged: PageElement | null } | null = null;
  const close = (): void => {
    if (open) left.push({ text: open.texts.join(" "), reason: open.reason });
    open = null;
  };
  for (const part of parts) {
    if (left.length >= MOST_ENTRIES) break;
    if (part.reason === null) {
      close();
      continue;
    }
    const text = nameOf(part);
    if (text === "" || apart.some((element) => isWithin(part.place, element))) continue;
    if (!open || open.reason !== part.reason || open.judged !== part.judged || PIECEWISE.has(part.reason)) {
      close();
      open = { texts: [], length: 0, reason: part.reason, judged: part.judged };
    }
    if (open.length < ENOUGH) open.texts.push(text);
    open.length += text.length + 1;
  }
  close();
  for (const name of icons) if (left.length < MOST_ENTRIES) left.push({ text: name, reason: "decoration" });
  // A page can have hundreds of them.
  if (noteReferences.length > 0) left.push({ text: noteReferences.join(" ").slice(0, ENOUGH), reason: "note-reference" });
  return left;
}

/** What a person can know it by: its words, for a picture without words the name of its file. */
function nameOf({ block, reason }: Part): string {
  if (block.kind === "break") return "";
  if (block.text === "" && block.kind === "figure" && reason === "decoration")
    return /([^/?#]+)(?:[?#].*)?$/.exec(block.src?.slice(0, 300) ?? "")?.[1] ?? "";
  return block.text.replace(/\s+/g, " ");
}
