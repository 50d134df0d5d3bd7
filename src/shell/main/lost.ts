import type { MessagePortMain } from "electron";

/**
 * Answers every call that comes through a line with a failure, while there is no host: a page that waits in silence would leave its
 * listener without a word.
 */
export function answerLost(line: MessagePortMain, message: string): void {
  line.on("message", ({ data }) => {
    const ask: unknown = data;
    if (typeof ask !== "object" || ask === null || !("id" in ask) || "cancel" in ask) return;
    line.postMessage({ id: ask.id, failure: { code: "stopped", message } });
  });
  line.start();
}
