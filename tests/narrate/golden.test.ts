import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { spokenText, type Utterance, VERBOSITIES } from "../../src/model/index.ts";
import { narrate } from "../../src/narrate/index.ts";
import { article, type ShortArticle } from "./articles.ts";

const FOLDER = join(import.meta.dirname, "../fixtures/narrate");

/** A fixture is an article in JSON, then for each verbosity a line `--- verbosity` and what is said, an utterance a line. */
function read(file: string): { readonly given: ShortArticle; readonly expected: ReadonlyMap<string, string> } {
  const [json = "", ...parts] = readFileSync(join(FOLDER, file), "utf8").split(/^--- /m);
  const expected = new Map(
    parts.map((part) => {
      const [verbosity = "", ...lines] = part.trimEnd().split("\n");
      return [verbosity, lines.join("\n")];
    }),
  );
  return { given: JSON.parse(json) as ShortArticle, expected };
}

const line = (utterance: Utterance): string =>
  `${utterance.role}${utterance.lang === "en" ? "" : ` (${utterance.lang})`}: ${spokenText(utterance)}`;

describe.each(readdirSync(FOLDER).filter((file) => file.endsWith(".txt")))("%s", (file) => {
  const { given, expected } = read(file);
  it.each(VERBOSITIES)("%s", (verbosity) => {
    const script = narrate(article(given), { verbosity, lang: "en" });
    expect(script.utterances.map(line).join("\n")).toBe(expected.get(verbosity) ?? `(no expectation for ${verbosity})`);
  });
});
