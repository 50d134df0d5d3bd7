import { getResolvedPDFJS } from "unpdf";
import { Failure } from "../../model/index.ts";
import type { DocumentPart } from "../documents/job.ts";
import type { PdfHead, PdfItem, PdfNode, PdfPage } from "./model.ts";

/** Most pages: a telephone book. */
const MOST_PAGES = 5000;
/** Most pieces of text of one page: drawings made of letters have more, and nothing to read (guess). */
const MOST_ITEMS = 50_000;
/** Deepest nesting of a tagged document that is followed. */
const DEEPEST = 100;
const MOST_BOOKMARKS = 5000;

type PdfDocument = Awaited<ReturnType<Awaited<ReturnType<typeof getResolvedPDFJS>>["getDocument"]>["promise"]>;
type Page = Awaited<ReturnType<PdfDocument["getPage"]>>;

const locked = (cause: unknown): Failure =>
  new Failure(
    "locked",
    "This PDF is locked with a password. Open it in the program that made it, save a copy without the password, and open that.",
    { cause },
  );

/** Parses a PDF page by page. A page that can't be parsed comes without text. @throws Failure `locked`, `damaged`, `too-large` */
export async function* parsePdf(bytes: Uint8Array): AsyncGenerator<DocumentPart, void, void> {
  const { getDocument } = await getResolvedPDFJS();
  // The parser takes the bytes away; no script of the document runs, no font is drawn, nothing is fetched.
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise.catch((thrown: unknown) => {
      throw thrown instanceof Error && thrown.name === "PasswordException" ? locked(thrown) : thrown;
    });
    if (document.numPages > MOST_PAGES)
      throw new Failure("too-large", `This PDF has ${document.numPages} pages: that is too many to read.`);
    yield { kind: "pdf-head", head: await readHead(document) };
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number).catch(() => null);
      yield { kind: "pdf-page", page: page ? await readPage(page, number) : { number, width: 0, height: 0, items: [], tree: null } };
      page?.cleanup();
    }
  } finally {
    await task.destroy();
  }
}

async function readHead(document: PdfDocument): Promise<PdfHead> {
  const found = await document.getMetadata().catch(() => null);
  const info = (found?.info ?? {}) as Readonly<Record<string, unknown>>;
  const said = (name: string): string | null => {
    const value = info[name];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
  };
  const outline: string[] = [];
  const walk = (entries: readonly { readonly title: string; readonly items: readonly unknown[] }[] | null, depth: number): void => {
    for (const entry of entries ?? []) {
      if (outline.length >= MOST_BOOKMARKS || depth > DEEPEST) return;
      outline.push(entry.title);
      walk(entry.items as Parameters<typeof walk>[0], depth + 1);
    }
  };
  walk(await document.getOutline().catch(() => null), 0);
  return {
    pages: document.numPages,
    title: said("Title"),
    author: said("Author"),
    lang: said("Language"),
    created: said("CreationDate"),
    modified: said("ModDate"),
    outline,
  };
}

async function readPage(page: Page, number: number): Promise<PdfPage> {
  const { width, height, transform: view } = page.getViewport({ scale: 1 });
  const empty: PdfPage = { number, width, height, items: [], tree: null };
  const items: PdfItem[] = [];
  const open: { readonly id: string | null; readonly artifact: boolean }[] = [];
  for (const item of await readContent(page)) {
    if ("type" in item) {
      if (item.type === "endMarkedContent") open.pop();
      else open.push({ id: item.id ?? null, artifact: "tag" in item && item.tag === "Artifact" });
      continue;
    }
    if (item.str === "") continue;
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = multiply(view, item.transform);
    // Text that runs up or down the page is a stamp or an axis.
    if (Math.abs(b) > Math.abs(a) / 4) continue;
    items.push({
      text: item.str,
      x: a < 0 ? e - item.width : e,
      y: f,
      width: item.width,
      size: Math.hypot(c, d),
      rtl: item.dir === "rtl",
      content: open.findLast(({ id }) => id !== null)?.id ?? null,
      artifact: open.some(({ artifact }) => artifact),
    });
  }
  const tree = await page.getStructTree().catch(() => null);
  return { ...empty, items, tree: tree ? nodeOf(tree, 0) : null };
}

type Content = Awaited<ReturnType<Page["getTextContent"]>>["items"];

/** The pieces of text of a page, until there are too many: a page can unpack to millions. */
async function readContent(page: Page): Promise<Content> {
  const stream: ReadableStream<{ readonly items: Content }> = page.streamTextContent({
    includeMarkedContent: true,
    disableNormalization: false,
  });
  const reader = stream.getReader();
  const content: Content = [];
  try {
    for (let next = await reader.read(); !next.done && content.length < MOST_ITEMS; next = await reader.read())
      for (const item of next.value.items) content.push(item);
  } catch {
    // What a damaged page has until then is text.
  }
  if (content.length >= MOST_ITEMS) await reader.cancel(new Error("too many pieces of text")).catch(() => {});
  return content;
}

type Matrix = readonly number[];
function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

interface RawNode {
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly unknown[];
}

function nodeOf(raw: RawNode, depth: number): PdfNode {
  const children: (PdfNode | string)[] = [];
  if (depth < DEEPEST)
    for (const child of (raw.children ?? []) as readonly RawNode[]) {
      if (child.role !== undefined) children.push(nodeOf(child, depth + 1));
      else if (child.type === "content" && child.id !== undefined) children.push(child.id);
    }
  return { role: raw.role ?? "", alt: raw.alt?.trim() || null, lang: raw.lang ?? null, children };
}
