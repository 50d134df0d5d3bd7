import type { MessagePortMain } from "electron";
import type { NeuralAnswer, NeuralAsk, StartNeural } from "../../speak/index.ts";
import { isNeural, type NeuralWish } from "./messages.ts";

interface Child {
  readonly line: (port: MessagePortMain) => void;
  readonly ended: (how: string) => void;
}

/** Starts processes of neural voices by asking main for them. */
export function startInMain(): StartNeural {
  const children = new Map<number, Child>();
  let last = 0;
  const wish = (message: NeuralWish): void => process.parentPort.postMessage(message);
  process.parentPort.on("message", ({ data, ports: [port] }) => {
    if (!isNeural(data)) return;
    const child = children.get(data.id);
    if (data.neural === "line" && port) {
      if (child) child.line(port);
      else port.close();
    } else if (data.neural === "ended") {
      children.delete(data.id);
      child?.ended(data.how);
    }
  });
  return () => {
    const id = ++last;
    const waiting: NeuralAsk[] = [];
    let port: MessagePortMain | null = null;
    let onMessage: (message: NeuralAnswer) => void = () => {};
    let onEnd: (how: string) => void = () => {};
    children.set(id, {
      line(found) {
        port = found;
        found.on("message", ({ data }) => onMessage(data as NeuralAnswer));
        found.start();
        for (const message of waiting.splice(0)) found.postMessage(message);
      },
      ended: (how) => onEnd(how),
    });
    wish({ neural: "start", id });
    return {
      post(message) {
        if (port) port.postMessage(message);
        else waiting.push(message);
      },
      listen(message, end) {
        onMessage = message;
        onEnd = end;
      },
      kill() {
        onMessage = () => {};
        port?.close();
        wish({ neural: "kill", id });
      },
    };
  };
}
