/**
 * The text of a lexicon's file: UTF-8, or UTF-16 where it begins with that mark, as spreadsheets write "Unicode text". Other bytes come
 * out as U+FFFD, and whoever parses the text refuses them.
 */
export function decodeLexicon(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
