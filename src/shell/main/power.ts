import { powerMonitor } from "electron";
import type { HostPower } from "../host/messages.ts";

/** Tells of the power: now, and whenever it changes or the computer wakes up. Returns how it is now, for a host that was started anew. */
export function watchPower(tell: (power: HostPower) => void): () => HostPower {
  const now = (woke: boolean): HostPower => ({ power: { onBattery: powerMonitor.isOnBatteryPower(), woke } });
  powerMonitor.on("on-ac", () => tell(now(false)));
  powerMonitor.on("on-battery", () => tell(now(false)));
  powerMonitor.on("resume", () => tell(now(true)));
  return () => now(false);
}
