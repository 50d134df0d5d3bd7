/// <reference types="vite/client" />
import { Failure, type Sink } from "../../model/index.ts";
import { createHearing } from "./hearing.ts";
import { PROCESSOR, type SpoolOrder, type SpoolReport } from "./messages.ts";
import { createResampler, type Resampler } from "./resample.ts";
import { hasOutput, revive } from "./revive.ts";
import spoolUrl from "./spool-worklet.ts?worker&url";

/** The window's sink, and how loud it is. */
export interface WebAudioSink extends Sink {
  /** 0 is silent, 1 is the voice's own loudness. */
  setVolume(volume: number): void;
}

/** A write resolves when no more than this is queued, seconds: long enough for a page that is busy, little to throw away at a skip. */
const ROOM = 2;
/**
 * An order needs this long to reach the audio thread, which works ahead by a buffer of the device, seconds: 20 ms hold with 10 ms
 * buffers (measured on Linux, PulseAudio); a later arrival costs a fade at the wrong place, no more.
 */
const ORDER_DELAY = 0.02;
/** A silent context still runs the sound card; after this long a pause gives it back, seconds (guess). Waking takes about 0.1 s. */
const SLEEP_AFTER = 180;
/** How long a change of loudness takes, seconds: no click. */
const VOLUME_FADE = 0.01;

/** How often it is looked whether the device's clock moves, milliseconds, and how many times in a row it may stand while sound is queued. */
const LOOK = 500;
const STANDS = 3;

/** Frames on their way to the ear. */
interface Kept {
  readonly samples: Float32Array;
  /** The frame after the last. */
  readonly end: number;
}

/** Everything that ends when the device is lost. */
interface Stage {
  readonly context: AudioContext;
  readonly gain: GainNode;
  post(order: SpoolOrder): void;
}

/**
 * Makes the window's sink. An AudioWorklet plays from a queue of its own: an order (pause, cut) takes effect with the next 128
 * frames, joins are exact to the sample, and it says where it is; scheduled source nodes can do none of the three.
 *
 * The context is made at once, so that the first word needn't wait for it, and sleeps when nothing sounded for some minutes. When
 * the device is lost or its clock stands (a device was unplugged, the sound server restarted, the machine slept), another context is
 * tried, after a restart of the system's sound too, and what was not heard is played on it. Where none sounds, what is queued is lost:
 * the writes that wait (or the next one) reject with `device`; the next write after that tries a new context.
 * @param restart starts the system's sound anew
 */
