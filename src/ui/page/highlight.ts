import { type MarkParts, type Moment, places, type Script, type TextRange } from "../../model/index.ts";
import { rangeOf } from "./places.ts";

/** Names of the highlights, as the style sheets know them. */
const NAMES = ["sentence", "word", "held-sentence", "held-word"] as const;

/** Marks what sounds, without any change of the document. */
export interface Highlighter {
  /** Marks an utterance and its word; `held` marks by shape that nothing sounds. */
  show(script: Script, utterance: number, at: TextRange | null, held: boolean): void;
  clear(): void;
}

/** Draws with the CSS Custom Highlight API on the article that `root` finds. `parts`: what of it the listener wants marked. */
export function createHighlighter(root: () => Element | null, parts: () => MarkParts): Highlighter {
  const clear = (): void => {
    for (const name of NAMES) CSS.highlights.delete(name);
  };
  return {
    show(script, utterance, at, held) {
      const article = root();
      const said = script.utterances[utterance];
      const marked = parts();
      clear();
      if (!article || !said || marked === "none") return;
      const ranges = places(said).flatMap((range) => rangeOf(article, range) ?? []);
      if (ranges.length > 0 && marked !== "word") CSS.highlights.set(held ? "held-sentence" : "sentence", new Highlight(...ranges));
      const word = at && rangeOf(article, at);
      if (!word || marked === "sentence") return;
      const highlight = new Highlight(word);
      highlight.priority = 1;
      CSS.highlights.set(held ? "held-word" : "word", highlight);
    },
    clear,
  };
}

/** The utterance of a moment, null where it has none. */
export const utteranceOf = (moment: Moment): number | null => ("utterance" in moment ? moment.utterance : null);
