import type { Settings } from "../../model/index.ts";
import { interfaceDirection, interfaceLanguage, speakLanguage } from "../../words/index.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";

/** A language that is wanted by the page's address, for tests and pictures: one that nobody speaks. */
const PARAMETER = "speak";

/** Lets the window speak the language that is set, else the system's; the page says so to screen readers, and turns round where it must. */
export async function applyLanguage({ language }: Pick<Settings, "language">, store: Store<WindowState>): Promise<void> {
  const wanted = new URLSearchParams(location.search).get(PARAMETER);
  await speakLanguage(wanted ?? language ?? navigator.language, navigator.languages).catch(() => {
    // The words of another language can't be read from the disk: those that are there stay.
  });
  document.documentElement.lang = interfaceLanguage();
  document.documentElement.dir = interfaceDirection();
  store.set({ language: interfaceLanguage() });
}
