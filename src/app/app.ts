import { type Notice, type Opened, OWN_ADDRESS, type Picture, type Reader, type VoiceList } from "../contract/index.ts";
import type { Extracted } from "../extract/index.ts";
import {
  type Article,
  type ArticleId,
  type ChangedPart,
  Failure,
  isEmbedded,
  type KeptPicture,
  type LexiconEntry,
  type NewSiteRule,
  pictureName,
  type Source,
  type SourceRequest,
  toFailure,
  voiceByTaste,
} from "../model/index.ts";
import { narrate, STARTER_PACK, withoutVoice } from "../narrate/index.ts";
import { createSpeaker, type Speaker } from "../speak/index.ts";
import { interfaceLanguage, speakLanguage } from "../words/index.ts";
import type { Power } from "./background.ts";
import { bookmarkUses } from "./bookmarks.ts";
import { changesBetween } from "./changes.ts";
import { choicesFor, decide, ruleFor, siteOf, standsAnyway, subjectNamed, undecided, withChosen } from "./choices.ts";
import { createEditionJobs } from "./edition/jobs.ts";
import { type EditionUses, editionUses } from "./edition/uses.ts";
import type { ReadFeed } from "./feed.ts";
import { helpSource } from "./help.ts";
import { createIdle } from "./idle.ts";
import { createKeepReady } from "./keep-ready.ts";
import { keepingUses } from "./keeping.ts";
import { keptInstead } from "./kept-instead.ts";
import { lexiconUses } from "./lexicon.ts";
import { newsUses, openItem } from "./news.ts";
import { listUses } from "./news-lists.ts";
import { keepPicture } from "./offline-pictures.ts";
import { ownServers } from "./own-servers.ts";
import { followPages } from "./pages.ts";
import { queueUses } from "./queue.ts";
import { refreshUses } from "./refresh-uses.ts";
import { createSharedFolder } from "./shared-folder.ts";
import { isSlow } from "./speak-ahead.ts";
import { createSpeechAhead } from "./speech-ahead.ts";
import { syncUses } from "./sync.ts";
import { holdUnkept } from "./unkept.ts";
import { voiceUses } from "./voices.ts";
import type { World } from "./world.ts";

/** The stages joined: what a window, and the command line, can ask for. */
export interface App extends Reader, EditionUses {
  /** The voices, for whoever needs more than `Reader` gives: recordings and the command line. */
  readonly speaker: Speaker;
  /** How words are said now: the listener's own entries, then the starter pack unless it is off. */
  entries(): readonly LexiconEntry[];
  /**
   * Fetches and extracts without keeping anything. `running`: the whole content is one paragraph, nothing is inferred or left out.
   * `putBack` and `leaveOut` are ids of the audit and of blocks.
   */
  extract(
    request: SourceRequest,
    options?: {
      readonly running?: boolean;
      readonly putBack?: readonly string[];
      readonly leaveOut?: readonly string[];
      readonly signal?: AbortSignal;
    },
  ): Promise<Article>;
  /** Reads a feed, or the one that a page names, without keeping anything. @throws Failure */
  feed(request: SourceRequest, signal?: AbortSignal): Promise<ReadFeed>;
  /** Asks for news by itself from now on, as the listener has set it. */
  keepFresh(): void;
  /** Tells the windows that a command changed a part of what is kept. */
  tellChanged(part: ChangedPart): void;
  tellPower(power: Power): void;
  /** What is known of the line without a page; what it costs stays as a page said it. */
  tellOnline(online: boolean): void;
  /** Ends the round that runs, the engines and the library. */
  close(): Promise<void>;
}

/** What is asked anew when the library is right again: it may be another. */
const KEPT_PARTS: readonly ChangedPart[] = ["settings", "lexicon", "articles", "news"];

/** Whether an article is Lectern's own, and no page's. */
const isOwn = ({ address }: Article): boolean => address?.startsWith(OWN_ADDRESS) ?? false;

