import { DEFAULT_SETTINGS, Failure, type Finding, toFailure, voiceByTaste } from "../model/index.ts";
import type { Reader } from "./reader.ts";

/**
 * Whether there is speech: the voice that the listener has for a language is tried, any other where there is none. Never rejects.
 * @param lang BCP 47
 */
export async function examineVoices(reader: Pick<Reader, "voices" | "speak" | "settings">, lang: string): Promise<Finding> {
  try {
    const { voices } = await reader.voices({});
    const taste = await reader.settings({}).catch(() => DEFAULT_SETTINGS);
    const first = voiceByTaste(voices, taste, lang) ?? voices[0];
    if (!first) throw new Failure("no-voice", "none");
    let samples = 0;
    for await (const chunk of reader.speak({ text: "Yes.", voice: first.id, rate: 1, pitch: 1 })) samples += chunk.samples.length;
    if (samples === 0) throw new Failure("engine", "silence");
    return { what: "voices", state: "fine", says: "check.voices", values: { count: voices.length, voice: first.name, lang: first.lang } };
  } catch (thrown) {
    return { what: "voices", state: "wrong", says: `failure.${toFailure(thrown).code}`, values: {} };
  }
}

/** Whether the library answers. Never rejects. */
export async function examineLibrary(articles: () => Promise<readonly unknown[]>): Promise<Finding> {
  try {
    return { what: "library", state: "fine", says: "check.library", values: { count: (await articles()).length } };
  } catch (thrown) {
    return { what: "library", state: "wrong", says: `failure.${toFailure(thrown).code}`, values: {} };
  }
}
