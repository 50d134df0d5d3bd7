import type { Merged } from "../draft.ts";
import { compareTexts } from "../same-text.ts";
import { figureBlock, type Part } from "./part.ts";
import { commonAncestor } from "./tree.ts";

/** Farthest place of a picture from its caption: parts between them. */
const NEAR = 3;
/** Most elements between a caption and the element that it shares with its picture. */
const DEEPEST = 4;

/** Gives pictures the captions that stand beside them. */
export function joinCaptions(parts: readonly Part[]): void {
  for (const part of parts) {
    if (part.role !== "caption" || part.block.kind !== "figure") continue;
    const words = part.block;
    const before = search(parts, part, -1);
    const found = before ?? search(parts, part, 1);
    if (found?.block.kind !== "figure") continue;
    const block = found.block;
    if (block.caption === "" && words.caption !== "") {
      found.block = figureBlock({
        ...block,
        caption: { text: words.caption, spans: words.spans },
        credit: words.credit ?? block.credit,
        lang: words.lang,
      });
      // The caption may be put after the picture's place; the picture has the place now.
      if (part.reason === null) found.reason = found.reason === "hidden" ? found.reason : null;
      remove(part);
    } else if (words.caption === "" && words.credit) {
      found.block = { ...block, credit: block.credit ?? words.credit };
      remove(part);
    }
  }
}

/** Leaves out words that a picture has now: nothing of them is left. */
export function remove(part: Part): void {
  part.block = { kind: "break", text: "", lang: null, spans: [] };
  part.reason ??= "repeated";
}

function search(parts: readonly Part[], caption: Part, step: 1 | -1): Part | null {
  for (let n = 1; n <= NEAR; n++) {
    const part = parts[caption.index + n * step];
    if (!part) return null;
    if (part.role === "text" && part.weight > 40) return null;
    if (part.role === "caption") return null;
    if (
      part.role !== "text" &&
      part.block.kind === "figure" &&
      (part.block.caption === "" || (caption.block.kind === "figure" && caption.block.caption === ""))
    ) {
      const shared = commonAncestor(part.place, caption.place);
      let depth = 0;
      for (let at = caption.place; at !== shared && at.parent; at = at.parent) depth++;
      return depth <= DEEPEST ? part : null;
    }
  }
  return null;
}

/** Says alternative text and caption once where they say the same. */
export function mergeWords(parts: readonly Part[]): readonly Merged[] {
  const merged: Merged[] = [];
  for (const part of parts) {
    const { block } = part;
    if (part.reason || block.kind !== "figure" || block.alt === "" || block.caption === "") continue;
    const likeness = compareTexts(block.alt, block.caption);
    if (likeness === "different") continue;
    merged.push({
      texts: [block.alt, block.caption],
      reason: likeness === "same" ? "caption-repeats-description" : "caption-resembles-description",
    });
    part.block = { ...block, alt: "" };
  }
  return merged;
}
