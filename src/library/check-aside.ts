import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

/** What the thread does: it has a connection of its own, that reads only. */
const PROGRAM = `
const { parentPort, workerData } = require("node:worker_threads");
const { DatabaseSync } = require(workerData.driver);
const database = new DatabaseSync(workerData.path, { readOnly: true });
try {
  parentPort.postMessage(database.prepare("PRAGMA quick_check(1)").get().quick_check === "ok");
} catch (thrown) {
  // Damage may be such that the check itself ends. Anything else is no answer.
  parentPort.postMessage((thrown.errcode & 0xff) === 11 || (thrown.errcode & 0xff) === 26 ? false : null);
} finally {
  database.close();
}`;

/**
 * Checks all pages of a library's file in a thread of its own, beside whoever uses it: 10 ms a megabyte. Null: nobody can say.
 * @param signal ends it without an answer
 */
export function checkAside(path: string, signal: AbortSignal): Promise<boolean | null> {
  const driver = createRequire(import.meta.url).resolve("@photostructure/sqlite");
  const worker = new Worker(PROGRAM, { eval: true, workerData: { driver, path } });
  // Whoever ends does not wait for it.
  worker.unref();
  return new Promise((resolve) => {
    worker.once("message", (answer: boolean | null) => resolve(answer));
    worker.once("error", () => resolve(null));
    worker.once("exit", () => resolve(null));
    signal.addEventListener("abort", () => resolve(null), { once: true });
  });
}
