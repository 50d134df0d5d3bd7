import { endsSentence } from "../text.ts";
import { isObject } from "./data.ts";
import { parsePage } from "./parse-page.ts";
import { isElement, textOf } from "./tree.ts";

type Json = Parameters<typeof isObject>[0];

/** Names under which pages keep the text that their scripts will show. */
const BODY =
  /^(?:article|announcement|post|story|news|entry|page|main|full)?_?(?:body|content|text|html|markdown)_?(?:html|text|rendered|plain|raw|value)?$/i;
const TITLE = /^(?:headline|title|event_?name|name|subject)$/i;
/** Shortest text that is believed to be an article's, UTF-16 code units. */
const SHORTEST = 120;
/** Longest text that is shown: the longest novels. */
const LONGEST_TEXT = 1_000_000;
/** Most data that is read, UTF-16 code units, how deep it is looked into, and how many values are looked at. */
const LONGEST = 4_000_000;
const DEEPEST = 16;
const MOST_VALUES = 200_000;

/** A text that a page keeps for its scripts. */
interface Kept {
  readonly title: string | null;
  readonly text: string;
}

/**
 * The page with the text in its place that it keeps in its data (JSON in scripts or in `data-` attributes) and would show with its scripts;
 * null where it keeps none. The longest text is the article's.
 */
export function showKeptText(html: string): string | null {
  const tree = parsePage(html, { data: true });
  let length = 0;
  let values = 0;
  let best: Kept | null = null;
  let most = SHORTEST;
  const visit = (value: Json, depth: number): void => {
    if (depth > DEEPEST || values++ > MOST_VALUES) return;
    if (Array.isArray(value)) for (const entry of value) visit(entry, depth + 1);
    if (!isObject(value)) return;
    for (const [key, inside] of Object.entries(value)) {
      if (typeof inside !== "string") visit(inside, depth + 1);
      else if (inside.length > most && BODY.test(key) && isProse(inside)) {
        most = inside.length;
        const title = Object.entries(value).find(([name, said]) => TITLE.test(name) && typeof said === "string" && said.trim() !== "")?.[1];
        best = { title: typeof title === "string" ? title : null, text: inside };
      }
    }
  };
  const read = (text: string): void => {
    if (text.length < SHORTEST) return;
    length += text.length;
    if (length > LONGEST) return;
    const parsed = parse(text);
    if (parsed !== null) visit(parsed, 0);
  };
  for (const element of tree.elements) {
    if (element.tag === "script" && /json/i.test(element.attributes.get("type") ?? ""))
      read(element.children.map((child) => (isElement(child) ? "" : child.text)).join(""));
    else for (const [name, value] of element.attributes) if (name.startsWith("data-") && /^\s*[[{]/.test(value)) read(value);
  }
  const found = best as Kept | null;
  if (!found) return null;
  const heading = found.title === null ? "" : `<h1>${asText(found.title)}</h1>`;
  return `${html}<main><article>${heading}${asHtml(found.text.slice(0, LONGEST_TEXT))}</article></main>`;
}

function parse(text: string): Json | null {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // What is no data keeps no text.
    return null;
  }
}

/** Whether a text has sentences: settings and templates have none. */
const isProse = (text: string): boolean =>
  (text.match(/\p{L}["”’»)]?[.!?。！？](?:\s|<|\[|$)/gu)?.length ?? 0) >= 2 || (endsSentence(text) && text.split(/\s+/).length > 20);

const asText = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** A text in HTML, in BBCode or in plain lines as HTML. */
function asHtml(text: string): string {
  if (/\[\/(?:p|b|i|u|url|h\d|list|olist|quote|img|code)\]/i.test(text)) return fromBbCode(text);
  if (/<(?:p|div|br|h\d|ul|ol|a|section|span)\b/i.test(text) && /\S/.test(textOf(parsePage(text).body))) return text;
  return text
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => `<p>${asText(paragraph)}</p>`)
    .join("");
}

/** The tags of BBCode that mean the same in HTML. */
const SAME = new Set("p b i u s h1 h2 h3 h4 h5 h6 hr br table tr td th".split(" "));
const OTHERS: Readonly<Record<string, string>> = { list: "ul", olist: "ol", quote: "blockquote", code: "pre", strike: "s" };
/** A tag of BBCode: "[url=https://…]", "[/b]", "[*]". */
const TAG = /\[(\/?)(\*|[a-z][a-z\d]*)(?:=([^\]]{0,500}))?(?:\s[^\]]{0,500})?\]/gi;

/** BBCode, the mark-up of forums and of game shops, as HTML. Tags that say nothing to a reader go, their text stays. */
function fromBbCode(text: string): string {
  return asText(text)
    .replace(/\[(img|video|previewyoutube)[^\]]{0,500}\][^[]{0,500}\[\/\1\]/gi, "")
    .replace(TAG, (whole: string, end: string, name: string, value: string | undefined) => {
      const tag = name.toLowerCase();
      if (tag === "*") return end ? "</li>" : "<li>";
      if (tag === "url") return end ? "</a>" : `<a href="${(value ?? "").replace(/"/g, "")}">`;
      const html = SAME.has(tag) ? tag : OTHERS[tag];
      if (html) return `<${end}${html}>`;
      // "[sic]" is no tag.
      return end || value !== undefined || /^(?:spoiler|noparse|color|size|center|left|right|font)$/.test(tag) ? "" : whole;
    })
    .replace(/\n/g, "<br>");
}
