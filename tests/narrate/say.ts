import { blockId } from "../../src/model/index.ts";
import { piecesOf } from "../../src/narrate/pieces.ts";
import { sentences } from "../../src/narrate/sentences.ts";

/** What a voice gets for a text, its sentences joined by a space. */
export const say = (text: string, lang = "en"): string =>
  sentences(text, lang)
    .map((sentence) =>
      piecesOf(blockId(0), text, sentence, lang)
        .map((piece) => piece.spoken)
        .join(""),
    )
    .join(" ");
