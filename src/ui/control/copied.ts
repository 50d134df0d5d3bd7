import type { Desktop } from "../../contract/index.ts";
import { words } from "../../words/index.ts";
import { addressIn } from "./library-feeds.ts";

/** What the watch on the clipboard needs of a window. */
export interface CopiedWorld {
  readonly desktop: Pick<Desktop, "clipboard">;
  /** Whether the listener wants it, and nothing is read, asked or being opened. */
  readonly free: () => boolean;
  /** The address of the article that is open, "" for none. */
  readonly current: () => string;
  readonly say: (message: string) => void;
  /** The key that opens an address, as it is called; "" where it has none. */
  readonly key: () => string;
}

/**
 * Says, when a listener who wants it comes back to the window, that the address they copied elsewhere can be opened: once for each address,
 * and never while something is read. The clipboard is read only then, and what is no address is forgotten at once.
 */
export function offerCopied({ desktop, free, current, say, key }: CopiedWorld): void {
  let offered = "";
  addEventListener("focus", () => {
    if (!free()) return;
    desktop.clipboard().then(
      ({ text }) => {
        const address = addressIn(text);
        if (address === "" || address === offered || address === current() || !free()) return;
        offered = address;
        const host = address.replace(/^https?:\/\//i, "").split("/", 1)[0] ?? address;
        say(words("copied.offer", { host, key: key(), hasKey: key() === "" ? "no" : "yes" }));
      },
      () => {
        // What can't be read isn't offered.
      },
    );
  });
}
