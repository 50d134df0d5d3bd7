import type { Audit, BlockKind, LeaveReason, LeftOut } from "../../model/index.ts";
import { interfaceLanguage, joined, words } from "../../words/index.ts";

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
  readonly texts: readonly LeftOut[];
}

/** What was left out, by reason, in the order of the page. */
export function leftGroups({ left }: Audit): readonly LeftGroup[] {
  const groups = new Map<LeaveReason, LeftOut[]>();
  for (const entry of left) {
    const known = groups.get(entry.reason) ?? [];
    groups.set(entry.reason, known);
    known.push(entry);
  }
  return [...groups].map(([reason, texts]) => ({ reason, texts }));
}

/** Parts of a sentence, one after the other. A list of units would run them together in Russian, Turkish and Chinese. */
export const join = (parts: readonly string[]): string =>
  new Intl.ListFormat(interfaceLanguage(), { style: "narrow", type: "conjunction" }).format(parts);

/** The audit in a few sentences. */
export function auditWords(audit: Audit): string {
  const kept = COUNTED.filter((kind) => audit.kept[kind] > 0).map((kind) => words(`kept.${kind}`, { count: audit.kept[kind] }));
  const captions = audit.merged.filter(({ reason }) => reason !== "repeated-text").length;
  const named = (left: readonly LeftOut[]): string => join(leftGroups({ ...audit, left }).map(({ reason }) => words(`left.${reason}`)));
  const out = audit.left.filter(({ back }) => !back);
  const back = audit.left.filter((entry) => entry.back);
  return joined([
    audit.beginning ? words("audit.beginning") : "",
    kept.length > 0 ? words("audit.kept", { list: join(kept) }) : "",
    audit.pages === undefined ? "" : words("audit.pages", { count: audit.pages }),
    captions > 0 ? words("audit.captions", { count: captions }) : "",
    out.length > 0 ? words("audit.left", { list: named(out) }) : words("audit.nothing"),
    back.length > 0 ? words("audit.back", { list: named(back) }) : "",
  ]);
}
