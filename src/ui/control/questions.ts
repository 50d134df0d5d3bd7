import type { CommandId } from "../../contract/index.ts";
import { VOICE_MODES, type VoiceMode } from "../../model/index.ts";
import { FIRST_VOICES, FIRST_VOICES_LANGUAGE, type FirstVoice, offeredAt } from "../reading/first-voices.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { InterfaceVoice } from "./interface-voice.ts";
import type { Preferences } from "./preferences.ts";
import type { VoiceTrial } from "./voice-trial.ts";

/** The first two questions, and their answers. */
export interface Questions {
  /** Whether one of them stands in place of the page. */
  asking(): boolean;
  /** The answer to the first. */
  chooseVoiceMode(mode: VoiceMode): void;
  /** The answer to the second; null: as it would be. */
  chooseFirstVoice(name: FirstVoice | null): void;
  /** Answers with what has the focus, for a command that can't wait. False where the command leaves the question as it is, or none is asked. */
  answerFor(command: CommandId): boolean;
}

/** What the questions need. */
export interface QuestionsWorld {
  readonly store: Store<WindowState>;
  readonly voice: Pick<InterfaceVoice, "hush">;
  readonly trial: Pick<VoiceTrial, "isWorthAsking">;
  readonly change: Preferences["change"];
  readonly mode: () => VoiceMode;
  /** Both are answered: the page begins. */
  readonly answered: () => void;
}

/** What the first question leaves as it is: a larger question is still the question. */
const WHILE_ASKING: ReadonlySet<CommandId> = new Set(["largerText", "smallerText", "resetText", "nextTheme", "quit"]);
/** The answer to the first question that has the focus. */
const answerAt = (element: Element | null): VoiceMode | null =>
  VOICE_MODES.find((mode) => mode === element?.getAttribute("data-voice-mode")) ?? null;

/** The questions of a window. */
export function createQuestions({ store, voice, trial, change, mode, answered }: QuestionsWorld): Questions {
  const asking = (): boolean => store.get().asking || store.get().askingVoice;
  const chooseVoiceMode = (voiceMode: VoiceMode): void => {
    voice.hush();
    change({ voiceMode });
    store.set({ asking: false, askingVoice: trial.isWorthAsking(voiceMode) });
    if (!store.get().askingVoice) answered();
  };
  const chooseFirstVoice = (name: FirstVoice | null): void => {
    voice.hush();
    store.set({ askingVoice: false });
    if (name) change({ voices: { ...store.get().settings.voices, [FIRST_VOICES_LANGUAGE]: FIRST_VOICES[name] } });
    answered();
  };
  return {
    asking,
    chooseVoiceMode,
    chooseFirstVoice,
    answerFor(command) {
      if (!asking() || WHILE_ASKING.has(command)) return false;
      const offered = offeredAt(document.activeElement);
      if (store.get().asking) chooseVoiceMode(answerAt(document.activeElement) ?? mode());
      if (store.get().askingVoice) chooseFirstVoice(offered);
      return true;
    },
  };
}
