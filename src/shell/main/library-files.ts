import { type BrowserWindow, dialog, type FileFilter } from "electron";
import { words } from "../../words/index.ts";

/** What a backup's name ends with. */
const ENDING = "lectern";

const filters = (): FileFilter[] => [
  { name: words("choose.backup"), extensions: [ENDING] },
  { name: words("choose.all"), extensions: ["*"] },
];

/** Lets the person choose a backup: its path, or null. */
export async function chooseBackup(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words("choose.backup.open"),
    properties: ["openFile"],
    filters: filters(),
  });
  return filePaths[0] ?? null;
}

/** Lets the person say where a backup goes: its path, or null. */
export async function chooseBackupPlace(window: BrowserWindow): Promise<string | null> {
  const day = new Date().toISOString().slice(0, 10);
  const { filePath } = await dialog.showSaveDialog(window, {
    title: words("choose.backup.save"),
    defaultPath: `library-${day}.${ENDING}`,
    filters: filters(),
  });
  return filePath || null;
}
