/**
 * The text as eSpeak NG may get it: as long as the original, code point for code point, so that the engine's positions stay true.
 * eSpeak always reads SSML (`<` swallows what follows), takes `[[` for phonemes and ends at NUL; a curly quote before a word gives
 * a word event without a word (all measured with 0.3.5).
 */
export function cleanForEspeak(text: string): string {
  return text
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/&(?=#?\w{1,32};)/g, " ") // an entity would be read as one character and shift all that follows
    .replace(/[<>[\]{}|\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, " ")
    .replace(/(?<![\p{L}\p{M}])[\u200c\u200d](?!\p{L})|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, " ")
    .replace(/\s/g, " ");
}

/**
 * Turns eSpeak's positions into ours: it counts code points from 1, we count UTF-16 code units from 0.
 * @returns the offset of a position; positions outside the text are moved to its nearest end.
 */
export function positionsOf(text: string): (position: number) => number {
  const inside = (position: number, length: number): number => Math.max(0, Math.min(length, position - 1));
  if (!/[\ud800-\udbff]/.test(text)) return (position) => inside(position, text.length);
  const offsets: number[] = [];
  for (let offset = 0; offset < text.length; offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1) offsets.push(offset);
  return (position) => offsets[inside(position, offsets.length)] ?? text.length;
}
