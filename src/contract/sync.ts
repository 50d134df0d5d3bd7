import type { SyncProtocol, SyncResult, SyncState } from "../model/index.ts";

/** What came of adding an account. */
export type SyncAdded =
  | { readonly kind: "added" }
  /** The system has no keychain that can be used: the person must say what else may become of the password. */
  | { readonly kind: "no-keychain" }
  /** The line to that server can be listened to: the person must say that this is all right. */
  | { readonly kind: "open-line" };

/** What can become of a password: the system's keychain has it; a file that nobody else can read; it is asked for each time. */
export const PASSWORD_PLACES = ["keychain", "file", "nowhere"] as const;
export type PasswordPlace = (typeof PASSWORD_PLACES)[number];

/** What a window can ask of the server that keeps several machines the same. */
export interface SyncReader {
  syncState(input: Record<never, never>, signal?: AbortSignal): Promise<SyncState>;
  /**
   * Signs in, and keeps the account instead of the one that there was. Nothing is synced yet.
   * @throws Failure `sign-in`, `refused` and `not-found` for what is no such server, `bad-input`; as `open`
   */
  addSync(
    input: {
      readonly protocol: SyncProtocol;
      readonly address: string;
      readonly user: string;
      readonly password: string;
      readonly place: PasswordPlace;
      /** The person knows that the line can be listened to. */
      readonly openLine: boolean;
    },
    signal?: AbortSignal,
  ): Promise<SyncAdded>;
  /**
   * Makes both sides the same; a round that runs is joined. `password`: where none is kept. Aborting ends it between two steps with what
   * was done until then.
   * @throws Failure `not-found` without an account, `sign-in` without a password; as `addSync`
   */
  syncNow(input: { readonly password: string | null }, signal?: AbortSignal): Promise<SyncResult>;
  /** Forgets the account and its password. What was read and subscribed to stays, here and there. */
  removeSync(input: Record<never, never>, signal?: AbortSignal): Promise<void>;
}
