import { createContext, useContext, useSyncExternalStore } from "react";
import type { Controller } from "../control/controller.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";

/** The window's store and controller, for every component below. */
export const WindowContext = createContext<{ readonly store: Store<WindowState>; readonly controller: Controller } | null>(null);

function useWindow(): { readonly store: Store<WindowState>; readonly controller: Controller } {
  const found = useContext(WindowContext);
  if (!found) throw new Error("A component stands outside the window");
  return found;
}

/** Whether a screen reader tells of the controls. */
export const isReaderServed = ({ assisted, settings }: WindowState): boolean => assisted && settings.voiceMode !== "app";

/** Whether the dialog around a component is closed, and there for screen readers alone for a moment. */
export const LeavingContext = createContext(false);

/** What can be done. */
export const useController = (): Controller => useWindow().controller;

/** A part of the state; the component is drawn anew when it changes. `select` must not make new objects. */
export function useWindowState<T>(select: (state: WindowState) => T): T {
  const { store } = useWindow();
  const now = (): T => select(store.get());
  return useSyncExternalStore(store.subscribe, now, now);
}
