import type { Desktop, Reader } from "../../contract/index.ts";
import type { VoiceMode } from "../../model/index.ts";
import { type Player, placeOf } from "../../play/index.ts";
import { breakingCue } from "../sound/breaking-cue.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { tellBreaking } from "./breaking.ts";
import type { Controller } from "./controller.ts";
import { watchHost } from "./host-state.ts";
import { watchLine } from "./line.ts";
import type { Listening } from "./listening.ts";
import { applyLooks } from "./looks.ts";
import { joinMediaSession } from "./media-session.ts";
import type { NewsLine } from "./news-line.ts";
import { tellStore } from "./store-news.ts";

/** What watching the world of a window needs. */
export interface WatchingWorld {
  readonly reader: Reader;
  readonly desktop: Desktop;
  readonly store: Store<WindowState>;
  readonly announcer: Announcer;
  readonly listening: Listening;
  readonly player: Player;
  readonly newsLine: NewsLine;
  readonly mode: () => VoiceMode;
  readonly run: Controller["run"];
  /** There is a line to the host, for the first time or again. */
  readonly begun: () => void;
}

/** From now on the window follows the system, the host, the line and the news, and tells the desktop what is on. */
export function watchWorld({ reader, desktop, store, announcer, listening, player, newsLine, mode, run, begun }: WatchingWorld): void {
  const { sounding } = listening;
  let reported = "";
  const report = (): void => {
    const { sound, reading, settings, language, utterance } = store.get();
    const place = reading && !reading.whole ? placeOf(reading.script, utterance) : null;
    const here = reading && place ? { article: reading.article.id, place } : null;
    const playing = sound === "playing" || sound === "loading";
    const state = { playing, article: reading !== null, keys: settings.keys, language, stays: settings.refreshClosed, here };
    if (JSON.stringify(state) === reported) return;
    reported = JSON.stringify(state);
    desktop.reportState(state);
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => applyLooks(store.get().settings));
  // Other lines: what sounds is somewhere else, once the page is laid out anew.
  addEventListener("resize", () => requestAnimationFrame(() => sounding() && listening.redraw()));
  addEventListener("pagehide", listening.keepPlace);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && listening.keepPlace());
  for (const event of ["online", "offline"]) addEventListener(event, () => store.set({ online: navigator.onLine }));
  store.subscribe(report);
  desktop.onCommand(run);
  watchHost(desktop, store, announcer);
  const tellLine = watchLine(reader);
  tellBreaking({ store, newsLine, player, announcer, sounding, mode, cue: breakingCue, now: () => new Date() });
  tellStore({ store, newsLine, player, announcer, sounding });
  // A host that was started anew knows nothing of the line.
  newsLine.begin(() => {
    tellLine();
    begun();
  });
  joinMediaSession({ store, desktop, sounding, run });
}
