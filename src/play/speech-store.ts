import type { SpeechChunk, SpeechRequest } from "../model/index.ts";

/** Speech that was asked for, as far as it has come. */
interface Clip {
  readonly key: string;
  readonly request: SpeechRequest;
  readonly chunks: SpeechChunk[];
  bytes: number;
  seconds: number;
  whole: boolean;
  failure: { readonly thrown: unknown } | null;
  /** Grows with every use: the smallest is dropped first. */
  used: number;
  readonly waiting: (() => void)[];
}

/** Speech ahead of the ear: asks for one utterance at a time, the most urgent first, and keeps what may be wanted again. */
export interface SpeechStore {
  /**
   * What is wanted, the most urgent first; replaces what was wanted before. A request that runs and isn't the most urgent any more
   * is aborted.
   */
  want(requests: readonly SpeechRequest[]): void;
  /**
   * The n-th chunk of a wanted request, null: it has ended before. A promise only where it hasn't come yet. Chunk 0 of a request
   * that failed asks again.
   * @throws what `speak` threw
   */
  chunk(request: SpeechRequest, n: number): SpeechChunk | null | Promise<SpeechChunk | null>;
  /** How long the speech takes, seconds; null while it isn't known. */
  seconds(request: SpeechRequest): number | null;
  /** Aborts and forgets everything. */
  close(): void;
}

type Speak = (request: SpeechRequest, signal: AbortSignal) => AsyncIterable<SpeechChunk>;

/** The speech that is kept, bytes: six minutes of the 22,050 Hz that eSpeak NG gives (guess: small beside a window). */
const KEPT_BYTES = 32_000_000;
/** So many of what is wanted are made whatever they take: what sounds and what follows it. */
const ESSENTIAL = 3;

const keyOf = ({ text, voice, rate, pitch }: SpeechRequest): string => `${voice}\n${rate}\n${pitch}\n${text}`;

/**
 * Makes a store over an engine. It asks for nothing until something is wanted.
 * @param kept its memory budget, bytes of samples: beyond it nothing is made ahead but what comes next, and what was used longest ago goes
 */
export function createSpeechStore(speak: Speak, kept = KEPT_BYTES): SpeechStore {
  const clips = new Map<string, Clip>();
  let wanted: readonly string[] = [];
  let running: { readonly clip: Clip; readonly controller: AbortController } | null = null;
  let uses = 0;

  const clipOf = (request: SpeechRequest): Clip => {
    const key = keyOf(request);
    const known = clips.get(key);
    if (known) return known;
    const clip: Clip = { key, request, chunks: [], bytes: 0, seconds: 0, whole: false, failure: null, used: 0, waiting: [] };
    clips.set(key, clip);
    return clip;
  };

  const wake = (clip: Clip): void => {
    for (const tell of clip.waiting.splice(0)) tell();
  };

  const run = async (clip: Clip): Promise<void> => {
    const controller = new AbortController();
    const own = { clip, controller };
    running = own;
    try {
      for await (const chunk of speak(clip.request, controller.signal)) {
        if (controller.signal.aborted) return;
        clip.chunks.push(chunk);
        clip.bytes += chunk.samples.byteLength;
        clip.seconds += chunk.samples.length / chunk.sampleRate;
        wake(clip);
      }
      if (controller.signal.aborted) return;
      clip.whole = true;
    } catch (thrown) {
      if (controller.signal.aborted) return;
      clip.failure = { thrown };
    } finally {
      if (running === own) {
        running = null;
        wake(clip);
        advance();
      }
    }
  };

  /** The most urgent clip that is neither whole nor failed, while there is room for it. */
  const nextOf = (): Clip | null => {
    let bytes = 0;
    for (const [index, key] of wanted.entries()) {
      const clip = clips.get(key);
      if (clip && !clip.whole && !clip.failure) return index < ESSENTIAL || bytes < kept ? clip : null;
      bytes += clip?.bytes ?? 0;
    }
    return null;
  };

  const advance = (): void => {
    const urgent = nextOf();
    if (running && running.clip === urgent) return;
    stop();
    evict();
    if (!urgent) return;
    void run(urgent);
  };

  /** Aborts what runs. What has come of it is worth nothing: it would have to begin anew. */
  const stop = (): void => {
    if (!running) return;
    const { clip, controller } = running;
    running = null;
    controller.abort();
    clips.delete(clip.key);
    if (wanted.includes(clip.key)) clipOf(clip.request).waiting.push(...clip.waiting.splice(0));
    else wake(clip);
  };

  const evict = (): void => {
    let bytes = [...clips.values()].reduce((sum, clip) => sum + clip.bytes, 0);
    const oldest = [...clips.values()].filter((clip) => !wanted.includes(clip.key)).sort((one, other) => one.used - other.used);
    for (const clip of oldest) {
      if (bytes <= kept) return;
      bytes -= clip.bytes;
      clips.delete(clip.key);
    }
  };

  const waitFor = async (clip: Clip, n: number): Promise<SpeechChunk | null> => {
    for (let current = clip; ; ) {
      const chunk = current.chunks[n];
      if (chunk) return chunk;
      if (current.failure) throw current.failure.thrown;
      if (current.whole) return null;
      await new Promise<void>((resolve) => current.waiting.push(resolve));
      current = clips.get(clip.key) ?? current;
      // Nobody wants it any more, so nobody reads the answer.
      if (!wanted.includes(clip.key) && !current.whole && !current.chunks[n]) return null;
    }
  };

  return {
    want(requests) {
      wanted = [...new Set(requests.map((request) => clipOf(request).key))];
      for (const key of wanted) {
        const clip = clips.get(key);
        if (clip) clip.used = ++uses;
      }
      advance();
    },
    chunk(request, n) {
      const clip = clipOf(request);
      clip.used = ++uses;
      if (clip.failure && n === 0) {
        clip.failure = null;
        clip.chunks.length = 0;
        clip.bytes = 0;
        clip.seconds = 0;
        advance();
      }
      const chunk = clip.chunks[n];
      if (chunk) return chunk;
      return clip.whole ? null : waitFor(clip, n);
    },
    seconds(request) {
      const clip = clips.get(keyOf(request));
      return clip?.whole ? clip.seconds : null;
    },
    close() {
      wanted = [];
      stop();
      clips.clear();
    },
  };
}
