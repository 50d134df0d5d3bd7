import type { Library } from "../library/index.ts";
import type { FeedAnswer, FeedRequest, Source, SourceRequest, SpeechEngine, Wire } from "../model/index.ts";
import type { EditionMeans } from "./edition/uses.ts";
import type { NeuralWorld } from "./voices.ts";

/** Where passwords are kept. */
export interface Secrets {
  /** Whether the system's keychain can be used. */
  hasKeychain(): Promise<boolean>;
  /** Keeps a text in the keychain, or as it is (`clear`) in a file that nobody else can read. @throws Failure `storage` */
  keep(name: string, text: string, how: "keychain" | "clear"): Promise<void>;
  /** Null: none is kept, or it can't be read here. */
  find(name: string): Promise<string | null>;
  drop(name: string): Promise<void>;
}

/** What the app gets from outside: no singletons, no environment, no paths. */
export interface World {
  readonly fetch: {
    /** Fetches what can become an article. `own`: the origins in the listener's own network that may be asked. @throws Failure */
    source(request: SourceRequest, signal?: AbortSignal, own?: readonly string[]): Promise<Source>;
    /** Fetches a picture that a page can show. @throws Failure */
    picture(
      address: string,
      signal?: AbortSignal,
      own?: readonly string[],
    ): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }>;
    /** Fetches a feed if it has changed. @throws Failure */
    feed(request: FeedRequest, signal?: AbortSignal, own?: readonly string[]): Promise<FeedAnswer>;
  };
  /** The built worker in which PDF and Word documents are parsed; not said: they are parsed where the app is, and nothing can end it. */
  readonly documentWorker?: URL;
  readonly library: Library;
  /** In the order of preference. */
  readonly engines: readonly SpeechEngine[];
  /** Voices that can be added; not said: there can be none. */
  readonly neural?: NeuralWorld;
  /** Sync servers; not said: there can be none. */
  readonly sync?: { readonly wire: Wire; readonly secrets: Secrets };
  /** The file for what is known of a shared folder; not said: none can be shared. */
  readonly sharing?: string;
  /** What editions are made with; not said: there can be none. */
  readonly edition?: EditionMeans;
  /** The folder for sound that is made ahead for slow voices; not said: none is. */
  readonly speechAhead?: string;
  /** Bytes that are free on the library's disk; not said: nobody knows. */
  readonly free?: () => Promise<number>;
  /** Reads what follows the head of a long article of the help, Markdown; not said: there is nothing more. */
  readonly helpList?: (name: "notices") => Promise<string>;
  readonly clock: { /** ISO 8601, UTC. */ now(): string };
  /** One line, without article text or addresses. */
  readonly log: (line: string) => void;
}
