// A display of our own (Xvfb) for tests and for packing, where there is none.
import { spawn } from "node:child_process";

/** How long the X server may take to start, milliseconds: it takes 50 (measured), more on a busy machine. */
const START_LIMIT = 20_000;

/**
 * Starts an X server on the next free display and names it in `env.DISPLAY`, unless a display is there.
 * @param {{ env?: NodeJS.ProcessEnv, size?: string }} [options]
 * @returns {Promise<() => Promise<void>>} ends it
 */
export async function ensureDisplay({ env = process.env, size = "1600x1200x24" } = {}) {
  if (process.platform !== "linux" || env.DISPLAY || env.WAYLAND_DISPLAY) return async () => {};
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", size, "-nolisten", "tcp", "-noreset"], {
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  let said = "";
  server.stderr.on("data", (chunk) => {
    said = (said + chunk).slice(-2000);
  });
  const ended = new Promise((resolve) => server.once("close", resolve));
  const number = await new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      server.kill();
      reject(new Error(`Xvfb did not start in ${START_LIMIT / 1000} s`));
    }, START_LIMIT);
    let text = "";
    server.stdio[3].on("data", (chunk) => {
      text += chunk;
      if (!text.includes("\n")) return;
      clearTimeout(limit);
      resolve(text.trim());
    });
    server.once("error", (error) => {
      clearTimeout(limit);
      reject(new Error(`Xvfb can't be started: ${error.message}`));
    });
    server.once("close", (code) => {
      clearTimeout(limit);
      reject(new Error(`Xvfb ended with ${code}: ${said.trim()}`));
    });
  });
  env.DISPLAY = `:${number}`;
  // It must not outlive whoever started it, nor hold it.
  const stopAtExit = () => server.kill();
  process.once("exit", stopAtExit);
  server.unref();
  server.stdio[3].unref?.();
  server.stderr.unref?.();
  return async () => {
    delete env.DISPLAY;
    process.off("exit", stopAtExit);
    // Who waits for its end has to be kept alive for it.
    server.ref();
    server.kill();
    await ended;
  };
}
