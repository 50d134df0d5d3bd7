import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockId, type Role, type Script, spokenText, TITLE, type Utterance } from "../../../src/model/index.ts";
import { type DEPTHS, deeper, layersOf } from "../../../src/play/index.ts";
import { bulletinScript } from "../../../src/ui/control/bulletin.ts";

const say = (role: Role, text: string, block: number): Utterance => ({
  role,
  pieces: [{ spoken: text, source: { block: role === "title" ? TITLE : blockId(block), start: 0, end: text.length } }],
  lang: "en",
  pause: 0.2,
});
const scripts = fc
  .array(
    fc.record({
      role: fc.constantFrom<Role>("title", "byline", "heading", "paragraph", "paragraph", "figure"),
      block: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 20 },
  )
  .map(
    (all): Script => ({
      article: "a0000000000000000" as Script["article"],
      utterances: all.map(({ role, block }, n) => say(role, `Sentence ${n}.`, block)),
    }),
  );

describe("what a bulletin says of an item", () => {
  it("is its headline and its source, and time to ask for more", () => {
    const script: Script = {
      article: "a0000000000000000" as Script["article"],
      utterances: [say("title", "Ferry returns", 0), say("paragraph", "Boats cross again.", 1)],
    };
    const { utterances } = bulletinScript(script, layersOf(script), "headline", "The Coast");
    expect(utterances.map(spokenText)).toEqual(["Ferry returns", "The Coast.", "", ""]);
    expect(utterances[2]?.pause).toBeGreaterThan(1);
  });

  it("goes on with what was not said yet, whatever is asked for, and at last has said all once", () => {
    fc.assert(
      fc.property(scripts, fc.constantFrom("", "The Coast"), (script, source) => {
        const layers = layersOf(script);
        let depth: (typeof DEPTHS)[number] | null = "headline";
        let before: readonly string[] = [];
        while (depth !== null) {
          const said: readonly string[] = bulletinScript(script, layers, depth, source).utterances.slice(0, -2).map(spokenText);
          expect(said.slice(0, before.length)).toEqual(before);
          before = said;
          depth = deeper(layers, depth);
        }
        const own = source === "" ? [] : [`${source}.`];
        expect([...before].sort()).toEqual([...script.utterances.map(spokenText), ...own].sort());
      }),
    );
  });
});