/** Joins the stages. The world outside comes in as an argument. */
export function createApp(world: World): App {
  const unkept = holdUnkept(world.library);
  const { library } = unkept;
  const speaker = createSpeaker(world.engines);
  /** Rules that were dropped, by their former id: undo brings them back. */
  const droppedRules = new Map<number, NewSiteRule>();
  let notices: readonly Notice[] =
    library.rescue !== null
      ? [{ kind: "library-rescued", rescue: library.rescue }]
      : library.setAside !== null
        ? [{ kind: "library-set-aside", file: library.setAside }]
        : [];

  const own = ownServers(library);
  /** `from`: the page that names it, null: the listener, or what they subscribed to. */
  const source = async (request: SourceRequest, signal?: AbortSignal, from: string | null = null): Promise<Source> => {
    if (request.kind === "address" && request.address.startsWith(OWN_ADDRESS))
      await speakLanguage(request.lang ?? library.settings().language ?? interfaceLanguage());
    const help = request.kind === "address" ? await helpSource(request.address, library.settings().keys, world.helpList ?? null) : null;
    if (help) return help;
    const found = await world.fetch.source(request, signal, own.of(from));
    own.learn(request, found);
    return found;
  };

  const read = async (request: SourceRequest, running?: boolean, signal?: AbortSignal): Promise<Extracted> => {
    const fetched = await source(request, signal);
    // Parsers are large: a window that goes on with what is kept starts without them.
    const { extractSource, hasNews, isSamePiece, joinPages } = await import("../extract/index.ts");
    signal?.throwIfAborted();
    const found = await extractSource(fetched, { running, signal, worker: world.documentWorker });
    if (running || request.kind !== "address" || found.next === null) return found;
    const first = fetched.address;
    const next = (page: SourceRequest, stop: AbortSignal): Promise<Source> => source(page, stop, first);
    const stages = { fetch: next, extract: (page: Source) => extractSource(page, { signal, first }), hasNews, isSamePiece, joinPages };
    return { ...found, article: await followPages(found, stages, signal), next: null };
  };
  const extract: App["extract"] = async (request, options = {}) => {
    const { article } = await read(request, options.running, options.signal);
    return withChosen(article, options);
  };

  const kept = (id: ArticleId): Article => {
    const article = passing(id) ?? library.article(id);
    if (!article) throw new Failure("not-found", "This article is not in the library. Open it again.");
    return article;
  };

  /** Everything that words are said by: the listener's own entries first. */
  const lexicon = (): readonly LexiconEntry[] => [
    ...library.lexicon().map(({ entry }) => entry),
    ...(library.settings().starterPack ? STARTER_PACK : []),
  ];

  /** An article as its listener wants it, kept. `pictures`: not said, those that are kept already. `opened`: when, null: it is made ready. */
  const keep = (extracted: Article, pictures?: readonly KeptPicture[], opened: string | null = world.clock.now()): Article => {
    const site = siteOf(extracted);
    const article = decide(extracted, library.choices(extracted.id), site === null ? [] : library.siteRules(site));
    library.keepArticle(article, opened, pictures);
    return article;
  };
  const open = (extracted: Article, pictures?: readonly KeptPicture[], opened?: string | null): Opened => {
    const article = keep(extracted, pictures, opened);
    const former = library.former.of(article.id);
    const changes = former ? changesBetween(former, article) : null;
    if (changes && opened !== null) library.former.tell(article.id);
    const found = { article, place: library.place(article.id), left: library.left(article.id), changes };
    return unkept.isUnkept(article.id) ? { ...found, unkept: true } : found;
  };

  /** Keeps what the listener heard of a page that is another now. Heard as it is, there is nothing to tell of it any more. */
  const remember = (found: Article, isOpened: boolean): void => {
    // What Lectern wrote itself is no news in another language, or with other keys.
    const heard = isOwn(found) ? null : library.heard(found.id);
    if (!heard || !changesBetween(undecided(heard), found)) {
      if (isOpened) library.former.forget(found.id);
    } else if (isOpened || !library.former.of(found.id)) library.former.keep(found.id, undecided(heard));
  };
  const openSource = async (request: SourceRequest, signal?: AbortSignal): Promise<Opened> => {
    const { article, pictures } = await read(request, false, signal);
    remember(article, true);
    return open(article, pictures);
  };
  const prepareSource = async (request: SourceRequest, signal?: AbortSignal): Promise<Opened> => {
    const { article, pictures } = await read(request, false, signal);
    remember(article, false);
    return open(article, pictures, null);
  };
  const { passing, ...queue } = queueUses({
    library,
    prepare: (item, signal) => openItem(item, prepareSource, signal),
    extract: (request, signal) => extract(request, signal ? { signal } : {}),
    lexicon,
    pictures: (article, signal) => pictures(article, signal),
    idle: (signal) => idle.idle(signal),
  });
  const feed: App["feed"] = async (request, signal) => {
    const { readFeed } = await import("./feed.ts");
    return readFeed(source, request, signal);
  };

  const keeping = keepingUses(library, world.clock.now);
  const idle = createIdle();
  const sync = syncUses(world, library, () => rounds.tellChanged("news"));
  const { rounds, background, pictures, uses } = refreshUses(
    { ...world, own, syncFirst: sync.quietly },
    async (address, signal) => (await prepareSource({ kind: "address", address, url: null, type: null, lang: null }, signal)).article,
    idle.idle,
  );

  const sharing = createSharedFolder({
    library,
    file: world.sharing,
    now: world.clock.now,
    changed: () => rounds.tellChanged("settings"),
  });

  library.watchStore((news) => {
    if (news.kind === "right") unkept.flush();
    rounds.tellStore(news);
    if (news.kind === "right") for (const part of KEPT_PARTS) rounds.tellChanged(part);
  });

  const editions = createEditionJobs({
    means: world.edition,
    // The reader below: what it does is asked for when somebody makes one.
    reader: {
      narrate: (...given) => app.narrate(...given),
      voices: (...given) => app.voices(...given),
      settings: (...given) => app.settings(...given),
      picture: (...given) => app.picture(...given),
      prepareItem: queue.prepareItem,
    },
    uses: editionUses(world.edition, speaker, idle),
    article: kept,
    now: world.clock.now,
    changed: () => rounds.tellChanged("editions"),
    log: world.log,
  });
  const ahead = world.speechAhead === undefined ? null : createSpeechAhead(world.speechAhead);
  const ready = createKeepReady({
    library,
    sound: ahead && {
      ahead,
      engines: world.engines,
      reader: { narrate: (...given) => app.narrate(...given), voices: (...given) => app.voices(...given) },
      speak: speaker.synthesize,
      idle,
      lang: () => library.settings().language ?? listenerLang,
    },
    now: world.clock.now,
    free: world.free,
    hindrance: background.hindrance,
    prepare: async (item, signal) => (await queue.prepareItem({ item, network: true }, signal)).article,
    pictures,
    idle: idle.idle,
    changed: () => rounds.tellChanged("ready"),
    log: world.log,
  });
  /** What announcements were last made in: a page knows its system's language, and nobody else does. */
  let listenerLang: string = interfaceLanguage();
  const app: App = {
    speaker,
    entries: lexicon,
    extract,
    feed,
    async open(request, signal) {
      try {
        return await openSource(request, signal);
      } catch (thrown) {
        signal?.throwIfAborted();
        const instead = keptInstead(library, request, thrown);
        if (!instead) throw thrown;
        return { ...open(instead), instead: toFailure(thrown).code };
      }
    },
    async recall({ article, glance }, signal) {
      const found = kept(article);
      if (glance) return { article: found, place: library.place(article), left: library.left(article), changes: null };
      // What Lectern wrote itself is as it would write it now: in today's language, with today's keys.
      if (!isOwn(found)) return open(found);
      const lang = library.settings().language ?? found.lang;
      const request: SourceRequest = { kind: "address", address: found.address, url: null, type: null, lang };
      return openSource(request, signal).catch(() => open(found));
    },
    ...newsUses({
      library,
      now: world.clock.now,
      readFeed: feed,
      rounds,
      recall: (id) => {
        const article = library.article(id);
        return article && open(article);
      },
      open: openSource,
    }),
    ...listUses({
      library,
      now: world.clock.now,
      async lookForFeeds(request, signal) {
        const { lookForFeeds } = await import("./look-for-feeds.ts");
        return lookForFeeds(source, request, signal);
      },
    }),
    ...uses,
    ...keeping.uses,
    ...ready.uses,
    ...sync.uses,
    ...sharing.uses,
    keepFresh() {
      background.begin(rounds);
      keeping.begin();
      editions.begin();
      ready.begin();
      sharing.begin();
    },
    tellChanged: rounds.tellChanged,
    tellPower: background.tellPower,
    tellOnline: background.tellOnline,
    ...queue,
    async articles({ limit }) {
      return library.articles(limit);
    },
    async narrate({ article, taste, voice, only }) {
      listenerLang = taste.lang;
      const script = narrate(kept(article), taste, lexicon(), voice ?? null);
      // To list the voices is to start every engine: only where there may be none.
      if (only || script.utterances.every(({ lang }) => isEmbedded(lang))) return script;
      const { voices } = await speaker.voices();
      const settings = library.settings();
      return voices.length === 0 ? script : withoutVoice(script, taste, (lang) => voiceByTaste(voices, settings, lang) !== null);
    },
    ...editionUses(world.edition, speaker),
    ...editions.uses,
    ...bookmarkUses(library, world.clock.now),
    ...voiceUses(world, source, own),
    ...lexiconUses(library, kept, lexicon),
    async picture({ article, block }, signal): Promise<Picture> {
      const figure = kept(article).blocks.find((candidate) => candidate.id === block);
      if (figure?.kind !== "figure" || figure.src === null) throw new Failure("not-found", "There is no picture here.");
      const name = pictureName(figure.src);
      if (name !== null) {
        const picture = library.picture(article, name);
        if (!picture) throw new Failure("not-found", "This picture is not in the library. Open the document again.");
        return { bytes: picture.bytes, mediaType: picture.mediaType };
      }
      const known = library.webPictures.find(article, figure.src);
      if (known) return known;
      const picture = await world.fetch.picture(figure.src, signal, own.of(kept(article).address));
      // It came already: the next time needs no network.
      keepPicture({ library, now: world.clock.now }, article, figure.src, picture);
      return picture;
    },
    async choose({ article: id, text, stands }) {
      const article = kept(id);
      const about = subjectNamed(article, text);
      const choices = choicesFor(about, stands);
      // What holds anyway needs no choice, and a rule that is made later finds none in its way.
      if (stands === standsAnyway(about) && (about.entry?.rule ?? null) === null) library.dropChoices(id, choices);
      else library.keepChoices(id, choices);
      return keep(article);
    },
    async chooseAlways({ article: id, text, always }) {
      const article = kept(id);
      const site = siteOf(article);
      const about = subjectNamed(article, text);
      const stands = about.entry?.back ?? true;
      const rule = site === null ? null : ruleFor(about, site);
      if (rule === null)
        throw new Failure("bad-input", "There can be no rule for this text: Lectern can't tell where on its site it stands.");
      if (always) {
        library.keepSiteRule(rule);
        library.dropChoices(id, choicesFor(about, stands));
      } else {
        if (about.entry?.rule != null) library.dropSiteRule(about.entry.rule);
        library.keepChoices(id, choicesFor(about, stands));
      }
      return keep(article);
    },
    async siteRules({ article }) {
      const site = siteOf(kept(article));
      return { site, rules: site === null ? [] : library.siteRules(site) };
    },
    async dropSiteRule({ article, rule, dropped = true }) {
      const site = siteOf(kept(article));
      const known = site === null ? undefined : library.siteRules(site).find(({ id }) => id === rule);
      const former = droppedRules.get(rule);
      if (dropped) {
        if (known) droppedRules.set(rule, known);
        library.dropSiteRule(rule);
      } else if (former) library.keepSiteRule(former);
      else throw new Failure("not-found", "This rule is not there any more.");
      return keep(kept(article));
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
      const made = ahead && isSlow(world.engines, request.voice) ? await ahead.find(request) : null;
      signal?.throwIfAborted();
      if (made) yield made;
      else yield* idle.busy(speaker.synthesize(request, signal ?? new AbortController().signal));
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
      background.end();
      keeping.end();
      await editions.end();
      await ready.end();
      unkept.end();
      await rounds.stop();
      await sync.end();
      await sharing.end();
      await speaker.close();
      library.close();
    },
  };
  return app;
}
