/** The system's keychain, as far as it can be reached from here. */
export interface Sealer {
  /** Whether there is one that keeps its keys from whoever reads the disk. */
  canSeal(): Promise<boolean>;
  /** The text, locked, in base64; null: it can't be. */
  seal(text: string): Promise<string | null>;
  /** The text again; null: it can't be unlocked here. */
  open(sealed: string): Promise<string | null>;
}
