// The worker thread that eSpeak NG runs in: its synthesis blocks, so it gets a thread of its own.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { type Cut, createCutter } from "./cutter.ts";
import { paceOf, pitchOf } from "./espeak-pace.ts";
import type { EspeakJob, EspeakMessage, EspeakVoice } from "./espeak-protocol.ts";
import { cleanForEspeak, positionsOf } from "./espeak-text.ts";
import { beLow } from "./low.ts";
import { type OpenedFiles, openData } from "./opened-data.ts";
import { importDefault, packageFolder } from "./packages.ts";
import { createMarkFinder, type PlacedMark } from "./placed-marks.ts";
import { raised } from "./raise.ts";
import { loadStretch, type Stretcher } from "./stretch.ts";
import type { VoiceWorkerData } from "./voice-protocol.ts";
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
/** What it remembered when it had started, to the last that is not empty; kept from the first time on that it is asked to begin anew. */
let fresh: Uint8Array | null = null;
port.on("message", (job: EspeakJob) => post({ type: "end", id: job.id, error: speak(job) }));
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

function speak(job: EspeakJob): "voice" | null {
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
  const cutter = createCutter({ sampleRate, trimStart: job.begins, trimEnd: job.ends, silence: SILENCE });
  const stretcher: Stretcher | null = pace.stretch === 1 ? null : stretch(sampleRate, pace.stretch);
  const placed = (mark: PlacedMark): PlacedMark => (stretcher ? { ...mark, at: Math.round(mark.at / pace.stretch) } : mark);
  let said = 0;
  const held: Cut[] = [];
  // Each message costs a tenth of a millisecond on each side (measured): as much as a third of the sound in it.
  const take = job.whole ? (cut: Cut) => void held.push(cut) : (cut: Cut) => send(job.id, cut);

  espeak.synthesize(text, (samples, events) => {
    if (!isWanted()) return true;
    said += samples.length;
    const marks = events
      .filter((event) => event.type === "word")
      .flatMap((event) => finder.hear(offsetOf(event.text_position), Math.round((event.audio_position / 1000) * sampleRate)));
    for (const cut of cutter.push(raised(stretcher ? stretcher.push(samples) : samples, job.gain), marks.map(placed))) take(cut);
    return false;
  });
  const rest = stretcher ? stretcher.finish() : new Int16Array(0);
  if (!isWanted()) return null;
  const left = [...cutter.push(raised(rest, job.gain), []), ...cutter.finish(finder.finish(said).map(placed))];
  for (const cut of left) take(cut);
  if (held.length > 0) send(job.id, joined(held));
  return null;
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

/** How much of some memory is not empty at its end: what nobody wrote to takes none, and is left so. */
function usedOf(memory: Uint8Array): number {
  const words = new Int32Array(memory.buffer, memory.byteOffset, memory.byteLength / Int32Array.BYTES_PER_ELEMENT);
  let end = words.length;
  while (end > 0 && words[end - 1] === 0) end -= 1;
  return end * Int32Array.BYTES_PER_ELEMENT;
}

/** Cuts that follow each other as one. */
function joined(cuts: readonly Cut[]): Cut {
  const samples = new Float32Array(cuts.reduce((sum, cut) => sum + cut.samples.length, 0));
  let at = 0;
  for (const cut of cuts) {
    samples.set(cut.samples, at);
    at += cut.samples.length;
  }
  return { samples, marks: cuts.flatMap(({ marks }) => marks) };
}

function send(id: number, cut: Cut): void {
  const samples = cut.samples.slice();
  post({ type: "sound", id, samples, marks: cut.marks.map(({ at, word }) => ({ at, start: word.start })) }, [samples.buffer]);
}
