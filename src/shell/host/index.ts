import { createApp } from "../../app/index.ts";
import { inputs, serve } from "../../contract/index.ts";
import { openLibrary } from "../../library/index.ts";
import { createWorld } from "../world.ts";
import { HOST_CLOSE, HOST_PORT, isPower } from "./messages.ts";
import { startInMain } from "./neural.ts";
import { portOf } from "./port.ts";

/** How long the last messages of a closing window may be on their way, milliseconds (guess). */
const LAST_MESSAGES = 500;

const [libraryFile, temporary, voices] = process.argv.slice(2);
if (libraryFile === undefined || temporary === undefined || voices === undefined)
  throw new Error("The host needs the library's file, a folder for temporary files and one for voices");

// Before the library is open already: main hands the first window's port over at once.
const lines = new Set<object>();
let onQuiet: () => void = () => {};
const app = openLibrary(libraryFile).then((library) =>
  createApp(createWorld({ library, temporary, voices, startNeural: startInMain(), log: (line) => console.error(line) })),
);

void app.then((reader) => reader.keepFresh());

async function close(): Promise<void> {
  // A window's last message (where its listener is) was sent before its port closed.
  if (lines.size > 0)
    await new Promise<void>((resolve) => {
      onQuiet = resolve;
      setTimeout(resolve, LAST_MESSAGES);
    });
  await (await app).close();
  process.exit(0);
}

process.parentPort.on("message", ({ data, ports: [port] }) => {
  if (data === HOST_CLOSE) void close();
  if (isPower(data)) void app.then((reader) => reader.tellPower(data.power));
  if (data !== HOST_PORT || !port) return;
  lines.add(port);
  port.on("close", () => {
    lines.delete(port);
    if (lines.size === 0) onQuiet();
  });
  void app.then((reader) => serve(portOf(port), inputs, reader));
});
