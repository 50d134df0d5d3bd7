/** A text without case and accents, and where each of its signs stands in the text as it was. */
export interface Folded {
  readonly plain: string;
  /** For each UTF-16 unit of `plain`, and its end, the offset in the text. */
  readonly at: readonly number[];
}

/** Folds a text for comparing: case, accents and other marks don't count. */
export function fold(text: string): Folded {
  let plain = "";
  const at: number[] = [];
  let index = 0;
  for (const sign of text) {
    const bare = sign.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    plain += bare;
    for (let n = 0; n < bare.length; n++) at.push(index);
    index += sign.length;
  }
  at.push(index);
  return { plain, at };
}

/** Only the folded text: many times faster, for looking through much. The final sigma is any sigma. */
export const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ς", "σ");
