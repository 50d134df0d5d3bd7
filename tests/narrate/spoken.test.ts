import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sentences } from "../../src/narrate/index.ts";
import { say } from "./say.ts";

const FOLDER = join(import.meta.dirname, "../fixtures/narrate/spoken");

/** A table is a file a language: under a heading for each kind, a line a case, "written → what a voice gets"; under "sentence ends" a text with `|` where its sentences end. */
function read(file: string): ReadonlyMap<string, readonly string[]> {
  const [, ...parts] = readFileSync(join(FOLDER, file), "utf8").split(/^## /m);
  return new Map(
    parts.map((part) => {
      const [kind = "", ...lines] = part.split("\n");
      return [kind.trim(), lines.filter((line) => line !== "")];
    }),
  );
}

/** What each table must have at least: a language is not tested by a handful of words. */
const LEAST = 50;

describe.each(readdirSync(FOLDER).map((file) => [file.replace(".md", ""), file]))("%s", (lang, file) => {
  const kinds = [...read(file)];
  it.each(kinds)("%s", (kind, lines) => {
    expect(lines.length, `cases of ${kind}`).toBeGreaterThanOrEqual(LEAST);
    if (kind === "sentence ends") {
      const found = lines.map((line) => {
        // Scripts without spaces have none behind a full stop either.
        const text = line.replaceAll(" | ", " ").replaceAll("|", "");
        return sentences(text, lang).map(({ start, end }) => text.slice(start, end));
      });
      expect(found).toEqual(lines.map((line) => line.split("|").map((part) => part.trim())));
      return;
    }
    const cases = lines.map((line) => line.split(" → "));
    expect(cases.map(([written = ""]) => `${written} → ${say(written, lang)}`)).toEqual(lines);
  });
});
