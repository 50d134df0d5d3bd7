import type { Desktop, Reader } from "../../contract/index.ts";
import { toFailure, type VoiceMode } from "../../model/index.ts";
import { styledBy, timerClock } from "../../play/index.ts";
import { interfaceLanguage, words } from "../../words/index.ts";
import { keysOrName } from "../keys.ts";
import { createCaret } from "../page/caret.ts";
import { focusOn, shownMain } from "../page/focus.ts";
import { createFollower } from "../page/follow.ts";
import { createHighlighter } from "../page/highlight.ts";
import { watchLayout } from "../page/layout.ts";
import { createReadingPlace } from "../page/reading-place.ts";
import { createReadingRuler } from "../page/ruler.ts";
import { createWebAudioSink } from "../sound/web-audio-sink.ts";
import type { Dialog, WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import { type Announcer, createAnnouncer } from "./announcer.ts";
import { answerRecall, failureWords } from "./answers.ts";
import { createBookmarks } from "./bookmarks.ts";
import { createChanges } from "./changes.ts";
import { createChoosing } from "./choosing.ts";
import { createCommands } from "./commands.ts";
import type { Controller } from "./controller.ts";
import { createDescriber } from "./describer.ts";
import { createEditions } from "./editions.ts";
import { followElsewhere } from "./elsewhere.ts";
import { createFinding } from "./finding.ts";
import { createFirstQuestion } from "./first-question.ts";
import { createGiant } from "./giant.ts";
import { applyLanguage } from "./interface-language.ts";
import { createInterfaceVoice } from "./interface-voice.ts";
import { createInterlude } from "./interlude.ts";
import { createKeepReady } from "./keep-ready.ts";
import { createKeyTap } from "./key-tap.ts";
import { createKnownVoices } from "./known-voices.ts";
import { createLibraryWindow } from "./library-uses.ts";
import { createListening, type Listening } from "./listening.ts";
import { createNewsLine } from "./news-line.ts";
import { createNotices } from "./notices.ts";
import { createOnceOpen } from "./once-open.ts";
import { createPreferences, type Preferences } from "./preferences.ts";
import { createPreview } from "./preview.ts";
import { createQuestions, type Questions } from "./questions.ts";
import { createReady } from "./ready.ts";
import { createRefresher } from "./refresher.ts";
import { createRegion } from "./region.ts";
import { addressRequest, createSession, labelOf, type Session } from "./session.ts";
import { createSettingsExchange } from "./settings-exchange.ts";
import { createSleep } from "./sleep-timer.ts";
import { createSound } from "./sound.ts";
import { createSyncing } from "./syncing.ts";
import { createThrough, type Through, watchQueue } from "./through.ts";
import { createTrail, type TrailControl } from "./trail.ts";
import { createUpdating } from "./updating.ts";
import { createVoiceTrial } from "./voice-trial.ts";
import { createWording, type Wording } from "./wording.ts";

const findArticle = (): Element | null => document.querySelector("[data-article]");
const findPlayer = (): Element | null => document.querySelector("[data-player]");

/** How long Orca 43 needs between two moves of the focus to say the second, milliseconds. */
export const FOCUS_SETTLES = 80;

/** What a window is made of. */
export type WindowParts = ReturnType<typeof createParts>;

/** Makes the parts of a window, and lets each know what it needs of the others. */
export function createParts(host: Reader, desktop: Desktop, store: Store<WindowState>) {
  const reader = watchQueue(host, () => through);
  const mac = desktop.platform === "darwin";
  const mode = (): VoiceMode => store.get().settings.voiceMode ?? (store.get().assisted ? "shared" : "app");
  const silent = (): boolean => mode() === "screen-reader";
  const voices = createKnownVoices({
    voices: reader.voices,
    store,
    learned(needed) {
      player.setVoices(voiceFor);
      sound.applyManner();
      if (listening.sounding()) return;
      if (needed) void session.narrateAgain();
      else wording.voiceChanged();
    },
  });
  const { voiceFor } = voices;
  const region = createRegion();
  const interfaceVoice = createInterfaceVoice(
    reader.speak,
    () => createWebAudioSink(desktop.restartSound),
    (lang = interfaceLanguage()) => ({
      voice: voiceFor(lang),
      rate: store.get().settings.rate,
      pitch: store.get().settings.pitch,
    }),
  );
  const clock = timerClock(() => performance.now() / 1000);
  const sound = createSound({ reader, desktop, store, clock, voiceFor });
  const { player } = sound;
  const caret = createCaret(findArticle);
  const follower = createFollower(
    () => findPlayer()?.getBoundingClientRect().height ?? 0,
    () => player.moment().state === "playing",
    () => store.set({ following: false }),
  );
  const readingPlace = createReadingPlace({
    root: findArticle,
    article: () => store.get().reading?.article ?? null,
    isFollowed: () => listening.sounding() && store.get().following,
  });
  const nothingOpen = (): void => announcer.answer(words("where.nothing"));
  // A move of the focus would silence what has begun.
  const onceOpen = createOnceOpen(store, nothingOpen, (act) => setTimeout(act, FOCUS_SETTLES));
  const drawn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  const announcer: Announcer = createAnnouncer({
    mode,
    voice: interfaceVoice,
    region,
    sounding: () => listening.sounding(),
    hold: () => listening.hold(),
    show: createNotices(store).show,
  });
  const spokenFocus = (): boolean => mode() === "app" || store.get().assisted;
  /** While the focus moves without a word: what moved it has its own, or none. */
  let unsaid = false;
  const focusSilently = (element: HTMLElement): void => {
    unsaid = true;
    focusOn(element);
    unsaid = false;
  };
  const arrive = (): void => {
    onceOpen.opened();
    // The first questions keep the focus until they are answered.
    const main = questions.asking() ? null : shownMain();
    if (main) focusSilently(main);
  };
  const trial = createVoiceTrial({ store, announcer, voiceFor });
  const firstQuestion = createFirstQuestion({ store, desktop, voice: interfaceVoice });
  const listening: Listening = createListening({
    store,
    player,
    caret,
    highlighter: createHighlighter(findArticle, () => store.get().settings.markParts),
    follower,
    seen(range, utterance, at) {
      ruler.follow(range);
      readingPlace.mark(range);
      giant.show(utterance, at);
    },
    article: findArticle,
    keepPlace: reader.keepPlace,
    tell: region.tell,
    hush: announcer.hush,
    silent,
    recall: (here) => announcer.answer(answerRecall(store.get(), here), { lang: store.get().reading?.article.lang ?? interfaceLanguage() }),
    ended: () => through.ended(),
    failed(failure) {
      store.set({ problem: { failure, request: null } });
      announcer.error(failureWords(failure.code), failure.code === "device" || failure.code === "no-voice");
    },
  });
  const finding = createFinding({ store, listening, announcer, article: findArticle, ask: () => store.set({ dialog: { kind: "find" } }) });
  const keyTap = createKeyTap();
  const layout = watchLayout();
  const describer = createDescriber({ store, announcer, tap: keyTap, mac, layout });
  const ruler = createReadingRuler(findArticle);
  const giant = createGiant({
    store,
    announcer,
    sounding: listening.sounding,
    skip: (direction) => void listening.skip("sentence", direction),
    goTo: listening.goTo,
  });
  const interlude = createInterlude({ store, listening, mode, spokenFocus: () => spokenFocus() });
  const session: Session = createSession({
    reader,
    mac,
    store,
    announcer,
    listening,
    voiceFor,
    drawn,
    arrive,
    toArticle: () => library.views.turnTo("article"),
    windowName: () => library.views.windowName(),
    trail: { opening: () => trail.opening(), opened: () => trail.opened() },
    // What was open last may be what is wrong.
    empty: desktop.safe !== "no",
  });
  const through: Through = createThrough({
    ...{ reader: host, store, player, session, listening, announcer, silent },
    listed: () => library.listed(),
    remember: (change) => library.uses.undo.remember(change),
    changed(items, change) {
      library.uses.lists.patch(items, change);
      if (store.get().view === "library") void library.uses.lists.recount();
    },
  });
  const changes = createChanges({ store, session, listening, announcer, article: findArticle });
  const bookmarks = createBookmarks({
    ...{ reader, store, announcer, listening, session, article: findArticle },
    undo: {
      remember: (change) => library.uses.undo.remember(change),
      coming: (work) => library.uses.undo.coming(work),
    },
  });
  const choosing = createChoosing({
    ...{ reader, store, announcer, session },
    remember: (change) => library.uses.undo.remember(change),
  });
  const fail = (thrown: unknown): void => {
    announcer.status(failureWords(toFailure(thrown).code));
  };
  const preview = createPreview({ store, announcer, sound, mode, voiceFor });
  const preferences: Preferences = createPreferences({
    store,
    announcer,
    sounding: listening.sounding,
    changeSettings: reader.changeSettings,
    applied(change, before) {
      if (change.rate !== undefined) player.setRate(change.rate);
      if (change.voice !== undefined || change.voices !== undefined || change.dialects !== undefined) {
        player.setVoices(voiceFor);
        wording.voiceChanged();
      }
      if (change.pauses !== undefined || change.pitch !== undefined || styledBy(change)) sound.applyManner();
      const saidAnew = ["verbosity", "starterPack", "language"] as const;
      if (saidAnew.some((name) => change[name] !== undefined && change[name] !== before[name])) void session.narrateAgain();
      if (change.language !== undefined) void applyLanguage(store.get().settings, store).then(listening.redraw);
      if (change.voiceMode !== undefined) listening.changeReader();
      if (change.textSize !== undefined || change.markParts !== undefined) requestAnimationFrame(listening.redraw);
      if (change.newsOrder !== undefined) library.reordered();
      if (change.ruler !== undefined) ruler.set(change.ruler);
      preview(change);
    },
    failed: fail,
  });

  const sleep = createSleep({
    store,
    player,
    now: clock.now,
    sounding: listening.sounding,
    stop: listening.stop,
    loudness: sound.loudness,
    answer: announcer.answer,
  });

  const newsLine = createNewsLine(reader);
  const refresher = createRefresher({ reader, store, announcer, newsLine });

  followElsewhere({
    ...{ reader, store, newsLine, adopt: preferences.adopt, learnVoices: voices.learn },
    narrateAgain: () => session.narrateAgain(),
    listRecent: () => session.listRecent(),
    askQueue: () => through.ask(),
  });

  const show = (dialog: Dialog): void => store.set({ dialog });
  const closeDialog = (): void => store.set({ dialog: null });
  const library = createLibraryWindow({
    reader,
    desktop,
    store,
    announcer,
    newsLine,
    session,
    listening,
    drawn,
    later: (act) => setTimeout(act, FOCUS_SETTLES),
    show,
    closeDialog,
    playArticle: () => commands.playHere(),
    trail: { leaving: () => trail.leaving(), entered: () => trail.entered(), list: (act) => trail.list(act) },
  });
  const trail: TrailControl = createTrail({
    ...{ store, announcer, caret, listening, session, drawn },
    ...{ views: library.views, lists: library.uses.lists, search: library.search },
    focusSilently,
    focus: focusOn,
    later: (act) => setTimeout(act, FOCUS_SETTLES),
  });
  const wording: Wording = createWording({
    reader,
    desktop,
    store,
    listening,
    announcer,
    moved: caret.moved,
    silent,
    voiceFor,
    show: (dialog) => store.set({ dialog }),
    forgetWaiting: interlude.forget,
    takeWaiting: interlude.take,
    narrateAgain: session.narrateAgain,
    article: findArticle,
  });
  const questions: Questions = createQuestions({
    store,
    voice: interfaceVoice,
    trial,
    change: preferences.change,
    mode,
    // The page begins anew: the focus is where it begins, and the article is drawn where it was left.
    answered: () =>
      void drawn().then(() => {
        arrive();
        listening.show();
        const title = store.get().reading?.article.title;
        if (title && !listening.sounding())
          announcer.status(words("first.done", { title, keys: keysOrName("play", mac, store.get().settings.keys, true) }));
      }),
  });

  const playHere = (): boolean => {
    const place = caret.place();
    if (place) listening.playFrom(place);
    return place !== null;
  };
  const updating = createUpdating({ desktop, store, announcer, sounding: listening.sounding });
  const syncing = createSyncing({ reader, announcer });
  const ready = createReady({
    ...{ reader, announcer },
    listed: () => library.listed()?.items ?? null,
    queued: async () => (await through.giving.look({ kind: "queue" })).map(({ id }) => id),
    changed: (item) => void library.uses.lists.renew([item]).catch(() => {}),
  });
  const offline = createKeepReady({
    ...{ reader, store, announcer, newsLine, change: preferences.change, lists: library.uses.lists, undo: library.uses.undo },
    hasFocus: () => document.activeElement?.matches("[data-row]") ?? false,
  });
  const editions = createEditions({
    ...{ reader, desktop, store, announcer, newsLine },
    listed() {
      const shown = library.listed();
      const { lists } = library.uses;
      return shown && !shown.isQueue ? { name: lists.nameOf(lists.store.get().chosen), items: shown.items } : null;
    },
    look: (from) => through.giving.look(from),
    go: (sentence) => bookmarks.go(sentence, false),
  });
  const settingsExchange = createSettingsExchange({
    ...{ reader, desktop, store, announcer, change: preferences.change },
    undo: library.uses.undo,
    narrateAgain: session.narrateAgain,
  });
  const openAddress: Controller["openAddress"] = (address, { typed, label = labelOf(address) } = { typed: true }) => {
    closeDialog();
    void session.open(addressRequest(address, { typed }), label);
  };
  const chooseFile = (): void =>
    void desktop.chooseFile().then((path) => {
      if (path) openAddress(path);
    }, fail);
  const commands = createCommands({
    ...{ store, desktop, announcer, listening, session, caret, library, through, refresher, preferences, sleep },
    ...{
      wording,
      trail,
      finding,
      bookmarks,
      changes,
      choosing,
      giant,
      onceOpen,
      playHere,
      settingsExchange,
      syncing,
      editions,
      ready,
      offline,
    },
    later: (act) => setTimeout(act, FOCUS_SETTLES),
    describeKeys: describer.toggle,
    chooseFile,
  });
  const isUnsaid = (): boolean => unsaid;

  return {
    desktop,
    findArticle,
    store,
    announcer,
    bookmarks,
    caret,
    chooseFile,
    choosing,
    closeDialog,
    commands,
    drawn,
    editions,
    fail,
    finding,
    firstQuestion,
    giant,
    interfaceVoice,
    interlude,
    keyTap,
    layout,
    library,
    listening,
    mac,
    mode,
    newsLine,
    offline,
    onceOpen,
    openAddress,
    playHere,
    player,
    preferences,
    questions,
    reader,
    ready,
    refresher,
    ruler,
    session,
    settingsExchange,
    show,
    sleep,
    sound,
    spokenFocus,
    syncing,
    through,
    trail,
    trial,
    updating,
    voices,
    wording,
    isUnsaid,
  };
}
