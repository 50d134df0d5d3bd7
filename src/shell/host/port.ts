import type { MessagePortMain } from "electron";
import type { Port } from "../../contract/index.ts";

/**
 * A port of Electron's as the contract knows ports. Nothing is ever transferred, only copied: ArrayBuffers in the transfer list of a
 * `MessagePortMain` break it (electron/electron #34905, #37157).
 */
export function portOf(port: MessagePortMain): Port {
  return {
    post: (message) => port.postMessage(message),
    listen(onMessage, onClose) {
      port.on("message", (event) => onMessage(event.data));
      port.on("close", onClose);
      port.start();
    },
    close: () => port.close(),
  };
}
