import type { CommandId, Desktop } from "../../contract/index.ts";
import { toFailure } from "../../model/index.ts";
import { helpTitles, words } from "../../words/index.ts";
import type { Caret } from "../page/caret.ts";
import { photoAt } from "../reading/outline.ts";
import type { Dialog, WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { answerWhere, failureWords } from "./answers.ts";
import type { Bookmarks } from "./bookmarks.ts";
import type { Changes } from "./changes.ts";
import type { Choosing } from "./choosing.ts";
import type { EditionsControl } from "./editions.ts";
import type { Finding } from "./finding.ts";
import type { Giant } from "./giant.ts";
import type { KeepReady } from "./keep-ready.ts";
import type { LibraryWindow } from "./library-uses.ts";
import type { Listening } from "./listening.ts";
import type { OnceOpen } from "./once-open.ts";
import type { Preferences } from "./preferences.ts";
import type { Ready } from "./ready.ts";
import type { Refresher } from "./refresher.ts";
import { focusRegion } from "./regions.ts";
import { addressRequest, labelOf, type Session } from "./session.ts";
import type { SettingsExchange } from "./settings-exchange.ts";
import type { Sleep } from "./sleep-timer.ts";
import type { SyncControl } from "./syncing.ts";
import type { Through } from "./through.ts";
import type { TrailControl } from "./trail.ts";
import type { Wording } from "./wording.ts";

/** What the commands of a window act on. */
export interface CommandsWorld {
  readonly store: Store<WindowState>;
  readonly desktop: Pick<Desktop, "clipboard" | "quit" | "restart" | "safe">;
  readonly announcer: Announcer;
  readonly listening: Listening;
  readonly session: Session;
  readonly caret: Caret;
  readonly library: LibraryWindow;
  readonly through: Through;
  readonly refresher: Refresher;
  readonly preferences: Preferences;
  readonly sleep: Sleep;
  readonly wording: Wording;
  readonly trail: TrailControl;
  readonly settingsExchange: SettingsExchange;
  readonly finding: Finding;
  readonly bookmarks: Bookmarks;
  readonly changes: Changes;
  readonly choosing: Choosing;
  readonly giant: Giant;
  readonly onceOpen: OnceOpen;
  readonly syncing: SyncControl;
  readonly editions: EditionsControl;
  readonly ready: Ready;
  readonly offline: KeepReady;
  readonly describeKeys: () => void;
  readonly chooseFile: () => void;
  /** Once the focus has arrived. */
  readonly later: (act: () => void) => void;
  /** Plays from where the caret is. False: it is nowhere in the article. */
  readonly playHere: () => boolean;
}

/** What each command of the registry does. */
export function createCommands(world: CommandsWorld): Readonly<Record<CommandId, () => void>> {
  const { store, announcer, listening, session, caret, library, preferences, finding, changes, wording, refresher } = world;
  const show = (dialog: Dialog): void => store.set({ dialog });
  /** A dialog gives the focus back first. */
  const step = (direction: 1 | -1): void => {
    if (store.get().dialog === null) {
      world.trail.go(direction);
      return;
    }
    store.set({ dialog: null });
    world.later(() => world.trail.go(direction));
  };
  const skip =
    (unit: Parameters<Listening["skip"]>[0], direction: 1 | -1): (() => void) =>
    () => {
      if (!listening.skip(unit, direction)) announcer.answer(words(direction === 1 ? "skip.noneAfter" : "skip.noneBefore", { unit }));
    };
  /** Where nothing is open, a key says so, and what went wrong stays on the page. */
  const withArticle = (command: () => void) => (): void => {
    if (store.get().reading) command();
    else announcer.answer(words("where.nothing"));
  };
  /** Who presses play while the first article is still on its way hears it as soon as it is there. */
  const onceArrived = (command: () => void) => (): void => world.onceOpen.run(command);
  return {
    open: () => show({ kind: "open" }),
    openFile: world.chooseFile,
    paste: () =>
      void world.desktop.clipboard().then(
        (copied) => show({ kind: "paste", copied }),
        (thrown: unknown) => announcer.status(failureWords(toFailure(thrown).code)),
      ),
    refresh: refresher.begin,
    refreshStatus: refresher.tell,
    refreshStop: refresher.stopOrSay,
    syncNow: world.syncing.syncNow,
    syncStatus: world.syncing.tell,
    feedProblems: () => show({ kind: "faults" }),
    breakingNews: () => show({ kind: "breaking" }),
    ...world.through.commands,
    ...library.commands,
    quit: world.desktop.quit,
    play: onceArrived(listening.toggle),
    stop: listening.stop,
    previousSentence: skip("sentence", -1),
    nextSentence: skip("sentence", 1),
    previousParagraph: skip("paragraph", -1),
    nextParagraph: skip("paragraph", 1),
    previousSection: skip("section", -1),
    nextSection: skip("section", 1),
    previousPhoto: skip("photo", -1),
    nextPhoto: skip("photo", 1),
    repeat: withArticle(() => wording.repeat()),
    spellWords: withArticle(() => wording.spell("word")),
    spellLetters: withArticle(() => wording.spell("letter")),
    explain: () => wording.explain(),
    fixPronunciation: () => wording.fix(),
    whereAmI: () => announcer.answer(answerWhere(store.get(), listening.place())),
    slower: () => preferences.rate(-1),
    faster: () => preferences.rate(1),
    sleepTimer: world.sleep.next,
    sleepLeft: world.sleep.tell,
    lexicon: () => show({ kind: "lexicon" }),
    voices: () => show({ kind: "voices" }),
    voiceMode: preferences.nextVoiceMode,
    largerText: () => preferences.textSize(1),
    smallerText: () => preferences.textSize(-1),
    resetText: () => preferences.textSize(0),
    nextTheme: preferences.nextTheme,
    find() {
      if (store.get().view === "library") library.commands.findLibrary();
      else withArticle(() => show({ kind: "find" }))();
    },
    findNext: withArticle(() => finding.again(1)),
    findPrevious: withArticle(() => finding.again(-1)),
    bookmark: withArticle(() => world.bookmarks.mark(caret.moved() ?? listening.place())),
    bookmarks: () => show({ kind: "bookmarks", bookmark: null }),
    refetch: withArticle(() => {
      const { address } = store.get().reading?.article ?? { address: "" };
      if (/^(https?|file):/i.test(address))
        void session.open(addressRequest(address, { typed: /^file:/i.test(address) }), labelOf(address));
      else announcer.answer(words("changes.noPage"));
    }),
    whatChanged: withArticle(() => changes.tell()),
    nextChange: withArticle(() => changes.step(1)),
    previousChange: withArticle(() => changes.step(-1)),
    hearChanges: withArticle(() => changes.hear()),
    nextProfile: preferences.nextProfile,
    showPhoto: withArticle(() => {
      const article = store.get().reading?.article;
      const block = article ? photoAt(article, caret.moved() ?? listening.place()) : null;
      if (block) show({ kind: "photo", block });
      else announcer.answer(words("photo.none"));
    }),
    back: () => step(-1),
    forward: () => step(1),
    giantText: world.giant.toggle,
    elements: () => store.get().reading && show({ kind: "elements" }),
    nextRegion: () => !store.get().dialog && focusRegion(1),
    previousRegion: () => !store.get().dialog && focusRegion(-1),
    makeReady: world.ready.begin,
    makeReadyStop: world.ready.stop,
    readyState: world.offline.tell,
    keepReady: world.offline.toggle,
    takeAlong: () => show({ kind: "take-along" }),
    editions: () => show({ kind: "editions" }),
    editionStatus: world.editions.tell,
    exportSettings: world.settingsExchange.save,
    importSettings: world.settingsExchange.look,
    settings: () => show({ kind: "settings" }),
    audit: () => store.get().reading && show({ kind: "audit" }),
    playHere: onceArrived(() => {
      if (!world.playHere()) listening.toggle();
    }),
    leaveOut: () => world.choosing.ask(caret.moved() ?? listening.place()),
    help: () => show({ kind: "help" }),
    helpArticles: () =>
      void helpTitles().then(
        (titles) => show({ kind: "help-articles", titles: { ...titles, keys: words("help.title") } }),
        (thrown: unknown) => announcer.status(failureWords(toFailure(thrown).code)),
      ),
    describeKeys: world.describeKeys,
    lookForUpdate: () => show({ kind: "update" }),
    diagnostics: () => show({ kind: "diagnostics" }),
    safeMode() {
      announcer.status(words("safe.restarting"));
      world.desktop.restart(world.desktop.safe === "no" ? "safe" : "usual");
    },
    changeKeys: () => show({ kind: "keys" }),
    palette: () => show({ kind: "palette" }),
  };
}
