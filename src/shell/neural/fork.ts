import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { NeuralAnswer, StartNeural } from "../../speak/index.ts";

/**
 * Starts the process of a neural voice as a child of Node's: for the command line in a checkout.
 * @param program the built program, `neural.js`
 */
export const forkNeural =
  (program: URL): StartNeural =>
  () => {
    const child: ChildProcess = fork(fileURLToPath(program), [], {
      serialization: "advanced",
      // What a model's library prints is for nobody.
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      execArgv: [],
    });
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
