import { useSyncExternalStore } from "react";
import type { LibraryState } from "../control/library.ts";
import type { SearchState } from "../control/library-search.ts";
import { useController } from "./context.ts";

/** A part of what the library shows. `select` must not make new objects. */
export function useLibrary<T>(select: (state: LibraryState) => T): T {
  const { store } = useController().library.lists;
  const now = (): T => select(store.get());
  return useSyncExternalStore(store.subscribe, now, now);
}

/** A part of what search shows. */
export function useSearch<T>(select: (state: SearchState) => T): T {
  const { store } = useController().library.search;
  const now = (): T => select(store.get());
  return useSyncExternalStore(store.subscribe, now, now);
}
