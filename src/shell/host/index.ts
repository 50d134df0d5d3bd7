import { dirname, join } from "node:path";
import { createApp } from "../../app/index.ts";
import { inputs, serve } from "../../contract/index.ts";
import { openLibrary } from "../../library/index.ts";
import { openDoor } from "../door/index.ts";
import { createLog } from "../log.ts";
import { fileSecrets, secretsBeside } from "../secrets/index.ts";
import { createWorld } from "../world.ts";
import { HOST_CLOSE, HOST_PORT, HOST_REFRESH, HOST_SAFE, isLine, isPower } from "./messages.ts";
import { startInMain } from "./neural.ts";
import { tellNotices } from "./notices.ts";
import { openApp } from "./open-app.ts";
import { portOf } from "./port.ts";
import { sealInMain } from "./sealing.ts";
import { forVisitors } from "./visitors.ts";

declare const __VERSION__: string;

/** How long the last messages of a closing window may be on their way, milliseconds (guess). */
const LAST_MESSAGES = 500;

const [libraryFile, temporary, voices, manner] = process.argv.slice(2);
const safe = manner === HOST_SAFE;
if (libraryFile === undefined || temporary === undefined || voices === undefined)
  throw new Error("The host needs the library's file, a folder for temporary files and one for voices");

// Before the library is open already: main hands the first window's port over at once.
const lines = new Set<object>();
let onQuiet: () => void = () => {};
const write = createLog(dirname(libraryFile), "host");
const log = (line: string): void => {
  console.error(line);
  write(line);
};
const { app, reader } = openApp(
  () => openLibrary(libraryFile, "window"),
  (library) =>
    createApp(
      createWorld({
        library,
        folder: dirname(libraryFile),
        temporary,
        safe,
        voices,
        editions: join(dirname(libraryFile), "editions"),
        sharing: join(dirname(libraryFile), "sharing.json"),
        editionRecords: join(dirname(libraryFile), "edition-jobs"),
        startNeural: startInMain(),
        secrets: fileSecrets(secretsBeside(libraryFile), sealInMain()),
        log,
      }),
    ),
  log,
);

// Commands in a terminal come in as soon as there is something to come to.
const door = app.then((opened) => openDoor({ library: libraryFile, version: __VERSION__, reader: forVisitors(opened), log }));

if (!safe)
  void app.then((opened) => {
    opened.keepFresh();
    return tellNotices(opened, (notice) => process.parentPort.postMessage(notice));
  });

async function close(): Promise<void> {
  // A window's last message (where its listener is) was sent before its port closed.
  if (lines.size > 0)
    await new Promise<void>((resolve) => {
      onQuiet = resolve;
      setTimeout(resolve, LAST_MESSAGES);
    });
  // A library that could not be opened has nothing to finish.
  const opened = await Promise.race([app, Promise.resolve(null)]);
  if (opened) await (await door)?.close();
  await opened?.close();
  process.exit(0);
}

process.parentPort.on("message", ({ data, ports: [port] }) => {
  if (data === HOST_CLOSE) void close();
  if (data === HOST_REFRESH) void app.then((opened) => opened.startRefresh({ all: true }));
  if (isLine(data)) void app.then((opened) => opened.tellOnline(data.online));
  if (isPower(data)) void app.then((opened) => opened.tellPower(data.power));
  if (data !== HOST_PORT || !port) return;
  lines.add(port);
  port.on("close", () => {
    lines.delete(port);
    if (lines.size === 0) onQuiet();
  });
  serve(portOf(port), inputs, reader);
});
