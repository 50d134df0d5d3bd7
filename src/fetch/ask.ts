import { type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSafe } from "node:https";
import { publicOnly, type Reach, refuseOwn } from "./own-network.ts";

/** How a server is asked. */
export interface Asking {
  readonly headers: Readonly<Record<string, string>>;
  /** Not said: a GET without a body. */
  readonly method?: "GET" | "POST";
  readonly body?: string | null;
  /** Seconds without a connection, an answer or the next part of it. */
  readonly stall: number;
  readonly signal: AbortSignal;
  /** What may be asked of the person's own network. */
  readonly reach: Reach;
}

/**
 * Asks a server once, over a connection of its own; redirects are answers. Node's own client, not undici: undici 7.30 asserts where nobody
 * can catch it, and ends the process, when a server closes while its reader is busy; good answers ended as timeouts beside it.
 * Certificates are always checked. Rejects, and the body breaks off, with the network's errors.
 * @throws Failure `own-network`
 */
export async function ask(address: URL, { headers, stall, signal, reach, method = "GET", body = null }: Asking): Promise<IncomingMessage> {
  const send = address.protocol === "https:" ? requestSafe : requestPlain;
  const isOpen = reach(address);
  if (!isOpen) refuseOwn(address);
  const own = isOpen ? {} : { lookup: publicOnly };
  return new Promise((resolve, reject) => {
    const asking = send(address, { signal, agent: false, timeout: Math.ceil(stall * 1000), headers, method, ...own });
    let answer: IncomingMessage | null = null;
    asking.on("timeout", () => {
      const late = Object.assign(new Error("Nothing came"), { code: "ETIMEDOUT" });
      if (answer) answer.destroy(late);
      else asking.destroy(late);
    });
    asking.on("error", reject);
    asking.on("response", (response) => {
      answer = response;
      // What breaks off before anybody reads on must not end the process; who reads hears of it all the same.
      response.on("error", () => {});
      resolve(response);
    });
    asking.end(body ?? undefined);
  });
}
