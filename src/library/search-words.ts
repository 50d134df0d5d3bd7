/** Scripts that write words without spaces between them: each sign is a word to the index, and words are phrases of signs. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/gu;
/** A text as the index takes it in. */
export const spaced = (text: string): string => text.replace(UNSPACED, " $& ");

/** A word or phrase in the index's own language, quoted: nothing of it is an operator. */
export function term({ text, isPhrase }: { readonly text: string; readonly isPhrase: boolean }): string | null {
  const plain = spaced(text).replaceAll('"', " ").replace(/\s+/g, " ").trim();
  if (!/[\p{L}\p{N}]/u.test(plain)) return null;
  return `"${plain}"${isPhrase ? "" : "*"}`;
}
