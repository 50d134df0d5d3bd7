/** A value that is replaced, never changed, and those who want to know. */
export interface Store<T> {
  get(): T;
  /** Replaces some fields. Listeners hear of it at once, and only when something differs. */
  set(change: Partial<T>): void;
  /** Returns the end of listening. */
  subscribe(listener: () => void): () => void;
}

/** A store that begins with this value. */
export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(change) {
      const keys = Object.keys(change) as (keyof T)[];
      if (keys.every((key) => Object.is(value[key], change[key]))) return;
      value = { ...value, ...change };
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
