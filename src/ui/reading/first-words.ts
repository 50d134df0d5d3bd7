const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** The first words of a text, all of it where there are no more. The words of writings without spaces are those of a dictionary. */
export function firstWords(text: string, count: number): string {
  let words = 0;
  let end = 0;
  for (const { index, segment, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue;
    words += 1;
    if (words > count) return text.slice(0, end);
    end = index + segment.length;
  }
  return text;
}
