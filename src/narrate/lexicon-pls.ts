import { Failure, type LexiconEntry } from "../model/index.ts";
import { believed, checkSize, type ImportedLexicon, type RawEntry } from "./lexicon-entry.ts";
import { escapeXml, readXml } from "./lexicon-xml.ts";

/** The namespace of PLS 1.0 (W3C Recommendation of 14 October 2008). */
const PLS = "http://www.w3.org/2005/01/pronunciation-lexicon";
/** What PLS has no words for is said in attributes of our own, which other readers pass over. */
const OWN = "urn:lectern:lexicon";

/** Gives the lines of rising offsets, from 1. One pass. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (let next = text.indexOf("\n", at); next >= 0 && next < offset; next = text.indexOf("\n", at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}

const local = (name: string): string => name.replace(/^.*:/, "");

/**
 * A lexicon from a PLS 1.0 file: each grapheme of a lexeme with its first alias. A lexeme with phonemes alone is left out: engines do
 * not share a phonetic alphabet. The language is the file's, unless it is `mul` or `und`.
 * @throws Failure `bad-input` for what is no PLS file, `too-large`
 */
export function readPls(text: string): ImportedLexicon {
  checkSize(text);
  const raw: (RawEntry & { readonly fault?: string })[] = [];
  const lineAt = lineCounter(text);
  const path: string[] = [];
  let own = "lectern";
  let lang: string | null = null;
  let lexeme: { at: number; written: { text: string; attributes: ReadonlyMap<string, string> }[]; spoken: string[] } | null = null;
  let inside = "";
  let isLexicon = false;
  for (const event of readXml(text)) {
    if (event.kind === "text") {
      inside += event.text;
      continue;
    }
    const name = local(event.name);
    if (event.kind === "open") {
      if (path.length === 0) {
        isLexicon = name === "lexicon" && [...event.attributes.values()].includes(PLS);
        if (!isLexicon) throw new Failure("bad-input", "This is no pronunciation lexicon (PLS 1.0).");
        lang = event.attributes.get("xml:lang") ?? null;
        if (lang !== null && /^(?:mul|und)$/i.test(lang)) lang = null;
        for (const [key, value] of event.attributes) if (value === OWN) own = local(key);
      }
      path.push(name);
      inside = "";
      if (name === "lexeme") lexeme = { at: event.at, written: [], spoken: [] };
      if (name === "grapheme") lexeme?.written.push({ text: "", attributes: event.attributes });
      continue;
    }
    path.pop();
    const last = lexeme?.written.at(-1);
    if (name === "grapheme" && last) last.text = inside.trim();
    if (name === "alias") lexeme?.spoken.push(inside.trim());
    if (name !== "lexeme" || !lexeme) continue;
    const [spoken] = lexeme.spoken;
    const line = lineAt(lexeme.at);
    for (const { text: written, attributes } of lexeme.written) {
      const of = (key: string): string | undefined => attributes.get(`${own}:${key}`);
      raw.push({
        line,
        ...(spoken === undefined
          ? { fault: `“${written}” has sounds alone, and voices share no alphabet of sounds. Give it an alias.` }
          : spoken === "" && of("match") === undefined
            ? { fault: `“${written}” has an empty alias. Write in it how to say the word.` }
            : {}),
        written,
        spoken: spoken ?? "",
        match: of("match"),
        lang: of("lang") ?? lang,
        site: of("site"),
        voice: of("voice"),
        ignoreCase: of("ignoreCase"),
      });
    }
    lexeme = null;
  }
  if (!isLexicon) throw new Failure("bad-input", "This is no pronunciation lexicon (PLS 1.0).");
  return believed(raw);
}

/** A lexicon as a PLS 1.0 file. Read again it is the same; other readers get the words of every entry. */
export function writePls(entries: readonly LexiconEntry[]): string {
  const [first] = entries;
  const lang = first && entries.every((entry) => entry.lang === first.lang) ? first.lang : null;
  const attribute = (key: string, value: string | null): string => (value === null ? "" : ` lectern:${key}="${escapeXml(value)}"`);
  const lexemes = entries.map((entry) => {
    const own =
      // Silence has to be asked for: an alias may be empty where the way to find the word is named.
      attribute("match", entry.match === "word" && entry.spoken !== "" ? null : entry.match) +
      attribute("lang", entry.lang === lang ? null : entry.lang) +
      attribute("site", entry.site) +
      attribute("voice", entry.voice) +
      attribute("ignoreCase", entry.ignoreCase ? "true" : null);
    return `  <lexeme><grapheme${own}>${escapeXml(entry.written)}</grapheme><alias>${escapeXml(entry.spoken)}</alias></lexeme>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="${PLS}" xmlns:lectern="${OWN}" alphabet="ipa" xml:lang="${escapeXml(lang ?? "mul")}">
${lexemes.join("")}</lexicon>
`;
}
