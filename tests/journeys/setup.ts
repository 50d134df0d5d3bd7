import { ensureDisplay } from "../../scripts/display.mjs";
import { ensureSoundDevice } from "../../scripts/sound-device.mjs";

/** Journeys need a display, where the machine has none, and a sound device that nobody hears. */
export default async function setup(): Promise<() => Promise<void>> {
  const closeDisplay = await ensureDisplay();
  const closeSound = await ensureSoundDevice();
  return async () => {
    await closeSound();
    await closeDisplay();
  };
}
