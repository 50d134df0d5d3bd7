import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const MODEL = readFileSync(join(ROOT, "docs/security.md"), "utf8");

/** The tests that the threat model names. */
const named = [...MODEL.matchAll(/`(tests\/[^`]+\.test\.ts)` › "([^"]+)"/g)].map(([, file = "", title = ""]) => ({ file, title }));

/** The titles of a file's tests: the texts that a function follows. */
const titlesOf = (file: string): readonly string[] =>
  [...readFileSync(join(ROOT, file), "utf8").matchAll(/\(\s*(["'`])((?:\\.|(?!\1).)*)\1,\s*(?:async\s*)?\(/g)].map(([, , title = ""]) =>
    title.replaceAll("\\", ""),
  );

describe("the threat model", () => {
  it("names a test in each row", () => {
    const rows = MODEL.split("\n").filter((line) => /^\| (?!from |-)/.test(line));
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows.filter((line) => !line.startsWith("| finding") && !line.startsWith("| `"))) expect(row).toMatch(/› "/);
  });

  it.each(named)("$file has the test “$title”", ({ file, title }) => {
    expect(titlesOf(file)).toContain(title);
  });

  it("would miss a test that is not there", () => {
    expect(titlesOf("tests/security.test.ts")).toContain("names a test in each row");
    expect(titlesOf("tests/security.test.ts")).not.toContain("is somewhere else");
  });
});
