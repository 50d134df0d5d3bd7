import type { Desktop, Reader, Shelf } from "../../contract/index.ts";
import {
  type FailureCode,
  type KeptSummary,
  languageOf,
  type OfferSummary,
  type SettingsChange,
  toFailure,
  type VoiceProgress,
  voiceId,
} from "../../model/index.ts";

import { sentencesOf, words } from "../../words/index.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";

/** What a person does with voices that can be added. Each answers with what is to be told, already said; null: nothing. */
export interface ShelfUses {
  /** Looks what there is. @throws Failure */
  look(): Promise<Shelf>;
  /** Fetches a voice; the progress is in the window's state, and goes on when the dialog is closed. */
  get(offer: OfferSummary): Promise<string | null>;
  /** Stops what is being fetched: what came stays. */
  stop(): void;
  /** Says how far it is. */
  tellProgress(): void;
  /** Adds a folder's voice, or the voices of a list at an address. */
  add(what: string): Promise<string>;
  /** Lets the person choose a folder; null: none. */
  chooseFolder(): Promise<string | null>;
  remove(voice: KeptSummary): Promise<string>;
  forgive(voice: KeptSummary): Promise<string>;
  /** Makes it the voice that reads. */
  use(voice: KeptSummary): string;
  /** Lets it say its name. */
  hear(voice: KeptSummary): void;
}

/** What the shelf needs of the window. */
export interface ShelfWorld {
  readonly reader: Reader;
  readonly desktop: Desktop;
  readonly store: Store<WindowState>;
  readonly announcer: Announcer;
  /** Asks anew which voices there are. */
  readonly learnVoices: () => Promise<void>;
  readonly change: (change: SettingsChange) => void;
}

/** What a network does, and what came stays. */
const PASSING: ReadonlySet<FailureCode> = new Set(["offline", "unreachable", "unknown-host", "timeout", "busy", "site-fault"]);

/** What went wrong with a voice, and what to do next. */
export function shelfFailure(code: FailureCode): string {
  if (PASSING.has(code)) return words("voices.failed.offline");
  switch (code) {
    case "refused":
    case "not-found":
    case "unsupported":
    case "too-large":
    case "storage":
      return words(`voices.failed.${code}`);
    default:
      return failureWords(code);
  }
}

/** How much of a voice is there, per cent. */
export const partOf = ({ done, all }: Pick<VoiceProgress, "done" | "all">): number => (all === 0 ? 0 : Math.floor((done * 100) / all));

const idOf = ({ name, speakers }: KeptSummary): ReturnType<typeof voiceId> => voiceId("neural", speakers > 1 ? `${name}+0` : name);

/** Makes what a person does with voices. */
export function createShelf(world: ShelfWorld): ShelfUses {
  const { reader, desktop, store, announcer } = world;
  let running: AbortController | null = null;

  const told = (message: string): string => {
    announcer.status(message);
    return message;
  };
  const failed = (thrown: unknown): string => told(shelfFailure(toFailure(thrown).code));

  return {
    look: () => reader.shelf({}),
    async get(offer) {
      if (running) return null;
      const controller = new AbortController();
      running = controller;
      store.set({ fetching: { offer, stage: "fetching", done: offer.there, all: offer.size } });
      try {
        for await (const progress of reader.getVoice({ name: offer.name }, controller.signal))
          store.set({ fetching: { offer, ...progress } });
        await world.learnVoices();
        return told(words("voices.added", { title: offer.title }));
      } catch (thrown) {
        return controller.signal.aborted ? told(words("voices.stopped", { title: offer.title })) : failed(thrown);
      } finally {
        running = null;
        store.set({ fetching: null });
      }
    },
    stop: () => running?.abort(),
    tellProgress() {
      const { fetching } = store.get();
      if (fetching) announcer.answer(words(fetching.stage === "fetching" ? "voices.part" : "voices.trying", { part: partOf(fetching) }));
    },
    async add(what) {
      try {
        if (/^https?:/i.test(what) || /\.json$/i.test(what)) {
          const { count } = await reader.readVoices({ address: what });
          return told(words("voices.listRead", { count }));
        }
        const { title } = await reader.importVoice({ path: what });
        await world.learnVoices();
        return told(words("voices.added", { title }));
      } catch (thrown) {
        return failed(thrown);
      }
    },
    chooseFolder: () => desktop.chooseFolder(),
    async remove(voice) {
      try {
        await reader.removeVoice({ name: voice.name });
        const { voice: all, voices } = store.get().settings;
        const isGone = (id: string | null): boolean => id?.split("+")[0] === voiceId("neural", voice.name);
        const kept = Object.entries(voices).filter(([, id]) => !isGone(id));
        if (isGone(all) || kept.length < Object.keys(voices).length) {
          world.change({ voices: Object.fromEntries(kept), ...(isGone(all) ? { voice: null } : {}) });
        }
        await world.learnVoices();
        return told(words("voices.deleted", { title: voice.title }));
      } catch (thrown) {
        return failed(thrown);
      }
    },
    async forgive(voice) {
      try {
        await reader.forgiveVoice({ name: voice.name });
        await world.learnVoices();
        return told(words("voices.forgiven", { title: voice.title }));
      } catch (thrown) {
        return failed(thrown);
      }
    },
    use(voice) {
      world.change({ voices: { ...store.get().settings.voices, [languageOf(voice.lang)]: idOf(voice) } });
      return told(words("voices.used", { title: voice.title }));
    },
    hear(voice) {
      const language = nameOf(voice.lang);
      announcer.preview(sentencesOf([language, voice.title]), { voice: idOf(voice), pitch: 1, cue: null }, voice.lang);
    },
  };
}

/** A language as those who speak it call it. */
function nameOf(lang: string): string {
  try {
    return new Intl.DisplayNames([lang], { type: "language" }).of(lang) ?? lang;
  } catch {
    return lang;
  }
}
