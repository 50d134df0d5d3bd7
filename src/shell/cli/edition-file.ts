import { existsSync, statSync } from "node:fs";
import { basename, resolve, sep } from "node:path";
import { EDITION_FORMATS, type EditionFormat, FILE_ENDS } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { wrongUsage } from "./requests.ts";

/** Ends of names that others give to files of our formats. */
const OTHER_ENDS: Readonly<Record<string, EditionFormat>> = { m4a: "m4b", ogg: "opus", oga: "opus", htm: "html", zip: "daisy" };
/** Ends of files that are no edition's: who names one so would get something else. */
const FOREIGN = /^(?:mp4|aac|webm|wma|aiff?|amr|mka|pdf|txt|docx?|mobi|azw3?)$/;

/** What a name ends with, in small letters, "" for a name without an end: no number is one, nor what is behind a full stop and a blank. */
const endOf = (file: string): string => /[^.]\.([a-z][a-z0-9]{0,4})$/i.exec(basename(file))?.[1]?.toLowerCase() ?? "";

/** The format that a file's name says, the one with the longest end first; null: none of ours. */
function formatNamed(file: string): EditionFormat | null {
  const name = basename(file).toLowerCase();
  const named = EDITION_FORMATS.filter((format) => name.endsWith(`.${FILE_ENDS[format]}`));
  return named.toSorted((one, other) => FILE_ENDS[other].length - FILE_ENDS[one].length)[0] ?? OTHER_ENDS[endOf(file)] ?? null;
}

/** Whether a file of a format may have a name: captions of both kinds are WebVTT. */
const fits = (file: string, format: EditionFormat): boolean =>
  formatNamed(file) === format || endOf(file) === FILE_ENDS[format].split(".").at(-1);

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * Where an edition goes, and as what: without a format the end of the file's name says it, and a name without an end gets the format's.
 * @param out undefined: the folder that the command runs in. With a slash at its end it is a folder, also one that is not there yet
 * @returns `out`: a full path, with its slash. A name that contradicts the format ends the command as wrong usage
 */
export function editionFile(
  out: string | undefined,
  format: EditionFormat | undefined,
): { readonly out: string; readonly format: EditionFormat } {
  const path = resolve(out ?? ".");
  if (out === undefined || isFolder(path)) return { out: path, format: format ?? "mp3" };
  if (out.endsWith("/") || out.endsWith(sep)) return { out: path + sep, format: format ?? "mp3" };
  const named = formatNamed(path);
  const is = format ?? named ?? "mp3";
  const end = endOf(path);
  if (end === "") return { out: existsSync(path) ? path : `${path}.${FILE_ENDS[is]}`, format: is };
  if ((named !== null && !fits(path, is)) || (named === null && FOREIGN.test(end)))
    wrongUsage(words("terminal.export-out-is-other", { file: out, format: is, end: FILE_ENDS[is], other: named ?? "none" }));
  return { out: path, format: is };
}
