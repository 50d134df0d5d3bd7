import { describe, expect, it } from "vitest";
import { type Block, blockId } from "../../../src/model/index.ts";
import { narrate } from "../../../src/narrate/index.ts";
import { answerWhere } from "../../../src/ui/control/answers.ts";
import { createWindowState } from "../../../src/ui/state.ts";
import { articleOf } from "../article.ts";

describe("where one is", () => {
  const text = "The boats came back one after the other.";
  const block: Block = { kind: "paragraph", id: blockId(0), text, lang: null, spans: [] };
  const article = articleOf([block]);
  const script = narrate(article, { verbosity: "normal", lang: "en" });
  const place = { block: blockId(0), offset: 0 };
  const where = (sound: "silent" | "ended"): string => {
    const utterance = script.utterances.length - 1;
    return answerWhere({ ...createWindowState().get(), reading: { article, script }, utterance, sound }, place);
  };

  it("is at the end once all was heard, and a minute from it in the last sentence", () => {
    expect(where("silent")).toContain("About 1 minute left");
    expect(where("ended")).toContain("At the end");
  });
});
