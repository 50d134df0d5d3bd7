import { globalShortcut } from "electron";
import type { CommandId } from "../../contract/index.ts";

/** The keys as Electron calls them, and what they do. */
const KEYS: Readonly<Record<string, CommandId>> = {
  MediaPlayPause: "play",
  MediaStop: "stop",
  MediaNextTrack: "nextSentence",
  MediaPreviousTrack: "previousSentence",
};

/**
 * Takes the media keys in every window, or gives them back. Only on Linux: elsewhere the page's media session has them already, and
 * where a Linux desktop has taken them, it passes them on to that session; then nothing is left to take here.
 */
export function watchMediaKeys(everywhere: boolean, choose: (command: CommandId) => void): void {
  if (process.platform !== "linux") return;
  for (const [key, command] of Object.entries(KEYS)) {
    if (!everywhere) globalShortcut.unregister(key);
    else if (!globalShortcut.isRegistered(key)) globalShortcut.register(key, () => choose(command));
  }
}
