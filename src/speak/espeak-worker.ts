// The worker thread that eSpeak NG runs in: its synthesis blocks, so it gets a thread of its own.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { type Cut, type Cutting, createCutter, wholeOf } from "./cutter.ts";
import { paceOf, pitchOf } from "./espeak-pace.ts";
import type { EspeakJob, EspeakMessage, EspeakVoice } from "./espeak-protocol.ts";
import { cleanForEspeak, positionsOf } from "./espeak-text.ts";
import { beLow } from "./low.ts";
import { type OpenedFiles, openData } from "./opened-data.ts";
import { importDefault, packageFolder } from "./packages.ts";
import { createMarkFinder, type PlacedMark } from "./placed-marks.ts";
import { raised } from "./raise.ts";
import { loadStretch, type Stretcher } from "./stretch.ts";
import type { VoiceSound, VoiceWorkerData } from "./voice-protocol.ts";
import { isSayable, wordsOf } from "./words.ts";

/** What is used of eSpeak NG's build. */
interface Espeak {
  set_voice(name: string): number;
  set_rate(wordsPerMinute: number): void;
  set_pitch(pitch: number): void;
  set_volume(volume: number): void;
  list_voices(): EspeakVoice[];
  /** Calls back every 100 ms of sound; `true` ends it. */
  synthesize(text: string, take: (samples: Int16Array, events: readonly EspeakEvent[]) => boolean): void;
  get_samplerate(): number;
}

interface EspeakEvent {
  readonly type: string;
  /** Code points from 1. */
  readonly text_position: number;
  /** Milliseconds. */
  readonly audio_position: number;
}

interface EspeakModule {
  /** All that it remembers: 17 MB that never grow, of which it uses one for English, and ten for Russian (measured). */
  readonly HEAPU8: Uint8Array;
  /** Called when its memory is as it was before: what the package's own code keeps in it is gone. The build adds it. */
  readonly forgetRoom?: () => void;
  readonly FS: OpenedFiles;
  readonly eSpeakNGWorker: new () => Espeak;
}

/** Said once into nothing, so that the first sentence comes as fast as all others (80 ms instead of 5, measured). */
const WARM_UP = "The reader is warming up, and nobody hears it.";

/** The voice that most people will hear. */
const FIRST_VOICE = "gmw/en-US";

/** -56 dBFS: above eSpeak's own noise and below its softest consonant (measured). */
const SILENCE = 0.0015;

const port = parentPort;
if (!port) throw new Error("espeak-worker is a worker thread's code");
const { wanted, packages, low } = workerData as VoiceWorkerData;
if (low) beLow();
const wantedJob = new Int32Array(wanted);
const post = (message: EspeakMessage, transfer: readonly ArrayBuffer[] = []): void => port.postMessage(message, transfer);

// While it loads, nothing else keeps this thread's loop turning. Node would then wait here for V8's helper threads, which may wait for
// this thread to collect garbage: 1 start in 20 hung for good (measured in Electron 33; Node 24 does not wait for them any more).
port.ref();

const stretch = await loadStretch(packages);
const module = await loadEspeak();
const espeak = new module.eSpeakNGWorker();
const sampleRate = espeak.get_samplerate();
/** The voice that is loaded. */
let voice = FIRST_VOICE;
espeak.set_voice(voice);
espeak.synthesize(WARM_UP, () => false);
/** An empty stretch of memory: its 17 MB are a multiple of it. */
const NOTHING = Buffer.alloc(1 << 16);
/** What it remembered when it had started, to the last that is not empty; kept from the first time on that it is asked to begin anew. */
let fresh: Uint8Array | null = null;
/** Where a whole sound is gathered: as long as the longest so far, and used again. */
let gathered = new Int16Array(0);
port.on("message", (job: EspeakJob) => {
  const sound = speak(job);
  if (sound === "voice") post({ type: "end", id: job.id, error: sound, sound: null });
  else post({ type: "end", id: job.id, error: null, sound }, sound ? [sound.samples.buffer] : []);
});
post({ type: "ready", voices: espeak.list_voices().map(({ identifier, name }) => ({ identifier, name })), sampleRate });

async function loadEspeak(): Promise<EspeakModule> {
  const folder = packageFolder("@echogarden/espeak-ng-emscripten", packages);
  // Quicker than the package's own, and the same samples: scripts/espeak-quick.mjs.
  const code = packages === null ? fileURLToPath(new URL("./espeak-ng.js", import.meta.url)) : join(folder, "espeak-ng.js");
  const load = (await importDefault(code)) as (options: object) => Promise<EspeakModule>;
  // It would look for its data itself, but not in a path with a `#`.
  const data = openData(join(folder, "espeak-ng.data"));
  const loaded = await load({ getPreloadedPackage: () => data.bytes });
  data.fill(loaded.FS);
  return loaded;
}

