import { Worker } from "node:worker_threads";
import { Failure, type FailureCode } from "../../model/index.ts";
import { type DocumentJob, type DocumentPart, doJob } from "./job.ts";

/** Where and how long documents are worked on. */
export interface DocumentWork {
  /** The built worker, `document-worker.js`; null: the work is done here, where nothing can end it. */
  readonly worker: URL | null;
  readonly signal?: AbortSignal | undefined;
  /** Seconds without progress until it is ended. */
  readonly patience?: number | undefined;
  /** MB that the program may grow by while it is worked on. */
  readonly memory?: number | undefined;
}

/** What the worker says. A failure without a code is the parser's. */
export type DocumentMessage =
  | { readonly kind: "part"; readonly part: DocumentPart }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly code: FailureCode | null; readonly message: string };

/** Longest time without progress (a page, for a PDF), seconds. Pages of books take some 15 ms (measured on two shared cores). */
const PATIENCE = 10;
/** Longest time for one document that makes progress, seconds: a book of 1,000 pages takes 15 (measured as above). */
const LONGEST = 300;
/** Most memory for one document, MB. */
const MEMORY = 512;
/** How often it is looked at, ms: what is unpacked lies outside of the heap that the thread itself limits. */
const LOOK = 100;

const damaged = (message: string): Failure =>
  new Failure("damaged", "This document is damaged: it can't be read. Get it again, or ask who made it.", {
    cause: new Error(message),
  });
const tooLong = (): Failure =>
  new Failure("too-large", "This document takes too long to read. Save the part that you want to hear as a document of its own.");
const tooMuch = (): Failure =>
  new Failure(
    "too-large",
    "This document needs more memory than Lectern may take. Save the part that you want to hear as a document of its own.",
  );

/**
 * Works on a document in a thread of its own, which is ended when it takes too long or too much, and when it is no longer wanted.
 * @throws Failure `damaged`, `too-large`; the signal's reason
 */
export async function* runJob(
  job: DocumentJob,
  { worker, signal, patience = PATIENCE, memory = MEMORY }: DocumentWork,
): AsyncGenerator<DocumentPart, void, void> {
  signal?.throwIfAborted();
  if (worker === null) {
    try {
      yield* doJob(job);
    } catch (thrown) {
      throw thrown instanceof Failure ? thrown : damaged(String(thrown));
    }
    return;
  }
  const thread = new Worker(worker, { workerData: job, resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
  const parts: DocumentPart[] = [];
  let ended: { readonly failure: unknown } | "done" | null = null;
  let wake: () => void = () => {};
  const end = (how: { readonly failure: unknown } | "done"): void => {
    ended ??= how;
    wake();
  };
  thread.on("message", (message: DocumentMessage) => {
    if (message.kind === "part") {
      progress();
      parts.push(message.part);
      wake();
    } else if (message.kind === "done") end("done");
    else end({ failure: message.code === null ? damaged(message.message) : new Failure(message.code, message.message) });
  });
  thread.on("error", (thrown: NodeJS.ErrnoException) =>
    end({ failure: thrown.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooMuch() : damaged(String(thrown)) }),
  );
  thread.on("exit", (code) => end({ failure: damaged(`the worker ended with ${code}`) }));
  const longest = setTimeout(() => end({ failure: tooLong() }), LONGEST * 1000);
  let late = setTimeout(() => end({ failure: tooLong() }), patience * 1000);
  const progress = (): void => {
    clearTimeout(late);
    late = setTimeout(() => end({ failure: tooLong() }), patience * 1000);
  };
  const before = process.memoryUsage.rss();
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > memory * 1_000_000) end({ failure: tooMuch() });
  }, LOOK);
  const abort = (): void => end({ failure: signal?.reason });
  signal?.addEventListener("abort", abort, { once: true });
  try {
    for (;;) {
      const part = parts.shift();
      if (part) {
        yield part;
        continue;
      }
      const how = ended as { readonly failure: unknown } | "done" | null;
      if (how === "done") return;
      if (how) throw how.failure;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    clearTimeout(longest);
    clearTimeout(late);
    clearInterval(watch);
    signal?.removeEventListener("abort", abort);
    // Nobody waits for a thread that hangs.
    void thread.terminate();
  }
}
