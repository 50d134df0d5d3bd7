import { QuoteType, Tokenizer } from "htmlparser2";
import { Failure } from "../../model/index.ts";
import { releaseText } from "./release-text.ts";
import { isElement, type PageElement, type PageNode, type PageTree } from "./tree.ts";

/** Deepest nesting, elements: what Blink keeps. Deeper elements become siblings, their text stays. Real pages reach 60 (measured). */
const DEEPEST = 512;

/** Most elements: the largest of 430 real pages has 17,000; each takes half a kilobyte. */
const MOST_ELEMENTS = 400_000;

const VOID = new Set(
  "area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr".split(" "),
);
const HEAD = new Set("base basefont bgsound link meta noscript script style template title".split(" "));
/** Elements whose end tag, or a new one of their kind, never reaches through (HTML standard, "special" elements that we meet). */
const WALLS = new Set("table td th caption html body template object button svg math select".split(" "));
const ENDS_PARAGRAPH = new Set(
  "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table ul".split(
    " ",
  ),
);
const HEADING = new Set("h1 h2 h3 h4 h5 h6".split(" "));
/** Inline elements: their end tag never closes a block. */
const LOOSE = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var".split(
    " ",
  ),
);
/** What a start tag ends when it is open, and where looking for it stops. */
const SIBLINGS: Readonly<Record<string, readonly [ends: ReadonlySet<string>, stops: ReadonlySet<string>]>> = {
  li: [new Set(["li"]), new Set(["ul", "ol", "menu", "dir"])],
  dt: [new Set(["dt", "dd"]), new Set(["dl"])],
  dd: [new Set(["dt", "dd"]), new Set(["dl"])],
  tr: [new Set(["tr"]), new Set(["table"])],
  td: [new Set(["td", "th"]), new Set(["tr", "table"])],
  th: [new Set(["td", "th"]), new Set(["tr", "table"])],
  tbody: [new Set(["tbody", "thead", "tfoot", "caption", "colgroup"]), new Set(["table"])],
  thead: [new Set(["tbody", "thead", "tfoot", "caption", "colgroup"]), new Set(["table"])],
  tfoot: [new Set(["tbody", "thead", "tfoot", "caption", "colgroup"]), new Set(["table"])],
  option: [new Set(["option"]), new Set(["select", "datalist"])],
  optgroup: [new Set(["option", "optgroup"]), new Set(["select"])],
  a: [new Set(["a"]), new Set(["p", "div", "li", "article", "section"])],
  rt: [new Set(["rt", "rp"]), new Set(["ruby"])],
  rp: [new Set(["rt", "rp"]), new Set(["ruby"])],
};
const TABLE_PARTS = new Set("td th caption".split(" "));
/** Raw text that is of no use here. */
const DROPPED = new Set(["style", "textarea", "iframe", "noembed", "noframes", "xmp", "plaintext"]);
/** The attributes that are read; pages have many more. */
const KEPT = new Set(
  "class id lang xml:lang dir hidden style role aria-hidden aria-label aria-level title alt href src srcset width height name property content http-equiv charset rel type datetime pubdate itemprop itemtype itemscope start reversed value data colspan rowspan datatable alttext encoding poster epub:type xlink:href shadowrootmode shadowroot data-src data-srcset data-original data-lazy-src data-lazy data-url data-hi-res-src data-image data-img-src data-math data-tex data-latex data-formula data-entry data-expr data-component data-testid data-module data-type".split(
    " ",
  ),
);
/** Names of other formats for what HTML has too: old pages, and AMP. */
const SAME_AS: Readonly<Record<string, string>> = {
  image: "img",
  "amp-img": "img",
  "amp-anim": "img",
  "amp-video": "video",
  "amp-audio": "audio",
  "amp-iframe": "iframe",
};
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** How a page is parsed. */
export interface ParseOptions {
  /** It is XHTML, as in books: `<title/>` is an empty element, CDATA is text, and roles are said by `epub:type`. */
  readonly strict?: boolean;
  /** With all `data-` attributes: pages keep whole texts in them. */
  readonly data?: boolean;
}

