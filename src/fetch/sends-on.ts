/** A larger page has something of its own to say, bytes (guess: such pages have one or two thousand). */
const LARGEST = 32_000;
/** More text is a page of its own: "You are being sent on. If nothing happens, follow this link." (guess). */
const MOST_TEXT = 200;
/** Who waits longer is meant to read something first, seconds (guess). */
const LONGEST_WAIT = 5;

const NAMED: Readonly<Record<string, string>> = { "&amp;": "&", "&quot;": '"', "&#39;": "'", "&lt;": "<", "&gt;": ">" };

/** A text without what stands between two marks. What is never closed goes on to the end. */
function without(text: string, open: string, close: string): string {
  const small = text.toLowerCase();
  let kept = "";
  for (let from = 0; ; ) {
    const start = small.indexOf(open, from);
    if (start < 0) return kept + text.slice(from);
    kept += text.slice(from, start);
    const end = small.indexOf(close, start + open.length);
    if (end < 0) return kept;
    from = end + close.length;
  }
}

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`[\\s"'/]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag);
  return found ? (found[1] ?? found[2] ?? found[3] ?? "").replace(/&(?:amp|quot|#39|lt|gt);/g, (one) => NAMED[one] ?? one) : null;
};

/**
 * Where a page sends on to that says nothing else (`<meta http-equiv=refresh>`, HTML 4.2.5.3), as it is written; null: nowhere, or there is
 * something to read on it.
 */
export function sendsOnTo(bytes: Uint8Array): string | null {
  if (bytes.byteLength > LARGEST) return null;
  const whole = new TextDecoder().decode(bytes);
  if (!/http-equiv/i.test(whole)) return null;
  const bare = [
    ["<!--", "-->"],
    ["<script", "</script"],
    ["<style", "</style"],
  ].reduce((text, [open = "", close = ""]) => without(text, open, close), whole);
  const shown = without(bare, "<title", "</title")
    .replace(/<[^<>]*>/g, " ")
    .replace(/\s+/g, " ");
  if (shown.length > MOST_TEXT) return null;
  for (const [tag] of bare.matchAll(/<meta\b[^<>]*>/gi)) {
    if (attribute(tag, "http-equiv")?.trim().toLowerCase() !== "refresh") continue;
    const said = /^\s*(\d{1,4})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?(.+)$/is.exec(attribute(tag, "content") ?? "");
    const target = (said?.[2] ?? "")
      .trim()
      .replace(/^(["'])(.*?)(?:\1.*)?$/s, "$2")
      .trim();
    if (said && Number(said[1]) <= LONGEST_WAIT && target !== "") return target;
  }
  return null;
}
