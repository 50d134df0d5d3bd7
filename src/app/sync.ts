import type { SyncReader } from "../contract/index.ts";
import type { Library } from "../library/index.ts";
import { Failure, type SyncResult, toFailure } from "../model/index.ts";
import type { SyncServer } from "../sync/index.ts";
import type { World } from "./world.ts";

/** Syncing, for whoever asks and with each round of asking for news. */
export interface SyncUses {
  readonly uses: SyncReader;
  /** Syncs where there is an account and its password is known. What goes wrong is kept with the account, and ends nothing. @throws the signal's reason */
  quietly(signal: AbortSignal): Promise<void>;
  /** Ends the round that runs. */
  end(): Promise<void>;
}

/** What the account's password goes by among the secrets. */
const SECRET = "sync";

interface Running {
  readonly ending: AbortController;
  readonly result: Promise<SyncResult>;
  /** How many wait for it: the last one who goes ends it. */
  waiting: number;
}

/** Whether nobody else can listen to the line to a server: it is encrypted, or does not leave this machine. */
function isClosed(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol !== "http:" || /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}

/** Joins the sync server with the library. `onChange`: something of the news is different now. */
export function syncUses({ sync: outside, clock }: Pick<World, "sync" | "clock">, library: Library, onChange: () => void): SyncUses {
  const { now } = clock;
  let running: Running | null = null;
  let server: { readonly open: SyncServer; readonly password: string } | null = null;
  /** One that worked, for as long as Lectern runs. */
  let remembered: string | null = null;
  const world = (): NonNullable<World["sync"]> => {
    if (!outside) throw new Failure("unsupported", "Syncing is not possible here.");
    return outside;
  };

  const round = async (given: string | null, signal: AbortSignal): Promise<SyncResult> => {
    const account = library.sync.account();
    if (!account) throw new Failure("not-found", "There is no sync account. Add one first.");
    try {
      const password = given ?? remembered ?? (await world().secrets.find(SECRET));
      if (password === null) throw new Failure("sign-in", "The password of the sync account is not known here.");
      const [{ openSyncServer }, { syncRound }] = await Promise.all([import("../sync/index.ts"), import("./sync-round.ts")]);
      if (server?.password !== password) server = { open: await openSyncServer({ ...account, password }, world().wire, signal), password };
      remembered = password;
      return await syncRound(library, server.open, now, signal);
    } catch (thrown) {
      signal.throwIfAborted();
      const failure = toFailure(thrown);
      // The next round signs in anew.
      server = null;
      if (failure.code === "sign-in") remembered = null;
      if (failure.code !== "storage") library.sync.settleFailed(failure.code, failure.message);
      throw failure;
    } finally {
      onChange();
    }
  };
  const follow = async (password: string | null, signal: AbortSignal): Promise<SyncResult> => {
    signal.throwIfAborted();
    const ending = new AbortController();
    const one: Running = running ?? { ending, waiting: 0, result: round(password, ending.signal) };
    if (running === null) {
      running = one;
      const over = (): void => {
        running = null;
      };
      one.result.then(over, over);
    }
    one.waiting += 1;
    const onAbort = (): void => {
      one.waiting -= 1;
      if (one.waiting === 0) one.ending.abort(signal.reason);
    };
    signal.addEventListener("abort", onAbort, { once: true });
    try {
      // Who goes is not kept waiting by those who stay.
      const gone = new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
      return await Promise.race([one.result, gone]);
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
  };
  const end = async (): Promise<void> => {
    running?.ending.abort();
    await running?.result.catch(() => {});
  };

  return {
    uses: {
      async syncState() {
        const account = library.sync.account();
        const shown = account && {
          protocol: account.protocol,
          address: account.address,
          user: account.user,
          synced: account.synced,
          problem: account.problem,
        };
        return {
          account: shown,
          waiting: library.sync.waiting(),
          refused: library.sync.refused().map(({ address }) => address),
          running: running !== null,
        };
      },
      async addSync({ protocol, address, user, password, place, openLine }, signal = new AbortController().signal) {
        const { openSyncServer, syncAddress } = await import("../sync/index.ts");
        const { wire, secrets } = world();
        if (!openLine && !isClosed(syncAddress(address))) return { kind: "open-line" };
        if (place === "keychain" && !(await secrets.hasKeychain())) return { kind: "no-keychain" };
        const open = await openSyncServer({ protocol, address, user, password }, wire, signal);
        await end();
        await secrets.drop(SECRET);
        if (place !== "nowhere") await secrets.keep(SECRET, password, place === "keychain" ? "keychain" : "clear");
        library.sync.begin({ protocol, address: open.address, user });
        server = { open, password };
        remembered = password;
        onChange();
        return { kind: "added" };
      },
      syncNow: ({ password }, signal = new AbortController().signal) => follow(password, signal),
      async removeSync() {
        await end();
        await world().secrets.drop(SECRET);
        library.sync.end();
        server = null;
        remembered = null;
        onChange();
      },
    },
    async quietly(signal) {
      if (!outside || !library.sync.account()) return;
      if (remembered === null && (await outside.secrets.find(SECRET)) === null) return;
      try {
        await follow(null, signal);
      } catch {
        signal.throwIfAborted();
      }
    },
    end,
  };
}
