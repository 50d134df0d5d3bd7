import type { Reader } from "../../../contract/index.ts";
import { type MessageKey, words } from "../../../words/index.ts";
import { tell } from "../output.ts";

/** An option that every command of the library has. */
export interface JsonOption {
  readonly json?: true;
}

/** What to say where nothing is: that there are no subscriptions, or else what is given. */
export async function tellEmpty(reader: Reader, key: MessageKey, values?: Readonly<Record<string, string>>): Promise<void> {
  tell((await reader.feeds({})).length === 0 ? words("terminal.library.no-feeds") : words(key, values));
}
