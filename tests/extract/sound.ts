import { expect } from "vitest";
import { type Article, articleId, blockId } from "../../src/model/index.ts";

/** What is true of every article, whatever it was made of. `isTidy`: that no space is too many, too. */
export function expectSound(article: Article, isTidy = true): void {
  expect(article.title.trim()).not.toBe("");
  expect(article.id).toBe(articleId(article.address));
  expect(article.blocks.map((block) => block.id)).toEqual(article.blocks.map((_, n) => blockId(n)));
  const counts: Record<string, number> = {};
  for (const block of article.blocks) {
    counts[block.kind] = (counts[block.kind] ?? 0) + 1;
    if (isTidy && block.kind !== "code" && block.kind !== "table")
      expect(block.text).toBe(
        block.text
          .replace(/[\t\f\r ]+/g, " ")
          .replace(/ ?\n+ ?/g, "\n")
          .trim(),
      );
    if (block.kind !== "break" && block.kind !== "media" && block.kind !== "embed" && block.kind !== "figure")
      expect(block.text).not.toBe("");
    let start = 0;
    for (const span of block.spans) {
      expect(span.start).toBeGreaterThanOrEqual(start);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(block.text.length);
      start = span.start;
      if (span.kind === "link") expect(span.address).toMatch(/^(https?|mailto):/);
    }
    if (block.kind === "figure") {
      expect(block.text).toBe(block.caption || block.text);
      expect(block.src ?? "https:").toMatch(/^(?:https?:|lectern:picture\/[0-9a-f]{32}$)/);
    }
    if (block.kind === "table") {
      for (const cell of block.rows.flat()) expect(block.text.slice(cell.start, cell.end)).toBe(cell.text);
      expect(block.text).toBe(block.rows.map((row) => row.map((cell) => cell.text).join("\t")).join("\n"));
    }
  }
  expect(Object.fromEntries(Object.entries(article.audit.kept).filter(([, count]) => count > 0))).toEqual(counts);
  expect(new Set(article.audit.left.map((entry) => entry.id)).size).toBe(article.audit.left.length);
  for (const entry of article.audit.left) expect(entry.text).not.toBe("");
}
