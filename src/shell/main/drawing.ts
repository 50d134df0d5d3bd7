import type { App } from "electron";

/** Chromium's switch: its drawing process may die as often as it does. */
const ANY_NUMBER = "disable-gpu-process-crash-limit";

/**
 * Keeps Lectern alive when Chromium's drawing process dies often. After three deaths Chromium draws in a simpler way; when there is no
 * simpler one, the sixth within an hour would end the whole program (measured with Electron 33), and the voice with it. From the simplest
 * way on, which needs no driver, no death is one too many.
 */
export function keepDrawing(app: App): void {
  app.on("child-process-gone", (_event, { type }) => {
    const { gpu_compositing: drawing, webgl } = app.getGPUFeatureStatus();
    if (type === "GPU" && !drawing.startsWith("enabled") && webgl === "disabled_off" && !app.commandLine.hasSwitch(ANY_NUMBER))
      app.commandLine.appendSwitch(ANY_NUMBER);
  });
}
