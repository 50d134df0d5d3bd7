import { collapse } from "../text.ts";
import { labelOf } from "./labels.ts";
import { attribute, isElement, type PageElement, type PageNode, textOf } from "./tree.ts";

/** Names of elements that a typesetter of formulas makes. */
const FORMULA = / (?:latex|tex|katex|math|maths|mathjax|math jax|math (?:inline|block|display)|hurmet tex|equation|formula) /;
/** Where typesetters keep what the author wrote. */
const SOURCES = ["data-math", "data-tex", "data-latex", "data-formula", "data-entry", "data-expr"];
/** What only TeX has: commands, raised and lowered groups. */
const TEX = /\\[a-z]{2,}(?![a-z])|[_^]\{/i;
/** Addresses of services that draw a formula which is in the address. */
const SERVICE = /latex|codecogs|mathtex|mimetex|[/.?&=](?:tex|formula|math|equation)[/.?=]|[?&]cht=tx/i;
/** Longest address in which a formula is looked for, UTF-16 code units. */
const LONGEST_ADDRESS = 2000;

/** What a formula says: its alternative text, or how its author wrote it, else what it shows, written in one line as TeX; null for none. */
export function formulaOf(math: PageElement): string | null {
  const said = attribute(math, "alttext");
  if (said) return plainTex(said);
  const walk = (within: PageElement): string | null => {
    for (const child of within.children) {
      if (!isElement(child)) continue;
      const found = child.tag === "annotation" && /tex/i.test(attribute(child, "encoding") ?? "") ? ownText(child) : walk(child);
      if (found) return found;
    }
    return null;
  };
  const written = walk(math);
  return written ? plainTex(written) : collapse(plainLetters(line(math))) || null;
}

/** What a page keeps beside a formula that it draws with many elements; null where an element is none. */
export function keptFormula(element: PageElement): string | null {
  if (element.attributes.size < 2 || !FORMULA.test(labelOf(element))) return null;
  for (const name of SOURCES) {
    const said = attribute(element, name);
    if (said) return plainTex(said);
  }
  return null;
}

/** Most neighbours among which a drawn formula is looked for: more would take quadratic time. */
const MOST_NEIGHBOURS = 500;

/** What a script says that a typesetter will draw; null for any other script, and where it has been drawn. */
export function formulaOfScript(script: PageElement): string | null {
  if (!isFormulaScript(script)) return null;
  const siblings = script.parent?.children ?? [];
  const before = siblings.length > MOST_NEIGHBOURS ? undefined : siblings.slice(0, siblings.indexOf(script)).findLast(isElement);
  const isDrawn =
    before !== undefined && / (?:math ?jax(?: display| chtml| svg)?|mjx chtml) /.test(labelOf(before)) && /\S/.test(textOf(before));
  return isDrawn ? null : plainTex(textOf(script));
}

/** Whether a script is a formula as its author wrote it. */
export const isFormulaScript = (script: PageElement): boolean => /^math\/tex/i.test(attribute(script, "type") ?? "");

/** The formula that a page shows as a picture: its alternative text, or what its address asks a service to draw; null for any other picture. */
export function formulaOfPicture(image: PageElement): string | null {
  const alt = collapse(image.attributes.get("alt") ?? "");
  const src = (attribute(image, "src") ?? "").slice(0, LONGEST_ADDRESS);
  const isDrawn = SERVICE.test(src.slice(0, 300));
  if (alt !== "" && (TEX.test(alt) || isDrawn || / (?:latex|tex|math|equation|formula) /.test(labelOf(image)))) return plainTex(alt);
  if (!isDrawn) return null;
  for (const part of src.split(/[?&]|\/(?=[^/]*$)/).reverse()) {
    const asked = decode(part.replace(/^(?:chl|tex|latex|math|formula|q)=/, ""));
    if (TEX.test(asked)) return plainTex(asked);
  }
  return null;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // "100%" is no address; as it is written it is no formula either.
    return "";
  }
}

/** TeX without what only says how large or where it is drawn. */
const plainTex = (tex: string): string =>
  collapse(
    tex
      .trim()
      .replace(/^\$+|\$+$/g, "")
      .replace(/^\{\s*\\(?:display|text)style\s?([\s\S]*)\}$/, "$1")
      .replace(/\\(?:display|text)style\b\s?/g, ""),
  );

const ownText = (element: PageElement): string | null =>
  element.children
    .map((child) => (isElement(child) ? "" : child.text))
    .join("")
    .trim() || null;

const ACCENTS: Readonly<Record<string, string>> = { "→": "vec", "~": "tilde", "^": "hat", "˙": "dot", "¯": "overline", "⏞": "overbrace" };

/** Slanted, bold and double letters of formulas as the letters that they are, and no invisible signs: voices pass over both, or spell their names. */
export const plainLetters = (formula: string): string =>
  formula.replace(/[\u2061-\u2064]/g, "").replace(/[\u{1D400}-\u{1D7FF}]/gu, (letter) => letter.normalize("NFKC"));

/** MathML as one line of TeX. */
function line(node: PageNode): string {
  if (!isElement(node)) return node.text.trim();
  if (node.tag === "annotation" || node.tag === "annotation-xml") return "";
  const parts = node.children.filter((child) => isElement(child) || /\S/.test(child.text)).map(line);
  const [first = "", second = "", third = ""] = parts;
  switch (node.tag.replace(/^mjx-/, "")) {
    case "mfrac":
      return `\\frac{${first}}{${second}}`;
    case "msqrt":
      return `\\sqrt{${parts.join(" ")}}`;
    case "mroot":
      return `\\sqrt[${second}]{${first}}`;
    case "msup":
      return `${first}^{${second}}`;
    case "msub":
    case "munder":
      return `${first}_{${second}}`;
    case "msubsup":
    case "munderover":
      return `${first}_{${second}}^{${third}}`;
    case "mover":
      return ACCENTS[second] ? `\\${ACCENTS[second]}{${first}}` : `${first}^{${second}}`;
    case "mtd":
      return `${parts.join(" ")} `;
    default:
      return parts.join(node.tag === "mrow" || node.tag === "math" ? " " : "");
  }
}
