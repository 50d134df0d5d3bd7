import { elementsNamed, readXml } from "../xml.ts";

/** A part of a Word document without its hidden text, and that text. */
export interface Shown {
  readonly xml: string;
  readonly hidden: readonly string[];
}

/** What says whether text is shown (Office Open XML, 17.3.2.41 "vanish"), and what it stands in. */
const TAGS = /<(\/?)w:(p|r|pPr|rPrChange|pPrChange|vanish|rStyle|pStyle|fldChar)(?=[\s/>])([^>]*?)(\/?)>/g;
const OFF = /\sw:val\s*=\s*["'](?:0|false|off)["']/;
const VALUE = /\sw:val\s*=\s*["']([^"']*)["']/;
/** Most styles that one is based on: Word itself stops at ten. */
const DEEPEST = 20;

/** The ids of the styles whose text is hidden, also where a style they are based on says so. */
export function hiddenStyles(xml: string): ReadonlySet<string> {
  const styles = new Map(
    elementsNamed(readXml(xml), "style").map((style) => {
      const own = (name: string) => style.children.find((child) => child.name === name);
      const vanish = own("rPr")?.children.find(({ name }) => name === "vanish");
      const says = vanish && !["0", "false", "off"].includes(vanish.attributes.get("val") ?? "");
      return [style.attributes.get("styleid") ?? "", { says, base: own("basedOn")?.attributes.get("val") }] as const;
    }),
  );
  const isHidden = (id: string): boolean => {
    let at: string | undefined = id;
    for (let n = 0; at !== undefined && n < DEEPEST; n++) {
      const style = styles.get(at);
      if (style?.says !== undefined) return style.says;
      at = style?.base;
    }
    return false;
  };
  return new Set([...styles.keys()].filter(isHidden));
}

/** Takes hidden text out of a part of a Word document. `styles`: the ids of styles whose text is hidden. Linear. */
export function withoutHidden(xml: string, styles: ReadonlySet<string>): Shown {
  const paragraphs: { isHidden: boolean }[] = [];
  const runs: { readonly start: number; isHidden: boolean; isField: boolean }[] = [];
  const cuts: { readonly start: number; readonly end: number }[] = [];
  // What the mark of a paragraph has, or what a text had once, says nothing of its text.
  let apart = 0;
  for (const match of xml.matchAll(TAGS)) {
    const [tag, slash, name, attributes = "", empty] = match;
    const isEnd = slash === "/";
    const isOpen = !isEnd && empty === "";
    const value = VALUE.exec(attributes)?.[1] ?? "";
    const run = runs.at(-1);
    const paragraph = paragraphs.at(-1);
    if (name === "p") {
      if (isOpen) paragraphs.push({ isHidden: false });
      else if (isEnd) paragraphs.pop();
    } else if (name === "r") {
      if (isOpen) runs.push({ start: match.index, isHidden: paragraph?.isHidden ?? false, isField: false });
      else if (isEnd) {
        const ended = runs.pop();
        const isInside = runs.some(({ isHidden, isField }) => isHidden && !isField);
        if (ended?.isHidden && !ended.isField && !isInside) cuts.push({ start: ended.start, end: match.index + tag.length });
      }
    } else if (name === "pStyle") {
      if (paragraph && styles.has(value)) paragraph.isHidden = true;
    } else if (name === "pPr" || name === "rPrChange" || name === "pPrChange") {
      apart += isOpen ? 1 : isEnd ? -1 : 0;
    } else if (run && apart === 0) {
      if (name === "vanish") run.isHidden = !OFF.test(attributes);
      else if (name === "rStyle") run.isHidden ||= styles.has(value);
      // What begins or ends a field holds the text between together.
      else run.isField = true;
    }
  }
  const shown: string[] = [];
  const hidden: string[] = [];
  let from = 0;
  for (const { start, end } of cuts) {
    // A run inside of a hidden one is cut with it.
    if (start < from) continue;
    shown.push(xml.slice(from, start));
    const text = elementsNamed(readXml(xml.slice(start, end)), "t")
      .map((element) => element.text)
      .join("");
    if (text.trim() !== "") hidden.push(text);
    from = end;
  }
  return { xml: shown.join("") + xml.slice(from), hidden };
}
