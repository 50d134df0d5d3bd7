import { IntlMessageFormat } from "intl-messageformat";
import { commands } from "./en/commands.ts";
import { desktop } from "./en/desktop.ts";
import { failures } from "./en/failures.ts";
import { keys } from "./en/keys.ts";
import { lexicon } from "./en/lexicon.ts";
import { looks } from "./en/looks.ts";
import { news } from "./en/news.ts";
import { queue } from "./en/queue.ts";
import { reasons } from "./en/reasons.ts";
import { refresh } from "./en/refresh.ts";
import { terminal } from "./en/terminal.ts";
import { terminalLibrary } from "./en/terminal-library.ts";
import { voices } from "./en/voices.ts";
import { window } from "./en/window.ts";

export { WELCOME } from "./en/welcome.ts";
export { minutesIn } from "./minutes.ts";
export { type SaidKey, said, saidLanguage } from "./said.ts";
export { sampleOf } from "./samples.ts";
export { sentencesOf, type Whereabouts, whereWords } from "./where.ts";

const en = {
  ...commands,
  ...desktop,
  ...failures,
  ...keys,
  ...lexicon,
  ...looks,
  ...queue,
  ...news,
  ...reasons,
  ...refresh,
  ...terminal,
  ...terminalLibrary,
  ...voices,
  ...window,
} as const satisfies Record<string, string>;

/** Names a message. Every word that a person reads or hears is a message here, in ICU MessageFormat. */
export type MessageKey = keyof typeof en;
type Values = Readonly<Record<string, string | number>>;

const compiled = new Map<MessageKey, IntlMessageFormat>();

/**
 * The words of a message, in English for now.
 * `values` fill its placeholders; a message without placeholders needs none.
 */
export function words(key: MessageKey, values?: Values): string {
  const message = en[key];
  if (!message.includes("{")) return message;
  let format = compiled.get(key);
  if (!format) {
    format = new IntlMessageFormat(message, "en", undefined, { ignoreTag: true });
    compiled.set(key, format);
  }
  return String(format.format(values));
}