/**
 * Parses a page into a light tree. No script runs, nothing is fetched, any text is a page. Repairs what old pages need (elements without
 * end tags, end tags without elements, misnested formatting), in a time that is linear in the length of the text.
 * @throws Failure `too-large` for a page of more elements than fit
 */
export function parsePage(html: string, { strict = false, data = false }: ParseOptions = {}): PageTree {
  const elements: PageElement[] = [];
  const make = (tag: string, attributes: ReadonlyMap<string, string>, parent: PageElement | null): PageElement => {
    if (elements.length >= MOST_ELEMENTS) throw new Failure("too-large", "This page is too large to read: it has too many parts.");
    const element: PageElement = { tag, attributes, parent, children: [], index: elements.length, end: 0, label: null };
    elements.push(element);
    parent?.children.push(element);
    return element;
  };
  const root = make("html", new Map(), null);
  const open: PageElement[] = [root];
  let top = root;
  let body: PageElement | null = null;
  // Elements that are not open because they were too deep: their end tags end nothing.
  let overflow = 0;
  // A template that is shown: the inside of an element of the page's own (HTML standard, declarative shadow tree).
  const shadows = new Set<PageElement>();

  const pop = (isEnded = false): void => {
    const element = open.pop();
    if (element) {
      element.end = elements.length;
      if (!isEnded && HEADING.has(element.tag)) releaseText(element, ENDS_PARAGRAPH);
    }
    top = open.at(-1) ?? root;
  };
  const popTo = (depth: number): void => {
    while (open.length > depth) pop();
  };
  const ensureBody = (): void => {
    if (top.tag === "head") pop();
    if (body || top !== root) return;
    body = make("body", new Map(), root);
    open.push(body);
    top = body;
  };
  const endParagraph = (): void => {
    for (let depth = open.length - 1; depth > 0; depth--) {
      const tag = open[depth]?.tag ?? "";
      if (tag === "p") {
        popTo(depth);
        return;
      }
      if (!LOOSE.has(tag)) return;
    }
  };
  const endSibling = (tag: string): void => {
    const rule = SIBLINGS[tag];
    if (!rule) return;
    for (let depth = open.length - 1; depth > 0; depth--) {
      const at = open[depth]?.tag ?? "";
      if (rule[0].has(at)) {
        popTo(depth);
        return;
      }
      if (
        rule[1].has(at) ||
        (WALLS.has(at) && !(tag === "tr" && TABLE_PARTS.has(at)) && !(tag.startsWith("t") && tag.length > 2 && at !== "table"))
      )
        return;
    }
  };

  let name = "";
  let attributes: Map<string, string> | null = null;
  let attributeName = "";
  let value = "";
  let isKept = false;

  const start = (): void => {
    const found = attributes ?? NO_ATTRIBUTES;
    const isShadow = name === "template" && (found.has("shadowrootmode") || found.has("shadowroot"));
    const tag = isShadow ? "div" : name;
    name = "";
    attributes = null;
    if (tag === "") return;
    if (tag === "html" || tag === "body") {
      const target = tag === "html" ? root : body;
      if (target)
        for (const [key, text] of found) if (!target.attributes.has(key)) (target.attributes as Map<string, string>).set(key, text);
      if (tag === "body" && !body) {
        popTo(1);
        body = make("body", new Map(found), root);
        open.push(body);
        top = body;
      }
      return;
    }
    if (tag === "head") {
      if (!body && top === root) {
        top = make("head", found, root);
        open.push(top);
      }
      return;
    }
    if (top.tag === "head" && !HEAD.has(tag)) pop();
    if (top === root && !HEAD.has(tag)) ensureBody();
    if (top === root && body) {
      open.push(body);
      top = body;
    }
    if (ENDS_PARAGRAPH.has(tag)) endParagraph();
    if (HEADING.has(tag) && HEADING.has(top.tag)) pop();
    endSibling(tag);
    if (strict && found !== NO_ATTRIBUTES) readXhtml(tag, found as Map<string, string>);
    const element = make(tag, found, strict && tag === "img" ? aroundDrawing(open) : top);
    if (VOID.has(tag)) element.end = elements.length;
    else if (open.length < DEEPEST) {
      open.push(element);
      top = element;
      if (isShadow) shadows.add(element);
    } else {
      overflow++;
      element.end = elements.length;
    }
  };

  const close = (tag: string): void => {
    if (tag === "br") {
      make("br", NO_ATTRIBUTES, top).end = elements.length;
      return;
    }
    if (VOID.has(tag) || tag === "html" || tag === "body") return;
    if (overflow > 0) {
      overflow--;
      return;
    }
    const loose = LOOSE.has(tag);
    for (let depth = open.length - 1; depth > 0; depth--) {
      const at = open[depth]?.tag ?? "";
      if (at === tag || (tag === "template" && shadows.has(open[depth] ?? root)) || (HEADING.has(tag) && HEADING.has(at))) {
        popTo(depth + 1);
        pop(true);
        return;
      }
      if (loose ? !LOOSE.has(at) : WALLS.has(at) && !(at !== "table" && (tag === "table" || tag === "tr" || tag === "tbody"))) return;
    }
  };

  const addText = (text: string): void => {
    if (text === "") return;
    if (top === root || top.tag === "head") {
      if (!/\S/.test(text)) return;
      ensureBody();
      if (top === root && body) {
        open.push(body);
        top = body;
      }
    }
    if (DROPPED.has(top.tag) || (top.tag === "script" && !isData(top))) return;
    const last: PageNode | undefined = top.children.at(-1);
    if (last !== undefined && !isElement(last)) last.text += text;
    else top.children.push({ tag: "", text });
  };

  const tokenizer = new Tokenizer(
    { decodeEntities: true, recognizeSelfClosing: strict },
    {
      ontext: (from, to) => addText(html.slice(from, to)),
      ontextentity: (code) => addText(String.fromCodePoint(code)),
      onopentagname(from, to) {
        const found = html.slice(from, to).toLowerCase();
        name = SAME_AS[found] ?? found;
      },
      onattribname(from, to) {
        attributeName = html.slice(from, to).toLowerCase();
        isKept = KEPT.has(attributeName) || (data && attributeName.startsWith("data-"));
        value = "";
      },
      onattribdata(from, to) {
        if (isKept) value += html.slice(from, to);
      },
      onattribentity(code) {
        value += String.fromCodePoint(code);
      },
      onattribend(quote) {
        if (!isKept) return;
        attributes ??= new Map();
        if (!attributes.has(attributeName)) attributes.set(attributeName, quote === QuoteType.NoValue ? "" : value);
      },
      onopentagend: start,
      onselfclosingtag() {
        const tag = name;
        start();
        if (strict && tag !== "" && !VOID.has(tag)) close(tag);
      },
      onclosetag(from, to) {
        const found = html.slice(from, to).toLowerCase();
        close(SAME_AS[found] ?? found);
      },
      oncomment() {},
      oncdata(from, to, offset) {
        if (strict) addText(html.slice(from, to - offset));
      },
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  ensureBody();
  popTo(0);
  return { root, body: body ?? root, elements };
}

const isData = (script: PageElement): boolean => /json|^math\/tex/i.test(script.attributes.get("type") ?? "");

/** What XHTML says in attributes of its own, as HTML says it. */
function readXhtml(tag: string, attributes: Map<string, string>): void {
  const role = attributes.get("epub:type")?.trim().split(/\s+/)[0];
  if (role && !attributes.has("role")) attributes.set("role", role.startsWith("doc-") ? role : `doc-${role.replace(/^rear|s$/g, "")}`);
  const link = attributes.get("xlink:href");
  if (tag === "img" && link && !attributes.has("src")) attributes.set("src", link);
}

/** Where a picture in a drawing stands: books wrap the pictures of whole pages in one, and nothing else of a drawing is read. */
function aroundDrawing(open: readonly PageElement[]): PageElement {
  const drawing = open.findIndex(({ tag }) => tag === "svg");
  const around = drawing > 0 ? open[drawing - 1] : open.at(-1);
  if (!around) throw new Error("a page has a root");
  return around;
}
