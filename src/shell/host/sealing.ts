import type { Sealer } from "../secrets/index.ts";
import { isSealing, type SealingWish } from "./messages.ts";

/** How long main may take, milliseconds: a keychain may ask its owner for a password (guess). */
const PATIENCE = 120_000;

/** The system's keychain, by way of main: only main can reach it. */
export function sealInMain(): Sealer {
  const waiting = new Map<number, (text: string | null) => void>();
  let last = 0;
  process.parentPort.on("message", ({ data }) => {
    if (!isSealing(data) || data.sealing !== "answer") return;
    waiting.get(data.id)?.(data.text);
    waiting.delete(data.id);
  });
  const ask = (sealing: SealingWish["sealing"], text: string): Promise<string | null> =>
    new Promise((resolve) => {
      const id = ++last;
      const limit = setTimeout(() => {
        waiting.delete(id);
        resolve(null);
      }, PATIENCE);
      waiting.set(id, (answer) => {
        clearTimeout(limit);
        resolve(answer);
      });
      process.parentPort.postMessage({ sealing, id, text } satisfies SealingWish);
    });
  return {
    canSeal: async () => (await ask("can", "")) !== null,
    seal: (text) => ask("seal", text),
    open: (sealed) => ask("open", sealed),
  };
}
