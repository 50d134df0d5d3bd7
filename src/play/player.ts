import type { Moment, Script, Sink, SpeechChunk, SpeechRequest, VoiceId } from "../model/index.ts";
import type { Clock } from "./clock.ts";
import type { Manner } from "./manner.ts";
import type { SkipUnit } from "./units.ts";

/** What a player needs of the world. */
export interface PlayerOptions {
  /** Streams the speech of one utterance; see `SpeechEngine.synthesize`. */
  readonly speak: (request: SpeechRequest, signal: AbortSignal) => AsyncIterable<SpeechChunk>;
  /** The player's own from here on: it closes it. */
  readonly sink: Sink;
  /** Chooses the voice by the utterance's language (BCP 47). @throws Failure `no-voice` */
  readonly voiceFor: (lang: string) => VoiceId;
  /** 1 is the voice's own pace; 0.5 to 8. */
  readonly rate: number;
  /** What sounds different from the body, and how long pauses are; not said: nothing does, and as the script has them. */
  readonly manner?: Manner;
  readonly clock: Clock;
  /** After so long a silence of `speak` it is asked again, seconds. */
  readonly patience?: number;
}

/**
 * Reads a script aloud and says what sounds. Commands take effect before they return: the sink is told at once, and `moment` and the
 * listeners know. Failures come as moments: nothing here throws.
 */
export interface Player {
  /** Takes a script, silently: paused at the start of this utterance (idle where there is none), its speech made ready. */
  load(script: Script, utterance: number): void;
  /**
   * Takes another script in place of its own, of which all before the utterance `from` is the same: what sounds of that is finished, and
   * then it goes on at `from`; where it is beyond it, at once. Keeps sounding, or silent.
   */
  extend(script: Script, from: number): void;
  /** Makes the beginning of another script ready, when there is nothing else to be made: what may be loaded next. Null: nothing. */
  ready(script: Script | null): void;
  /** Goes on where it is; from the top after the end; tries again after a failure. */
  play(): void;
  /** Plays from the word at `offset`, UTF-16 in `spokenText` of the utterance. */
  playFrom(utterance: number, offset?: number): void;
  /** Silence in place: `play` goes on in the middle of the word. */
  pause(): void;
  /** Silence, and back to the start of the sentence that sounded. */
  stop(): void;
  /**
   * Silence after the sentence that sounds, in the pause that follows it; then calls `halted`, once. `play` goes on with the next one.
   * Does nothing where nothing sounds; any other command comes in its place; after the last sentence comes the end.
   */
  halt(halted: () => void): void;
  /**
   * Goes to the next or previous unit: keeps playing when playing, silent when paused. Later than 2 s into a unit, the previous one
   * is its own start. Beyond the last sentence, paragraph or section is the end; where there is no further photo, heading or
   * quotation, nothing happens.
   */
  skip(unit: SkipUnit, direction: 1 | -1): void;
  /** Plays the sentence that sounds or sounded last from its start. */
  repeat(): void;
  /** From the next word that is far enough ahead, without silence. */
  setRate(rate: number): void;
  /** As `setRate`. */
  setVoices(voiceFor: (lang: string) => VoiceId): void;
  /** As `setRate`. */
  setManner(manner: Manner): void;
  /** What sounds now. */
  moment(): Moment;
  /** Tells every change of state, utterance or word; not of time alone. Returns the end of listening. */
  subscribe(listener: (moment: Moment) => void): () => void;
  /** Silence, and the end of the sink. */
  close(): Promise<void>;
}
