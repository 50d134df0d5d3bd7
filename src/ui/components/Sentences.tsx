import type { ReactNode } from "react";
import type { BlockId, Span } from "../../model/index.ts";
import { type Inline, inlineTree } from "../reading/inline.ts";
import { type Stretch, stretches } from "../reading/sentences.ts";

/** Draws stand-off spans as elements. */
function draw(tree: readonly Inline[]): ReactNode[] {
  return tree.map((part) => (typeof part === "string" ? part : <Marked key={part.span.start} {...part} />));
}

function Marked({ span, children }: { readonly span: Span; readonly children: readonly Inline[] }) {
  const inner = draw(children);
  switch (span.kind) {
    case "emphasis":
      return <em>{inner}</em>;
    case "strong":
      return <strong>{inner}</strong>;
    case "code":
      return <code>{inner}</code>;
    case "link":
      return (
        <a href={span.address} data-offset={span.start}>
          {inner}
        </a>
      );
    case "language":
      return (
        <span lang={span.lang} dir="auto">
          {inner}
        </span>
      );
    case "abbreviation":
      return <abbr title={span.long}>{inner}</abbr>;
  }
}

interface Props {
  readonly text: string;
  readonly start?: number;
  readonly end?: number;
  readonly spans?: readonly Span[];
  readonly sentences: readonly Stretch[] | undefined;
}

/**
 * A text with each sentence in a span of its own. The spans are there from the first drawing and never change: a screen reader's
 * caret can be put at the start of one. Chromium tells screen readers of the paragraph alone unless the span has an attribute of ARIA's: this
 * one says what holds anyway (heard with Orca 43: without it, it reads on from the paragraph's start). The first sentence begins where its
 * paragraph, caption or cell does: without a part of its own, those are read as one.
 */
export function Sentences({ text, start = 0, end = text.length, spans = [], sentences = [] }: Props) {
  return stretches(sentences, start, end).map((stretch) => {
    const inner = draw(inlineTree(text, stretch.start, stretch.end, spans));
    if (stretch.utterance === null) return inner;
    return (
      <span key={stretch.start} aria-atomic={stretch.start > start ? "false" : undefined}>
        {inner}
      </span>
    );
  });
}

/** How a part of a block is found again on the page. */
export const shows = (block: BlockId, start = 0): { readonly "data-block": string; readonly "data-start"?: number } =>
  start === 0 ? { "data-block": block } : { "data-block": block, "data-start": start };
