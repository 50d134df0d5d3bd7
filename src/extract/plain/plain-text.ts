import { type Draft, type DraftBlock, emptyDraft, type Left, type Merged, paragraph } from "../draft.ts";
import { type Line, linesOf } from "./lines.ts";
import { bylineOf, RULES } from "./rules.ts";

/** Level of a section heading that a text without markup has: below the title. */
const SECTION = 2;

/**
 * The article in a plain text, as a person gets it by "select all, copy" or writes it. Structure is inferred by `RULES`; what no rule
 * has a reason for is a paragraph. Without evidence of a headline there is none, and the title is borrowed from the first words.
 */
export function readPlainText(text: string, address: string): Draft {
  const lines = linesOf(text);
  for (const rule of RULES) rule(lines);
  const one = (role: "kicker" | "title" | "byline"): string | null => lines.find((line) => line.role?.is === role)?.text ?? null;
  const dated = (role: "published" | "modified"): string | null => {
    for (const { role: found } of lines) if (found?.is === role) return found.date;
    return null;
  };
  const byline = one("byline");
  const blocks: DraftBlock[] = [];
  const left: Left[] = [];
  for (const line of lines) {
    const block = blockOf(line);
    if (block) blocks.push(block);
    else left.push(...leftOf(line, blocks.length));
  }
  return {
    ...emptyDraft(address),
    kicker: one("kicker"),
    title: one("title"),
    byline: byline === null ? null : bylineOf(byline),
    published: dated("published"),
    modified: dated("modified"),
    blocks,
    merged: lines.flatMap((line) => mergedOf(line) ?? []),
    left,
  };
}

function blockOf({ role, text }: Line): DraftBlock | null {
  const plain = { lang: null, spans: [] } as const;
  switch (role?.is) {
    case undefined:
      return paragraph(text);
    case "heading":
      return { ...plain, kind: "heading", level: SECTION, text };
    case "figure":
      return { ...plain, kind: "figure", text, src: null, alt: "", caption: text, credit: null };
    case "item":
      return { ...plain, kind: "item", text: role.text, depth: role.depth, ordinal: role.ordinal };
    case "break":
      return { ...plain, kind: "break", text: "" };
    default:
      return null;
  }
}

const mergedOf = ({ role, text }: Line): Merged | null =>
  role?.is === "figure"
    ? { texts: [role.description, text], reason: role.near ? "caption-resembles-description" : "caption-repeats-description" }
    : null;

function leftOf({ role, text }: Line, after: number): readonly Left[] {
  const isSaid = role?.is === "published" || role?.is === "modified" || role?.is === "byline";
  const reason = role?.is === "left" ? role.reason : isSaid ? "metadata" : null;
  return reason === null ? [] : [{ text, reason, blocks: [paragraph(text)], after }];
}
