import { getBOMEncoding, legacyHookDecode, normalizeEncoding, TextDecoder } from "@exodus/bytes/encoding.js";
import chardet from "chardet";
import { Failure, type Source } from "../model/index.ts";

/** Where the HTML standard looks for a meta element that names the charset, bytes. */
const PRESCAN = 1024;
/** Enough for a detector to be sure, bytes (its accuracy does not grow beyond; guess). */
const DETECTED = 65_536;

/** What files of these kinds begin with, for a message that says what it is. Latin-1. */
const MAGIC: readonly (readonly [string, string])[] = [
  ["\x89PNG", "a picture"],
  ["\xff\xd8\xff", "a picture"],
  ["GIF8", "a picture"],
  ["\x1f\x8b", "a packed file"],
  ["\xd0\xcf\x11\xe0", "an old Office document"],
  ["{\\rtf", "an RTF document"],
  ["ID3", "an audio file"],
  ["OggS", "an audio file"],
  ["RIFF", "an audio or video file"],
];

/** Control characters, the white space among them aside (U+0085 is an old "next line"). */
// By code points: asking for the property Cc takes ten times as long (measured, half a second for 40 MB).
const at = (code: number): string => String.fromCharCode(code);
const CONTROLS = new RegExp(`[${at(0)}-${at(8)}${at(0xb)}${at(0xe)}-${at(0x1f)}${at(0x7f)}-${at(0x84)}${at(0x86)}-${at(0x9f)}]`, "g");

/**
 * The text of a source: byte order mark, then the zeros of UTF-16, then the transport's charset, then a meta element or XML
 * declaration, unless the bytes are clearly others, then valid UTF-8, then what the bytes look like (HTML standard, "determining the
 * character encoding"; Encoding standard; the corrections: files that were met).
 * @throws Failure `unsupported` for what is not text
 */
export function decodeText({ bytes, charset, mediaType }: Source): string {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PRESCAN)).toString("latin1");
  const magic = MAGIC.find(([head]) => start.startsWith(head));
  if (magic) throw new Failure("unsupported", `This is ${magic[1]}, which can't be read yet. Copy the text and paste it instead.`);
  const encoding =
    getBOMEncoding(bytes) ??
    wideOf(bytes) ??
    corrected((charset === null ? null : known(charset)) ?? declared(start), bytes) ??
    (isUtf8(bytes) ? "utf-8" : null) ??
    detected(bytes);
  const text = legacyHookDecode(bytes, encoding);
  const isMarkup = mediaType?.includes("html") ?? /<(?:!doctype|html|head|body)\b/i.test(start);
  refuseBinary(text, isMarkup);
  // Controls are no text; in a page they are the parser's errors.
  return text.replace(CONTROLS, "");
}

function known(label: string): string | null {
  const name = normalizeEncoding(label);
  return name === "replacement" ? null : name;
}

/** The charset that a page names itself. One that could not have been read so far is not what it is. */
function declared(start: string): string | null {
  const text = start.replace(/<!--.*?(-->|$)/gs, "");
  const xml = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"'>]+)["']/i.exec(text)?.[1];
  for (const [tag] of text.matchAll(/<meta[\s/][^>]*>/gi)) {
    const direct = /\scharset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(tag)?.[1];
    const content = /http-equiv\s*=\s*["']?content-type/i.test(tag)
      ? /content\s*=\s*["'][^"']*charset\s*=\s*([^\s"';]+)/i.exec(tag)?.[1]
      : undefined;
    const name = known(content ?? direct ?? "");
    if (name) return readable(name);
  }
  const name = xml === undefined ? null : known(xml);
  return name === null ? null : readable(name);
}

const readable = (name: string): string => (name.startsWith("utf-16") ? "utf-8" : name === "x-user-defined" ? "windows-1252" : name);

/** Charsets of one byte a letter in which any bytes are text: what is said without looking, by servers above all. */
const ANY_BYTES = new Set(["windows-1252", "iso-8859-15", "windows-1251", "windows-1250", "iso-8859-2"]);
/** From which share of a text's bytes on its letters are of another script than Latin (guess: French has 4 %, Vietnamese 25 %). */
const OTHER_SCRIPT = 0.3;

/** The charset that was said, unless the bytes say clearly that it is another. */
function corrected(said: string | null, bytes: Uint8Array): string | null {
  if (said === null || (said !== "utf-8" && !ANY_BYTES.has(said))) return said;
  const { letters, broken, high } = countUtf8(bytes);
  // Letters of several bytes do not come about by chance where all are whole.
  if (said !== "utf-8") return letters > 0 && broken === 0 ? "utf-8" : said;
  // A page in UTF-8 with a few broken bytes is one.
  if (broken <= letters) return said;
  return high > bytes.length * OTHER_SCRIPT ? detected(bytes) : "windows-1252";
}

/** How many letters of several bytes a text has if it is UTF-8, bytes that are then none, and all bytes beyond ASCII. */
function countUtf8(bytes: Uint8Array): { readonly letters: number; readonly broken: number; readonly high: number } {
  let letters = 0;
  let broken = 0;
  let high = 0;
  for (let n = 0; n < bytes.length; ) {
    const byte = bytes[n] ?? 0;
    const length =
      byte < 0x80 ? 1 : byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
    let whole = 1;
    while (whole < length && ((bytes[n + whole] ?? 0) & 0xc0) === 0x80) whole++;
    if (byte >= 0x80) high += whole;
    // The text can be cut within its last letter.
    if (length === 0 || (whole < length && n + whole < bytes.length)) broken++;
    else if (length > 1 && whole === length) letters++;
    n += whole;
  }
  return { letters, broken, high };
}

/** Share of zeros among every second byte of Latin text in UTF-16; the other half has hardly any (guess: other text has none at all). */
const ZEROS = { most: 0.5, least: 0.02 };

/** UTF-16 without a mark, by the zeros that it has in every second byte. */
function wideOf(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, DETECTED);
  const half = sample.length >> 1;
  let even = 0;
  let odd = 0;
  for (let n = 0; n < half; n++) {
    if (sample[2 * n] === 0) even++;
    if (sample[2 * n + 1] === 0) odd++;
  }
  if (odd >= half * ZEROS.most && even <= half * ZEROS.least && half > 1) return "utf-16le";
  return even >= half * ZEROS.most && odd <= half * ZEROS.least && half > 1 ? "utf-16be" : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const detected = (bytes: Uint8Array): string => known(chardet.detect(bytes.subarray(0, DETECTED)) ?? "") ?? "windows-1252";

function refuseBinary(text: string, isMarkup: boolean): void {
  const LOOKED_AT = 8192;
  /** Share of control characters that no text has (guess: terminal output with colours has less). */
  const MOST = 0.1;
  const sample = text.slice(0, LOOKED_AT);
  const controls = sample.match(CONTROLS)?.length ?? 0;
  if ((!isMarkup && sample.includes("\0")) || controls > sample.length * MOST)
    throw new Failure("unsupported", "This is not a text: it can't be read.");
}
