import { Failure } from "../model/index.ts";

/** Does a piece of work; every error of the database or the disk is a failure that a person may meet. @throws Failure `storage` */
export function storage<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    throw new Failure("storage", `The library could not be used: ${thrown instanceof Error ? thrown.message : String(thrown)}`, {
      cause: thrown,
    });
  }
}
