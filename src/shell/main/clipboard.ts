import { clipboard } from "electron";
import type { Copied } from "../../contract/index.ts";

/** The clipboard as Electron had it before version 45 (its own typings know only the new one). */
interface OlderClipboard {
  readHTML(): string;
}
const isOlder = (found: object): found is OlderClipboard => "readHTML" in found && typeof found.readHTML === "function";

/** What was copied, as text and, where it has that too, as HTML. */
export async function readClipboard(): Promise<Copied> {
  return { text: await clipboard.readText(), html: await readHtml().catch(() => "") };
}

async function readHtml(): Promise<string> {
  if (isOlder(clipboard)) return clipboard.readHTML();
  for (const item of await clipboard.read()) if (item.types.includes("text/html")) return await (await item.getType("text/html")).text();
  return "";
}
