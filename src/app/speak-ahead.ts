import { createHash } from "node:crypto";
import type { Reader } from "../contract/index.ts";
import type { Library } from "../library/index.ts";
import {
  type Article,
  languageOf,
  type Settings,
  type SpeechChunk,
  type SpeechEngine,
  type SpeechRequest,
  STYLE_SETTINGS,
  secondVoice,
  storeTrouble,
  toFailure,
  type VoiceId,
  voiceByTaste,
} from "../model/index.ts";
import { mannerOf, requestAt } from "../play/index.ts";
import type { Idle } from "./idle.ts";
import type { SpeechAhead } from "./speech-ahead.ts";

/** What making sound ahead needs. */
export interface SpeakAheadWorld {
  readonly library: Library;
  readonly ahead: SpeechAhead;
  readonly engines: readonly SpeechEngine[];
  readonly reader: Pick<Reader, "narrate" | "voices">;
  readonly speak: (request: SpeechRequest, signal: AbortSignal) => AsyncIterable<SpeechChunk>;
  readonly idle: Pick<Idle, "quiet" | "onBusy">;
  /** The language of announcements, BCP 47. */
  readonly lang: () => string;
}

/** Bytes of sound that a letter takes: 14 letters a second, 22,050 samples of two bytes each (measured on Piper's voices). */
const PER_LETTER = 3_150;

/** Whether a voice's sound is worth being made ahead. */
export const isSlow = (engines: readonly SpeechEngine[], voice: VoiceId): boolean =>
  engines.some(({ name, slow }) => slow === true && voice.startsWith(`${name}:`));

/** What it hangs on how an article sounds, but for the rate; "": no slow voice reads anything. */
export function mannerNow(settings: Settings, engines: readonly SpeechEngine[], lang: string): string {
  const { voice, voices, dialects, verbosity, pitch, starterPack } = settings;
  if (![voice, ...Object.values(voices)].some((one) => one !== null && isSlow(engines, one))) return "";
  const styles = Object.values(STYLE_SETTINGS).map((name) => settings[name]);
  return createHash("sha256")
    .update(JSON.stringify([voice, voices, dialects, verbosity, pitch, starterPack, languageOf(lang), styles]))
    .digest("hex")
    .slice(0, 16);
}

/** What a player will ask of slow voices to read an article, at rate 1. */
async function requestsOf(
  { library, engines, reader, lang: announced }: SpeakAheadWorld,
  article: Article,
): Promise<readonly SpeechRequest[]> {
  const settings = library.settings();
  const { voices } = await reader.voices({});
  const usual = voices[0]?.id;
  if (usual === undefined) return [];
  const voiceFor = (lang: string): VoiceId => voiceByTaste(voices, settings, lang)?.id ?? usual;
  const script = await reader.narrate({
    article: article.id,
    taste: { verbosity: settings.verbosity, lang: announced() },
    voice: voiceFor(article.lang),
  });
  const manner = mannerOf(
    settings,
    (lang) => secondVoice(voices, voiceFor(lang), lang),
    () => null,
  );
  return script.utterances.flatMap((_, utterance) => {
    const request = requestAt(script, { utterance, offset: 0, time: 0 }, { manner, voiceFor, rate: 1 });
    return request && isSlow(engines, request.voice) ? [request] : [];
  });
}

/** Makes sound while nobody waits for any; gives way at once when somebody does, and begins anew. @throws what the voice throws; the signal's reason */
async function speakQuietly(
  { speak, idle }: SpeakAheadWorld,
  request: SpeechRequest,
  signal: AbortSignal,
): Promise<readonly SpeechChunk[]> {
  for (;;) {
    await idle.quiet(signal);
    const giveWay = new AbortController();
    const end = idle.onBusy(() => giveWay.abort());
    try {
      const chunks: SpeechChunk[] = [];
      for await (const chunk of speak(request, AbortSignal.any([signal, giveWay.signal]))) chunks.push(chunk);
      return chunks;
    } catch (thrown) {
      signal.throwIfAborted();
      if (!giveWay.signal.aborted) throw thrown;
    } finally {
      end();
    }
  }
}

/**
 * Makes the sound of the first article that is ready and has none as it would be read now, sentence by sentence; each is kept at once.
 * False: there is none, no slow voice reads, or there is no room in so many bytes.
 * @throws Failure `storage`; the signal's reason
 */
export async function speakAhead(world: SpeakAheadWorld, most: number, now: string, signal: AbortSignal): Promise<boolean> {
  const { library, ahead, engines } = world;
  const manner = mannerNow(library.settings(), engines, world.lang());
  const next = manner === "" ? null : library.ready.silent(manner);
  const article = next && library.article(next.article);
  if (!next || !article) return false;
  const requests = await requestsOf(world, article);
  const letters = requests.reduce((sum, { text }) => sum + text.length, 0);
  const before = await ahead.size(article.id);
  if (library.ready.counts(now).used - before + letters * PER_LETTER > most) return false;
  try {
    for (const request of requests) {
      signal.throwIfAborted();
      if (await ahead.has(request)) continue;
      await ahead.keep(article.id, request, await speakQuietly(world, request, signal));
    }
  } catch (thrown) {
    signal.throwIfAborted();
    // A voice that can't say it now is asked when it is heard.
    if (storeTrouble(toFailure(thrown)) !== null) throw thrown;
  }
  library.ready.sounded(next.id, manner, await ahead.size(article.id));
  return true;
}

/** Lets go the sound of what is ready no more, and that for which there is no room in so many bytes, what has the last place first. */
export async function mute({ library, ahead }: Pick<SpeakAheadWorld, "library" | "ahead">, most: number): Promise<void> {
  for (let last = library.ready.muted(most); last !== null; last = library.ready.muted(most)) await ahead.drop(last);
  for (const article of await ahead.articles()) if (!library.ready.holds(article)) await ahead.drop(article);
}
