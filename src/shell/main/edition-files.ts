import { existsSync } from "node:fs";
import { isAbsolute } from "node:path";
import { app, type BrowserWindow, dialog, shell } from "electron";
import { EDITION_FORMATS, type EditionFormat, FILE_ENDS } from "../../model/index.ts";
import { words } from "../../words/index.ts";

/** Longest path of any system, UTF-16 code units. */
const LONGEST_PATH = 4_096;

/** Whether a message is a full path. */
export const isPath = (path: unknown): path is string => typeof path === "string" && path.length <= LONGEST_PATH && isAbsolute(path);

/** The name that an edition may get, as the page proposes it. */
export interface EditionFile {
  /** A full path. */
  readonly name: string;
  readonly format: EditionFormat;
}

/** Whether a message is one. */
export const isEditionFile = (file: unknown): file is EditionFile =>
  typeof file === "object" &&
  file !== null &&
  "name" in file &&
  "format" in file &&
  isPath(file.name) &&
  EDITION_FORMATS.some((format) => format === file.format);

/** Lets the person choose a folder: its path, or null. */
export async function chooseEditionFolder(window: BrowserWindow, from: string): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words("choose.edition.folder"),
    defaultPath: from,
    properties: ["openDirectory", "createDirectory"],
  });
  return filePaths[0] ?? null;
}

/** Lets the person say where an edition goes: its path, or null. The system asks before a file is replaced. */
export async function chooseEditionFile(window: BrowserWindow, { name, format }: EditionFile): Promise<string | null> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: words("choose.edition.save"),
    defaultPath: name,
    filters: [
      { name: words(`edition.format.${format}`), extensions: [FILE_ENDS[format].split(".").at(-1) ?? ""] },
      { name: words("choose.all"), extensions: ["*"] },
    ],
    properties: ["showOverwriteConfirmation", "createDirectory"],
  });
  return filePath || null;
}

/** The folder of music, else of documents, else the person's own. */
export function usualFolder(): string {
  const names = ["music", "documents", "home"] as const;
  for (const name of names) {
    try {
      const path = app.getPath(name);
      if (existsSync(path)) return path;
    } catch {
      // This system has none.
    }
  }
  return process.cwd();
}

/** Shows a file in its folder. */
export const showFile = (path: string): void => shell.showItemInFolder(path);
