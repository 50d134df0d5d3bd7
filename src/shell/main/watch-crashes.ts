import type { App } from "electron";
import { keepCrash } from "../crashes.ts";

/** Keeps a report of each process of Chromium's that dies, the page's among them. */
export function watchCrashes(app: App, home: string, log: (line: string) => void): void {
  const keep = (part: string, reason: string, code: number): void => {
    if (reason === "clean-exit") return;
    log(`${part} ended: ${reason}, ${code}.`);
    keepCrash(home, { version: app.getVersion(), part, reason: `${reason}, ${code}` });
  };
  app.on("render-process-gone", (_event, _contents, { reason, exitCode }) => keep("page", reason, exitCode));
  // Utility processes are the host, which is told of by itself, and voices, which come back by themselves; both have names.
  app.on("child-process-gone", (_event, { type, reason, exitCode, name }) => {
    if (type !== "Utility" || name === "Network Service" || name === "Audio Service")
      keep(type === "Utility" ? (name ?? type) : type, reason, exitCode);
  });
}
