import { PROCESSOR, type SpoolOrder, type SpoolReport } from "./messages.ts";
import { createSpool } from "./spool.ts";

// The audio thread's own globals; TypeScript's DOM library doesn't have them.
declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;
declare const currentTime: number;
declare const sampleRate: number;

/** Long enough that no click is heard, short enough that a pause is at once: seconds. */
const FADE = 0.004;
/** How often a running spool says where it is, seconds: between reports its pace is known. */
const REPORT_EVERY = 0.04;

/** Plays a spool and says where it is. */
class SpoolProcessor extends AudioWorkletProcessor {
  readonly #spool = createSpool(Math.round(FADE * sampleRate));
  #cut = 0;
  #told: SpoolReport = { time: 0, frame: 0, running: false, cut: 0 };

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<SpoolOrder>) => this.#obey(data);
  }

  #obey(order: SpoolOrder): void {
    if (order.kind === "push") this.#spool.push(order.samples);
    else if (order.kind === "cut") {
      this.#spool.cut(order.frame, order.position);
      this.#cut = order.cut;
    } else this.#spool[order.kind]();
  }

  /** Called by the browser for each quantum of 128 frames. */
  process(_inputs: readonly (readonly Float32Array[])[], outputs: readonly (readonly Float32Array[])[]): boolean {
    const running = this.#spool.isRunning();
    const report = { time: currentTime, frame: this.#spool.position(), running, cut: this.#cut };
    const told = this.#told;
    if (running !== told.running || this.#cut !== told.cut || (running && currentTime - told.time >= REPORT_EVERY)) {
      this.#told = report;
      this.port.postMessage(report);
    }
    const [first] = outputs[0] ?? [];
    if (first) this.#spool.pull(first);
    return true;
  }
}

registerProcessor(PROCESSOR, SpoolProcessor);
