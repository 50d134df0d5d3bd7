import type { EditionSound } from "../../model/index.ts";

/** How a kind of sound is cut into frames. */
export interface FrameShape {
  /** Samples a frame. */
  readonly samples: number;
  /** Samples at the beginning of each piece that are the encoder's own: what was said comes after them. */
  readonly lead: number;
  /** What the length of a piece is a multiple of, samples. */
  readonly unit: number;
}

/**
 * A unit that holds whole frames of MP3 (576 or 1152 samples) and AAC (1024): the times of an edition in MP3, M4B, FLAC and WAV are the
 * same, and its captions fit each.
 */
const UNIT = 9216;

/** The frames of a kind of sound at a sample rate. */
export function frameShape(sound: EditionSound, sampleRate: number): FrameShape {
  switch (sound) {
    case "mp3":
      // LAME's own delay, and that of every decoder.
      return { samples: sampleRate > 24_000 ? 1152 : 576, lead: 576 + 529, unit: UNIT };
    case "m4b":
      return { samples: 1024, lead: 1024, unit: UNIT };
    case "opus":
      // 20 ms. libopus looks 6.5 ms ahead.
      return { samples: sampleRate / 50, lead: Math.round(sampleRate * 0.0065), unit: sampleRate / 50 };
    case "flac":
      return { samples: 4096, lead: 0, unit: UNIT };
    case "wav":
      return { samples: 4096, lead: 0, unit: UNIT };
  }
}

/** The frames that hold a piece of so many samples: what an encoder gives beyond them is the silence at the end of the piece. */
export const framesOf = (samples: number, shape: FrameShape): number => Math.ceil(samples / shape.samples);

/** The sample rates that every kind but Opus can have, Hz; those that are left are raised to the next. */
const RATES = [16_000, 22_050, 24_000, 32_000, 44_100, 48_000] as const;
/** Opus's own, in which speech loses nothing. */
const OPUS_RATE = 24_000;

/** The sample rate of an edition that a voice of some rate speaks. */
export const rateFor = (sound: EditionSound, voiceRate: number): number =>
  sound === "opus" ? OPUS_RATE : (RATES.find((rate) => rate >= voiceRate) ?? 48_000);

/** How many bits a second of speech takes; null: as many as it needs. What podcasts of speech in mono have (guess). */
export const BIT_RATES: Readonly<Record<EditionSound, number | null>> = { mp3: 64_000, m4b: 64_000, opus: 32_000, flac: null, wav: null };

/** About how many bytes a second of an edition takes. */
export const bytesPerSecond = (sound: EditionSound, sampleRate: number): number =>
  (BIT_RATES[sound] ?? sampleRate * 16 * (sound === "flac" ? 0.6 : 1)) / 8;
