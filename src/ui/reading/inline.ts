import type { Span } from "../../model/index.ts";

/** A stretch of text, or a span with what is in it. */
export type Inline = string | { readonly span: Span; readonly children: readonly Inline[] };

const clip = (span: Span, start: number, end: number): Span => ({
  ...span,
  start: Math.max(span.start, start),
  end: Math.min(span.end, end),
});

/**
 * The text from `start` to `end` with the spans over it as a tree. Every character is in it once, in order; spans that cross are
 * parted where they cross.
 */
export function inlineTree(text: string, start: number, end: number, spans: readonly Span[]): readonly Inline[] {
  const found: Inline[] = [];
  let at = start;
  let waiting = spans.map((span) => clip(span, start, end)).filter((span) => span.start < span.end);
  for (let span = waiting.shift(); span; span = waiting.shift()) {
    const outer = clip(span, at, end);
    if (outer.start >= outer.end) continue;
    if (outer.start > at) found.push(text.slice(at, outer.start));
    const within = waiting.filter((other) => other.start < outer.end);
    found.push({ span: outer, children: inlineTree(text, outer.start, outer.end, within) });
    at = outer.end;
    waiting = waiting.filter((other) => other.end > at);
  }
  if (at < end) found.push(text.slice(at, end));
  return found;
}
