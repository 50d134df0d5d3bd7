import { words } from "../../words/index.ts";
import { focusOn, prepareFocus } from "../page/focus.ts";
import { targetOf } from "../page/target.ts";
import type { Controller } from "./controller.ts";
import { createDiagnostics } from "./diagnostics.ts";
import { createKeeping } from "./library-keeping.ts";
import { contentRequest } from "./session.ts";
import { createSharing } from "./sharing.ts";
import { createShelf } from "./voice-shelf.ts";
import { FOCUS_SETTLES, type WindowParts } from "./window-parts.ts";

/** What the components of a window can ask for. */
export function createController(parts: WindowParts): Controller {
  const {
    desktop,
    store,
    announcer,
    bookmarks,
    chooseFile,
    choosing,
    closeDialog,
    commands,
    editions,
    offline,
    fail,
    findArticle,
    finding,
    giant,
    interlude,
    keyTap,
    library,
    listening,
    mac,
    mode,
    newsLine,
    onceOpen,
    openAddress,
    preferences,
    questions,
    reader,
    session,
    settingsExchange,
    sleep,
    syncing,
    through,
    trail,
    trial,
    updating,
    voices,
    wording,
  } = parts;
  const controller: Controller = {
    mac,
    newsLine,
    library: library.uses,
    feeds: reader.feeds,
    async changeFeed(change, signal) {
      const changed = await reader.changeFeed(change, signal);
      // The lists have it as it is now, too.
      await library.uses.lists.recount();
      return changed;
    },
    breakingNews: reader.breakingNews,
    openNews(item, title) {
      closeDialog();
      void session.openBy(title, (signal) => reader.openItem({ item }, signal));
    },
    run(command) {
      // Whoever goes on to listen, or to anything else, takes the answer where they are.
      const act = (): void => {
        if (command === "play" || command === "stop") interlude.forget();
        if (command === "stop") {
          onceOpen.forget();
          through.forget();
        }
        if (command !== "repeat") wording.interrupt();
        commands[command]();
      };
      if (!questions.answerFor(command)) {
        act();
        return;
      }
      // The focus arrives at the article first: a move of it would silence what has begun.
      setTimeout(act, FOCUS_SETTLES);
    },
    openAddress,
    openText(text, html) {
      closeDialog();
      void session.open(contentRequest(text, html), words("open.pasted"));
    },
    recall(article, title) {
      closeDialog();
      void session.recall(article, title);
    },
    retry: session.retry,
    cancel: session.cancel,
    chooseFile,
    restart: () => desktop.restart(),
    safe: desktop.safe,
    updates: updating,
    diagnostics: createDiagnostics({ reader, desktop, announcer }),
    openOutside(address) {
      closeDialog();
      desktop.openOutside(address).catch(fail);
    },
    goTo({ block, offset, kind }) {
      closeDialog();
      const target = targetOf(findArticle(), { block, offset, kind });
      // Where Lectern's own voice speaks, what was read before the list was opened is read on from there.
      const goesOn = interlude.take() && mode() === "app";
      if (target) prepareFocus(target);
      // A dialog that closes gives the focus back first; a screen reader takes the last move for what was meant.
      setTimeout(() => {
        trail.jump(() => {
          if (goesOn) {
            listening.playFrom({ block, offset });
            return;
          }
          if (target && !listening.sounding()) focusOn(target);
          listening.goTo({ block, offset });
        });
      }, FOCUS_SETTLES);
    },
    change: preferences.change,
    setSleep: sleep.set,
    chooseVoiceMode: questions.chooseVoiceMode,
    chooseFirstVoice: questions.chooseFirstVoice,
    hearFirstVoice: trial.introduce,
    hearVoice: trial.hear,
    choose: choosing.choose,
    chooseAlways: choosing.chooseAlways,
    siteRules: choosing.siteRules,
    dropRule: choosing.dropRule,
    leaveOut(block, always) {
      closeDialog();
      return choosing.leaveOut(block, always);
    },
    close: closeDialog,
    returnToSpeech: listening.returnToSpeech,
    picture: reader.picture,
    say: announcer.status,
    wording,
    queue: through.queue,
    bulletin: through.bulletin.begin,
    giving: through.giving,
    keeping: createKeeping({ reader, desktop, announcer }),
    syncing,
    sharing: createSharing({ reader, desktop, announcer }),
    editions,
    offline,
    shelf: createShelf({ reader, desktop, store, announcer, learnVoices: voices.learn, change: preferences.change }),
    bookmarks,
    settingsExchange,
    crumbs: { toLibrary: library.goToLists, toList: trail.visit },
    finding: {
      ...finding,
      go(text) {
        let isFound = false;
        trail.jump(() => {
          isFound = finding.go(text);
        });
        return isFound;
      },
    },
    sayFocus: (message) => announcer.focus(message),
    takeKeys: keyTap.open,
    giant,
  };
  return controller;
}
