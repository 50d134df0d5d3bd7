import type { Reader } from "../../../contract/index.ts";
import { type MessageKey, words } from "../../../words/index.ts";
import { write } from "../requests.ts";

/** An option that every command of the library has. */
export interface JsonOption {
  readonly json?: true;
}

/** One line for the person, beside the answer. */
export const tell = (text: string): void => void process.stderr.write(`${text}\n`);

/** The answer as JSON. */
export const writeJson = (value: unknown): Promise<void> => write(`${JSON.stringify(value, null, 2)}\n`);

/** The answer, a line each. */
export const writeLines = (lines: readonly string[]): Promise<void> => write(lines.map((line) => `${line}\n`).join(""));

/** What to say where nothing is: that there are no subscriptions, or else what is given. */
export async function tellEmpty(reader: Reader, key: MessageKey, values?: Readonly<Record<string, string>>): Promise<void> {
  tell((await reader.feeds({})).length === 0 ? words("terminal.library.no-feeds") : words(key, values));
}
