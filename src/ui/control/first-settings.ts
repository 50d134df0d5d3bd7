import type { Reader } from "../../contract/index.ts";
import { Failure, type FailureCode, type Settings, toFailure } from "../../model/index.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";

/** How long until a library that could not be had is asked for again, milliseconds. */
const AGAIN = 1_000;

/** What is said of a library that can't be had at all. Others are no reason to wait: the page begins without its settings. */
const TOLD: Readonly<Partial<Record<FailureCode, FailureCode>>> = {
  storage: "no-library",
  "disk-full": "no-library",
  "read-only": "no-library",
  "no-room": "no-room",
  "in-use": "in-use",
  newer: "newer",
};

/**
 * The settings that the window begins with. While the library can't be opened, or another has it, this is told once, and asked again
 * until it is there: a page that began without it would ask the first questions anew.
 */
export async function firstSettings(
  reader: Pick<Reader, "settings">,
  store: Store<WindowState>,
  announcer: Pick<Announcer, "error">,
): Promise<Settings> {
  let told: FailureCode | null = null;
  for (;;) {
    try {
      const settings = await reader.settings({});
      if (told !== null) store.set({ problem: null });
      return settings;
    } catch (thrown) {
      const code = TOLD[toFailure(thrown).code];
      if (code === undefined) return store.get().settings;
      if (code !== told) {
        store.set({ ready: true, loading: null, problem: { failure: new Failure(code, toFailure(thrown).message), request: null } });
        announcer.error(failureWords(code), true);
      }
      told = code;
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  }
}
