import { Parser } from "htmlparser2";
import { Failure } from "../model/index.ts";

/** An element of an XML file. Names are without their prefix: files choose prefixes as they like. */
export interface XmlElement {
  readonly name: string;
  /** By local name, in lower case. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text in it and in all that it contains. */
  readonly text: string;
}

/** Most elements and deepest nesting of a file that describes a document: the largest real ones have some 10,000 and 20 (guess). */
const MOST_ELEMENTS = 200_000;
const DEEPEST = 200;

interface Growing {
  name: string;
  attributes: Map<string, string>;
  children: Growing[];
  text: string;
}

const localName = (name: string): string => name.slice(name.lastIndexOf(":") + 1);

/**
 * Reads an XML file that describes a document, without entities of its own and without what it refers to. Repairs what is broken.
 * Answers with an element without a name that contains the outermost ones.
 * @throws Failure `too-large`
 */
export function readXml(text: string): XmlElement {
  const top: Growing = { name: "", attributes: new Map(), children: [], text: "" };
  const open: Growing[] = [top];
  let count = 0;
  const parser = new Parser(
    {
      onopentag(name, found) {
        count++;
        if (count > MOST_ELEMENTS || open.length > DEEPEST)
          throw new Failure("too-large", "The description of this document is too large to read.");
        const element: Growing = { name: localName(name), attributes: new Map(), children: [], text: "" };
        for (const [key, value] of Object.entries(found)) element.attributes.set(localName(key).toLowerCase(), value);
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(data) {
        const inner = open.at(-1);
        if (inner) inner.text += data;
      },
      onclosetag() {
        const closed = open.pop();
        const around = open.at(-1);
        if (closed && around) around.text += closed.text;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
  return top;
}

/** All elements with a name inside of an element, in the order of the file. */
export function elementsNamed(element: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (within: XmlElement): void => {
    for (const child of within.children) {
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(element);
  return found;
}