export function createWebAudioSink(restart: () => Promise<void> = async () => {}): WebAudioSink {
  const context = newContext();
  const { sampleRate } = context;
  const hearing = createHearing(sampleRate);
  let stage: Stage | null = null;
  /** Frames written since the sink was made, and heard at most so far. */
  let written = 0;
  let heardFrames = 0;
  let cuts = 0;
  let paused = false;
  let closed = false;
  let volume = 1;
  let resampler: { readonly from: number; readonly stream: Resampler } | null = null;
  /** What was written and is not heard. */
  let kept: readonly Kept[] = [];
  /** Whether anything was ever heard here. */
  let ran = false;
  let reviving = false;
  let stands = { time: -1, looks: 0 };
  /** A loss that no write has told yet. */
  let untold: Failure | null = null;
  const waiting: { readonly resolve: () => void; readonly reject: (failure: Failure) => void }[] = [];
  let sleep: ReturnType<typeof setTimeout> | undefined;

  const clockNow = (): number => stage?.context.currentTime ?? 0;
  const rendered = (): number => Math.min(written, hearing.frameAt(clockNow()));
  const heard = (): number => {
    const latency = stage ? stage.context.baseLatency + stage.context.outputLatency : 0;
    heardFrames = Math.min(written, Math.max(heardFrames, hearing.frameAt(clockNow() - latency)));
    return heardFrames;
  };

  const forget = (): void => {
    const at = heard();
    if ((kept[0]?.end ?? Number.POSITIVE_INFINITY) <= at) kept = kept.filter(({ end }) => end > at);
  };
  const makeRoom = (): void => {
    forget();
    if (written - rendered() > ROOM * sampleRate) return;
    for (const { resolve } of waiting.splice(0)) resolve();
  };

  const lose = (message: string): void => {
    if (closed) return;
    const lost = stage;
    written = Math.ceil(heard());
    heardFrames = written;
    hearing.reset(written);
    resampler = null;
    kept = [];
    stage = null;
    const failure = new Failure("device", message);
    if (waiting.length === 0) untold = failure;
    for (const { reject } of waiting.splice(0)) reject(failure);
    void lost?.context.close().catch(() => {});
  };

  /** The device failed: another one goes on from what was heard, else it is lost. */
  const fail = async (message: string): Promise<void> => {
    if (!stage || closed) return;
    if (!ran) {
      lose(message);
      return;
    }
    reviving = true;
    heardFrames = Math.min(written, Math.ceil(heard()));
    hearing.reset(heardFrames);
    void stage.context.close().catch(() => {});
    stage = null;
    const fresh = await revive({ make: () => newContext(sampleRate), restart, wanted: () => !closed });
    reviving = false;
    if (closed) void fresh?.close().catch(() => {});
    else if (fresh) goOn(fresh);
    else lose(message);
  };

  /** Plays what was not heard on another context. */
  const goOn = (fresh: AudioContext): void => {
    stage = open(fresh);
    stage.post({ kind: "cut", frame: 0, position: heardFrames, cut: ++cuts });
    for (const { samples, end } of kept) {
      const unheard = samples.slice(Math.max(0, samples.length - (end - heardFrames)));
      if (unheard.length > 0) stage.post({ kind: "push", samples: unheard });
    }
    if (paused) stage.post({ kind: "pause" });
    makeRoom();
  };

  const open = (fresh: AudioContext): Stage => {
    const gain = new GainNode(fresh, { gain: volume });
    gain.connect(fresh.destination);
    let node: AudioWorkletNode | null = null;
    let orders: SpoolOrder[] = [];
    const opened: Stage = {
      context: fresh,
      gain,
      post(order) {
        if (node) node.port.postMessage(order, order.kind === "push" ? [order.samples.buffer] : []);
        else orders.push(order);
      },
    };
    const isPresent = (): boolean => stage === opened && !closed;
    fresh.addEventListener("error", () => isPresent() && void fail("The sound device failed"));
    fresh.addEventListener("statechange", () => isPresent() && fresh.state === "closed" && void fail("The sound device was closed"));
    void fresh.audioWorklet
      .addModule(spoolUrl)
      .then(() => {
        if (!isPresent()) return;
        node = new AudioWorkletNode(fresh, PROCESSOR, { numberOfInputs: 0, outputChannelCount: [1] });
        node.port.onmessage = ({ data }: MessageEvent<SpoolReport>) => {
          if (!isPresent() || data.cut !== cuts) return;
          hearing.add(data);
          ran ||= data.running;
          makeRoom();
        };
        node.connect(gain);
        for (const order of orders) opened.post(order);
        orders = [];
      })
      .catch((thrown: unknown) => isPresent() && lose(`The sound could not be set up: ${String(thrown)}`));
    return opened;
  };

  /** The stage, a new one after a loss. Its positions go on where the lost one's ended. */
  const present = (): Stage => {
    if (stage) return stage;
    stage = open(newContext(sampleRate));
    stage.post({ kind: "cut", frame: 0, position: written, cut: ++cuts });
    if (paused) stage.post({ kind: "pause" });
    void check();
    return stage;
  };

  const check = async (): Promise<void> => {
    if (stage && !(await hasOutput())) await fail("There is no sound device");
  };

  /** A device whose clock stands though it should play is as good as gone. Looks are counted: a machine that slept did not look. */
  const look = (): void => {
    const time = clockNow();
    const isDue = stage !== null && ran && !paused && written > heard();
    stands = isDue && time === stands.time ? { time, looks: stands.looks + 1 } : { time, looks: 0 };
    if (stands.looks < STANDS) return;
    stands = { time: -1, looks: 0 };
    void fail("The sound device stands still");
  };

  const sleepLater = (): void => {
    clearTimeout(sleep);
    sleep = setTimeout(() => void stage?.context.suspend(), SLEEP_AFTER * 1000);
  };

  const onDeviceChange = (): void => void check();
  stage = open(context);
  navigator.mediaDevices?.addEventListener("devicechange", onDeviceChange);
  void check();
  sleepLater();
  const looking = setInterval(look, LOOK);

  return {
    async write(samples, from) {
      if (closed) throw new Failure("device", "The sink is closed");
      if (untold) {
        const failure = untold;
        untold = null;
        throw failure;
      }
      const target = reviving ? null : present();
      if (samples.length > 0) {
        if (resampler?.from !== from) resampler = { from, stream: createResampler(from, sampleRate) };
        const frames = resampler.stream.push(samples);
        written += frames.length;
        // A copy: what is posted is given away.
        kept = [...kept, { samples: frames.slice(), end: written }];
        target?.post({ kind: "push", samples: frames });
      }
      await new Promise<void>((resolve, reject) => {
        waiting.push({ resolve, reject });
        makeRoom();
      });
    },
    written: () => written / sampleRate,
    heard: () => heard() / sampleRate,
    settled: () => Math.max(heardFrames, Math.min(written, rendered() + ORDER_DELAY * sampleRate)) / sampleRate,
    pause() {
      if (paused) return;
      paused = true;
      stage?.post({ kind: "pause" });
      sleepLater();
    },
    resume() {
      clearTimeout(sleep);
      if (stage?.context.state === "suspended") void stage.context.resume();
      if (!paused) return;
      paused = false;
      stage?.post({ kind: "resume" });
    },
    cut(at) {
      const frame = Math.round(at * sampleRate);
      if (frame >= written) return;
      resampler = null;
      const last = Math.ceil(rendered() + (paused ? 0 : ORDER_DELAY * sampleRate));
      if (frame >= last) {
        written = frame;
        stage?.post({ kind: "cut", frame, position: frame, cut: cuts });
      } else {
        written = Math.max(frame, Math.ceil(heard()));
        heardFrames = written;
        hearing.reset(written);
        cuts += 1;
        stage?.post({ kind: "cut", frame: 0, position: written, cut: cuts });
      }
      kept = kept.flatMap((part) => {
        if (part.end <= written) return [part];
        const length = part.samples.length - (part.end - written);
        return length > 0 ? [{ samples: part.samples.subarray(0, length), end: written }] : [];
      });
      makeRoom();
    },
    async close() {
      if (closed) return;
      closed = true;
      clearTimeout(sleep);
      clearInterval(looking);
      navigator.mediaDevices?.removeEventListener("devicechange", onDeviceChange);
      for (const { resolve } of waiting.splice(0)) resolve();
      await stage?.context.close();
    },
    setVolume(wanted) {
      volume = Math.max(0, Math.min(1, wanted));
      stage?.gain.gain.setTargetAtTime(volume, clockNow(), VOLUME_FADE);
    },
  };
}

/** The shortest way to the ear that the system offers. */
function newContext(sampleRate?: number): AudioContext {
  return new AudioContext({ latencyHint: "interactive", ...(sampleRate === undefined ? {} : { sampleRate }) });
}
