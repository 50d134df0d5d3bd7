import type { Reader, SyncAdded } from "../../contract/index.ts";
import { type SyncState, toFailure } from "../../model/index.ts";
import { interfaceLanguage, joined, syncFailure, syncWords, words } from "../../words/index.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";

/** Who signs in where, as a person has written it. */
export type SyncForm = Parameters<Reader["addSync"]>[0];

/** What a person does with the sync server. Methods that answer with a message have said it. */
export interface SyncControl {
  state(): Promise<SyncState>;
  /** Signs in. A text: why that was not possible. */
  add(form: SyncForm, signal: AbortSignal): Promise<SyncAdded["kind"] | { readonly message: string }>;
  /** `password`: where none is kept. */
  sync(password: string | null, signal: AbortSignal): Promise<string>;
  remove(): Promise<string>;
  /** Syncs, and says what came of it: for whoever asks from anywhere. */
  syncNow(): void;
  /** Says how it stands. */
  tell(): void;
}

/** How it stands, a sentence a line. */
export const syncLines = (state: SyncState): readonly string[] =>
  syncWords(state, (time) =>
    new Intl.DateTimeFormat(interfaceLanguage(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(time)),
  );

/** Joins the sync server with the window. */
export function createSyncing({
  reader,
  announcer,
}: {
  readonly reader: Reader;
  readonly announcer: Pick<Announcer, "status" | "answer">;
}): SyncControl {
  const told = (message: string): string => {
    announcer.status(message);
    return message;
  };
  const why = (thrown: unknown): string => {
    const { code } = toFailure(thrown);
    return syncFailure(code) ?? failureWords(code);
  };
  const sync: SyncControl["sync"] = async (password, signal) => {
    try {
      return told(words("sync.done", { ...(await reader.syncNow({ password }, signal)) }));
    } catch (thrown) {
      return told(signal.aborted ? words("sync.stopped") : why(thrown));
    }
  };
  return {
    state: () => reader.syncState({}),
    async add(form, signal) {
      try {
        return (await reader.addSync(form, signal)).kind;
      } catch (thrown) {
        return { message: told(signal.aborted ? words("sync.stopped") : why(thrown)) };
      }
    },
    sync,
    async remove() {
      try {
        await reader.removeSync({});
        return told(words("sync.removed"));
      } catch (thrown) {
        return told(why(thrown));
      }
    },
    syncNow() {
      void reader.syncState({}).then(
        ({ account }) => {
          if (!account) announcer.answer(words("sync.none"));
          else {
            announcer.answer(words("sync.running"));
            void sync(null, new AbortController().signal);
          }
        },
        (thrown: unknown) => void told(why(thrown)),
      );
    },
    tell() {
      void reader.syncState({}).then(
        (state) => announcer.answer(joined(syncLines(state))),
        (thrown: unknown) => void told(why(thrown)),
      );
    },
  };
}
