import type { Reader } from "../../contract/index.ts";
import { pitchWithin, type Sink, type VoiceId } from "../../model/index.ts";
import type { Timbre } from "../../play/index.ts";

/** Speaks the interface: one thing at a time, the newest at once. */
export interface InterfaceVoice {
  /**
   * Says a text after silencing what was being said. Resolves when it was heard, hushed or could not be said.
   * @param lang BCP 47; the interface's own when left out
   */
  say(text: string, how?: Timbre | null, lang?: string): Promise<void>;
  hush(): void;
}

/** How often it is looked whether all was heard, milliseconds: too short to notice, too long to cost anything. */
const LOOK = 40;
/** Longest that a device may take to sound what was written, seconds (guess); a lost device must not hold the reading back. */
const PATIENCE = 10;

/** A voice beside the article's. `sink` is called when it first speaks. */
export function createInterfaceVoice(
  speak: Reader["speak"],
  sink: () => Sink,
  taste: (lang?: string) => { readonly voice: VoiceId; readonly rate: number; readonly pitch: number },
): InterfaceVoice {
  let opened: Sink | null = null;
  let running: AbortController | null = null;
  const hush = (): void => {
    running?.abort();
    running = null;
    opened?.cut(0);
  };
  const heard = async (device: Sink, signal: AbortSignal): Promise<void> => {
    const until = performance.now() + (device.written() - device.heard() + PATIENCE) * 1000;
    while (!signal.aborted && device.heard() < device.written() - LOOK / 1000 && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, LOOK));
  };
  return {
    async say(text, how = null, lang?: string) {
      hush();
      const controller = new AbortController();
      running = controller;
      const { signal } = controller;
      try {
        opened ??= sink();
        opened.resume();
        if (how?.cue) await opened.write(how.cue.samples, how.cue.sampleRate);
        // A sound alone.
        if (text === "") {
          await heard(opened, signal);
          return;
        }
        const { voice, rate, pitch } = taste(lang);
        const request = { text, rate, voice: how?.voice ?? voice, pitch: pitchWithin(pitch * (how?.pitch ?? 1)) };
        for await (const chunk of speak(request, signal)) {
          if (signal.aborted) return;
          await opened.write(chunk.samples, chunk.sampleRate);
        }
        await heard(opened, signal);
      } catch {
        // What can't be said is still shown: the interface never depends on its voice alone.
      } finally {
        if (running === controller) running = null;
      }
    },
    hush,
  };
}
