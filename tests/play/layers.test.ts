import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockId, type Role, type Script, spokenText, TITLE, type Utterance } from "../../src/model/index.ts";
import { DEPTHS, deeper, layersOf, upTo } from "../../src/play/index.ts";

const say = (role: Role, text: string, block: number | "title"): Utterance => ({
  role,
  pieces: [{ spoken: text, source: { block: block === "title" ? TITLE : blockId(block), start: 0, end: text.length } }],
  lang: "en",
  pause: 0.2,
});
const scriptOf = (utterances: readonly Utterance[]): Script => ({ article: "a0000000000000000" as Script["article"], utterances });
const LONG = "The harbour opens again after three years of work, and hundreds of people came to see the first of the ships go in.";
const saidAt = (script: Script, depth: (typeof DEPTHS)[number]): readonly string[] => upTo(script, layersOf(script), depth).map(spokenText);

const utterances = fc.array(
  fc.record({
    role: fc.constantFrom<Role>("kicker", "title", "byline", "heading", "paragraph", "paragraph", "quote", "figure", "announcement"),
    text: fc.constantFrom("One.", "Two words", LONG, "", "Nur ein Satz!"),
    block: fc.integer({ min: 0, max: 6 }),
    placed: fc.boolean(),
  }),
  { maxLength: 30 },
);
const scripts = utterances.map((all) =>
  scriptOf(
    all.map(({ role, text, block, placed }) =>
      placed ? say(role, text, block) : { ...say(role, text, block), pieces: [{ spoken: text, source: null }] },
    ),
  ),
);

describe("an article cut by depth", () => {
  it("is heard as headline, first sentence, lead and whole", () => {
    const script = scriptOf([
      say("kicker", "Harbour", 0),
      say("title", "The harbour opens", "title"),
      say("byline", "By Mara Lindt", 0),
      say("figure", "Photo. Ships lie at the quay.", 0),
      say("paragraph", "The first ships came in.", 1),
      say("paragraph", "A band played.", 1),
      say("paragraph", LONG, 2),
      say("paragraph", LONG, 3),
      say("heading", "Section: Costs", 4),
      say("paragraph", LONG, 5),
    ]);
    expect(saidAt(script, "headline")).toEqual(["Harbour", "The harbour opens"]);
    expect(saidAt(script, "sentence")).toEqual(["Harbour", "The harbour opens", "The first ships came in."]);
    // Two short sentences are no lead: the next paragraph belongs to it, and the one after, until it says enough.
    expect(saidAt(script, "lead").slice(3)).toEqual(["A band played.", LONG, LONG]);
    expect(saidAt(script, "whole").slice(6)).toEqual(["By Mara Lindt", "Photo. Ships lie at the quay.", "Section: Costs", LONG]);
  });

  it("keeps a sentence whole that is more than a breath, and takes it for the headline where there is none", () => {
    const script = scriptOf([
      say("paragraph", "A sentence that is long,", 0),
      say("paragraph", "very long.", 0),
      say("paragraph", "Then.", 0),
    ]);
    expect(saidAt(script, "headline")).toEqual(["A sentence that is long,", "very long."]);
    expect(deeper(layersOf(script), "headline")).toBe("lead");
    expect(deeper(layersOf(script), "lead")).toBe(null);
  });

  it("never says anything twice and at last says all, each depth beginning as the one before", () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const layers = layersOf(script);
        expect([...layers.order].sort((one, other) => one - other)).toEqual(script.utterances.map((_, n) => n));
        let before: readonly Utterance[] = [];
        for (const depth of DEPTHS) {
          const said = upTo(script, layers, depth);
          expect(said.slice(0, before.length)).toEqual(before);
          const added = layers.order.slice(before.length, said.length);
          expect([...added].sort((one, other) => one - other)).toEqual(added);
          before = said;
        }
        expect(before).toHaveLength(script.utterances.length);
      }),
    );
  });

  it("goes deeper only where there is more", () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const layers = layersOf(script);
        for (const depth of DEPTHS) {
          const next = deeper(layers, depth);
          if (next === null) expect(layers.ends[depth]).toBe(layers.ends.whole);
          else expect(layers.ends[next]).toBeGreaterThan(layers.ends[depth]);
        }
      }),
    );
  });
});
