/** Who takes each key press before it is a command: the key describer, or a dialog that asks for new keys. One at a time. */
export interface KeyTap {
  /** From now on `take` gets every key press; it answers whether it took it. Returns the end of that. */
  open(take: (event: KeyboardEvent) => boolean): () => void;
  /** Whether somebody took this one. */
  readonly taken: (event: KeyboardEvent) => boolean;
}

/** A tap that nobody has opened. */
export function createKeyTap(): KeyTap {
  let taker: ((event: KeyboardEvent) => boolean) | null = null;
  return {
    open(take) {
      taker = take;
      return () => {
        if (taker === take) taker = null;
      };
    },
    taken: (event) => taker?.(event) ?? false,
  };
}
