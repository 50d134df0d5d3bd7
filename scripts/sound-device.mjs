// A sound device of our own (PulseAudio with a sink into nothing) for tests: nobody's speakers, and there is always one.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How long PulseAudio may take to start, milliseconds: it takes 100 (measured), more on a busy machine. */
const START_LIMIT = 20_000;

/**
 * Starts a private sound server and names it in `env.PULSE_SERVER`. Elsewhere than on Linux, the machine's own device is used.
 * `folder`: where it lives; a second one in the same folder can be met at the same address after the first has ended.
 * @param {{ env?: NodeJS.ProcessEnv, folder?: string }} [options]
 * @returns {Promise<() => Promise<void>>} ends it
 */
export async function ensureSoundDevice({ env = process.env, folder: given } = {}) {
  if (process.platform !== "linux") return async () => {};
  const folder = given ?? mkdtempSync(join(tmpdir(), "lectern-sound-"));
  const socket = join(folder, "native");
  rmSync(socket, { force: true });
  // Nothing of the machine's own set-up: no settings, no start by itself, no D-Bus (two servers would fight for one name, and one end).
  const own = {
    HOME: folder,
    XDG_RUNTIME_DIR: folder,
    PULSE_RUNTIME_PATH: folder,
    PULSE_STATE_PATH: folder,
    DBUS_SESSION_BUS_ADDRESS: "disabled:",
  };
  const server = spawn(
    "pulseaudio",
    [
      ...["-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--disable-shm=yes", "--realtime=no", "--high-priority=no"],
      ...["-L", "module-null-sink sink_name=lectern rate=48000 channels=2"],
      ...["-L", `module-native-protocol-unix auth-anonymous=1 socket=${socket}`],
    ],
    { env: { ...process.env, ...own }, stdio: "ignore" },
  );
  let ended = null;
  const closed = new Promise((resolve) => {
    server.once("error", (error) => {
      ended = error.message;
      resolve(undefined);
    });
    server.once("close", (code) => {
      ended ??= `it ended with ${code}`;
      resolve(undefined);
    });
  });
  const start = Date.now();
  while (!existsSync(socket)) {
    if (ended !== null || Date.now() - start > START_LIMIT) {
      server.kill();
      if (given === undefined) rmSync(folder, { recursive: true, force: true });
      throw new Error(`PulseAudio can't be started: ${ended ?? "it does not answer"}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const before = env.PULSE_SERVER;
  env.PULSE_SERVER = `unix:${socket}`;
  const stopAtExit = () => server.kill();
  process.once("exit", stopAtExit);
  server.unref();
  return async () => {
    if (before === undefined) delete env.PULSE_SERVER;
    else env.PULSE_SERVER = before;
    process.off("exit", stopAtExit);
    server.kill();
    await closed;
    if (given === undefined) rmSync(folder, { recursive: true, force: true });
  };
}
