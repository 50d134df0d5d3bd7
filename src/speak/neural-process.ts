import { join } from "node:path";
import { ensureEspeakData } from "./espeak-data.ts";
import type { NeuralAsk, NeuralLine, NeuralModel, NeuralPassage } from "./neural-protocol.ts";
import { importDefault, packageFolder } from "./packages.ts";

/** What is used of sherpa-onnx. */
interface Sherpa {
  readonly OfflineTts: { createAsync(config: object): Promise<OfflineTts> };
}
interface OfflineTts {
  readonly sampleRate: number;
  readonly numSpeakers: number;
  generateAsync(request: object): Promise<{ readonly samples: Float32Array }>;
}

/** Threads for one model: it has to leave a core to the player (guess). */
const THREADS = 2;
/** Sentences that are made at once: one, so that the first is heard while the second is made. */
const SENTENCES = 1;
/** Steps of the models that refine their sound step by step: sherpa-onnx's own default. */
const STEPS = 5;

/** What it says of a text in which it finds nothing to say, such as emoji alone: that is silence, no failure. */
const SILENT = /no audio/;

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/**
 * The whole life of a process for one neural voice: it loads a model and speaks passages with it, one at a time, in the order in which
 * they come. A damaged model ends the process without a word (measured: exit 134), so nothing else may live in it.
 */
export function runNeural(line: NeuralLine): void {
  const cancelled = new Set<number>();
  let tts: OfflineTts | null = null;
  let manner: NeuralModel["manner"] = "plain";
  let last: Promise<void> = Promise.resolve();

  async function load(id: number, model: NeuralModel): Promise<void> {
    if (model.data !== null) await ensureEspeakData(model.data, model.packages);
    const folder = packageFolder("sherpa-onnx-node", model.packages);
    const { OfflineTts } = (await importDefault(join(folder, "sherpa-onnx.js"))) as Sherpa;
    tts = await OfflineTts.createAsync({ model: { ...model.config, numThreads: THREADS, debug: 0 }, maxNumSentences: SENTENCES });
    manner = model.manner;
    line.post({ type: "loaded", id, sampleRate: tts.sampleRate, speakers: Math.max(1, tts.numSpeakers) });
  }

  async function speak(id: number, { text, speaker, speed, lang }: NeuralPassage): Promise<void> {
    if (!tts) throw new Error("There is no model yet");
    const onProgress = ({ samples }: { readonly samples: Float32Array }): 0 | 1 => {
      if (cancelled.has(id)) return 0;
      line.post({ type: "sound", id, samples: samples.slice() });
      return 1;
    };
    // Electron has no buffers outside of its own memory.
    const asked = { text, sid: speaker, speed, enableExternalBuffer: false, onProgress };
    const request = manner === "plain" ? asked : { ...asked, generationConfig: { sid: speaker, speed, numSteps: STEPS, extra: { lang } } };
    if (!cancelled.has(id))
      await tts.generateAsync(request).catch((thrown: unknown) => {
        if (!SILENT.test(messageOf(thrown))) throw thrown;
      });
    line.post({ type: "end", id, error: null });
  }

  line.listen((message: NeuralAsk) => {
    const { id } = message;
    if (message.type === "cancel") {
      cancelled.add(id);
      return;
    }
    last = last
      .then(() => (message.type === "load" ? load(id, message.model) : speak(id, message.passage)))
      .catch((thrown: unknown) => line.post({ type: "end", id, error: messageOf(thrown) }))
      .finally(() => cancelled.delete(id));
  });
}
