import { accessSync, constants } from "node:fs";
import { dirname } from "node:path";
import { type StoreNews, type StoreTrouble, storeTrouble } from "../model/index.ts";
import { exchangeOf } from "./exchange.ts";
import { makeFolder } from "./files.ts";
import type { Library, OneLibrary } from "./library.ts";
import type { KnownFile } from "./standing.ts";
import { storage } from "./storage.ts";

/** How often the file is looked for, milliseconds: a question to the disk's list of names. */
const LOOK = 2_000;
/** What takes longer than this is slow, milliseconds: a write takes ten on a slow disk (guess: whoever waits so long thinks that it hangs). */
const SLOW = 3_000;

/** A library in its file. */
export interface Opened {
  readonly library: OneLibrary;
  readonly file: KnownFile;
}

const isTable = (value: unknown): value is object =>
  typeof value === "object" && value !== null && Object.values(value).some((one) => typeof one === "function");

/** The same object, whose methods are always those of the present one. */
function following<T extends object>(present: () => T, run: <R>(work: () => R) => R): T {
  const parts = Object.entries(present()).map(([name, value]) => {
    const now = (): unknown => (present() as Readonly<Record<string, unknown>>)[name];
    if (typeof value === "function") return [name, (...given: unknown[]) => run(() => (now() as (...all: unknown[]) => unknown)(...given))];
    return [name, isTable(value) ? following(now as () => object, run) : value];
  });
  return Object.fromEntries(parts) as T;
}

/**
 * A library that outlasts what happens to its folder: one that was moved away is waited for, one that is in its place is taken, and one
 * that was deleted under it is written anew, from what this process still has of it.
 */
export function lasting(path: string, first: Opened, open: () => Promise<Opened>): Library {
  let { library, file } = first;
  let trouble: StoreTrouble | null = null;
  /** Nothing can be asked of the present one: opening another in its place failed. */
  let isShut = false;
  let isSlow = false;
  let isEnded = false;
  let tending = false;
  let tell: (news: StoreNews) => void = () => {};
  const folder = dirname(path);

  const fail = (found: StoreTrouble): void => {
    if (found === trouble) return;
    trouble = found;
    tell({ kind: "trouble", trouble, folder });
  };
  const right = (how: "again" | "replaced" | "made-again"): void => {
    trouble = null;
    tell({ kind: "right", how, folder });
  };
  const shut = (): void => {
    isShut = true;
    library.close();
  };
  const exchange = async (): Promise<void> => {
    const { file: own, ...fresh } = await open();
    if (!isShut) shut();
    library = fresh.library;
    file = own;
    isShut = false;
    if (isEnded) shut();
  };
  const canWrite = (): boolean => {
    try {
      accessSync(folder, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  };
  /** Looks for the file, and does what can be done. */
  const tend = async (): Promise<void> => {
    if (isShut) {
      await exchange();
      right("again");
      return;
    }
    const standing = file.look();
    if (standing === "there") {
      if (trouble === null) return;
      file.resume();
      try {
        storage(file.probe);
      } catch (thrown) {
        // A disk that was away: what was opened on it then is of no use any more.
        if (storeTrouble(thrown) !== "storage" || !canWrite()) throw thrown;
        shut();
        await exchange();
      }
      right("again");
      return;
    }
    file.stop();
    fail("library-gone");
    if (standing === "away") return;
    if (standing === "deleted") {
      await makeFolder(folder);
      await file.copyTo(`${path}.rescued`);
    }
    const isLost = standing === "replaced" && file.isLost();
    if (isLost) await file.copyTo(exchangeOf(path).former);
    await exchange();
    // A disk that is plugged in again has other numbers, and the same library.
    right(standing === "deleted" ? "made-again" : isLost ? "replaced" : "again");
  };
  const look = (): void => {
    if (tending) return;
    tending = true;
    tend()
      .catch((thrown: unknown) => {
        const found = storeTrouble(thrown);
        if (!isEnded && found !== null && trouble !== "library-gone") fail(found);
      })
      .finally(() => {
        tending = false;
      });
  };
  const timer = setInterval(look, LOOK);
  timer.unref();

  const run = <R>(work: () => R): R => {
    const began = performance.now();
    try {
      return work();
    } catch (thrown) {
      const found = storeTrouble(thrown);
      if (found !== null) fail(found);
      throw thrown;
    } finally {
      if (!isSlow && performance.now() - began > SLOW) {
        isSlow = true;
        tell({ kind: "slow" });
      }
    }
  };
  return {
    ...following(() => library, run),
    watchStore(next) {
      tell = next;
    },
    close() {
      isEnded = true;
      clearInterval(timer);
      if (!isShut) library.close();
    },
  };
}
