import type { Reader } from "../../contract/index.ts";
import type { Line } from "../../model/index.ts";

/** What Chromium tells of the line, where it does: no desktop system's "costs by amount" reaches it but as a wish to save data. */
interface Connection extends EventTarget {
  readonly saveData?: boolean;
  readonly type?: string;
}

const connection = (): Connection | null => {
  const found: unknown = "connection" in navigator ? navigator.connection : null;
  return found instanceof EventTarget ? found : null;
};

/** What the page knows of the line. A telephone's line is taken for one that costs by amount. */
export function lineOf(online: boolean, found: { readonly saveData?: boolean; readonly type?: string } | null): Line {
  const metered = found?.saveData || found?.type === "cellular" ? true : null;
  return { online, metered };
}

/** Tells the host of the line whenever it changes. Returns what tells it once more: to a host that is there, or was started anew. */
export function watchLine(reader: Pick<Reader, "tellLine">): () => void {
  const tell = (): void => {
    // A host that can't be told is told when it is there again.
    reader.tellLine(lineOf(navigator.onLine, connection())).catch(() => {});
  };
  for (const event of ["online", "offline"]) addEventListener(event, tell);
  connection()?.addEventListener("change", tell);
  return tell;
}
