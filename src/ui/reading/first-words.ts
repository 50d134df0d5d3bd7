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

/**
 * The beginning of a text in whole words with dots after it; all of it where it is no longer.
 * @param longest UTF-16 code units, without the dots
 */
export function beginning(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Seen a little further: what ends with the piece may go on behind it.
  const words = [...segmenter.segment(text.slice(0, 2 * longest))].filter(({ isWordLike }) => isWordLike);
  const last = words.findLast(({ index, segment }) => index + segment.length <= longest);
  const end = last ? last.index + last.segment.length : longest;
  return `${text.slice(0, end).replace(/[\uD800-\uDBFF]$/u, "")} …`;
}
