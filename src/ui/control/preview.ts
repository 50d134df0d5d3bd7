import { type SettingsChange, spokenText, type VoiceId, type VoiceMode } from "../../model/index.ts";
import { styledBy } from "../../play/index.ts";
import { interfaceLanguage, words } from "../../words/index.ts";
import { stateOf } from "../page/element-words.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import type { Sound } from "./sound.ts";

/** What letting a setting be heard needs. */
interface PreviewWorld {
  readonly store: Store<WindowState>;
  readonly announcer: Announcer;
  readonly sound: Pick<Sound, "timbreOf">;
  readonly mode: () => VoiceMode;
  readonly voiceFor: (lang: string) => VoiceId;
}

/** What has just been chosen is heard: a sentence of the article in the voice that reads it. */
export const createPreview =
  ({ store, announcer, sound, mode, voiceFor }: PreviewWorld) =>
  (change: SettingsChange): void => {
    const { reading, utterance } = store.get();
    if (store.get().dialog?.kind !== "settings") return;
    const kind = styledBy(change);
    if (kind) {
      void sound.timbreOf(kind, interfaceLanguage()).then((timbre) => announcer.preview(words(`settings.sample.${kind}`), timbre));
    }
    if (!reading || ("pitch" in change || "rate" in change) === false) return;
    const said = reading.script.utterances[utterance];
    // Where Lectern's own voice speaks of everything, what was chosen comes first.
    const chosen = mode() === "app" && document.activeElement instanceof HTMLSelectElement ? `${stateOf(document.activeElement)}. ` : "";
    if (said) announcer.preview(`${chosen}${spokenText(said)}`, { voice: voiceFor(said.lang), pitch: 1, cue: null });
  };
