// The worker thread that Flite runs in: its synthesis blocks, so it gets a thread of its own.
import { parentPort, workerData } from "node:worker_threads";
import { type Cut, createCutter } from "./cutter.ts";
import { type FliteSpeech, loadFlite } from "./flite-program.ts";
import type { FliteJob, FliteMessage } from "./flite-protocol.ts";
import { cleanForFlite } from "./flite-text.ts";
import { beLow } from "./low.ts";
import { createMarkFinder, type PlacedMark } from "./placed-marks.ts";
import { loadStretch } from "./stretch.ts";
import type { VoiceWorkerData } from "./voice-protocol.ts";
import { type Word, wordsOf } from "./words.ts";

/** Hz, of all of its voices that are offered. */
const SAMPLE_RATE = 16_000;
/** -56 dBFS: above the noise of its voices and below their softest consonant. */
const SILENCE = 0.0015;
/** What sonic gets at a time, seconds: between two of them it is looked whether the job is still wanted. */
const STEP = 0.1;
/** The slowest that Flite itself speaks well: half its pace (guess). Faster is sonic's, which is understood better (measured at 2×: .19 against .27 errors). */
const SLOWEST = 0.5;
/** How far around the sounds by the engine's own times more is looked for, so that no onset and no fading is lost, seconds. */
const LEAD = 0.015;
const TAIL = 0.03;
/** The silence that is kept at either end of what is found, and what of it rises and falls so that it does not click, seconds. */
const MARGIN = 0.01;
const EDGE = 0.005;
/** Peaks above this are made softer: -1 dBFS. */
const PEAK = 0.89;

const port = parentPort;
if (!port) throw new Error("flite-worker is a worker thread's code");
const { wanted, packages, low } = workerData as VoiceWorkerData;
if (low) beLow();
const wantedJob = new Int32Array(wanted);
const post = (message: FliteMessage, transfer: readonly ArrayBuffer[] = []): void => port.postMessage(message, transfer);

// While it loads, nothing else keeps this thread's loop turning, and Node would wait for V8's helper threads (see espeak-worker.ts).
port.ref();

const [flite, stretch] = await Promise.all([loadFlite(packages), loadStretch(packages)]);
flite.prepare();
port.on("message", (job: FliteJob) => {
  post({ type: "end", id: job.id, error: speak(job) });
  // Behind the answer: whoever waits for this breath has it, and the next one begins sooner.
  setImmediate(() => flite.prepare());
});
post({ type: "ready", sampleRate: SAMPLE_RATE });

/**
 * Says a text; where Flite gives up on it, its halves; a word that it gives up on is left out. Never seen, but a text is anybody's and the
 * rest of it is to be heard.
 */
function say(text: string, words: readonly Word[], job: FliteJob, isWanted: () => boolean): readonly Part[] {
  const clean = cleanForFlite(text, words);
  if (clean.text === "" || !isWanted()) return [];
  const request = { text: clean.text, voice: job.voice, stretch: Math.min(1 / SLOWEST, Math.max(1, 1 / job.rate)) };
  try {
    const speech = flite.say({ ...request, pitch: job.pitches ? job.pitch : 1 });
    return speech ? [{ speech, offsetOf: clean.offsetOf }] : [];
  } catch {
    const middle = words.length >> 1;
    return words.length < 2 ? [] : [words.slice(0, middle), words.slice(middle)].flatMap((half) => say(text, half, job, isWanted));
  }
}

interface Part {
  readonly speech: FliteSpeech;
  readonly offsetOf: (at: number) => number;
}

