import { app } from "electron";

/** The name of Chromium's process that talks to the system's sound. */
const SOUND_SERVICE = "audio.mojom.AudioService";

/** Whoever asks again within this time means the same restart, milliseconds: two sinks may miss their device at once. */
const ONE_RESTART = 1_000;
let last = Number.NEGATIVE_INFINITY;

/**
 * Ends Chromium's sound process. A new one starts with the next sound, and connects anew: one that has lost its sound server (it was
 * restarted, or the machine slept) never does that by itself. What sounds is lost.
 */
export function restartSound(): void {
  const now = performance.now();
  if (now - last < ONE_RESTART) return;
  last = now;
  for (const { pid, serviceName } of app.getAppMetrics()) {
    if (serviceName !== SOUND_SERVICE) continue;
    try {
      process.kill(pid);
    } catch {
      // It has just ended.
    }
  }
}
