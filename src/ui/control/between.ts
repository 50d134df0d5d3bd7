import type { Player } from "../../play/index.ts";

/** What telling of something between two sentences needs. */
export interface BetweenWorld {
  readonly player: Pick<Player, "halt" | "play" | "subscribe">;
  /** Whether the article sounds. */
  readonly sounding: () => boolean;
  /** Whether there is something to tell. */
  readonly waits: () => boolean;
  /** Tells it. `goOn`: what makes the article sound again; null: it did not. */
  readonly tell: (goOn: (() => void) | null) => void;
}

/** Makes what delivers: while the article is read, in the pause after a sentence; otherwise at once. */
export function tellBetween({ player, sounding, waits, tell }: BetweenWorld): () => void {
  const deliver = (): void => {
    if (!waits()) return;
    if (!sounding()) tell(null);
    else player.halt(() => tell(player.play));
  };
  // Who skips or pauses in between is told all the same: after the sentence that sounds then, or at once.
  player.subscribe(() => {
    if (waits()) setTimeout(deliver);
  });
  return deliver;
}
