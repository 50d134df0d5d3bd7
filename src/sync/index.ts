import type { SyncProtocol, SyncSignIn, Wire } from "../model/index.ts";
import { openFever } from "./fever.ts";
import { openGoogleReader } from "./greader.ts";
import type { SyncServer } from "./server.ts";
import { openTinyTiny } from "./ttrss.ts";

export { baseOf as syncAddress } from "./answers.ts";
export { type FeedDeed, type KnownFeed, type LocalFeed, mergeFeeds, mergeState } from "./merge.ts";
export type { NewsPage, SyncServer } from "./server.ts";

const OPENERS: Readonly<Record<SyncProtocol, (signIn: SyncSignIn, wire: Wire, signal: AbortSignal) => Promise<SyncServer>>> = {
  ttrss: openTinyTiny,
  greader: openGoogleReader,
  fever: openFever,
};

/**
 * Signs in to a server; what of its address is missing is found.
 * @throws Failure `sign-in` for a wrong name or password, `refused` and `not-found` for what is no such server, `bad-input`; as fetching does
 */
export const openSyncServer = (signIn: SyncSignIn, wire: Wire, signal: AbortSignal): Promise<SyncServer> =>
  OPENERS[signIn.protocol](signIn, wire, signal);
