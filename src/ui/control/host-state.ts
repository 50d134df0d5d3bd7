import type { Desktop } from "../../contract/index.ts";
import { Failure } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";

/** Tells the listener when what reads has stopped for more than a moment, with a way to restart it, and when it is back. */
export function watchHost(desktop: Pick<Desktop, "onHost">, store: Store<WindowState>, announcer: Announcer): void {
  desktop.onHost((host) => {
    if (host === "lost") {
      const failure = new Failure("stopped", "The host died too often.");
      store.set({ loading: null, problem: { failure, request: null } });
      // Lectern's own voice went with the host.
      announcer.error(failureWords("stopped"), true);
    } else if (store.get().problem?.failure.code === "stopped") {
      store.set({ problem: null });
      announcer.status(words("problem.back"));
    }
  });
}
