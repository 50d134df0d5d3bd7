import type { FailureCode, ShareState, SyncState } from "../model/index.ts";
import type { MessageKey } from "./en/index.ts";
import { words } from "./interface.ts";
import { leftToRight } from "./left-to-right.ts";
import { series } from "./series.ts";

/** Reasons that mean something of their own where a sync server is meant. */
const OWN: Readonly<Partial<Record<FailureCode, MessageKey>>> = {
  "sign-in": "sync.failed.sign-in",
  refused: "sync.failed.no-server",
  "not-found": "sync.failed.no-server",
  "bad-input": "sync.failed.address",
};

/** Why a sync server could not be reached, and what to do; null: nothing is said of this reason in particular. */
export function syncFailure(code: FailureCode): string | null {
  const key = OWN[code];
  return key === undefined ? null : words(key);
}

/**
 * How it stands with the sync server, a sentence a line.
 * @param dateWords a date in the words of the language: ISO 8601 goes in
 */
export function syncWords({ account, waiting, refused, running }: SyncState, dateWords: (time: string) => string): readonly string[] {
  if (!account) return [words("sync.none")];
  const { user, address, synced, problem } = account;
  const host = URL.canParse(address) ? new URL(address).host : address;
  return [
    words("sync.account", { user, host }),
    ...(running ? [words("sync.running")] : []),
    synced === null ? words("sync.never") : words("sync.synced", { when: dateWords(synced) }),
    ...(problem === null ? [] : [words("sync.problem", { problem: syncFailure(problem.code) ?? words(`failure.${problem.code}`) })]),
    ...(waiting === 0 ? [] : [words("sync.waiting", { count: waiting })]),
    ...(refused.length === 0 ? [] : [words("sync.refused", { addresses: series(refused) })]),
  ];
}

/** How it stands with the shared folder. */
export const shareWords = ({ folder, others, works }: ShareState): string =>
  folder === null ? words("share.none") : words(works ? "share.state" : "share.broken", { folder: leftToRight(folder), others });
