import { joined, type ReadyState } from "../model/index.ts";
import { words } from "./interface.ts";
import { sizeOf } from "./size.ts";

/** How it goes with what is kept ready for offline, in whole sentences: how much is ready, what has no room, and what it waits for. */
export function readyWords({ wanted, ready, lost, used, budget, full, hold, working }: ReadyState): string {
  if (wanted === 0) return words("ready.nothing");
  const isWaiting = ready + lost < wanted;
  const told = [
    full === null || !isWaiting
      ? words("ready.state", { ready, wanted, used: sizeOf(used), budget: sizeOf(budget) })
      : words(`ready.full.${full}`, { ready, wanted }),
  ];
  if (lost > 0) told.push(words("ready.lost", { count: lost }));
  if (hold !== null && isWaiting) told.push(words("ready.holding", { reason: words(`refresh.hold.${hold}`) }));
  else if (working && isWaiting) told.push(words("ready.working"));
  return joined(told);
}
