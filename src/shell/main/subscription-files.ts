import type { BrowserWindow, FileFilter } from "electron";
import type { ReadText } from "../../contract/index.ts";
import type { FailureCode } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { decodeLexicon } from "../lexicon-text.ts";
import { readTextFile, saveTextFile } from "./text-files.ts";

const opml = (): FileFilter => ({ name: words("choose.feeds.opml"), extensions: ["opml", "xml"] });

/** Lets the person choose a list of subscriptions, and reads it; it is parsed elsewhere. */
export const readSubscriptions = (window: BrowserWindow): Promise<ReadText | null> =>
  readTextFile(window, {
    title: words("choose.feeds.title"),
    filters: [opml(), { name: words("choose.all"), extensions: ["*"] }],
    decode: decodeLexicon,
  });

/** Lets the person say where their subscriptions go, and writes them there. */
export const saveSubscriptions = (window: BrowserWindow, text: string): Promise<"saved" | "cancelled" | FailureCode> =>
  saveTextFile(window, { title: words("choose.feeds.save"), name: "lectern-feeds.opml", filters: [opml()], text });
