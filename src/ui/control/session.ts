import { type Here, type Opened, OWN_ADDRESS, type Reader, welcomeAddress } from "../../contract/index.ts";
import {
  type Article,
  type ArticleId,
  COPIED_HTML,
  type NewsItem,
  type Place,
  type Script,
  type SourceRequest,
  toFailure,
  type VoiceId,
} from "../../model/index.ts";
import { minutesLeft } from "../../play/index.ts";
import { interfaceLanguage, joined, words } from "../../words/index.ts";
import { changesWords } from "../reading/changes.ts";
import type { Reading, WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";
import type { Listening } from "./listening.ts";
import { createPageTitle } from "./page-title.ts";
import type { TrailControl } from "./trail.ts";

/** How many of the last articles the open dialog offers. */
const RECENT = 12;

/** Where an opened article begins, and what comes then. */
export interface Begin {
  /** Null: where it was left. */
  readonly at?: (article: Article) => Place | null;
  /** It is open, and the focus is there. */
  readonly begun?: (place: Place | null) => void;
  /** Nothing is said of it: it is going to be heard. */
  readonly silent?: boolean;
}

/** Opening articles. Every method shows and says what goes wrong; none rejects. */
export interface Session {
  open(request: SourceRequest, label: string): Promise<void>;
  /** False: it is not open. */
  recall(article: ArticleId, label: string, begin?: Begin): Promise<boolean>;
  /** Opens an item of a feed as it is kept, else its page, else what its feed gave. Marks nothing. False: it is not open. */
  openItem(item: Pick<NewsItem, "id" | "title" | "link">, begin?: Begin): Promise<boolean>;
  /** The last opened article, else the welcome, unless something else is being opened; `at`: this one, there. Silent. */
  begin(at: Here | null): Promise<void>;
  /** How the article is said has changed: it is narrated anew and goes on where it was. */
  narrateAgain(): Promise<void>;
  /** The article is another now, of the same page: it goes on where it was. `where`: where a place of the former one is in it. */
  exchange(article: Article, where: (place: Place) => Place): Promise<void>;
  /** Lists the articles opened last anew. */
  listRecent(): void;
  /** How an article is said now: changes with what the listener has set. */
  taste(article: Article): string;
  narrate(article: Article, signal?: AbortSignal): Promise<Script>;
  /** As `open`, of what `get` answers with. False: it is not open. */
  openBy(label: string, get: (signal: AbortSignal) => Promise<Opened>): Promise<boolean>;
  /**
   * Reads this at once from an utterance, in place of what was heard to its end or is sounding. Nothing is said and no focus moves; the
   * window's title follows when it is silent. `told`: what a screen reader that reads gets, in place of the sentence.
   */
  proceed(reading: Reading, utterance: number, told?: string): void;
  /** Gives up what is being opened: what was open is open as it was. False where nothing is being opened. */
  cancel(): boolean;
  /** Tries what failed once more. */
  retry(): void;
}

/** What a session needs. `drawn` resolves when the page shows the state; `arrive` moves the focus to a new article. */
export interface SessionWorld {
  readonly reader: Reader;
  readonly mac: boolean;
  readonly store: Store<WindowState>;
  readonly announcer: Announcer;
  readonly listening: Listening;
  /** The voice that reads a language, as far as it is known. */
  readonly voiceFor: (lang: string) => VoiceId;
  readonly drawn: () => Promise<void>;
  readonly arrive: () => void;
  /** Shows the article's view, and leaves the focus to `arrive`. */
  readonly toArticle: () => Promise<void>;
  /** What the title of the window says. */
  readonly windowName: () => string;
  /** Hears before and after another article is on the page. */
  readonly trail: Pick<TrailControl, "opening" | "opened">;
  /** Whether the window begins with nothing open. */
  readonly empty: boolean;
}

/** An address, as `Reader.open` wants it. `typed`: a person gave it, no page or feed. */
export const addressRequest = (address: string, { typed }: { readonly typed: boolean }): SourceRequest => ({
  kind: "address",
  address,
  typed,
  url: null,
  type: null,
  // What Lectern wrote itself is in the language of the window.
  lang: address.startsWith(OWN_ADDRESS) ? interfaceLanguage() : null,
});

/** What an address is called while it is being opened: a page by its site, a file by its name. */
export function labelOf(address: string): string {
  if (/^https?:/i.test(address) && URL.canParse(address)) return new URL(address).host;
  return address.split(/[\\/]/).at(-1) || address;
}

/** A text, as `Reader.open` wants it. `html`: the same as HTML, "" for none. */
export const contentRequest = (text: string, html = ""): SourceRequest =>
  html === ""
    ? { kind: "content", content: text, url: null, type: null, lang: null }
    : { kind: "content", content: html, url: null, type: COPIED_HTML, lang: null };

/** The articles of a window. */
export function createSession(world: SessionWorld): Session {
  const { reader, store, announcer, listening } = world;
  let running: AbortController | null = null;
  // What a window opens with comes silently: nothing speaks and no focus moves on launch.
  let begun = false;
  let narrations = 0;
  const title = createPageTitle(listening.sounding, world.windowName);
  store.subscribe(title.settle);

  const howSaid = ({ id, lang }: Article): Parameters<Reader["narrate"]>[0] => {
    const { verbosity, language } = store.get().settings;
    return { article: id, taste: { verbosity, lang: language ?? navigator.language }, voice: world.voiceFor(lang) };
  };
  const narrate: Session["narrate"] = (article, signal) => reader.narrate(howSaid(article), signal);
  const show = async ({ article, left, changes }: Opened, place: Place | null, signal: AbortSignal): Promise<void> => {
    const script = await narrate(article, signal);
    signal.throwIfAborted();
    const reading = { article, script };
    world.trail.opening();
    try {
      store.set({ reading, changes, utterance: 0, problem: null, loading: null, notice: "" });
      title.show();
      await world.drawn();
      signal.throwIfAborted();
      await world.toArticle();
      scrollTo({ top: 0, behavior: "instant" });
      listening.load(reading, place, left);
    } finally {
      world.trail.opened();
    }
  };
  const refreshRecent = (): void => {
    reader.articles({ limit: RECENT }).then(
      (recent) => store.set({ recent }),
      () => {
        // The list is a convenience; what can't be listed can still be opened by its address.
      },
    );
  };
  /** Tries what failed once more. */
  let again: (() => void) | null = null;
  const run = async (
    label: string,
    request: SourceRequest | null,
    get: (signal: AbortSignal) => Promise<Opened>,
    begin: Begin = {},
  ): Promise<boolean> => {
    running?.abort();
    again = null;
    const controller = new AbortController();
    running = controller;
    listening.pause();
    const quiet = !begun;
    begun = true;
    store.set({ loading: label, problem: null });
    if (!quiet) announcer.status(words("open.loading", { label }));
    try {
      const opened = await get(controller.signal);
      const place = begin.at?.(opened.article) ?? null;
      await show(opened, place ?? opened.place, controller.signal);
      refreshRecent();
      const reading = store.get().reading;
      if (reading) world.arrive();
      if (reading && begin.begun) begin.begun(place);
      if (quiet || !reading || begin.silent) return true;
      const minutes = minutesLeft(reading.script, 0, store.get().settings.rate);
      const { changes } = opened;
      const done = words("open.done", { title: reading.article.title, minutes });
      const more = [
        ...(changes ? [changesWords(reading.article, changes)] : []),
        ...(opened.unkept ? [words("open.unkept")] : []),
        ...(opened.instead ? [words("open.instead")] : []),
      ];
      announcer.status(joined([done, ...more]));
      return true;
    } catch (thrown) {
      if (controller.signal.aborted) return false;
      const failure = toFailure(thrown);
      again = () => void run(label, request, get, begin);
      store.set({ loading: null, problem: { failure, request } });
      announcer.error(failureWords(failure.code));
      scrollTo({ top: 0, behavior: "instant" });
      return false;
    } finally {
      if (running === controller) running = null;
    }
  };
  const open = async (request: SourceRequest, label: string): Promise<void> => {
    await run(label, request, (signal) => reader.open(request, signal));
  };

  const exchange: Session["exchange"] = async (article, where) => {
    const { reading } = store.get();
    // Of a part nothing is made anew: it is over soon, and the next is said as it is set now.
    if (reading?.whole && article === reading.article) return;
    narrations += 1;
    const turn = narrations;
    const script = await narrate(article);
    const now = store.get();
    // Changed once more in between: the newer answer is on its way.
    if (turn !== narrations || !reading || now.reading?.article !== reading.article) return;
    const goOn = listening.sounding();
    const here = listening.place();
    // Who has not begun has no place to keep.
    const begun = goOn || now.utterance > 0 || article === reading.article;
    const place = here && begun ? where(here) : null;
    store.set({ reading: { article, script } });
    await world.drawn();
    listening.exchange({ article, script }, place);
    if (goOn && place) listening.playFrom(place);
    else listening.keepPlace();
  };

  return {
    open,
    recall: (article, label, begin) => run(label, null, (signal) => reader.recall({ article }, signal), begin),
    openItem({ id, title: label, link }, begin) {
      const get = async (signal: AbortSignal): Promise<Opened> => {
        const { article } = await reader.prepareItem({ item: id, network: true }, signal);
        return reader.recall({ article: article.id }, signal);
      };
      return run(label, link === null ? contentRequest(label) : addressRequest(link, { typed: false }), get, begin);
    },
    taste: (article) => JSON.stringify(howSaid(article)),
    narrate,
    openBy: (label, get) => run(label, null, get),
    proceed(reading, utterance, told) {
      running?.abort();
      narrations += 1;
      const { reading: before, changes } = store.get();
      world.trail.opening();
      store.set({ reading, changes: reading.article === before?.article ? changes : null, utterance, problem: null, loading: null });
      title.show();
      listening.proceed(reading, utterance, told);
      world.trail.opened();
      void world.drawn().then(() => {
        if (store.get().reading !== reading) return;
        if (store.get().view === "article" && store.get().following && utterance === 0) scrollTo({ top: 0, behavior: "instant" });
        listening.show();
      });
      refreshRecent();
    },
    async begin(at) {
      if (begun) return;
      if (at && (await run("", null, (signal) => reader.recall({ article: at.article }, signal), { at: () => at.place }))) return;
      if (world.empty) {
        begun = true;
        store.set({ loading: null });
        refreshRecent();
        return;
      }
      await run("", null, async (signal) => {
        const [last] = await reader.articles({ limit: 1 }, signal);
        return last
          ? reader.recall({ article: last.id }, signal)
          : reader.open(addressRequest(welcomeAddress(world.mac), { typed: true }), signal);
      });
    },
    async narrateAgain() {
      const { reading } = store.get();
      if (reading) await exchange(reading.article, (place) => place).catch(() => {});
    },
    exchange,
    listRecent: refreshRecent,
    cancel() {
      if (running === null) return false;
      running.abort();
      running = null;
      // Who walks through the library stays there; what had the focus may go with what is given up.
      const stays = store.get().view === "library" && document.activeElement?.closest(".loading") === null;
      store.set({ loading: null });
      if (!stays) world.arrive();
      announcer.status(words("open.cancelled"));
      return true;
    },
    retry() {
      if (store.get().problem?.request && again) again();
      else listening.toggle();
    },
  };
}
