import type { VoiceMode } from "../../model/index.ts";
import type { Timbre } from "../../play/index.ts";
import type { InterfaceVoice } from "./interface-voice.ts";
import type { Region } from "./region.ts";

/** How an answer is said where that differs from what is shown. */
export interface Spoken {
  /** For the voice; the message itself when left out. */
  readonly text?: string;
  /** BCP 47; the interface's own when left out. */
  readonly lang?: string;
  /** The voice and the sound before it; the voice that reads when left out. */
  readonly how?: Timbre | null;
  /** What comes after it where the article did not sound. */
  readonly after?: () => void;
}

/** Says what the interface has to say, by the voice that is right for it, and never over the article. */
export interface Announcer {
  /** Something changed that nobody asked to hear: not said while the article sounds. */
  status(message: string): void;
  /** As `status`, for what has a sound of its own: the sound is Lectern's but in screen-reader mode, the words are by who serves the interface. */
  notify(message: string, as: Spoken): void;
  /** The answer to a key: by the voice that reads the article, which waits for it. */
  answer(message: string, as?: Spoken): void;
  /** After the reading has stopped: always said, once, by the voice that serves the interface; not by ours where it has no sound. */
  error(message: string, mute?: boolean): void;
  /** What has the focus: only where Lectern's voice serves the interface. */
  focus(message: string, how?: Timbre | null): void;
  /** Speech that was asked for, such as a voice that is being tried. */
  preview(message: string, how?: Timbre | null, lang?: string): void;
  hush(): void;
  /** Silence; and whether the article waited for an answer to end: who asks sees to it that something is read. */
  takeHeld(): boolean;
}

/** What the announcer needs to know and do. */
export interface AnnouncerWorld {
  readonly mode: () => VoiceMode;
  readonly voice: InterfaceVoice;
  readonly region: Region;
  /** Whether the article sounds. */
  readonly sounding: () => boolean;
  /** Silences the article while something is answered. Returns what makes it go on. */
  readonly hold: () => () => void;
  /** Shows the message to the eyes; one of what went wrong `stays` when the view or dialog is left. */
  readonly show: (message: string, stays: boolean) => void;
}

/** Joins the two ways of speaking. */
export function createAnnouncer(world: AnnouncerWorld): Announcer {
  const { voice, region, sounding } = world;
  let release: (() => void) | null = null;
  let turns = 0;
  const serve = (message: string): void => {
    if (world.mode() === "app") void voice.say(message);
    else region.tell(message);
  };
  /** Silence; what was held stays held: whoever hushes decides what sounds next. */
  const forget = (): void => {
    turns += 1;
    release = null;
    voice.hush();
  };
  return {
    status(message) {
      world.show(message, false);
      if (!sounding() && !release) serve(message);
    },
    notify(message, as) {
      world.show(message, false);
      if (sounding() || release) return;
      if (world.mode() === "app") void voice.say(as.text ?? message, as.how ?? null, as.lang);
      else {
        if (world.mode() === "shared" && as.how) void voice.say("", as.how);
        // Whoever has a screen reader hears it by that; where only a sound was asked for, by the sound.
        if (world.mode() === "screen-reader" || as.text !== "") region.tell(message);
      }
    },
    answer(message, as = {}) {
      world.show(message, false);
      if (world.mode() === "screen-reader") {
        region.tell(message);
        return;
      }
      release ??= sounding() ? world.hold() : (as.after ?? null);
      turns += 1;
      const turn = turns;
      void voice.say(as.text ?? message, as.how ?? null, as.lang).then(() => {
        // A newer answer has taken over what is held.
        if (turn !== turns) return;
        const goOn = release;
        release = null;
        goOn?.();
      });
    },
    error(message, mute = false) {
      world.show(message, true);
      forget();
      if (mute) region.tell(message);
      else serve(message);
    },
    focus(message, how) {
      if (world.mode() === "app" && !sounding() && !release && message) void voice.say(message, how);
    },
    preview(message, how, lang) {
      if (world.mode() !== "screen-reader" && !sounding()) void voice.say(message, how, lang);
    },
    hush: forget,
    takeHeld() {
      const held = release !== null;
      forget();
      return held;
    },
  };
}
