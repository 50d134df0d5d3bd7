/**
 * What a terminal would obey instead of showing it: C0 and C1 but for the line feed and the tab, and the signs that turn the writing of what
 * follows round (UAX 9). Carriage returns too: what follows one is written over what was there.
 */
const OBEYED = /(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;
/** The same that JSON writes as they are. */
const IN_JSON = /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;

/** A text of somebody else's without the signs that a terminal would obey. */
export const harmless = (text: string): string => text.replace(OBEYED, "");

/** A value as JSON that means the same, in signs that a terminal only shows. `indent`: for people. */
export const jsonOf = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(IN_JSON, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

const send = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (thrown) => (thrown ? reject(thrown) : resolve()));
  });

/** Writes text to standard output, harmless, and waits until it took it. Every command's answer goes through here. */
export const write = (text: string): Promise<void> => send(harmless(text));

/** Writes a file's content to standard output: as it is, unless a terminal would show it. */
export const writeFileContent = (text: string): Promise<void> => send(process.stdout.isTTY ? harmless(text) : text);

/** The answer as JSON. */
export const writeJson = (value: unknown): Promise<void> => write(`${jsonOf(value, 2)}\n`);

/** A part of an answer as JSON, on one line. */
export const writeJsonLine = (value: unknown): Promise<void> => write(`${jsonOf(value)}\n`);

/** The answer, a line each. */
export const writeLines = (lines: readonly string[]): Promise<void> => write(lines.map((line) => `${line}\n`).join(""));

/** One line for the person, beside the answer. */
export const tell = (text: string): void => void process.stderr.write(`${harmless(text)}\n`);

/** Writes over the line that says how far it is, on a terminal; "": takes it away. */
export const tellProgress = (text: string): void => void process.stderr.write(`\r\u001B[K${harmless(text)}`);
