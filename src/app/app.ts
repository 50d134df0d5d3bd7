import type { Notice, Opened, Picture, Reader, VoiceList } from "../contract/index.ts";
import { type Article, type ArticleId, Failure, type LexiconEntry, type Source, type SourceRequest } from "../model/index.ts";
import { narrate, STARTER_PACK } from "../narrate/index.ts";
import { createSpeaker, type Speaker } from "../speak/index.ts";
import { WELCOME } from "../words/index.ts";
import { lexiconUses } from "./lexicon.ts";
import type { World } from "./world.ts";

/** The stages joined: what a window, and the command line, can ask for. */
export interface App extends Reader {
  /** The voices, for whoever needs more than `Reader` gives: recordings and the command line. */
  readonly speaker: Speaker;
  /** Fetches and extracts without keeping anything. `running`: the whole content is one paragraph, nothing is inferred or left out. */
  extract(request: SourceRequest, options?: { readonly running?: boolean; readonly signal?: AbortSignal }): Promise<Article>;
  /** How words are said now: the listener's own entries, then the starter pack unless it is off. */
  entries(): readonly LexiconEntry[];
  /** Ends the engines and the library. */
  close(): Promise<void>;
}

/** The address of the article that a new listener meets. */
export const WELCOME_ADDRESS = "lectern:welcome";

const welcome = (): Source => ({
  bytes: new TextEncoder().encode(WELCOME),
  mediaType: "text/markdown",
  charset: "utf-8",
  address: WELCOME_ADDRESS,
  lang: "en",
});

/** Joins the stages. The world outside comes in as an argument. */
export function createApp(world: World): App {
  const { library } = world;
  const speaker = createSpeaker(world.engines);
  let notices: readonly Notice[] = library.setAside === null ? [] : [{ kind: "library-set-aside", file: library.setAside }];

  const source = (request: SourceRequest, signal?: AbortSignal): Promise<Source> | Source =>
    request.kind === "address" && request.address === WELCOME_ADDRESS ? welcome() : world.fetch.source(request, signal);

  const extract: App["extract"] = async (request, options = {}) => {
    const fetched = await source(request, options.signal);
    // Parsers are large: a window that goes on with what is kept starts without them.
    const { extractArticle } = await import("../extract/index.ts");
    options.signal?.throwIfAborted();
    return extractArticle(fetched, { running: options.running ?? false });
  };

  const kept = (id: ArticleId): Article => {
    const article = library.article(id);
    if (!article) throw new Failure("not-found", "This article is not in the library. Open it again.");
    return article;
  };

  /** Everything that words are said by: the listener's own entries first. */
  const lexicon = (): readonly LexiconEntry[] => [
    ...library.lexicon().map(({ entry }) => entry),
    ...(library.settings().starterPack ? STARTER_PACK : []),
  ];

  const open = (article: Article): Opened => {
    library.keepArticle(article, world.clock.now());
    return { article, place: library.place(article.id), left: library.left(article.id) };
  };

  return {
    speaker,
    entries: lexicon,
    extract,
    async open(request, signal) {
      return open(await extract(request, signal ? { signal } : {}));
    },
    async recall({ article }) {
      return open(kept(article));
    },
    async articles({ limit }) {
      return library.articles(limit);
    },
    async narrate({ article, taste, voice }) {
      return narrate(kept(article), taste, lexicon(), voice ?? null);
    },
    ...lexiconUses(library, kept, lexicon),
    async picture({ article, block }, signal): Promise<Picture> {
      const figure = kept(article).blocks.find((candidate) => candidate.id === block);
      if (figure?.kind !== "figure" || figure.src === null) throw new Failure("not-found", "There is no picture here.");
      return world.fetch.picture(figure.src, signal);
    },
    async notices() {
      const told = notices;
      notices = [];
      return told;
    },
    async voices(): Promise<VoiceList> {
      return speaker.voices();
    },
    async *speak(request, signal) {
      yield* speaker.synthesize(request, signal ?? new AbortController().signal);
    },
    async settings() {
      return library.settings();
    },
    async changeSettings(change) {
      return library.changeSettings(change);
    },
    async keepPlace({ article, place }) {
      library.keepPlace(article, place, world.clock.now());
    },
    async close() {
      await speaker.close();
      library.close();
    },
  };
}
