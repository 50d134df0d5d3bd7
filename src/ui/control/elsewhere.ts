import type { Reader } from "../../contract/index.ts";
import type { ChangedPart, SettingsChange } from "../../model/index.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { NewsLine } from "./news-line.ts";

/** What follows changes that were made elsewhere. */
export interface ElsewhereWorld {
  readonly reader: Pick<Reader, "settings">;
  readonly store: Store<WindowState>;
  readonly newsLine: Pick<NewsLine, "listen">;
  /** Takes settings on that are kept already. */
  readonly adopt: (change: SettingsChange) => void;
  readonly narrateAgain: () => Promise<void>;
  readonly learnVoices: () => Promise<void>;
  readonly listRecent: () => void;
  /** Asks how the queue is now. */
  readonly askQueue: () => void;
}

/**
 * Keeps what a window shows true to what a command in a terminal changed, without a word: nobody at the window asked for it. Lists of news
 * follow by themselves.
 */
export function followElsewhere({ reader, store, newsLine, adopt, narrateAgain, learnVoices, listRecent, askQueue }: ElsewhereWorld): void {
  const takeSettings = async (): Promise<void> => {
    const kept = await reader.settings({});
    const known = store.get().settings;
    const changed = Object.entries(kept).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(known[name as keyof typeof known]),
    );
    if (changed.length > 0) adopt(Object.fromEntries(changed));
  };
  const FOLLOW: Readonly<Partial<Record<ChangedPart, () => unknown>>> = {
    settings: takeSettings,
    lexicon: narrateAgain,
    voices: learnVoices,
    articles: listRecent,
    news: askQueue,
  };
  newsLine.listen((event) => {
    if (event.kind !== "changed") return;
    // What can't be had now is had at the next change, or at the next start.
    Promise.resolve(FOLLOW[event.part]?.()).catch(() => {});
  });
}
