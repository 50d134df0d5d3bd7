import { type Desktop, PAGE_AGAIN, type Reader } from "../../contract/index.ts";
import { noticeWords, safeWords, words } from "../../words/index.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import { watchAssistance } from "./assistance.ts";
import { watchAttention } from "./attention.ts";
import type { Controller } from "./controller.ts";
import { firstSettings } from "./first-settings.ts";
import { takeFromElsewhere } from "./from-elsewhere.ts";
import { applyLanguage } from "./interface-language.ts";
import { listenToKeys } from "./keyboard.ts";
import { applyLooks } from "./looks.ts";
import { listenToPointer } from "./pointer.ts";
import { watchWorld } from "./watching.ts";
import { createController } from "./window-controller.ts";
import { createParts } from "./window-parts.ts";

/** The window's parts, joined. `begin` is the start of its life. */
export interface Window {
  readonly controller: Controller;
  begin(): Promise<void>;
}

/** Makes a window of a reader and a desktop. */
export function createWindow(host: Reader, desktop: Desktop, store: Store<WindowState>): Window {
  const parts = createParts(host, desktop, store);
  const controller = createController(parts);
  const {
    announcer,
    caret,
    drawn,
    editions,
    firstQuestion,
    interfaceVoice,
    interlude,
    keyTap,
    layout,
    listening,
    mac,
    mode,
    newsLine,
    playHere,
    player,
    questions,
    reader,
    refresher,
    ruler,
    session,
    show,
    sound,
    spokenFocus,
    through,
    trial,
    updating,
    voices,
    isUnsaid,
  } = parts;

  const listen = (): void => {
    listenToKeys({
      mac,
      own: () => store.get().settings.keys,
      layout,
      taken: keyTap.taken,
      run: controller.run,
      enter: () => store.get().view === "article" && playHere(),
      escape: () => !questions.asking() && store.get().dialog === null && (session.cancel() || refresher.stop()),
      pressed() {
        interfaceVoice.hush();
        // In a low window the last answer takes much of it: it was read by now.
        if (document.documentElement.hasAttribute("data-short")) store.set({ notice: "" });
        interlude.pressed();
      },
    });
    addEventListener("pointerdown", interfaceVoice.hush, true);
    watchAttention({
      caret,
      sounding: listening.sounding,
      spokenFocus,
      pause: listening.pause,
      // The first question comes before any answer to it.
      say: (message) => !isUnsaid() && firstQuestion.mayAnswer() && trial.focus(message),
    });
    listenToPointer({
      playHere,
      follow: (address, text) => show({ kind: "link", address, text }),
      step: (direction) => controller.run(direction === 1 ? "forward" : "back"),
    });
    watchWorld({ reader, desktop, store, announcer, listening, player, newsLine, mode, run: controller.run, begun: editions.ask });
  };

  return {
    controller,
    async begin() {
      const [settings, assisted] = await Promise.all([firstSettings(reader, store, announcer), desktop.assisted().catch(() => false)]);
      store.set({ settings, assisted, online: navigator.onLine, asking: settings.voiceMode === null });
      applyLooks(settings);
      ruler.set(settings.ruler);
      await applyLanguage(settings, store);
      player.setRate(settings.rate);
      sound.applyManner();
      store.set({ ready: true });
      await drawn();
      listen();
      takeFromElsewhere({
        desktop,
        store,
        announcer,
        openAddress: controller.openAddress,
        openText: controller.openText,
        show,
        asking: questions.asking,
        sounding: listening.sounding,
      });
      watchAssistance(desktop, (found) => store.set({ assisted: found }));
      await drawn();
      const again = location.search === PAGE_AGAIN;
      const before = again ? await desktop.before().catch(() => null) : null;
      await session.begin(before);
      through.ask();
      if (again) {
        history.replaceState(null, "", location.pathname);
        if (before?.playing && store.get().reading?.article.id === before.article) listening.play();
        announcer.status(words("window.again"));
      }
      await drawn();
      // For whoever measures: the page is drawn, and keys are heard.
      performance.mark("interactive");
      const notices = await reader.notices({}).catch(() => []);
      for (const notice of notices) announcer.error(noticeWords(notice));
      if (desktop.safe !== "no") announcer.error(safeWords(desktop.safe));
      // A page that came back has said so already.
      if (!again && (await desktop.isNewCrash().catch(() => false))) announcer.status(words("diagnostics.offer"));
      if (desktop.safe === "no") updating.begin();
      // Listing the voices starts every engine: the page comes first.
      const known = voices.learn();
      if (settings.voiceMode === null) await firstQuestion.ask(known);
    },
  };
}
