import type { App } from "electron";
import { keepCrash } from "../crashes.ts";

/** What SIGTERM ends with. */
const TERMINATED = 15;

/** Whether a process of Chromium's died of itself: what it ends because nobody needs it, as the sound's once it is quiet, it asks to go. */
export const isCrash = (type: string, reason: string, code: number): boolean =>
  reason !== "clean-exit" && !(type === "Utility" && reason === "killed" && code === TERMINATED);

/** Keeps a report of each process of Chromium's that dies, the page's among them. */
export function watchCrashes(app: App, home: string, log: (line: string) => void): void {
  const keep = (type: string, part: string, reason: string, code: number): void => {
    if (!isCrash(type, reason, code)) return;
    log(`${part} ended: ${reason}, ${code}.`);
    keepCrash(home, { version: app.getVersion(), part, reason: `${reason}, ${code}` });
  };
  app.on("render-process-gone", (_event, _contents, { reason, exitCode }) => keep("page", "page", reason, exitCode));
  // Utility processes are the host, which is told of by itself, and voices, which come back by themselves; both have names.
  app.on("child-process-gone", (_event, { type, reason, exitCode, name }) => {
    if (type !== "Utility" || name === "Network Service" || name === "Audio Service")
      keep(type, type === "Utility" ? (name ?? type) : type, reason, exitCode);
  });
}
