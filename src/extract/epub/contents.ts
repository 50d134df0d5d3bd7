import type { Archive } from "../archive.ts";
import { collapse } from "../text.ts";
import { elementsNamed, type XmlElement } from "../xml.ts";
import { type BookItem, pathIn, readBookXml } from "./package.ts";

/** What the list of contents calls each file of a book; the first name of a file counts. */
export type Contents = ReadonlyMap<string, string>;

/** Longest name that is believed, UTF-16 code units. */
const LONGEST = 300;

/** Reads a book's list of contents; empty where there is none, or none that can be read. */
export async function readContents(archive: Archive, item: BookItem | null): Promise<Contents> {
  const names = new Map<string, string>();
  const xml = item && (await readBookXml(archive, item.path).catch(() => null));
  if (!item || !xml) return names;
  const add = (address: string | undefined, label: string): void => {
    const path = pathIn(item.path, (address ?? "").replace(/#.*$/, ""));
    const name = collapse(label.slice(0, LONGEST));
    if (address !== undefined && path !== null && name !== "" && !names.has(path)) names.set(path, name);
  };
  for (const point of elementsNamed(xml, "navPoint"))
    add(childNamed(point, "content")?.attributes.get("src"), childNamed(point, "navLabel")?.text ?? "");
  const lists = elementsNamed(xml, "nav");
  const list = lists.find((nav) => /(?:^|\s)toc(?:\s|$)/.test(nav.attributes.get("type") ?? "")) ?? lists[0];
  if (list) for (const link of elementsNamed(list, "a")) add(link.attributes.get("href"), link.text);
  return names;
}

const childNamed = (element: XmlElement, name: string): XmlElement | undefined => element.children.find((child) => child.name === name);
