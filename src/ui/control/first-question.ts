import type { Desktop } from "../../contract/index.ts";
import { words } from "../../words/index.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import { findAssistance } from "./assistance.ts";
import type { InterfaceVoice } from "./interface-voice.ts";

/** The first question by voice, where no screen reader reads it. */
export interface FirstQuestion {
  /** Says the question once it is known that no screen reader will, unless a person has begun to answer. */
  ask(voices: Promise<unknown>): Promise<void>;
  /** Whether the voice may say what has the focus: the question comes before its answers. */
  mayAnswer(): boolean;
}

/** Makes what asks the first question. */
export function createFirstQuestion(world: {
  readonly store: Store<WindowState>;
  readonly desktop: Desktop;
  readonly voice: InterfaceVoice;
}): FirstQuestion {
  const { store, desktop, voice } = world;
  let asked = false;
  return {
    mayAnswer: () => asked || !store.get().asking,
    async ask(voices) {
      let answered = false;
      const stop = (): void => {
        answered = true;
      };
      addEventListener("keydown", stop, { capture: true, once: true });
      addEventListener("pointerdown", stop, { capture: true, once: true });
      store.set({ assisted: await findAssistance(desktop) });
      await voices;
      asked = true;
      if (!answered && store.get().asking && !store.get().assisted) await voice.say(words("first.spoken"));
    },
  };
}
