import type { AddressInfo } from "node:net";
import { createServer, connect as dial, type Socket } from "node:net";

/** A line that breaks. */
export interface CuttingProxy {
  readonly address: string;
  /** How often a connection breaks somewhere on its way, from 0 to 1. */
  setCuts(share: number): void;
  /** How many it has broken, and how many there were. */
  counts(): { readonly cut: number; readonly all: number };
  close(): Promise<void>;
}

/** How far a connection gets at most until it breaks, bytes: a small answer is through by then, a large one is not. */
const FARTHEST = 8_000;

/** Passes connections on to a server on loopback, and breaks some of them: before anything came, in the question, or in the answer. */
export async function cuttingProxy(target: string, random: () => number): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let share = 0;
  let cut = 0;
  let all = 0;
  const server = createServer((near) => {
    all += 1;
    const breaks = random() < share;
    const where = random();
    sockets.add(near);
    near.on("error", () => {});
    if (breaks) cut += 1;
    if (breaks && where < 0.2) {
      near.destroy();
      return;
    }
    const far = dial(Number(port), hostname);
    sockets.add(far);
    far.on("error", () => near.destroy());
    const end = (): void => {
      near.destroy();
      far.destroy();
      sockets.delete(near);
      sockets.delete(far);
    };
    near.on("close", end);
    far.on("close", end);
    const pass = (from: Socket, to: Socket, limit: number): void => {
      let left = limit;
      from.on("data", (part) => {
        to.write(part.subarray(0, left));
        left -= part.length;
        // The server has heard all of it, and the answer is lost: the hardest case.
        if (left <= 0) end();
      });
    };
    pass(near, far, breaks && where < 0.4 ? random() * 300 : Number.POSITIVE_INFINITY);
    pass(far, near, breaks && where >= 0.4 ? random() * random() * FARTHEST : Number.POSITIVE_INFINITY);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setCuts(wanted) {
      share = wanted;
    },
    counts: () => ({ cut, all }),
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
