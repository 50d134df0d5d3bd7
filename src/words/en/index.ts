import { access } from "./access.ts";
import { bookmarks } from "./bookmarks.ts";
import { changes } from "./changes.ts";
import { commands } from "./commands.ts";
import { desktop } from "./desktop.ts";
import { editions } from "./editions.ts";
import { failures } from "./failures.ts";
import { keeping } from "./keeping.ts";
import { keys } from "./keys.ts";
import { lexicon } from "./lexicon.ts";
import { looks } from "./looks.ts";
import { news } from "./news.ts";
import { queue } from "./queue.ts";
import { reasons } from "./reasons.ts";
import { refresh } from "./refresh.ts";
import { sync } from "./sync.ts";
import { terminal } from "./terminal.ts";
import { terminalDoctor } from "./terminal-doctor.ts";
import { terminalLibrary } from "./terminal-library.ts";
import { trust } from "./trust.ts";
import { voices } from "./voices.ts";
import { welcome } from "./welcome.ts";
import { window } from "./window.ts";

/** All messages in English: the language that every other is measured by. */
export const en = {
  ...access,
  ...bookmarks,
  ...changes,
  ...commands,
  ...desktop,
  ...editions,
  ...failures,
  ...keeping,
  ...keys,
  ...lexicon,
  ...looks,
  ...news,
  ...queue,
  ...reasons,
  ...refresh,
  ...sync,
  ...terminal,
  ...terminalDoctor,
  ...terminalLibrary,
  ...trust,
  ...voices,
  ...welcome,
  ...window,
} as const satisfies Record<string, string>;

/** Names a message. Every word that a person reads or hears is a message, in ICU MessageFormat. */
export type MessageKey = keyof typeof en;
