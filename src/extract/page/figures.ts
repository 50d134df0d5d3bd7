import { isFigure, type Part } from "./part.ts";
import { closest, commonAncestor, isElement, isWithin, type PageElement, textOf } from "./tree.ts";

/** Leaves out the pictures that are not the article's: before its headline, after its end, in links to other articles. */
export function siftFigures(parts: readonly Part[], root: PageElement, headline: PageElement | null): void {
  const kept = parts.filter((part) => part.reason === null && part.role === "text" && part.block.kind !== "break");
  const first = kept[0]?.index ?? 0;
  const last = kept.at(-1)?.index ?? -1;
  const shared = headline ? commonAncestor(headline, root) : root;
  const area = closest(shared, ({ tag }) => tag === "article" || tag === "main") ?? shared;
  for (const part of parts) {
    if (part.reason || !isFigure(part) || part.block.kind !== "figure") continue;
    const { caption, alt } = part.block;
    const inRoot = isWithin(part.place, root);
    // The lead picture stands between headline and text, or, with its caption, before the headline in the same part of the page.
    const lead =
      (part.index < first || part.at < root.index) &&
      !inRoot &&
      ((headline !== null && part.at > headline.index) || (caption !== "" && isWithin(part.place, area)));
    if (part.role === "decoration" && caption === "") part.reason = "decoration";
    else if (!inRoot && !lead) part.reason = "boilerplate";
    else if (part.index > last && caption === "") part.reason = "boilerplate";
    else if (part.index < first && !lead && caption === "" && headline && part.at < headline.index) part.reason = "boilerplate";
    else if (part.role === "picture" && part.linked === 1 && caption === "" && isTeaserLink(part)) part.reason = "related";
    else if (part.role === "picture" && caption === "" && alt === "" && part.block.src === null) part.reason = "decoration";
  }
  const seen = new Set<string>();
  for (const part of parts) {
    if (part.reason || part.block.kind !== "figure") continue;
    const key = `${part.block.src ?? ""} ${part.block.caption}`;
    if (seen.has(key)) part.reason = "repeated";
    seen.add(key);
  }
  // Breaks at the ends separate nothing.
  for (const part of parts)
    if (part.block.kind === "break" && (part.index < first || part.index > last || !isWithin(part.place, root)))
      part.reason ??= "boilerplate";
}

/** A link around a picture shows it larger; a link around more than a picture leads to another article. */
function isTeaserLink(part: Part): boolean {
  const link = closest(part.place, (at) => at.tag === "a");
  return (
    link?.children.some((child) =>
      isElement(child) ? /^(?:h[1-6]|p|div|span)$/.test(child.tag) && /\S/.test(textOf(child)) : /\S/.test(child.text),
    ) ?? false
  );
}
