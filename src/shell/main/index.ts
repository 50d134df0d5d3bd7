import { app } from "electron";
import { NEURAL_ARGUMENT } from "../neural/fork.ts";
import { looksLikeCommand, userArguments } from "./arguments.ts";
import { openWindow } from "./lectern.ts";
import { portableHome } from "./portable.ts";

// The installed app has no Node beside it: the program itself answers `lectern COMMAND …`, without a window.
// For the command line too, which knows no other place than this.
const portable = app.isPackaged ? portableHome({ environment: process.env, program: app.getPath("exe") }) : null;
if (portable !== null) process.env.LECTERN_HOME ||= portable;

const given = userArguments(process.argv, process.defaultApp === true);
if (given[0] === NEURAL_ARGUMENT && process.send) {
  await import("../neural/index.ts");
  // Nothing of a window begins: Electron waits for its main module to end, and the other side ends this process.
  await new Promise(() => {});
}
const command = looksLikeCommand(given[0]) ? await import("../cli/index.ts") : null;
if (command && (command.COMMAND_NAMES as readonly string[]).includes(given[0] ?? "")) {
  app.exit(await command.runCli(given));
} else openWindow(given);
