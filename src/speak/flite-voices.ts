import { type Voice, voiceId } from "../model/index.ts";

/** The engine's name, and what its voices' ids begin with. */
export const FLITE = "flite";

/** A voice of Flite's. */
export interface FliteVoice {
  readonly voice: Voice;
  /** Flite's own name. */
  readonly name: string;
  /** What its samples are multiplied by to be as loud as the other voices: -22 LUFS (measured on an article by ITU-R BS.1770). */
  readonly gain: number;
  /** Whether it takes another pitch itself, which keeps its character; else sonic changes it. */
  readonly pitches: boolean;
}

const voice = (name: string, lang: string, title: string, gain: number, pitches: boolean): FliteVoice => ({
  voice: { id: voiceId(FLITE, name), name: title, lang, engine: FLITE },
  name,
  gain,
  pitches,
});

/** The three that a recogniser understands best; the others of the package (kal, kal16, awb_time) are no voices for an article. */
export const FLITE_VOICES: readonly FliteVoice[] = [
  voice("slt", "en-US", "SLT, a woman from the United States", 0.55, true),
  voice("rms", "en-US", "RMS, a man from the United States", 0.99, false),
  voice("awb", "en-GB", "AWB, a man from Scotland", 0.89, true),
];
