import { expect, it } from "vitest";
import { SYNC_PROTOCOLS, type SyncProtocol, type Wire } from "../../src/model/index.ts";
import { openSyncServer } from "../../src/sync/index.ts";

let last = 1_000;
const fresh = (count: number): readonly number[] => Array.from({ length: count }, () => ++last);
/** Servers whose lists never end: each page is full, and says that there is another. */
const WIRES: Readonly<Record<SyncProtocol, Wire>> = {
  ttrss: async ({ body }) => {
    const content = body?.includes('"login"') ? { session_id: "s" } : fresh(200).map((id) => ({ id, feed_id: 1 }));
    return { status: 200, text: JSON.stringify({ status: 0, content }) };
  },
  greader: async ({ address }) => ({
    status: 200,
    text: address.includes("ClientLogin") ? "Auth=x\n" : JSON.stringify({ itemRefs: [], continuation: String(++last) }),
  }),
  fever: async () => ({
    status: 200,
    text: JSON.stringify({ api_version: 3, auth: 1, items: fresh(50).map((id) => ({ id, feed_id: 1 })) }),
  }),
};

it.each(SYNC_PROTOCOLS)(
  "a list of a server that never ends is given up: %s",
  async (protocol) => {
    const signIn = { protocol, address: "https://sync.example", user: "ann", password: "p" };
    const signal = new AbortController().signal;
    const server = await openSyncServer(signIn, WIRES[protocol], signal);
    const all = async (): Promise<void> => {
      for await (const _ of server.news("1", 100, signal));
    };
    await expect(all()).rejects.toMatchObject({ code: "refused", message: expect.stringContaining("no end") });
  },
  60_000,
);
