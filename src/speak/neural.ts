import {
  chooseVoice,
  Failure,
  type SpeechChunk,
  type SpeechEngine,
  type SpeechRequest,
  type Voice,
  type VoiceId,
  voiceId,
} from "../model/index.ts";
import { modelOf } from "./neural-kinds.ts";
import { createNeuralLife, type NeuralFacts, type NeuralLife } from "./neural-life.ts";
import type { StartNeural } from "./neural-protocol.ts";
import type { KeptVoice, VoiceShelf } from "./neural-shelf.ts";
import { breathsOf, chunksOf, createLeveller, neuralPace, type Timed } from "./neural-sound.ts";
import { loadStretch, type Stretch, stretched } from "./stretch.ts";
import { isSayable } from "./words.ts";

/** How neural voices are run. */
export interface NeuralOptions {
  readonly shelf: VoiceShelf;
  readonly start: StartNeural;
  /** Times the words, and stands in for a voice that was set aside. */
  readonly espeak: SpeechEngine;
  /** A folder of packages (`node_modules`); not said: the one that Node finds. */
  readonly packages?: string;
  /** How long a process may be silent while it has something to do, seconds. */
  readonly patience?: number;
  /** A voice's process ended twice: it was set aside. */
  readonly onSetAside?: (voice: KeptVoice) => void;
}

/** The engine, and what a manager of voices needs of it. */
export interface NeuralEngine extends SpeechEngine {
  /** Loads a voice that is not kept yet, and lets it say something. @throws Failure `unsupported` for a model that can't */
  attempt(voice: KeptVoice): Promise<NeuralFacts>;
  /** Ends a voice's process: its files are about to change. */
  release(name: string): void;
}

/** The engine's name, and what its voices' ids begin with. */
export const NEURAL = "neural";

/** A model of 350 MB on a slow disk takes some 10 s to load, a passage on a slow machine as long as it sounds (guess). Seconds. */
const PATIENCE = 30;
/** Models that are kept in memory: the article's voice, and a second one for the interface or for quotations. */
const MOST_LIVES = 2;
/** A model that nobody needed for so long is let go, seconds: it takes some 100 MB (guess). */
const IDLE = 300;
/** Ends of a voice's process, without a sentence between, after which it is set aside. */
const MOST_ENDS = 2;
/** Said once into nothing: figures are said in every language. */
const ATTEMPT = "1, 2, 3.";

/** Kokoro's speakers begin with a letter for their language; the code is eSpeak NG's. */
const KOKORO: Readonly<Record<string, readonly [lang: string, espeak: string]>> = {
  a: ["en-US", "en-us"],
  b: ["en-GB", "en-gb-x-rp"],
  e: ["es-ES", "es"],
  f: ["fr-FR", "fr"],
  h: ["hi-IN", "hi"],
  i: ["it-IT", "it"],
  j: ["ja-JP", "ja"],
  p: ["pt-BR", "pt-br"],
  z: ["zh-CN", "cmn"],
};
const kokoroOf = ({ shape }: KeptVoice, speaker: string): readonly [string, string] | null =>
  shape.kind === "kokoro" ? (KOKORO[/^([a-z])[fm]?(_|$)/.exec(speaker)?.[1] ?? ""] ?? null) : null;

interface Speaking {
  readonly kept: KeptVoice;
  readonly speaker: number;
  readonly voice: Voice;
  /** eSpeak NG's name of the language. */
  readonly espeak: string;
}

interface Kept {
  readonly life: NeuralLife;
  readonly level: (samples: Float32Array) => Float32Array;
  used: number;
}

/** The voices of one model, a speaker each. */
function speakersOf(kept: KeptVoice): readonly Speaking[] {
  const { speakers } = kept;
  return (speakers.length === 0 ? [""] : speakers).map((name, speaker) => {
    const own = kokoroOf(kept, name);
    const one = speakers.length <= 1;
    const title = one ? kept.title : `${kept.title}, ${name || speaker + 1}`;
    const id = voiceId(NEURAL, one ? kept.name : `${kept.name}+${speaker}`);
    const lang = own?.[0] ?? kept.lang;
    return {
      kept,
      speaker,
      voice: { id, name: title, lang, engine: NEURAL },
      espeak: own?.[1] ?? kept.espeakVoice ?? lang.toLowerCase(),
    };
  });
}

