import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { type BrowserWindow, dialog, type FileFilter } from "electron";
import type { ReadText } from "../../contract/index.ts";
import type { FailureCode } from "../../model/index.ts";

/** Largest file that is read, bytes: four for each character that such a file may have. */
const LARGEST = 32_000_000;

/** Why a file can't be had. */
const codeOf = (thrown: unknown): FailureCode => ((thrown as NodeJS.ErrnoException).code === "ENOENT" ? "not-found" : "storage");

/** Lets the person choose a file, and reads it; its content is parsed elsewhere. Null: they chose none. */
export async function readTextFile(
  window: BrowserWindow,
  { title, filters, decode }: { readonly title: string; readonly filters: FileFilter[]; readonly decode: (bytes: Uint8Array) => string },
): Promise<ReadText | null> {
  const { filePaths } = await dialog.showOpenDialog(window, { title, properties: ["openFile"], filters });
  const path = filePaths[0];
  if (path === undefined) return null;
  const name = basename(path);
  try {
    const found = await stat(path);
    if (!found.isFile()) return { kind: "failed", name, code: "bad-input" };
    if (found.size > LARGEST) return { kind: "failed", name, code: "too-large" };
    return { kind: "text", name, text: decode(await readFile(path)) };
  } catch (thrown) {
    return { kind: "failed", name, code: codeOf(thrown) };
  }
}

/** Lets the person say where a file goes, and writes it there: beside it first, so that a full disk costs nothing. */
export async function saveTextFile(
  window: BrowserWindow,
  { title, name, filters, text }: { readonly title: string; readonly name: string; readonly filters: FileFilter[]; readonly text: string },
): Promise<"saved" | "cancelled" | FailureCode> {
  const { filePath } = await dialog.showSaveDialog(window, { title, defaultPath: name, filters });
  if (!filePath) return "cancelled";
  const aside = `${filePath}.part-${process.pid}`;
  try {
    await writeFile(aside, text, { flush: true });
    await rename(aside, filePath);
    return "saved";
  } catch (thrown) {
    await rm(aside, { force: true }).catch(() => {});
    return codeOf(thrown);
  }
}
