import type { BrowserWindow, FileFilter } from "electron";
import type { ReadText } from "../../contract/index.ts";
import type { FailureCode } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { readTextFile, saveTextFile } from "./text-files.ts";

const json = (): FileFilter => ({ name: words("choose.settings.kind"), extensions: ["json"] });

/** Lets the person choose a file of settings, and reads it; it is parsed elsewhere. */
export const readSettingsFile = (window: BrowserWindow): Promise<ReadText | null> =>
  readTextFile(window, {
    title: words("choose.settings.title"),
    filters: [json(), { name: words("choose.all"), extensions: ["*"] }],
    decode: (bytes) => new TextDecoder().decode(bytes),
  });

/** Lets the person say where their settings go, and writes them there. */
export const saveSettingsFile = (window: BrowserWindow, text: string): Promise<"saved" | "cancelled" | FailureCode> =>
  saveTextFile(window, { title: words("choose.settings.save"), name: "lectern-settings.json", filters: [json()], text });
