import { Failure } from "../../model/index.ts";
import type { Archive } from "../archive.ts";
import { collapse } from "../text.ts";
import { elementsNamed, readXml, type XmlElement } from "../xml.ts";

/** A file of a book. */
export interface BookItem {
  /** Its name in the archive. */
  readonly path: string;
  readonly mediaType: string;
  readonly properties: readonly string[];
}

/** What a book says of itself (EPUB 3.3, and EPUB 2's older ways). Null: it does not say. */
export interface BookPackage {
  readonly title: string | null;
  /** Who wrote it. */
  readonly creators: readonly string[];
  readonly publisher: string | null;
  readonly lang: string | null;
  /** As written. */
  readonly published: string | null;
  readonly modified: string | null;
  /** What is read, in the order of reading; what stands outside of it (notes, mostly) comes last. */
  readonly spine: readonly BookItem[];
  /** The list of contents: XHTML (EPUB 3) or NCX (EPUB 2). */
  readonly contents: BookItem | null;
  readonly cover: BookItem | null;
}

const CONTAINER = "META-INF/container.xml";
/** Longest of what a book says of itself, UTF-16 code units (a subtitle of the 18th century has 500). */
const LONGEST = 1000;

const decode = (bytes: Uint8Array): string => {
  // UTF-8 or UTF-16 (EPUB 3.3, 3.9).
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8").decode(bytes);
};

/** An XML file of a book; null where it is not there. @throws Failure */
export async function readBookXml(archive: Archive, path: string): Promise<XmlElement | null> {
  const bytes = await archive.read(path);
  return bytes && readXml(decode(bytes));
}

/** The name in the archive that an address in the file `from` leads to; null where it leads out of the book. */
export function pathIn(from: string, address: string): string | null {
  const base = `https://book.invalid/${from.split("/").map(encodeURIComponent).join("/")}`;
  if (!URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  if (url.host !== "book.invalid" || url.protocol !== "https:") return null;
  try {
    return decodeURIComponent(url.pathname.slice(1));
  } catch {
    return url.pathname.slice(1);
  }
}

/** What a book says of itself. @throws Failure `damaged` for what is no book */
export async function readPackage(archive: Archive): Promise<BookPackage> {
  const container = await readBookXml(archive, CONTAINER);
  const named = container ? elementsNamed(container, "rootfile").map((file) => file.attributes.get("full-path") ?? "") : [];
  const path = [...named, ...archive.names.filter((name) => name.endsWith(".opf"))].find((name) => archive.has(name));
  const opf = path === undefined ? null : await readBookXml(archive, path);
  if (path === undefined || opf === null)
    throw new Failure("damaged", "This book is damaged: it does not say what is in it. Get it again, or ask who made it.");
  const manifest = new Map<string, BookItem & { readonly fallback: string | null }>();
  for (const item of elementsNamed(opf, "item")) {
    const at = pathIn(path, item.attributes.get("href") ?? "");
    const id = item.attributes.get("id");
    if (id === undefined || at === null) continue;
    manifest.set(id, {
      path: at,
      mediaType: (item.attributes.get("media-type") ?? "").toLowerCase().trim(),
      properties: (item.attributes.get("properties") ?? "").split(/\s+/).filter(Boolean),
      fallback: item.attributes.get("fallback") ?? null,
    });
  }
  const spine = elementsNamed(opf, "spine")[0];
  const refs = spine ? elementsNamed(spine, "itemref") : [];
  const isAside = (ref: XmlElement): boolean => ref.attributes.get("linear") === "no";
  const read = new Set<string>();
  const items: BookItem[] = [];
  for (const ref of [...refs.filter((ref) => !isAside(ref)), ...refs.filter(isAside)]) {
    const item = readable(manifest, ref.attributes.get("idref") ?? "");
    if (!item || read.has(item.path)) continue;
    read.add(item.path);
    items.push(item);
  }
  const all = [...manifest.values()];
  const said = readMetadata(opf);
  const coverId = elementsNamed(opf, "meta")
    .find((meta) => meta.attributes.get("name") === "cover")
    ?.attributes.get("content");
  return {
    ...said,
    spine: items,
    contents:
      all.find((item) => item.properties.includes("nav")) ??
      manifest.get(spine?.attributes.get("toc") ?? "") ??
      all.find((item) => item.mediaType === "application/x-dtbncx+xml") ??
      null,
    cover: all.find((item) => item.properties.includes("cover-image")) ?? manifest.get(coverId ?? "") ?? null,
  };
}

const PAGES = new Set(["application/xhtml+xml", "text/html", "text/x-oeb1-document"]);
/** Whether an item is a page that can be read. */
export const isPage = (item: BookItem): boolean => PAGES.has(item.mediaType);

/** An item, or what stands for it where it is no page. */
function readable(
  manifest: ReadonlyMap<string, BookItem & { readonly fallback: string | null }>,
  id: string,
): (BookItem & { readonly fallback: string | null }) | undefined {
  const MOST_STEPS = 10;
  const first = manifest.get(id);
  let item = first;
  for (let step = 0; step < MOST_STEPS && item && !isPage(item); step++) item = manifest.get(item.fallback ?? "");
  return item ?? first;
}

function readMetadata(opf: XmlElement): Omit<BookPackage, "spine" | "contents" | "cover"> {
  const metadata = elementsNamed(opf, "metadata")[0] ?? opf;
  const all = (name: string): readonly XmlElement[] => elementsNamed(metadata, name);
  const words = (element: XmlElement | undefined): string | null => (element && collapse(element.text.slice(0, LONGEST))) || null;
  const refined = (element: XmlElement, property: string): string | null => {
    const id = element.attributes.get("id");
    const found = all("meta").find((meta) => meta.attributes.get("property") === property && meta.attributes.get("refines") === `#${id}`);
    return id === undefined ? null : words(found);
  };
  const titles = all("title").filter((title) => words(title) !== null);
  const main = titles.find((title) => refined(title, "title-type") === "main") ?? titles[0];
  const subtitle = titles.find((title) => refined(title, "title-type") === "subtitle");
  const title = words(main);
  const role = (creator: XmlElement): string => creator.attributes.get("role") ?? refined(creator, "role") ?? "aut";
  const creators = all("creator");
  const authors = creators.filter((creator) => role(creator) === "aut");
  const dates = all("date");
  const event = (name: string): XmlElement | undefined => dates.find((date) => date.attributes.get("event") === name);
  const modified = all("meta").find((meta) => meta.attributes.get("property") === "dcterms:modified");
  return {
    title: title !== null && subtitle ? `${title}: ${words(subtitle)}` : title,
    creators: [...new Set((authors.length > 0 ? authors : creators).map(words).filter((name) => name !== null))],
    publisher: words(all("publisher")[0]),
    lang: words(all("language")[0]),
    published: words(event("publication") ?? event("original-publication") ?? dates.find((date) => !date.attributes.has("event"))),
    modified: words(modified ?? event("modification")),
  };
}
