const LETTERS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML can have it: nothing of it is markup, and what XML forbids is left out. */
export const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    // Half of a letter that needs two.
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/[&<>"]/g, (letter) => LETTERS[letter] ?? letter);

/** A language as a file may say it, null where it is none. */
export function languageTag(lang: string | null): string | null {
  if (lang === null || lang === "") return null;
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? null;
  } catch {
    return null;
  }
}

/** The attributes of an element: what is null is not there. */
export const attributes = (values: Readonly<Record<string, string | null>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === null ? "" : ` ${name}="${escaped(value)}"`))
    .join("");

/**
 * An address as a book may have it (RFC 3986), null where it is none. Addresses of the web may hold letters that no URI has, "[" or "|" in a
 * path; they are written with a percent sign there.
 */
export function addressOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { href } = new URL(text);
  // The brackets of a host are an IPv6 address's own.
  const from = /^https?:\/\/[^/]*/.exec(href)?.[0].length ?? 0;
  const rest = href
    .slice(from)
    .replace(/%(?![\da-f]{2})/gi, "%25")
    .replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/g, encodeURIComponent);
  const mark = rest.indexOf("#");
  return `${href.slice(0, from)}${mark < 0 ? rest : `${rest.slice(0, mark + 1)}${rest.slice(mark + 1).replaceAll("#", "%23")}`}`;
}