/** Speaks, and sends what is heard of it, or answers with all of it where it is asked for whole. `"voice"`: there is no such voice. */
function speak(job: EspeakJob): VoiceSound | "voice" | null {
  const isWanted = (): boolean => Atomics.load(wantedJob, 0) === job.id;
  const text = cleanForEspeak(job.text);
  if (!isWanted() || !isSayable(text)) return null;
  if (job.anew) beginAnew();
  // Loading a voice takes a millisecond or three: as long as the first chunk.
  if (job.voice !== voice && espeak.set_voice(job.voice) !== 0) return "voice";
  voice = job.voice;
  const pace = paceOf(job.rate);
  espeak.set_rate(pace.wordsPerMinute);
  espeak.set_pitch(pitchOf(job.pitch));
  espeak.set_volume(job.volume);

  const finder = createMarkFinder(text, wordsOf(job.text));
  const offsetOf = positionsOf(text);
  const stretcher: Stretcher | null = pace.stretch === 1 ? null : stretch(sampleRate, pace.stretch);
  const placed = (mark: PlacedMark): PlacedMark => (stretcher ? { ...mark, at: Math.round(mark.at / pace.stretch) } : mark);
  const taker = (job.whole ? wholeTaker : cutTaker)(job);
  let said = 0;
  espeak.synthesize(text, (samples, events) => {
    if (!isWanted()) return true;
    said += samples.length;
    const marks: PlacedMark[] = [];
    for (const { type, text_position, audio_position } of events)
      if (type === "word") marks.push(...finder.hear(offsetOf(text_position), Math.round((audio_position / 1000) * sampleRate)));
    taker.take(stretcher ? stretcher.push(samples) : samples, marks.map(placed));
    return false;
  });
  const rest = stretcher ? stretcher.finish() : new Int16Array(0);
  if (!isWanted()) return null;
  taker.take(rest, []);
  return taker.finish(finder.finish(said).map(placed));
}

/** What becomes of a job's sound. */
interface Taker {
  take(samples: Int16Array, marks: readonly PlacedMark[]): void;
  /** Answers with what was not sent. */
  finish(marks: readonly PlacedMark[]): VoiceSound | null;
}

const cuttingOf = (job: EspeakJob): Cutting => ({ sampleRate, trimStart: job.begins, trimEnd: job.ends, silence: SILENCE });

/** Sends sound as soon as there is a word of it. */
function cutTaker(job: EspeakJob): Taker {
  const cutter = createCutter(cuttingOf(job));
  const send = (cuts: readonly Cut[]): void => {
    for (const cut of cuts) {
      const sound = soundOf(job.id, { ...cut, samples: cut.samples.slice() });
      post(sound, [sound.samples.buffer]);
    }
  };
  return {
    take: (samples, marks) => send(cutter.push(raised(samples, job.gain), marks)),
    finish(marks) {
      send(cutter.finish(marks));
      return null;
    },
  };
}

/**
 * Gathers all of the sound: each message costs a tenth of a millisecond on each side (measured), as much as a third of the sound in it, and
 * room that is used again costs nothing.
 */
function wholeTaker(job: EspeakJob): Taker {
  const marks: PlacedMark[] = [];
  let length = 0;
  return {
    take(samples, more) {
      if (gathered.length < length + samples.length) {
        const wider = new Int16Array(2 * (length + samples.length));
        wider.set(gathered.subarray(0, length));
        gathered = wider;
      }
      gathered.set(samples, length);
      length += samples.length;
      marks.push(...more);
    },
    finish(more) {
      const room = job.room && job.room.length >= length ? job.room : new Float32Array(gathered.length);
      const all = raised(gathered.subarray(0, length), job.gain, room).subarray(0, length);
      const cut = wholeOf(all, [...marks, ...more], cuttingOf(job));
      return cut && soundOf(job.id, cut);
    },
  };
}

/**
 * Forgets what was said: eSpeak's noise, and the phase of its waves, go on from one sentence to the next, so that the same text sounds a
 * little different each time. 2 ms (measured).
 */
function beginAnew(): void {
  const all = module.HEAPU8;
  const end = usedOf(all);
  if (fresh) {
    all.set(fresh);
    if (end > fresh.length) all.fill(0, fresh.length, end);
  }
  // Nobody wants both: a voice that reads aloud never begins anew, so it has not the memory of it to carry either.
  else fresh = all.slice(0, end);
  module.forgetRoom?.();
  voice = "";
}

/** How much of some memory is not empty at its end, in whole blocks: what nobody wrote to takes none, and is left so. */
function usedOf(memory: Uint8Array): number {
  let end = memory.length;
  // Compared by the system, a block at a time: a loop of ours took three times as long (measured).
  while (end > 0 && NOTHING.equals(memory.subarray(Math.max(0, end - NOTHING.length), end))) end -= NOTHING.length;
  return Math.max(0, end);
}

const soundOf = (id: number, { samples, marks }: Cut): VoiceSound => ({
  type: "sound",
  id,
  // None of ours is shared memory.
  samples: samples as Float32Array<ArrayBuffer>,
  marks: marks.map(({ at, word }) => ({ at, start: word.start })),
});
