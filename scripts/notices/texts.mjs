// The notices of third parties as an article: who made what Lectern is made of, and the licences in full. Markdown.
import { existsSync } from "node:fs";
import { join } from "node:path";
import licences from "spdx-license-list/full.js";
import { INSIDE, licenceTexts, readPackage } from "./licences.mjs";

/** The article's place in a build. Not .md: packers leave such files out. */
export const NOTICES_FILE = "notices.txt";

/** An address in a text, without the signs after it that are the sentence's; else a sign that Markdown could take for its own. */
const ADDRESS_OR_SIGN = /(https?:\/\/[^\s<>()[\]|"'*\\]*[^\s<>()[\]|"'*\\.,;:!?])|[\\`*_{}[\]<>#+|~&!=-]/g;

/** A text in which nothing is markup but addresses: licences have stars, lines and brackets of their own. In a link no sign can be escaped. */
const plain = (text) =>
  text
    .replace(ADDRESS_OR_SIGN, (found, address) => (address === undefined ? `\\${found}` : `<${address}>`))
    .replace(/^(\s*\d+)([.)])/gm, "$1\\$2");

/** A licence's text as paragraphs: lines that were only broken to fit are joined, and rules of dashes are no text. */
const paragraphs = (text) =>
  text
    .replace(/\r\n?/g, "\n")
    .split(/\n\s*\n/)
    .map((part) =>
      part
        .replace(/[*/\\|=_-]{4,}/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map(plain)
    .join("\n\n");

/** The texts of an SPDX expression's licences, for a work that brings none along. */
const textsOf = (expression) =>
  expression
    .replace(/[()]/g, "")
    .split(/\s+(?:AND|OR|WITH)\s+/)
    .map((id) => licences[id]?.licenseText)
    .filter((text) => text !== undefined);

/** What counts as the same text: only its words. */
const sameness = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * Makes the article's list and texts; the head of the article is the help's own.
 * @param {string} root
 * @param {readonly string[]} folders of the packages that are shipped
 * @returns {string}
 * @throws Error for a package without a licence's text
 */
export function noticesOf(root, folders) {
  const installed = folders.filter((folder) => existsSync(join(root, folder, "package.json")));
  const packages = installed.map((folder) => ({ ...readPackage(root, folder), folder }));
  const list = packages.map(({ name, version, licence }) => `- ${plain(name)} ${plain(version)}, ${plain(licence ?? "")}`);
  const inside = INSIDE.filter((work) => packages.some(({ name }) => name === work.inside));
  const worksList = inside.map(({ name, licence, source, also }) => {
    const whose = also === undefined ? "" : `. Copyright: ${plain(also)}`;
    return `- ${plain(name)}, ${plain(licence)}, from ${plain(source)}${whose}`;
  });
  const texts = new Map();
  const add = (text, name) => {
    const key = sameness(text);
    const known = texts.get(key) ?? { text, names: new Set() };
    known.names.add(name);
    texts.set(key, known);
  };
  for (const { name, licence, folder } of packages) {
    const own = licenceTexts(root, folder);
    const found = own.length > 0 ? own : textsOf(licence ?? "");
    if (found.length === 0) throw new Error(`${name} has no text of its licence (${licence})`);
    for (const text of found) add(text, name);
  }
  for (const { name, licence } of inside) for (const text of textsOf(licence)) add(text, name);
  const chapters = [...texts.values()].map(({ text, names }) => `### ${[...names].map(plain).join(", ")}\n\n${paragraphs(text)}\n`);
  return `## Packages

${list.join("\n")}

## Works inside of them

${worksList.join("\n")}

## The licences

${chapters.join("\n")}`;
}
