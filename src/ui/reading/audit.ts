import type { Audit, BlockKind, LeaveReason } from "../../model/index.ts";
import { words } from "../../words/index.ts";

/** The kinds that the summary counts, in its order. */
const COUNTED = [
  "paragraph",
  "heading",
  "figure",
  "quote",
  "item",
  "table",
  "code",
  "footnote",
  "media",
  "embed",
] as const satisfies readonly BlockKind[];

/** What was left out, by the reason. */
export interface LeftGroup {
  readonly reason: LeaveReason;
  readonly texts: readonly { readonly id: string; readonly text: string }[];
}

/** What was left out, by reason, in the order of the page. */
export function leftGroups({ left }: Audit): readonly LeftGroup[] {
  const groups = new Map<LeaveReason, { readonly id: string; readonly text: string }[]>();
  for (const { id, text, reason } of left) {
    const known = groups.get(reason) ?? [];
    groups.set(reason, known);
    known.push({ id, text });
  }
  return [...groups].map(([reason, texts]) => ({ reason, texts }));
}

const join = (parts: readonly string[]): string => new Intl.ListFormat("en", { style: "narrow", type: "conjunction" }).format(parts);

/** The audit in a few sentences. */
export function auditWords(audit: Audit): string {
  const kept = COUNTED.filter((kind) => audit.kept[kind] > 0).map((kind) => words(`kept.${kind}`, { count: audit.kept[kind] }));
  const captions = audit.merged.filter(({ reason }) => reason !== "repeated-text").length;
  const groups = leftGroups(audit);
  return [
    kept.length > 0 ? words("audit.kept", { list: join(kept) }) : "",
    captions > 0 ? words("audit.captions", { count: captions }) : "",
    groups.length > 0 ? words("audit.left", { list: join(groups.map(({ reason }) => words(`left.${reason}`))) }) : words("audit.nothing"),
  ]
    .filter(Boolean)
    .join(" ");
}
