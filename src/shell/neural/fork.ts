import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { NeuralAnswer, StartNeural } from "../../speak/index.ts";

/** The argument with which the packaged program is a neural voice's process and nothing else. */
export const NEURAL_ARGUMENT = "neural-voice";

/**
 * What to run: Node with the built program in a checkout; else the packaged program itself, which has no Node beside it, as it was
 * started: switches before its first word, and the app's folder where it was given.
 */
function commandOf(program: URL): readonly [string, readonly string[]] {
  if (process.versions.electron === undefined) return [process.execPath, [fileURLToPath(program)]];
  const given = process.argv.slice(1);
  const words = given.findIndex((argument) => !argument.startsWith("--"));
  const switches = given.slice(0, words < 0 ? given.length : words);
  const folder = (process as { readonly defaultApp?: boolean }).defaultApp === true && words >= 0 ? given.slice(words, words + 1) : [];
  return [process.execPath, [...switches, ...folder, NEURAL_ARGUMENT]];
}

/**
 * Starts the process of a neural voice as a child: for the command line.
 * @param program the built program, `neural.js`
 */
export const forkNeural =
  (program: URL): StartNeural =>
  () => {
    const [command, given] = commandOf(program);
    // What a model's library prints is for nobody.
    const options: SpawnOptions & { readonly serialization: "advanced" } = {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      windowsHide: true,
    };
    const child: ChildProcess = spawn(command, given, options);
    let killed = false;
    return {
      post(message) {
        if (child.connected) child.send(message, () => {});
      },
      listen(onMessage, onEnd) {
        let ended = false;
        const end = (how: string): void => {
          if (!ended) onEnd(how);
          ended = true;
        };
        child.on("message", (message) => onMessage(message as NeuralAnswer));
        child.on("error", (error) => end(error.message));
        child.on("exit", (code, signal) => end(signal ?? `code ${code}`));
        if (killed) end("ended");
      },
      kill() {
        killed = true;
        child.removeAllListeners("message");
        child.kill("SIGKILL");
      },
    };
  };
