import type { FeedAuthor } from "../model/index.ts";
import { childrenOf, type Element, textOf } from "./xml.ts";

const MAIL = /[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+/;

/**
 * The author in a line: "name@example.com (Name)", "Name <name@example.com>", "Name (name@example.com)", or a name alone
 * (RSS 2.0, "author"; the other ways as feeds have them).
 */
export function authorOf(line: string | null): FeedAuthor | null {
  if (line === null) return null;
  const email = MAIL.exec(line)?.[0] ?? null;
  const name = (email === null ? line : line.replace(email, ""))
    .replace(/^mailto:/i, "")
    .replace(/[<([]\s*(?:mailto:)?\s*[>)\]]/gi, "")
    .trim()
    .replace(/^\((.*)\)$/s, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return name === "" && email === null ? null : { name: name === "" ? null : name, email };
}

/** A person of Atom or of iTunes: parts in elements of their own, or a line. */
export function personOf(element: Element): FeedAuthor | null {
  const part = (...locals: readonly string[]): string | null => {
    const found = element.children.find((child): child is Element => typeof child !== "string" && locals.includes(localOf(child.name)));
    return found ? textOf(found) : null;
  };
  if (!element.children.some((child) => typeof child !== "string")) return authorOf(textOf(element));
  const name = part("name");
  const email = part("email");
  return name === null && email === null ? authorOf(textOf(element)) : { name: name?.replace(/\s+/g, " ") ?? null, email };
}

const localOf = (name: string): string => name.slice(name.indexOf(":") + 1);

/** The people whom the first of the names that says anybody gives. */
export function authorsOf(element: Element, ...names: readonly string[]): readonly FeedAuthor[] {
  for (const name of names) {
    const people = childrenOf(element, name)
      .map(personOf)
      .filter((person) => person !== null);
    if (people.length > 0) return people;
  }
  return [];
}
