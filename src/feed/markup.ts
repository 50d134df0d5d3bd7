import { decodeHTML } from "entities";
import { Parser } from "htmlparser2";
import { withoutTurns } from "../model/index.ts";
import { type Element, rawText, resolve } from "./xml.ts";

/** Attributes that hold addresses (HTML standard, "URL attributes" as far as articles have them). */
const ADDRESSES = new Set(["href", "src", "cite", "poster", "longdesc", "action", "background", "data", "usemap", "codebase", "classid"]);

const escapeText = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', "&quot;");

/** Plain text as HTML, its paragraphs kept. */
export function fromPlain(text: string): string {
  const paragraphs = escapeText(text.trim()).split(/\n\s*\n/);
  return paragraphs.length < 2 ? (paragraphs[0] ?? "") : paragraphs.map((one) => `<p>${one.replaceAll("\n", "<br>")}</p>`).join("\n");
}

/** What is in an element as HTML: markup that was written as elements, with its prefixes off. */
export function innerMarkup(element: Element): string {
  return element.children.map((child) => (typeof child === "string" ? escapeText(child) : outerMarkup(child))).join("");
}

const VOID = new Set(["br", "hr", "img", "input", "col", "area", "embed", "source", "track", "wbr"]);

function outerMarkup(element: Element): string {
  const tag = element.raw.slice(element.raw.indexOf(":") + 1);
  const attributes = [...element.attributes]
    .filter(([name]) => !name.startsWith("xml"))
    .map(([name, value]) => {
      // Bases nest: what an element says of itself holds for the addresses in it.
      const written = element.base !== null && ADDRESSES.has(name) ? (resolve(value, element.base) ?? value) : value;
      return ` ${name}="${escapeAttribute(written)}"`;
    })
    .join("");
  if (element.children.length === 0 && VOID.has(tag.toLowerCase())) return `<${tag}${attributes}>`;
  return `<${tag}${attributes}>${innerMarkup(element)}</${tag}>`;
}

/**
 * What an element says, as HTML: written out as text (as RSS has it), or as elements (as people who forgot to escape it have it).
 */
export const markupOf = (element: Element): string =>
  element.children.some((child) => typeof child !== "string") ? mixedMarkup(element) : rawText(element).trim();

/** Text beside elements is text that was escaped once too few: its own tags count. */
const mixedMarkup = (element: Element): string =>
  element.children
    .map((child) => (typeof child === "string" ? child : outerMarkup(child)))
    .join("")
    .trim();

/** HTML with its relative addresses made absolute; nothing else of it changes. */
export function absolute(html: string, base: string | null): string {
  if (base === null || !/<[a-z][^>]*[\s"'](?:href|src|cite|poster|data|background|action|longdesc)\s*=/i.test(html)) return html;
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const parser: Parser = new Parser({
    onopentag(_, attributes) {
      const start = parser.startIndex;
      const tag = html.slice(start, parser.endIndex + 1);
      for (const [name, value] of Object.entries(attributes)) {
        if (!ADDRESSES.has(name) || value.startsWith("#")) continue;
        const whole = resolve(value.trim(), base);
        if (whole === null || whole === value) continue;
        const found = new RegExp(`(\\s${name}\\s*=\\s*)("[^"]*"|'[^']*'|[^\\s>]+)`, "i").exec(tag);
        if (!found) continue;
        const at = start + found.index + (found[1] ?? "").length;
        edits.push({ start: at, end: at + (found[2] ?? "").length, text: `"${escapeAttribute(whole)}"` });
      }
    },
  });
  parser.end(html);
  let out = "";
  let done = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < done) continue;
    out += html.slice(done, start) + text;
    done = end;
  }
  return out + html.slice(done);
}

/** Tags that stand between words: beside them text does not run together. */
const BREAKS = /^(?:br|p|div|li|ul|ol|h[1-6]|tr|td|th|table|blockquote|hr)$/;

/** The text of HTML in one line, null where there is none. `<` that begins no tag is text. */
export function plainText(html: string | null): string | null {
  if (html === null) return null;
  let out = "";
  if (/<[a-z!/]/i.test(html)) {
    let hidden = 0;
    const parser = new Parser(
      {
        onopentag(name) {
          if (name === "script" || name === "style") hidden++;
          if (BREAKS.test(name)) out += " ";
        },
        onclosetag(name) {
          if (name === "script" || name === "style") hidden--;
          if (BREAKS.test(name)) out += " ";
        },
        ontext(text) {
          if (hidden === 0) out += text;
        },
      },
      { decodeEntities: true },
    );
    parser.end(html);
    // A title such as "<3" or one in angle brackets alone is no markup.
    if (out.trim() === "" && !/<(?:img|script|style|br|p|div|span)\b/i.test(html)) out = html;
  } else out = decodeHTML(html);
  const line = withoutTurns(out.replace(/\s+/g, " ")).trim();
  return line === "" ? null : line;
}
