import { ensureDisplay } from "../../scripts/display.mjs";

/** Journeys need a display: their own, where the machine has none. */
export default async function setup(): Promise<() => Promise<void>> {
  return ensureDisplay();
}
