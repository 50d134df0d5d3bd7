import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Library, openLibrary } from "../../src/library/index.ts";
import type { LexiconEntry } from "../../src/model/index.ts";

let folder: string;
let library: Library;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "lectern-lexicon-"));
  library = await openLibrary(join(folder, "library.sqlite"));
});
afterEach(() => {
  library.close();
  rmSync(folder, { recursive: true, force: true });
});

const entry = (written: string, spoken: string, more: Partial<LexiconEntry> = {}): LexiconEntry => ({
  written,
  spoken,
  match: "word",
  lang: null,
  site: null,
  voice: null,
  ignoreCase: false,
  ...more,
});
const written = (): readonly string[] => library.lexicon().map((kept) => `${kept.entry.written}=${kept.entry.spoken}`);

describe("the kept lexicon", () => {
  it("puts new entries first, in their order, and is there at the next opening", async () => {
    library.changeLexicon({ kind: "keep", entries: [entry("a", "1"), entry("b", "2")] });
    library.changeLexicon({ kind: "keep", entries: [entry("c", "3", { lang: "en", site: "a.example", ignoreCase: true })] });
    expect(written()).toEqual(["c=3", "a=1", "b=2"]);
    const before = library.lexicon();
    library.close();
    library = await openLibrary(join(folder, "library.sqlite"));
    expect(library.lexicon()).toEqual(before);
    expect(before[0]?.entry).toEqual(entry("c", "3", { lang: "en", site: "a.example", ignoreCase: true }));
  });

  it("has one entry for the same words in the same places, in the older one's place", () => {
    library.changeLexicon({ kind: "keep", entries: [entry("a", "1"), entry("b", "2"), entry("a", "never heard")] });
    library.changeLexicon({ kind: "keep", entries: [entry("b", "3"), entry("b", "4", { lang: "de" })] });
    expect(written()).toEqual(["b=4", "a=1", "b=3"]);
  });

  it("is changed, moved and removed entry by entry, and a removal is undone", () => {
    library.changeLexicon({ kind: "keep", entries: [entry("a", "1"), entry("b", "2"), entry("c", "3")] });
    const [a, b] = library.lexicon();
    if (!a || !b) throw new Error("nothing was kept");
    library.changeLexicon({ kind: "change", id: b.id, entry: entry("b", "two") });
    library.changeLexicon({ kind: "move", id: a.id, by: 1 });
    expect(written()).toEqual(["b=two", "a=1", "c=3"]);
    // Beyond the ends nothing moves.
    library.changeLexicon({ kind: "move", id: b.id, by: -1 });
    expect(written()).toEqual(["b=two", "a=1", "c=3"]);
    const kept = library.lexicon().filter(({ id }) => id === a.id);
    library.changeLexicon({ kind: "remove", ids: [a.id] });
    expect(written()).toEqual(["b=two", "c=3"]);
    library.changeLexicon({ kind: "restore", kept });
    expect(written()).toEqual(["b=two", "a=1", "c=3"]);
  });

  it("takes what is changed into another's likeness in that one's stead", () => {
    library.changeLexicon({ kind: "keep", entries: [entry("a", "1"), entry("b", "2")] });
    const b = library.lexicon().find((kept) => kept.entry.written === "b");
    library.changeLexicon({ kind: "change", id: b?.id ?? 0, entry: entry("a", "3") });
    expect(written()).toEqual(["a=3"]);
  });
});
