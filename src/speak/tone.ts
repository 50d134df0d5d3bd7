import { Failure, type SpeechChunk, type SpeechEngine, voiceId } from "../model/index.ts";
import { wordsOf, wordWeight } from "./words.ts";

/** The engine's name. */
const TONE = "tone";
const VOICE = voiceId(TONE, "beep");
const SAMPLE_RATE = 16_000;

/** A word's length at rate 1, seconds: about that of speech at 175 words a minute. */
const WORD = 0.14;
const LETTER = 0.035;
/** The longest word that is beeped out, letters: a text without spaces must not beep for hours. */
const LONGEST_WORD = 40;
/** The silence after each word, seconds. */
const GAP = 0.03;
/** A beep's beginning and end rise and fall so long, so that it doesn't click; seconds. */
const EDGE = 0.005;
/** 0.14 peak: -20 dBFS RMS, as loud as the voices. */
const LEVEL = 0.14;
/** Beeps lie between these, Hz: two octaves above the lowest that small speakers play. */
const LOWEST = 300;
const SPAN = 900;

/**
 * A beep a word, its pitch from the word's letters, its length from their number. Exact marks, and always the same samples for the same
 * request: every layer above can be tested without a voice. Its language is `zxx`: beeps speak none.
 */
export function createTone(): SpeechEngine {
  return {
    name: TONE,
    timing: "engine",
    voices: async () => [{ id: VOICE, name: "Tones", lang: "zxx", engine: TONE }],
    async *synthesize({ text, voice, rate, pitch }, signal): AsyncGenerator<SpeechChunk, void, void> {
      signal.throwIfAborted();
      if (voice !== VOICE) throw new Failure("no-voice", `there is no voice ${voice}`);
      const gap = Math.round((GAP / rate) * SAMPLE_RATE);
      let spoken = 0;
      for (const { start, end } of wordsOf(text)) {
        signal.throwIfAborted();
        const word = text.slice(start, end);
        const letters = Math.min(LONGEST_WORD, wordWeight(word));
        const length = Math.round(((WORD + LETTER * letters) / rate) * SAMPLE_RATE);
        const samples = new Float32Array(length + gap);
        samples.set(beep(length, frequencyOf(word) * pitch));
        yield { samples, sampleRate: SAMPLE_RATE, marks: [{ time: spoken / SAMPLE_RATE, start, end }] };
        spoken += samples.length;
      }
    },
    close: async () => {},
  };
}

function frequencyOf(word: string): number {
  let hash = 0;
  for (let index = 0; index < word.length; index++) hash = (hash * 31 + word.charCodeAt(index)) >>> 0;
  return LOWEST + (hash % SPAN);
}

function beep(length: number, frequency: number): Float32Array {
  const samples = new Float32Array(length);
  const edge = Math.max(1, Math.min(Math.round(EDGE * SAMPLE_RATE), length >> 1));
  for (let index = 0; index < length; index++) {
    const loudness = Math.min(1, index / edge, (length - index) / edge);
    samples[index] = LEVEL * loudness * Math.sin((2 * Math.PI * frequency * index) / SAMPLE_RATE);
  }
  return samples;
}
