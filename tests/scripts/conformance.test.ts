import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { conformanceDocuments } from "../../scripts/conformance/documents.mjs";

const ROOT = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

interface Requirement {
  readonly id: string;
  readonly level?: string;
  readonly status: string;
  readonly tests: readonly { readonly file: string; readonly title?: string }[];
}
const requirements = JSON.parse(read("scripts/conformance/requirements.json")) as Readonly<
  Record<"wcag" | "en301549" | "daisy", readonly Requirement[]>
>;
const all = [...requirements.wcag, ...requirements.en301549, ...requirements.daisy];

/** Whether a test of this title is in a file: as a whole string, however it is quoted. */
const hasTitle = (source: string, title: string): boolean => ['"', "`"].some((quote) => source.includes(`${quote}${title}${quote}`));

describe("the conformance documents", () => {
  it.each(Object.entries(conformanceDocuments(requirements)))("%s says what the requirements say", (path, text) => {
    expect(read(path), "run npm run conformance").toBe(text);
  });

  it("name only tests that there are", () => {
    const missing = all.flatMap(({ id, tests }) =>
      tests.flatMap(({ file, title }) => {
        const source = read(file);
        return title !== undefined && !hasTitle(source, title) ? [`${id}: ${file} has no test “${title}”`] : [];
      }),
    );
    expect(missing).toEqual([]);
  });

  it("claim nothing that no test shows", () => {
    const claims = all.filter(({ status }) => status === "supports" || status === "partially");
    expect(claims.filter(({ tests }) => tests.length === 0).map(({ id }) => id)).toEqual([]);
    const known = ["supports", "partially", "does-not", "not-evaluated", "not-applicable"];
    expect(all.filter(({ status }) => !known.includes(status)).map(({ id }) => id)).toEqual([]);
  });

  it("have every criterion of WCAG 2.2 at A and AA, once", () => {
    const ids = requirements.wcag.filter(({ level }) => level === "A" || level === "AA").map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(55);
  });

  it("would not find a test that is not there", () => {
    expect(hasTitle('it("is silent", () => {});', "is loud")).toBe(false);
    expect(hasTitle('it("is silent", () => {});', "is silent")).toBe(true);
  });
});
