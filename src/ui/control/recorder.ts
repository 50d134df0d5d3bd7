import { LONGEST_SPOKEN_NOTE, type SpokenNote } from "../../model/index.ts";

/** How a recording is going. */
export interface RecordingState {
  /** Seconds so far. */
  readonly seconds: number;
  /** Whether anything is heard. */
  readonly isHeard: boolean;
}

/** A recording that goes on. */
export interface Recording {
  /** Ends it; null where nothing was recorded. */
  stop(): Promise<SpokenNote | null>;
}

/** Records from the microphone, when somebody asks for it. */
export interface Recorder {
  /**
   * Begins; the reading is silent meanwhile. `onState` hears how it is going, some times a second; `onFull` when it is as long as it may be.
   * Rejects where there is no microphone, or it may not be used.
   */
  begin(onState: (state: RecordingState) => void, onFull: () => void): Promise<Recording>;
}

/** Loudness from which something is heard: a quiet room has less (guess). */
const HEARD = 0.01;
/** Milliseconds between two looks at the loudness. */
const BETWEEN = 250;

/** Speech is clear at this, bits a second. */
const BITS = 32_000;

/** Records with the window's own means. `silence` stops the reading. */
export function createRecorder(silence: () => void): Recorder {
  return {
    async begin(onState, onFull) {
      silence();
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: false });
      const letGo = (): void => {
        for (const track of stream.getTracks()) track.stop();
      };
      let recorder: MediaRecorder;
      try {
        recorder = new MediaRecorder(stream, { audioBitsPerSecond: BITS });
      } catch (thrown) {
        letGo();
        throw thrown;
      }
      const context = new AudioContext();
      const analyser = context.createAnalyser();
      context.createMediaStreamSource(stream).connect(analyser);
      const samples = new Float32Array(analyser.fftSize);
      const parts: Blob[] = [];
      const began = performance.now();
      const secondsNow = (): number => Math.min(LONGEST_SPOKEN_NOTE, (performance.now() - began) / 1000);
      let length = 0;
      const ended = new Promise<void>((resolve) => recorder.addEventListener("stop", () => resolve(), { once: true }));
      recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
      recorder.start(1000);
      const end = (): void => {
        clearInterval(timer);
        length = length || secondsNow();
        if (recorder.state !== "inactive") recorder.stop();
        letGo();
        void context.close().catch(() => {});
      };
      const timer = setInterval(() => {
        analyser.getFloatTimeDomainData(samples);
        const loudness = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
        onState({ seconds: Math.floor(secondsNow()), isHeard: loudness >= HEARD });
        if (secondsNow() >= LONGEST_SPOKEN_NOTE) {
          end();
          onFull();
        }
      }, BETWEEN);
      return {
        async stop() {
          end();
          await ended;
          const sound = new Blob(parts, { type: recorder.mimeType });
          const bytes = new Uint8Array(await sound.arrayBuffer());
          return bytes.length === 0 ? null : { bytes, mediaType: recorder.mimeType, seconds: length };
        },
      };
    },
  };
}
