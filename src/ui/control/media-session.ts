import type { CommandId, Desktop } from "../../contract/index.ts";
import { placeOf, positionOf, secondsLeft } from "../../play/index.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";

/** What the system's players and keys can ask for. "Track" is what a press of a headset most often wants: the sentence again, or the next. */
const ACTIONS: Readonly<Partial<Record<MediaSessionAction, CommandId>>> = {
  play: "play",
  pause: "play",
  stop: "stop",
  previoustrack: "previousSentence",
  nexttrack: "nextSentence",
  seekbackward: "previousParagraph",
  seekforward: "nextParagraph",
};
/** One press of a key may come by two ways, as a key and as an action; within this it is one, milliseconds (guess). */
const ONE_PRESS = 150;
/** The system takes only what plays for longer than 5 s for a player (Chromium); so this much silence goes round. */
const SILENCE = 10;
const SILENT_RATE = 8_000;

/** A WAV file of silence: 8 bit, mono. */
function silence(): Blob {
  const bytes = new Uint8Array(44 + SILENCE * SILENT_RATE).fill(0x80);
  const view = new DataView(bytes.buffer);
  const text = (at: number, letters: string): void => bytes.set(new TextEncoder().encode(letters), at);
  text(0, "RIFF");
  view.setUint32(4, bytes.length - 8, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, SILENT_RATE, true);
  view.setUint32(28, SILENT_RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, "data");
  view.setUint32(40, bytes.length - 44, true);
  return new Blob([bytes], { type: "audio/wav" });
}

/** What the session needs. */
export interface MediaWorld {
  readonly store: Store<WindowState>;
  readonly desktop: Pick<Desktop, "watchMediaKeys">;
  /** Whether the article sounds. */
  readonly sounding: () => boolean;
  readonly run: (command: CommandId) => void;
}

/**
 * Makes Lectern one of the system's players, once it has been played: its title, section and place are shown where the system shows
 * them, and media keys reach it in other windows too, where the listener wants that. Sound that is made of samples is no player to the
 * system, so a silent one runs beside it.
 */
export function joinMediaSession({ store, desktop, sounding, run }: MediaWorld): void {
  const session = navigator.mediaSession;
  let element: HTMLAudioElement | null = null;
  let pressed = { command: "" as string, at: Number.NEGATIVE_INFINITY };
  let shown = "";
  let watched = false;

  const act = (command: CommandId): void => {
    const now = performance.now();
    const isSame = pressed.command === command && now - pressed.at < ONE_PRESS;
    pressed = { command, at: now };
    if (!isSame) run(command);
  };
  addEventListener(
    "keydown",
    (event) => {
      if (!event.key.startsWith("Media")) return;
      const now = performance.now();
      // The action came first: the key is the same press.
      if (now - pressed.at < ONE_PRESS) event.stopImmediatePropagation();
      const command = { MediaPlayPause: "play", MediaStop: "stop", MediaTrackNext: "nextSentence", MediaTrackPrevious: "previousSentence" }[
        event.key
      ];
      pressed = { command: command ?? "", at: now };
    },
    true,
  );

  const handle = (on: boolean): void => {
    for (const [action, command] of Object.entries(ACTIONS) as [MediaSessionAction, CommandId][])
      session.setActionHandler(
        action,
        on
          ? () => {
              // "Play" and "pause" are one command here, and each means what it says.
              if ((action === "play" && sounding()) || (action === "pause" && !sounding())) return;
              act(command);
            }
          : null,
      );
  };
  const watch = (on: boolean): void => {
    if (on === watched) return;
    watched = on;
    desktop.watchMediaKeys(on);
    handle(on);
    if (on) return;
    element?.pause();
    element = null;
    session.metadata = null;
    session.playbackState = "none";
    shown = "";
  };
  const show = ({ reading, utterance, settings }: WindowState): void => {
    const block = reading && placeOf(reading.script, utterance)?.block;
    if (!reading || !block) return;
    const { article, script } = reading;
    const { heading } = positionOf(article, block);
    const duration = Math.max(1, secondsLeft(script, 0, settings.rate));
    const position = Math.min(duration, Math.max(0, duration - secondsLeft(script, utterance, settings.rate)));
    const next = JSON.stringify([article.id, heading, utterance, settings.rate]);
    if (next === shown) return;
    shown = next;
    session.metadata = new MediaMetadata({ title: article.title, artist: article.site ?? "", album: heading ?? "" });
    session.setPositionState({ duration, position, playbackRate: 1 });
  };
  const follow = (): void => {
    const state = store.get();
    const playing = state.sound === "playing" || state.sound === "loading";
    const everywhere = state.settings.mediaKeys === "everywhere" && state.settings.voiceMode !== "screen-reader";
    // Whoever has not listened yet doesn't take the keys from another player.
    watch(everywhere && state.reading !== null && (watched || playing));
    if (!watched) return;
    if (playing && !element) {
      element = new Audio(URL.createObjectURL(silence()));
      element.loop = true;
    }
    // Without a sound device it can't play, and is no player.
    if (playing && element?.paused) element.play().catch(() => {});
    if (!playing && element && !element.paused) element.pause();
    session.playbackState = playing ? "playing" : "paused";
    show(state);
  };
  store.subscribe(follow);
}