/**
 * Neural voices (Piper, Kokoro, Kitten, Matcha, Supertonic) by sherpa-onnx, each model in a process of its own. A process that ends fails
 * its utterance with `engine` and is started again; one that ends twice running is set aside, and eSpeak NG goes on in its language.
 * Marks are estimated: eSpeak NG's for the same words, scaled. A pitch is not supported: it is the voice's own.
 */
export function createNeural(options: NeuralOptions): NeuralEngine {
  const { shelf, start, espeak, packages = null, patience = PATIENCE } = options;
  const lives = new Map<string, Kept>();
  const ends = new Map<string, number>();
  const closing = new AbortController();
  let stretch: Promise<Stretch> | null = null;
  let clock = 0;
  const tidy = setInterval(() => {
    clock++;
    for (const [key, { life, used }] of lives) if (life.idle() && clock - used > IDLE) letGo(key);
  }, 1000);
  tidy.unref();

  function letGo(key: string): void {
    lives.get(key)?.life.close();
    lives.delete(key);
  }

  const modelFor = ({ kept, espeak: lang }: Speaking) =>
    modelOf(kept.shape, kept.folder, { data: kept.espeak ? shelf.data : null, lang, packages });

  function lifeOf(speaking: Speaking): Kept {
    const { kept } = speaking;
    const key = kept.shape.kind === "kokoro" ? `${kept.name}+${speaking.espeak}` : kept.name;
    const known = lives.get(key);
    if (known && !known.life.ended()) {
      known.used = clock;
      // The last used is the last of the map.
      lives.delete(key);
      lives.set(key, known);
      return known;
    }
    lives.delete(key);
    const spare = [...lives].find(([, { life }]) => life.idle()) ?? [...lives][0];
    if (lives.size >= MOST_LIVES && spare) letGo(spare[0]);
    const begun: Kept = { life: createNeuralLife(start, modelFor(speaking), patience), level: createLeveller(), used: clock };
    lives.set(key, begun);
    return begun;
  }

  async function find(id: VoiceId): Promise<Speaking> {
    const name = id.slice(NEURAL.length + 1).split("+")[0] ?? "";
    const kept = await shelf.find(name).catch(() => null);
    const found = kept && speakersOf(kept).find(({ voice }) => voice.id === id);
    if (!found) throw new Failure("no-voice", `There is no voice ${id}. Get it again, or choose another.`);
    return found;
  }

  /** Where eSpeak NG has the words of a passage; null where it can't say. */
  async function timesOf(text: string, lang: string, signal: AbortSignal): Promise<readonly Timed[] | null> {
    try {
      const voice = chooseVoice(await espeak.voices(), voiceId("espeak", lang), lang);
      if (!voice || !isSayable(text)) return null;
      const marks: Timed[] = [];
      let seconds = 0;
      for await (const chunk of espeak.synthesize({ text, voice: voice.id, rate: 1, pitch: 1 }, signal)) {
        seconds += chunk.samples.length / chunk.sampleRate;
        marks.push(...chunk.marks.map(({ time, start: from, end }) => ({ part: time, start: from, end })));
      }
      return seconds === 0 || marks.length === 0 ? null : marks.map((mark) => ({ ...mark, part: Math.min(1, mark.part / seconds) }));
    } catch {
      signal.throwIfAborted();
      return null;
    }
  }

  async function* speak(speaking: Speaking, request: SpeechRequest, signal: AbortSignal): AsyncGenerator<SpeechChunk, void, void> {
    const { text, rate } = request;
    const { speed, stretch: left } = neuralPace(rate);
    const lang = speaking.voice.lang.split("-")[0] ?? "";
    let spoken = 0;
    for (const { start: from, end } of breathsOf(text)) {
      const passage = text.slice(from, end);
      if (!isSayable(passage)) continue;
      const kept = lifeOf(speaking);
      const [{ sampleRate }, timed, sound] = await Promise.all([
        kept.life.loaded,
        timesOf(passage, speaking.espeak, signal),
        gathered(kept.life.speak({ text: passage, speaker: speaking.speaker, speed, lang }, signal)),
      ]);
      ends.delete(speaking.kept.name);
      kept.used = clock;
      const levelled = kept.level(sound);
      stretch ??= left === 1 ? null : loadStretch(packages);
      const samples = left === 1 || !stretch ? levelled : stretched(levelled, sampleRate, await stretch, left);
      const before = spoken;
      for (const cut of chunksOf(passage, samples, sampleRate, timed, { trimStart: from === 0, trimEnd: end === text.length })) {
        signal.throwIfAborted();
        spoken += cut.samples.length;
        const marks = cut.marks.map(({ at, word }) => ({
          time: (before + at) / sampleRate,
          start: from + word.start,
          end: from + word.end,
        }));
        yield { samples: cut.samples, sampleRate, marks };
      }
    }
  }

  /** Counts the ends of a voice's process. True: this was one too many. */
  async function countEnd({ kept }: Speaking, why: string): Promise<boolean> {
    const count = (ends.get(kept.name) ?? 0) + 1;
    ends.set(kept.name, count);
    if (count < MOST_ENDS) return false;
    ends.delete(kept.name);
    await shelf.setAside(kept.name, why).catch(() => {});
    options.onSetAside?.(kept);
    return true;
  }

  async function* standIn({ voice }: Speaking, request: SpeechRequest, signal: AbortSignal): AsyncGenerator<SpeechChunk, void, void> {
    const other = chooseVoice(await espeak.voices(), null, voice.lang);
    if (!other) throw new Failure("no-voice", `The voice ${voice.name} was set aside: it stopped twice. Choose another.`);
    yield* espeak.synthesize({ ...request, voice: other.id }, signal);
  }

  return {
    name: NEURAL,
    timing: "estimate",
    slow: true,
    voices: async () =>
      (await shelf.list()).filter(({ setAside }) => setAside === null).flatMap((kept) => speakersOf(kept).map(({ voice }) => voice)),
    async *synthesize(request, caller) {
      const signal = AbortSignal.any([caller, closing.signal]);
      signal.throwIfAborted();
      const speaking = await find(request.voice);
      if (speaking.kept.setAside !== null) {
        yield* standIn(speaking, request, signal);
        return;
      }
      let begun = false;
      try {
        for await (const chunk of speak(speaking, request, signal)) {
          begun = true;
          yield chunk;
        }
      } catch (thrown) {
        signal.throwIfAborted();
        if (!(thrown instanceof Failure) || thrown.code !== "engine") throw thrown;
        if (!(await countEnd(speaking, thrown.message)) || begun) throw thrown;
        yield* standIn(speaking, request, signal);
      }
    },
    async attempt(kept) {
      const [speaking] = speakersOf(kept);
      if (!speaking) throw new Failure("unsupported", "The voice has no speaker.");
      const life = createNeuralLife(start, modelFor(speaking), patience);
      try {
        const facts = await life.loaded;
        const passage = { text: ATTEMPT, speaker: 0, speed: 1, lang: speaking.voice.lang.split("-")[0] ?? "" };
        const sound = await gathered(life.speak(passage, closing.signal));
        if (!sound.some((sample) => sample !== 0)) throw new Failure("engine", "It says nothing.");
        return facts;
      } catch (thrown) {
        closing.signal.throwIfAborted();
        if (!(thrown instanceof Failure)) throw thrown;
        throw new Failure(
          "unsupported",
          `The voice was tried, and it can’t speak: its model is damaged, or of a kind that Lectern can’t run. (${thrown.message})`,
          { cause: thrown },
        );
      } finally {
        life.close();
      }
    },
    release(name) {
      for (const key of [...lives.keys()]) if (key === name || key.startsWith(`${name}+`)) letGo(key);
      ends.delete(name);
    },
    async close() {
      clearInterval(tidy);
      closing.abort(new Failure("engine", "The neural voices are closed."));
      for (const key of [...lives.keys()]) letGo(key);
    },
  };
}

async function gathered(sounds: AsyncIterable<Float32Array>): Promise<Float32Array> {
  const parts: Float32Array[] = [];
  for await (const part of sounds) parts.push(part);
  return joined(parts);
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
