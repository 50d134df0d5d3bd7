import type { Desktop, Reader } from "../../contract/index.ts";
import { type Styled, secondVoice, type VoiceId } from "../../model/index.ts";
import {
  type Clock,
  createFallbackSink,
  createPlayer,
  createSilentSink,
  type Manner,
  mannerOf,
  needsCues,
  type Player,
  type Timbre,
} from "../../play/index.ts";
import { createCues } from "../sound/cues.ts";
import { onDeviceBack } from "../sound/device-back.ts";
import { createWebAudioSink } from "../sound/web-audio-sink.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";

/** The window's player and what shapes its sound. */
export interface Sound {
  readonly player: Player;
  /** 0 is silent, 1 is the voice's own loudness. */
  loudness(volume: number): void;
  /** Takes what is set of styles and pauses. */
  applyManner(): void;
  /** How a kind of thing sounds in a language, when all is loaded for it. */
  timbreOf(kind: Styled, lang: string): Promise<Timbre | null>;
}

/** What it needs. */
export interface SoundWorld {
  readonly reader: Pick<Reader, "speak">;
  readonly desktop: Pick<Desktop, "restartSound">;
  readonly store: Store<WindowState>;
  readonly clock: Clock;
  readonly voiceFor: (lang: string) => VoiceId;
}

/** Makes the player of a window. */
export function createSound({ reader, desktop, store, clock, voiceFor }: SoundWorld): Sound {
  const ear = createWebAudioSink(desktop.restartSound);
  const sink = createFallbackSink(ear, createSilentSink(clock));
  onDeviceBack({ lost: sink.isSilent, restart: desktop.restartSound, tell: sink.deviceIsBack });
  const player = createPlayer({ speak: reader.speak, sink, voiceFor, rate: store.get().settings.rate, clock });
  const cues = createCues();
  const second = (lang: string): VoiceId | null => secondVoice(store.get().voices?.voices ?? [], voiceFor(lang), lang);
  const manner = (): Manner => mannerOf(store.get().settings, second, cues.cue);
  const loaded = (): Promise<void> => (needsCues(store.get().settings) ? cues.load() : Promise.resolve());
  return {
    player,
    loudness: ear.setVolume,
    applyManner() {
      player.setManner(manner());
      if (needsCues(store.get().settings)) void loaded().then(() => player.setManner(manner()));
    },
    async timbreOf(kind, lang) {
      await loaded();
      return manner().timbreOf(kind, lang);
    },
  };
}
