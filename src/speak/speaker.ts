import { Failure, type SpeechChunk, type SpeechEngine, type SpeechRequest, type Timing, toFailure, type Voice } from "../model/index.ts";

/** All engines as one. */
export interface Speaker {
  /**
   * The voices of all engines in their order, and the engines that have none, with what to do about it.
   * @param asked a voice's id, or what may be one: where it names an engine, only that one is asked. To ask the system's takes .2 s (measured)
   */
  voices(asked?: string): Promise<{
    readonly voices: readonly (Voice & { readonly timing: Timing })[];
    readonly missing: readonly { readonly engine: string; readonly message: string }[];
  }>;
  /** Speaks with the engine that the voice's id names. @throws Failure `no-voice` for a voice of no engine */
  synthesize(request: SpeechRequest, signal: AbortSignal): AsyncIterable<SpeechChunk>;
  /** Ends the engines. */
  close(): Promise<void>;
}

/** Joins engines. Where two voices serve alike, the earlier engine's is taken. */
export function createSpeaker(engines: readonly SpeechEngine[]): Speaker {
  return {
    async voices(asked) {
      const named = engines.filter(({ name }) => asked?.startsWith(`${name}:`));
      const lists = await Promise.all(
        (named.length > 0 ? named : engines).map(async (engine) => {
          try {
            const voices = await engine.voices();
            return { voices: voices.map((voice) => ({ ...voice, timing: engine.timing })), missing: [] };
          } catch (thrown) {
            return { voices: [], missing: [{ engine: engine.name, message: toFailure(thrown).message }] };
          }
        }),
      );
      return { voices: lists.flatMap(({ voices }) => voices), missing: lists.flatMap(({ missing }) => missing) };
    },
    async *synthesize(request, signal): AsyncGenerator<SpeechChunk, void, void> {
      const engine = engines.find(({ name }) => request.voice.startsWith(`${name}:`));
      if (!engine) throw new Failure("no-voice", `no engine has a voice ${request.voice}`);
      yield* engine.synthesize(request, signal);
    },
    async close() {
      await Promise.all(engines.map((engine) => engine.close()));
    },
  };
}
