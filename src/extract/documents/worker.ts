import { parentPort, workerData } from "node:worker_threads";
import { Failure } from "../../model/index.ts";
import { type DocumentJob, doJob } from "./job.ts";
import type { DocumentMessage } from "./run.ts";

// One worker a document: it ends with it, and may be ended at any time.
const post = (message: DocumentMessage): void => parentPort?.postMessage(message);
try {
  for await (const part of doJob(workerData as DocumentJob)) post({ kind: "part", part });
  post({ kind: "done" });
} catch (thrown) {
  if (thrown instanceof Failure) post({ kind: "failed", code: thrown.code, message: thrown.message });
  else post({ kind: "failed", code: null, message: String(thrown) });
}
