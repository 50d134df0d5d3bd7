import { describe, expect, it } from "vitest";
import { SAID_LANGUAGES, spokenText } from "../../../src/model/index.ts";
import { joint, withJoint } from "../../../src/ui/reading/join.ts";

const facts = { source: "The Coast", title: null, n: 2, total: 7, lost: [] } as const;
const words = (...args: Parameters<typeof joint>): readonly string[] =>
  joint(...args)
    .map(spokenText)
    .slice(1);

describe("what sounds between two articles", () => {
  it("is a clear pause, and more the more is announced", () => {
    const [pause] = joint(facts, { verbosity: "brief", lang: "en-GB" });
    expect([pause?.pieces, (pause?.pause ?? 0) > 1]).toEqual([[], true]);
    expect(words(facts, { verbosity: "brief", lang: "en" })).toEqual([]);
    expect(words(facts, { verbosity: "normal", lang: "en-GB" })).toEqual(["Next, from The Coast."]);
    expect(words(facts, { verbosity: "full", lang: "en" })).toEqual(["Next, 2 of 7, from The Coast."]);
  });

  it("names what goes on in its middle, and what could not be opened, at every verbosity", () => {
    for (const verbosity of ["brief", "normal", "full"] as const)
      expect(words({ ...facts, title: "Ferry returns", lost: ["Lost one"] }, { verbosity, lang: "en" })).toEqual([
        "Could not be opened: Lost one.",
        "Next, where you left it: Ferry returns, The Coast.",
      ]);
  });

  it.each(SAID_LANGUAGES)("is said in the language of announcements: %s", (lang) => {
    const [, said] = joint(facts, { verbosity: "normal", lang });
    expect(said?.lang).toBe(lang);
    expect(spokenText(said ?? { role: "announcement", pieces: [], lang, pause: 0 })).toContain("The Coast");
    expect(said?.pieces.every(({ source }) => source === null)).toBe(true);
  });

  it("stands before the place where an article goes on, and changes nothing of it", () => {
    const script = {
      article: "a0000000000000000" as never,
      utterances: joint({ ...facts, lost: ["a", "b"] }, { verbosity: "full", lang: "en" }),
    };
    const before = joint(facts, { verbosity: "normal", lang: "en" });
    const { utterances } = withJoint(script, 2, before);
    expect([...utterances.slice(0, 2), ...utterances.slice(4)]).toEqual(script.utterances);
    expect(utterances.slice(2, 4)).toEqual(before);
  });
});