function speak(job: FliteJob): "voice" | null {
  const isWanted = (): boolean => Atomics.load(wantedJob, 0) === job.id;
  const words = wordsOf(job.text);
  const parts = say(job.text, words, job, isWanted);
  if (parts.length === 0) return null;
  const speed = Math.max(1, job.rate);
  const pitch = job.pitches ? 1 : job.pitch;
  const stretcher = speed === 1 && pitch === 1 ? null : stretch(SAMPLE_RATE, speed, pitch);
  const finder = createMarkFinder(job.text, words);
  const cutter = createCutter({ sampleRate: SAMPLE_RATE, trimStart: false, trimEnd: false, silence: SILENCE });
  const placed = (mark: PlacedMark): PlacedMark => (speed === 1 ? mark : { ...mark, at: Math.round(mark.at / speed) });
  let said = 0;
  let sent = 0;
  const send = (cuts: readonly Cut[]): void => {
    for (const cut of cuts) {
      sent += cut.samples.length;
      const samples = cut.samples.slice();
      post({ type: "sound", id: job.id, samples, marks: cut.marks.map(({ at, word }) => ({ at, start: word.start })) }, [samples.buffer]);
    }
  };
  for (const { speech, offsetOf } of parts) {
    const { samples, from } = trimmed(speech, job.gain);
    const marks = speech.tokens.flatMap(({ offset, time }) =>
      finder.hear(offsetOf(offset), said + Math.round((time - from) * SAMPLE_RATE)),
    );
    const step = Math.round(STEP * SAMPLE_RATE);
    let next = 0;
    for (let at = 0; at < samples.length; at += step) {
      if (!isWanted()) {
        stretcher?.finish();
        return null;
      }
      const first = next;
      const end = at + step < samples.length ? said + at + step : Number.POSITIVE_INFINITY;
      while (next < marks.length && (marks[next]?.at ?? 0) < end) next++;
      const part = samples.subarray(at, at + step);
      send(cutter.push(stretcher ? floats(stretcher.push(shorts(part))) : part, marks.slice(first, next).map(placed)));
    }
    said += samples.length;
  }
  const rest = stretcher ? floats(stretcher.finish()) : new Float32Array(0);
  send([...cutter.push(rest, []), ...cutter.finish(finder.finish(said).map(placed))]);
  const silence = Math.round((Math.max(0, job.pause - 2 * MARGIN) / job.rate) * SAMPLE_RATE);
  if (sent > 0 && silence > 0) send([{ samples: new Float32Array(silence), marks: [] }]);
  return null;
}

/** The sound as loud as other voices, without the silence around it, which is not quite silent; and where it begins, seconds. */
function trimmed(speech: FliteSpeech, gain: number): { readonly samples: Float32Array; readonly from: number } {
  const start = Math.round(Math.max(0, speech.from - LEAD) * SAMPLE_RATE);
  const sound = levelled(speech.samples.slice(start, Math.round((speech.to + TAIL) * SAMPLE_RATE)), gain);
  const margin = Math.round(MARGIN * SAMPLE_RATE);
  const isLoud = (sample: number): boolean => Math.abs(sample) > SILENCE;
  const first = Math.max(0, sound.findIndex(isLoud) - margin);
  const last = sound.findLastIndex(isLoud);
  const kept = last < 0 ? sound : sound.slice(first, last + 1 + margin);
  const edge = Math.min(kept.length >> 1, Math.round(EDGE * SAMPLE_RATE));
  for (let at = 0; at < edge; at++) {
    const end = kept.length - 1 - at;
    kept[at] = ((kept[at] ?? 0) * at) / edge;
    kept[end] = ((kept[end] ?? 0) * at) / edge;
  }
  return { samples: kept, from: (start + (last < 0 ? 0 : first)) / SAMPLE_RATE };
}

/** As loud as other voices, and never clipped. */
function levelled(samples: Float32Array, gain: number): Float32Array {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  const factor = Math.min(gain, PEAK / Math.max(peak, Number.EPSILON));
  return samples.map((sample) => sample * factor);
}

const shorts = (samples: Float32Array): Int16Array => Int16Array.from(samples, (sample) => Math.round(sample * 0x7fff));
const floats = (samples: Int16Array): Float32Array => Float32Array.from(samples, (sample) => sample / 0x8000);
