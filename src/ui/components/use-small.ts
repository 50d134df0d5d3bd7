import { useSyncExternalStore } from "react";

function watch(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-small"] });
  return () => observer.disconnect();
}

const isSmall = (): boolean => document.documentElement.hasAttribute("data-small");

/** Whether the window is so small that it shows one thing at a time. */
export const useSmall = (): boolean => useSyncExternalStore(watch, isSmall, isSmall);
