import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from "electron";
import { isNeural, type NeuralNews } from "../host/messages.ts";

/** The most processes of neural voices at a time: two that speak, one that is tried, one that is just ending. */
const MOST = 4;

/**
 * Starts and ends processes of neural voices for the host, which can't do it itself.
 * @param program the built program, `neural.js`
 * @returns ends them all
 */
export function serveNeural(host: UtilityProcess, program: string): () => void {
  const children = new Map<number, UtilityProcess>();
  let lost = false;
  host.once("exit", () => {
    lost = true;
  });
  const tell = (news: NeuralNews, ports: MessagePortMain[] = []): void => {
    if (!lost) host.postMessage(news, ports);
  };
  host.on("message", (data: unknown) => {
    if (!isNeural(data)) return;
    const { id, neural } = data;
    if (neural === "kill") children.get(id)?.kill();
    if (neural !== "start" || children.has(id)) return;
    if (children.size >= MOST) {
      tell({ neural: "ended", id, how: "too many processes" });
      return;
    }
    const child = utilityProcess.fork(program, [], { serviceName: "Lectern voice", stdio: "ignore" });
    children.set(id, child);
    child.on("exit", (code) => {
      children.delete(id);
      tell({ neural: "ended", id, how: `code ${code}` });
    });
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage("line", [port1]);
    tell({ neural: "line", id }, [port2]);
  });
  return () => {
    for (const child of children.values()) child.kill();
  };
}
