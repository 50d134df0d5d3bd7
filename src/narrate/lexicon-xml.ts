import { Failure } from "../model/index.ts";

/** What a reader of XML meets, in order. Names are as written; attribute values and text have their entities resolved. */
export type XmlEvent =
  | {
      readonly kind: "open" /** UTF-16 offset in the file. */;
      readonly at: number;
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
    }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

/** The deepest nesting that a lexicon can need, and some (guess). */
const DEEPEST = 32;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const NAME = "[\\p{L}_][\\p{L}\\p{N}._:-]{0,63}";
const OPEN = new RegExp(`<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, "uy");
const CLOSE = new RegExp(`</(${NAME})\\s*>`, "uy");
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "gu");

const wrong = (what: string): Failure => new Failure("bad-input", `This is no lexicon file: ${what}.`);

/** The five entities of XML and numbers; any other would need a document type, and that is refused. */
const resolved = (text: string): string =>
  text.replace(/&([^;\s&]{0,12});?/g, (whole, name: string) => {
    const number = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name);
    const code = number ? Number.parseInt(number[1] ?? number[2] ?? "", number[1] === undefined ? 10 : 16) : null;
    if (code !== null && code > 0 && code <= 0x10ffff && whole.endsWith(";")) return String.fromCodePoint(code);
    if (whole.endsWith(";") && Object.hasOwn(ENTITIES, name)) return ENTITIES[name] ?? "";
    throw wrong(`it has the entity ${whole}`);
  });

/**
 * Reads the part of XML that data needs: elements, attributes, text, CDATA; comments and instructions are passed over. A document
 * type is refused, so nothing is ever expanded or fetched. Linear. @throws Failure `bad-input` with what is wrong
 */
export function readXml(text: string): readonly XmlEvent[] {
  const events: XmlEvent[] = [];
  const open: string[] = [];
  const after = (mark: string, from: number): number => {
    const end = text.indexOf(mark, from);
    if (end < 0) throw wrong(`“${mark}” is missing`);
    return end + mark.length;
  };
  const say = (part: string): void => {
    if (part === "") return;
    if (open.length === 0 && part.trim() !== "") throw wrong("it has text outside of its elements");
    events.push({ kind: "text", text: part });
  };
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) {
    if (text[at] !== "<") {
      const end = text.indexOf("<", at);
      const stop = end < 0 ? text.length : end;
      say(resolved(text.slice(at, stop)));
      at = stop;
    } else if (text.startsWith("<!--", at)) at = after("-->", at + 4);
    else if (text.startsWith("<?", at)) at = after("?>", at + 2);
    else if (text.startsWith("<![CDATA[", at)) {
      const end = after("]]>", at + 9);
      say(text.slice(at + 9, end - 3));
      at = end;
    } else if (text.startsWith("<!", at)) throw wrong("it has a document type");
    else if (text.startsWith("</", at)) {
      CLOSE.lastIndex = at;
      const found = CLOSE.exec(text);
      const name = open.pop();
      if (!found || found[1] !== name || name === undefined) throw wrong("its elements are not closed in order");
      events.push({ kind: "close", name });
      at = CLOSE.lastIndex;
    } else {
      OPEN.lastIndex = at;
      const found = OPEN.exec(text);
      const [, name = "", inside = "", empty] = found ?? [];
      if (!found) throw wrong("it has a broken tag");
      const attributes = new Map<string, string>();
      for (const [, key = "", double, single] of inside.matchAll(ATTRIBUTE)) attributes.set(key, resolved(double ?? single ?? ""));
      events.push({ kind: "open", at, name, attributes });
      if (empty === "/") events.push({ kind: "close", name });
      else open.push(name);
      if (open.length > DEEPEST) throw wrong("it is nested too deeply");
      at = OPEN.lastIndex;
    }
  }
  if (open.length > 0) throw wrong("it ends too early");
  return events;
}

/** Text as XML shows it: control characters that XML can't hold are left out. */
export const escapeXml = (text: string): string =>
  text.replace(/(?![\n\r\t])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, "").replace(/[&<>"\n\r\t]/g, (sign) => `&#${sign.charCodeAt(0)};`);
