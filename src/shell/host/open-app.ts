import { setTimeout as wait } from "node:timers/promises";
import type { App } from "../../app/index.ts";
import type { Reader } from "../../contract/index.ts";
import type { Library } from "../../library/index.ts";
import { type Failure, toFailure } from "../../model/index.ts";

/** How long until a library that could not be opened is tried again, milliseconds. */
const AGAIN = 1_000;

/**
 * Opens the library and the app on it; tries again as long as it can't be opened: another may have it, or its disk is not there yet.
 * `reader` can be called at once: calls wait for the first try, and fail with its failure while there is no library.
 */
export function openApp(
  open: () => Promise<Library>,
  create: (library: Library) => App,
  log: (line: string) => void,
): { readonly app: Promise<App>; readonly reader: Reader } {
  let opened: App | null = null;
  let why: Failure | null = null;
  let tried: () => void = () => {};
  const first = new Promise<void>((resolve) => {
    tried = resolve;
  });
  const attempt = async (): Promise<App> => {
    for (;;) {
      try {
        opened = create(await open());
        tried();
        return opened;
      } catch (thrown) {
        const failure = toFailure(thrown);
        if (failure.message !== why?.message) log(failure.message);
        why = failure;
        tried();
        if (why.code === "bug") throw thrown;
        await wait(AGAIN);
      }
    }
  };
  const app = attempt();
  const now = (): App => {
    if (opened) return opened;
    throw why;
  };
  type Any = (...given: unknown[]) => unknown;
  const reader = new Proxy({} as Reader, {
    get(_target, name) {
      if (opened) return (opened as unknown as Record<PropertyKey, unknown>)[name];
      const call = (...given: unknown[]): unknown => (now() as unknown as Record<PropertyKey, Any>)[name]?.(...given);
      return (...given: unknown[]) => {
        const result = first.then(() => call(...given));
        return Object.assign(result, {
          async *[Symbol.asyncIterator]() {
            yield* (await result) as AsyncIterable<unknown>;
          },
        });
      };
    },
  });
  return { app, reader };
}
