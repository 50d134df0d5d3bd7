import type { Desktop } from "../../contract/index.ts";
import { words } from "../../words/index.ts";
import { addressIn } from "./library-feeds.ts";

/** What was let go over the window. */
export interface Dropped {
  readonly paths: readonly string[];
  /** The addresses of a link that was dragged, as browsers give them: a line each, comments behind `#`. */
  readonly links: string;
  readonly text: string;
  readonly html: string;
}

/** What to do with it. */
export type DropAnswer =
  | {
      readonly kind: "address";
      readonly address: string;
      /** A person chose the file; what a link leads to they may not have seen. */
      readonly typed: boolean;
      /** How many others came with it. */
      readonly others: number;
    }
  | { readonly kind: "text"; readonly text: string; readonly html: string }
  | { readonly kind: "nothing" };

/** The first file; else the link; else an address that the text is; else the text itself, as if it had been pasted. */
export function answerDrop({ paths, links, text, html }: Dropped): DropAnswer {
  const [path] = paths;
  if (path !== undefined) return { kind: "address", address: path, typed: true, others: paths.length - 1 };
  const addresses = links.split(/\r?\n/).filter((line) => /^https?:\/\//i.test(line) && URL.canParse(line));
  const [link] = addresses;
  if (link !== undefined) return { kind: "address", address: link, typed: false, others: addresses.length - 1 };
  const written = addressIn(text);
  if (written !== "") {
    const address = /^https?:/i.test(written) ? written : `https://${written}`;
    return { kind: "address", address, typed: false, others: 0 };
  }
  return text.trim() === "" ? { kind: "nothing" } : { kind: "text", text, html };
}

/** What dropping needs of a window. */
export interface DroppingWorld {
  readonly desktop: Pick<Desktop, "pathOf">;
  readonly openAddress: (address: string, how: { readonly typed: boolean }) => void;
  readonly openText: (text: string, html: string) => void;
  readonly say: (message: string) => void;
  /** Whether anything may be opened now: not before the first question is answered, nor under a dialog. */
  readonly free: () => boolean;
}

/**
 * Opens files, links and text that are dragged from elsewhere and let go over the window, which shows that it takes them. What is dragged
 * within the page, and what is let go in a field, is the page's own affair.
 */
export function listenToDrops({ desktop, openAddress, openText, say, free }: DroppingWorld): void {
  let own = false;
  const page = document.documentElement;
  const inField = (target: EventTarget | null): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  const show = (taking: boolean): void => {
    page.toggleAttribute("data-dropping", taking);
  };
  addEventListener("dragstart", () => {
    own = true;
  });
  addEventListener("dragend", () => {
    own = false;
  });
  addEventListener("dragover", (event) => {
    if (own || inField(event.target)) return;
    event.preventDefault();
    const taking = free();
    if (event.dataTransfer) event.dataTransfer.dropEffect = taking ? "copy" : "none";
    show(taking);
  });
  addEventListener("dragleave", (event) => {
    // Null: it left the window, not one element for another.
    if (event.relatedTarget === null) show(false);
  });
  addEventListener("drop", (event) => {
    show(false);
    if (own || inField(event.target)) return;
    event.preventDefault();
    const data = event.dataTransfer;
    if (!data || !free()) return;
    const answer = answerDrop({
      paths: [...data.files].map(desktop.pathOf).filter((path) => path !== ""),
      links: data.getData("text/uri-list"),
      text: data.getData("text/plain"),
      html: data.getData("text/html"),
    });
    if (answer.kind === "nothing") say(words("dropping.nothing"));
    else if (answer.kind === "text") openText(answer.text, answer.html);
    else {
      openAddress(answer.address, { typed: answer.typed });
      if (answer.others > 0) say(words("dropping.others", { count: answer.others }));
    }
  });
}
