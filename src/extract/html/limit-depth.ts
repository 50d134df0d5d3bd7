/**
 * Deepest nesting that is kept: the deepest of 256 real pages has 34; what is deeper is an attack or a mistake, and its text
 * stays.
 */
const DEEPEST = 256;

const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]);
/** Their content is not markup. */
const RAW = new Set(["script", "style", "textarea", "title", "xmp", "noembed", "noframes"]);
/** A start tag ends these when they are open without an end tag: `<p>a<p>b` is not nested. */
const ENDED_BY: Readonly<Record<string, readonly string[]>> = {
  li: ["li", "p"],
  p: ["p"],
  dt: ["dt", "dd", "p"],
  dd: ["dt", "dd", "p"],
  tr: ["td", "th", "tr", "p"],
  td: ["td", "th", "p"],
  th: ["td", "th", "p"],
  option: ["option"],
  div: ["p"],
  ul: ["p"],
  ol: ["p"],
  table: ["p"],
  h2: ["p"],
  h3: ["p"],
};

/** The end of the tag that begins at `start`, after ">"; quotes hide one. The end of the text when it never ends. */
function tagEnd(html: string, start: number): number {
  let quote = "";
  for (let at = start; at < html.length; at++) {
    const char = html.charAt(at);
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if ((char === '"' || char === "'") && html.charAt(at - 1) === "=") quote = char;
    else if (char === ">") return at + 1;
  }
  return html.length;
}

const isSpace = (char: string): boolean => /\s/.test(char);

/**
 * Takes tags out of a page so that no element is nested deeper than `DEEPEST`: parser and walkers need time and stack for each level
 * (measured: 100,000 levels take the parser 17 s). Text is never taken out. A page that is not as deep is returned as it is.
 */
export function limitDepth(html: string): string {
  const open: string[] = [];
  // How many tags of a name were taken out and wait for their end.
  const dropped = new Map<string, number>();
  const parts: string[] = [];
  let copied = 0;
  let changed = false;
  const drop = (start: number, end: number): void => {
    parts.push(html.slice(copied, start));
    copied = end;
    changed = true;
  };
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at)) {
    if (html.startsWith("<!--", at)) {
      const end = html.indexOf("-->", at + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const isEnd = html.charAt(at + 1) === "/";
    const nameAt = at + (isEnd ? 2 : 1);
    const LONGEST_NAME = 40;
    const name = /^[a-z][^\s/>]*/i.exec(html.slice(nameAt, nameAt + LONGEST_NAME))?.[0].toLowerCase();
    if (name === undefined) {
      at++;
      continue;
    }
    const end = tagEnd(html, nameAt);
    if (isEnd) {
      const waiting = dropped.get(name) ?? 0;
      const depth = open.lastIndexOf(name);
      if (waiting > 0) {
        dropped.set(name, waiting - 1);
        drop(at, end);
      } else if (depth >= 0) open.length = depth;
      else if (open.length > DEEPEST / 2) drop(at, end);
    } else if (!VOID.has(name) && !/\/\s*>$/.test(html.slice(Math.max(nameAt, end - 3), end))) {
      while (ENDED_BY[name]?.includes(open.at(-1) ?? "")) open.pop();
      if (RAW.has(name)) {
        const closing = rawEnd(html, end, name);
        at = closing;
        continue;
      }
      if (open.length >= DEEPEST) {
        dropped.set(name, (dropped.get(name) ?? 0) + 1);
        drop(at, end);
      } else open.push(name);
    }
    at = end;
  }
  return changed ? parts.join("") + html.slice(copied) : html;
}

/** Where the end tag of a raw element begins; after the start tag itself when it never ends, for the parser to decide. */
function rawEnd(html: string, from: number, name: string): number {
  for (let at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
    const after = html.charAt(at + 2 + name.length);
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name && (after === ">" || after === "/" || isSpace(after)))
      return at + 2 + name.length;
  }
  return html.length;
}
