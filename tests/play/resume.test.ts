import { describe, expect, it } from "vitest";
import { type BlockId, RESUMES, type Script, type Utterance } from "../../src/model/index.ts";
import { resumption } from "../../src/play/index.ts";

const said = (block: string, start: number): Utterance => ({
  role: block === "title" ? "title" : "paragraph",
  lang: "en",
  pause: 0,
  pieces: [{ spoken: "word", source: { block: block as BlockId, start, end: start + 4 } }],
});
/** A headline, then three paragraphs of three sentences: 1–3, 4–6, 7–9. */
const script: Script = {
  article: "a0000000000000000" as Script["article"],
  utterances: [said("title", 0), ...["b0", "b1", "b2"].flatMap((block) => [said(block, 0), said(block, 10), said(block, 20)])],
};
const [MOMENT, MINUTE, QUARTER, LUNCH, DAY] = [5, 60, 900, 2 * 3600, 86_400];

describe("going on after a break", () => {
  it.each([
    [MOMENT, 6, { utterance: 6, exact: true, recall: false }],
    [MINUTE, 6, { utterance: 6, exact: false, recall: false }],
    [QUARTER, 6, { utterance: 5, exact: false, recall: false }],
    [LUNCH, 6, { utterance: 4, exact: false, recall: false }],
    [DAY, 6, { utterance: 4, exact: false, recall: true }],
    // At the start of a paragraph the one before it says what this one is about.
    [LUNCH, 4, { utterance: 1, exact: false, recall: false }],
    [DAY, 0, { utterance: 0, exact: false, recall: false }],
  ])("after %d s, at sentence %d", (away, utterance, expected) => expect(resumption(script, utterance, away, "more")).toEqual(expected));

  it("goes back to the sentence at most, or not at all, where that is set", () => {
    expect(resumption(script, 6, DAY, "sentence")).toEqual({ utterance: 6, exact: false, recall: false });
    expect(resumption(script, 6, DAY, "off")).toEqual({ utterance: 6, exact: true, recall: false });
  });

  it("never goes on later than it stopped, and never less far back after longer", () => {
    for (const resume of RESUMES)
      for (let at = 0; at < script.utterances.length; at += 1) {
        let last = at;
        for (const away of [0, MOMENT, MINUTE, QUARTER, LUNCH, DAY, 100 * DAY]) {
          const { utterance } = resumption(script, at, away, resume);
          expect(utterance).toBeLessThanOrEqual(last);
          expect(utterance).toBeGreaterThanOrEqual(0);
          last = utterance;
        }
      }
  });

  it("takes a clock that was put back for no break", () => {
    expect(resumption(script, 6, -50, "more").exact).toBe(true);
    expect(resumption(script, 6, Number.NaN, "more").exact).toBe(true);
  });
});
