import type { CommandId } from "../../contract/index.ts";
import type { OwnKeys } from "../../model/index.ts";
import { commandFor, type Layout, repeats } from "../keys.ts";

/** The input types that a person types text into. */
const TYPED: ReadonlySet<string> = new Set(["text", "url", "search", "email", "number", "password", "tel"]);

function isField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return TYPED.has(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}

const isIdle = (target: EventTarget | null): boolean =>
  target === document.body ||
  target === document.documentElement ||
  (target instanceof Element && target.matches("main, main h1, main h2, main h3, main h4, main h5, main h6, main figure"));

/** What the keys of the page do. */
export interface KeyboardWorld {
  readonly mac: boolean;
  /** The listener's own keys. */
  readonly own: () => OwnKeys;
  readonly layout: () => Layout;
  /** Takes a key press before it is a command. Returns whether it was taken. */
  readonly taken: (event: KeyboardEvent) => boolean;
  readonly run: (command: CommandId) => void;
  /** Enter where nothing else takes it. Returns whether it did something. */
  readonly enter: () => boolean;
  /** Escape where nothing else takes it. Returns whether it did something. */
  readonly escape: () => boolean;
  /** Any key, before it does anything. */
  readonly pressed: () => void;
}

/** Listens to the keyboard: the page is the one owner of every chord, menus only show them. */
export function listenToKeys(world: KeyboardWorld): void {
  addEventListener(
    "keydown",
    (event) => {
      if (world.taken(event)) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      world.pressed();
      const command = commandFor(event, world.mac, isField(event.target), world.own(), world.layout());
      if (command) {
        event.preventDefault();
        event.stopPropagation();
        if (!event.repeat || repeats(command)) world.run(command);
        return;
      }
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      if (event.key === "Enter" && plain && !event.repeat && isIdle(event.target) && world.enter()) event.preventDefault();
      if (event.key === "Escape" && plain && !event.repeat && world.escape()) event.preventDefault();
    },
    true,
  );
}
