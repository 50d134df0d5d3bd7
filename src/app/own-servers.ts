import type { Library } from "../library/index.ts";
import { MOST_OWN_SERVERS, type Source, type SourceRequest, storeTrouble } from "../model/index.ts";

/** The servers in the listener's own network that Lectern may ask: those whose address they typed once. */
export interface OwnServers {
  /** The origins that may be asked for what `from` names; null: for what the listener or the library names. */
  readonly of: (from: string | null) => readonly string[];
  /** Takes in where typed words led to. */
  readonly learn: (request: SourceRequest, source: Source) => void;
}

const originOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).origin : null);

/** The origins that are kept with the settings. */
export function ownServers(library: Pick<Library, "settings" | "changeSettings">): OwnServers {
  return {
    of(from) {
      const all = library.settings().ownServers;
      // A page may name what stands beside it, never another machine of the house.
      return from === null ? all : all.filter((origin) => origin === originOf(from));
    },
    learn(request, { isOwn, address }) {
      if (request.kind !== "address" || request.typed !== true || request.url !== null || isOwn !== true) return;
      const origin = originOf(address);
      const known = library.settings().ownServers;
      if (origin === null || known.includes(origin)) return;
      try {
        library.changeSettings({ ownServers: [...known, origin].slice(-MOST_OWN_SERVERS) });
      } catch (thrown) {
        // What was typed is read all the same; that it was typed is kept the next time.
        if (storeTrouble(thrown) === null) throw thrown;
      }
    },
  };
}
