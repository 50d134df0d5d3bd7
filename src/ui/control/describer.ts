import { words } from "../../words/index.ts";
import { chordLabel, chordOf, commandFor, type Layout } from "../keys.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import type { KeyTap } from "./key-tap.ts";

/** Says what keys do, instead of doing it. */
export interface Describer {
  toggle(): void;
}

/** What keys without a command do by themselves. */
function ownMeaning(key: string, chord: string): string | null {
  if (key === "Tab" || key === "Enter") return words(`describe.${key}`, { chord });
  if (key === " ") return words("describe.Space", { chord });
  if (key.startsWith("Arrow")) return words("describe.Arrow", { chord });
  return /^(PageUp|PageDown|Home|End)$/.test(key) ? words("describe.Page", { chord }) : null;
}

/** The key describer of a window. */
export function createDescriber(world: {
  readonly store: Store<WindowState>;
  readonly announcer: Announcer;
  readonly tap: KeyTap;
  readonly mac: boolean;
  readonly layout: () => Layout;
}): Describer {
  const { store, announcer, tap, mac, layout } = world;
  let end: (() => void) | null = null;
  const stop = (): void => {
    end?.();
    end = null;
    store.set({ describing: false });
    announcer.answer(words("describe.off"));
  };
  const describe = (event: KeyboardEvent): boolean => {
    const chord = chordOf(event, mac);
    // A modifier alone is the beginning of a chord.
    if (!chord) return true;
    const own = store.get().settings.keys;
    const command = commandFor(event, mac, false, own, layout());
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
    if (command === "describeKeys" || (event.key === "Escape" && plain)) {
      stop();
      return true;
    }
    if (event.repeat) return true;
    const label = chordLabel(chord, mac);
    const meaning = command
      ? words("describe.command", { chord: label, command: words(`command.${command}`) })
      : (ownMeaning(event.key, label) ?? words("describe.nothing", { chord: label }));
    announcer.answer(meaning);
    return true;
  };
  return {
    toggle() {
      if (end) {
        stop();
        return;
      }
      store.set({ dialog: null, describing: true });
      end = tap.open(describe);
      announcer.answer(words("describe.on"));
    },
  };
}
