import { words } from "../../words/index.ts";
import type { Dialog } from "../state.ts";

/** Longest address that another program may hand over, UTF-16 code units: the least that the usual browsers take. */
const LONGEST = 8_192;

/** What another program hands over means. */
export type Arrival =
  /** An address or a path that a person typed or chose. */
  | { readonly kind: "open"; readonly address: string }
  /** A page that a `lectern:` link names. Any page can have such a link: a person is asked first. */
  | { readonly kind: "ask"; readonly address: string }
  /** A feed that a `feed:` or `lectern:` link names. Nothing is subscribed unasked. */
  | { readonly kind: "subscribe"; readonly address: string }
  /** A link of ours that names nothing that can be opened. */
  | { readonly kind: "wrong" };

const OWN_LINK = /^(?:web\+)?lectern:(?:\/\/)?/i;
const FEED_LINK = /^feed:(?:\/\/)?/i;
/** A scheme, not a host with its port. */
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d)/i;
/** `lectern:open?address=…` and `lectern:subscribe?address=…`; a browser may put a slash before the question mark. */
const ACTION = /^(open|subscribe)\/?\?(.*)$/is;

/** An address of the web, as it is written from then on; null for any other: no link may name a file of this machine. */
function webAddress(text: string): string | null {
  if (text.length > LONGEST || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const { href, username, password } = new URL(text);
  return username === "" && password === "" ? href : null;
}

/**
 * Understands what another program hands over: an address, a path, a `lectern:` link (`lectern:https://…`,
 * `lectern:open?address=…`, `lectern:subscribe?address=…`) or a `feed:` link (`feed://host/path`, `feed:https://…`).
 */
export function arrivalOf(given: string): Arrival {
  const text = given.trim();
  if (FEED_LINK.test(text)) {
    const rest = text.replace(FEED_LINK, "");
    const address = webAddress(HAS_SCHEME.test(rest) ? rest : `https://${rest}`);
    return address ? { kind: "subscribe", address } : { kind: "wrong" };
  }
  if (!OWN_LINK.test(text)) return { kind: "open", address: given };
  const rest = text.replace(OWN_LINK, "");
  const [, action = "open", query] = ACTION.exec(rest) ?? [];
  const address = webAddress(query === undefined ? rest : (new URLSearchParams(query).get("address") ?? ""));
  if (address === null) return { kind: "wrong" };
  return { kind: action.toLowerCase() === "subscribe" ? "subscribe" : "ask", address };
}

/** What arrivals need of a window. */
export interface ArrivalsWorld {
  readonly openAddress: (address: string) => void;
  readonly show: (dialog: Dialog) => void;
  readonly fail: (message: string) => void;
  /** Does it now, or when the first question is answered: no dialog comes before it. */
  readonly whenAnswered: (act: () => void) => void;
}

/** Takes what other programs hand over: what a person gave is opened, what a link names is shown and asked about. */
export const createArrivals =
  ({ openAddress, show, fail, whenAnswered }: ArrivalsWorld) =>
  (given: string): void => {
    const arrival = arrivalOf(given);
    if (arrival.kind === "open") openAddress(arrival.address);
    else
      whenAnswered(() => {
        if (arrival.kind === "ask") show({ kind: "link", address: arrival.address, text: new URL(arrival.address).host });
        else if (arrival.kind === "subscribe") show({ kind: "subscribe", address: arrival.address });
        else fail(words("arriving.wrong"));
      });
  };
