import { getBOMEncoding, legacyHookDecode, normalizeEncoding, TextDecoder } from "@exodus/bytes/encoding.js";

/** Where an XML declaration ends at the latest, bytes (guess: real ones have less than 100). */
const DECLARATION = 512;

/**
 * The text of a feed: byte order mark, the transport's charset, the XML declaration, then valid UTF-8, then windows-1252 (RFC 7303; what
 * is said and can't be is passed over, as the bytes know best).
 */
export function decodeFeed(bytes: Uint8Array, charset: string | null): string {
  const mark = getBOMEncoding(bytes);
  if (mark) return legacyHookDecode(bytes, mark);
  const start = String.fromCharCode(...bytes.subarray(0, DECLARATION));
  const wide = wideOf(bytes);
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"'>]+)["']/i.exec(wide ? start.replaceAll("\0", "") : start)?.[1];
  const named = [charset, wide, declared].map((label) => (label == null ? null : known(label)));
  for (const name of [...named.filter((name) => name !== null), "utf-8"]) {
    const text = tryDecode(bytes, name);
    if (text !== null) return text;
  }
  const told = named[2] ?? named[0];
  if (told != null && told !== "utf-8") return legacyHookDecode(bytes, told);
  const broken = legacyHookDecode(bytes, "utf-8");
  return isMostlyUtf8(broken) ? broken : legacyHookDecode(bytes, "windows-1252");
}

/** A few broken signs among many whole ones are damage; none that is whole shows another charset. */
function isMostlyUtf8(text: string): boolean {
  const lost = text.split("\uFFFD").length - 1;
  const whole = (text.match(/[^\0-\x7F\uFFFD]/g) ?? []).length;
  return whole > lost;
}

/** UTF-16 without a mark shows by the zeros beside the first sign. */
function wideOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0 && bytes[1] === 0x3c) return "utf-16be";
  return bytes[0] === 0x3c && bytes[1] === 0 ? "utf-16le" : null;
}

function known(label: string): string | null {
  // Servers say ASCII of whatever they did not look at; what is ASCII is UTF-8 too.
  if (/^(?:us-)?ascii$/i.test(label.trim())) return null;
  const name = normalizeEncoding(label.trim());
  return name === null || name === "replacement" || name === "x-user-defined" ? null : name;
}

function tryDecode(bytes: Uint8Array, name: string): string | null {
  // What says UTF-16 in bytes that can be read one by one is not it.
  if (name.startsWith("utf-16") && !bytes.subarray(0, 64).includes(0)) return null;
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
