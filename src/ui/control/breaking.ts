import { type BreakingNews, isQuiet, languageOf, type VoiceMode } from "../../model/index.ts";
import type { Cue, Player } from "../../play/index.ts";
import { interfaceLanguage, sentencesOf, words } from "../../words/index.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { tellBetween } from "./between.ts";
import type { NewsLine } from "./news-line.ts";

/** Headlines that are said at once, at most; of more only the number (guess: nobody keeps four in mind). */
const MOST_SAID = 3;

/** What telling of breaking news needs. */
export interface BreakingWorld {
  readonly store: Store<WindowState>;
  readonly newsLine: Pick<NewsLine, "listen">;
  readonly player: Pick<Player, "halt" | "play" | "subscribe">;
  readonly announcer: Pick<Announcer, "answer" | "notify">;
  /** Whether the article sounds. */
  readonly sounding: () => boolean;
  readonly mode: () => VoiceMode;
  /** The short sound, null where it can't be loaded. */
  readonly cue: () => Promise<Cue | null>;
  readonly now: () => Date;
}

/** What is shown of them, what a voice says, and in which language: a foreign voice says no words of ours. */
function wordsOf(news: readonly BreakingNews[]): { readonly shown: string; readonly text: string; readonly lang: string | undefined } {
  const titles = news.slice(0, MOST_SAID).map(({ title }) => title);
  const more = news.length - titles.length;
  const langs = new Set(news.map(({ lang }) => lang ?? undefined));
  const lang = langs.size === 1 ? [...langs][0] : undefined;
  const shown = sentencesOf([...titles, more > 0 ? words("breaking.more", { count: more }) : ""]);
  const isOurs = lang === undefined || languageOf(lang) === languageOf(interfaceLanguage());
  return { shown: words("breaking.shown", { text: shown }), text: isOurs ? shown : sentencesOf(titles), lang };
}

/**
 * Tells of breaking news as it comes: while the article is read, in the pause after a sentence, and then it goes on with the next one;
 * otherwise at once, by whoever serves the interface. In quiet hours nothing; what came then is in the list.
 */
export function tellBreaking(world: BreakingWorld): void {
  const { store, player, announcer } = world;
  let waiting: BreakingNews[] = [];

  const tell = async (goOn: (() => void) | null): Promise<void> => {
    const told = waiting;
    waiting = [];
    const { shown, text, lang } = wordsOf(told);
    // A screen reader has its own way to draw attention, and Lectern no sound beside it.
    const cue = world.mode() === "screen-reader" ? null : await world.cue();
    const how = cue && { cue, pitch: 1, voice: null };
    const isSaid = store.get().settings.breaking === "headline";
    if (goOn) announcer.answer(shown, { text: isSaid ? text : "", how, after: goOn, ...(lang ? { lang } : {}) });
    else announcer.notify(shown, { text: isSaid ? text : "", how, ...(lang ? { lang } : {}) });
  };
  const deliver = tellBetween({ player, sounding: world.sounding, waits: () => waiting.length > 0, tell: (goOn) => void tell(goOn) });
  world.newsLine.listen((event) => {
    if (event.kind !== "breaking") return;
    const { breaking, quietHours } = store.get().settings;
    if (breaking === "off" || isQuiet(world.now(), quietHours)) return;
    const isFirst = waiting.length === 0;
    waiting.push(event.news);
    // Those of one round come together.
    if (isFirst) setTimeout(deliver);
  });
}
