import type { NeuralAsk, NeuralLine } from "../../speak/index.ts";

/** What is used of a utility process's line to main, without Electron's types: the command line has none. */
interface ParentPort {
  on(event: "message", listener: (event: { readonly data: unknown; readonly ports: readonly PortToHost[] }) => void): void;
}
interface PortToHost {
  on(event: "message", listener: (event: { readonly data: unknown }) => void): void;
  on(event: "close", listener: () => void): void;
  start(): void;
  postMessage(message: unknown): void;
}

/** The line to whoever started this process: a port that main hands over, or Node's own channel. Without it the process has no reason to live. */
export function childLine(): NeuralLine {
  const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
  if (!parentPort) {
    process.on("disconnect", () => process.exit(0));
    return {
      post: (message) => process.send?.(message),
      listen: (onMessage) => void process.on("message", (message) => onMessage(message as NeuralAsk)),
    };
  }
  let port: PortToHost | null = null;
  let listener: (message: NeuralAsk) => void = () => {};
  parentPort.on("message", ({ ports: [found] }) => {
    if (!found || port) return;
    port = found;
    found.on("message", ({ data }) => listener(data as NeuralAsk));
    found.on("close", () => process.exit(0));
    found.start();
  });
  return {
    post: (message) => port?.postMessage(message),
    listen(onMessage) {
      listener = onMessage;
    },
  };
}
