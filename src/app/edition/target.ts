import { realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { makeFolder } from "../../library/index.ts";
import { type Edition, type EditionFormat, Failure, FILE_ENDS } from "../../model/index.ts";

/** The longest name of a file without its end, bytes: systems allow 255, and ours aside is longer. */
const LONGEST_NAME = 120;
/** Names that Windows keeps for devices, also with something behind a dot. */
const RESERVED = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])\s*(?:\.|$)/i;

/** A title as the name of a file on every system, and on a stick that goes to another. */
export function safeName(title: string): string {
  let name = "";
  for (const letter of title
    .normalize("NFC")
    .replace(/[\p{C}<>:"/\\|?*]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()) {
    if (Buffer.byteLength(name + letter) > LONGEST_NAME) break;
    name += letter;
  }
  // No hidden file, and none that Windows would shorten.
  name = name.replace(/^[.\s-]+|[.\s]+$/g, "");
  return name === "" || RESERVED.test(name) ? `Lectern ${name}`.trim() : name;
}

/**
 * The file that an edition is written to: a link's target, or a name in the folder that was given, which is made where it ends with a
 * slash and is not there.
 * @throws Failure `bad-input` for devices and pipes, and for one of the articles themselves; a system's error
 */
export async function targetOf(out: string, edition: Edition, format: EditionFormat, sources: readonly string[]): Promise<string> {
  if (out.endsWith(sep)) await makeFolder(out);
  const given = await realpath(out).catch(() => out);
  const folder = await stat(given).catch(() => null);
  const path = folder?.isDirectory() ? join(given, `${safeName(edition.title)}.${FILE_ENDS[format]}`) : given;
  const found = path === given ? folder : await stat(path).catch(() => null);
  if (found && !found.isFile()) throw new Failure("bad-input", `${path} is no ordinary file. Give the name of a new file.`);
  for (const source of sources) {
    const article = source.startsWith("file:") ? await realpath(fileURLToPath(source)).catch(() => null) : null;
    if (article === path) throw new Failure("bad-input", `${path} is the article itself. Give another name, or it would be lost.`);
  }
  return path;
}
