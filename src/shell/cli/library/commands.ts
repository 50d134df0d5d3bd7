import { type Command, InvalidArgumentError } from "commander";
import { READY_BUDGETS } from "../../../model/index.ts";
import { words } from "../../../words/index.ts";
import { rateOf } from "../rate.ts";
import { MOST, USUAL } from "./limits.ts";

const limitOf = (text: string): number => {
  const limit = Number(text);
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= MOST))
    throw new InvalidArgumentError(words("terminal.library.bad-limit", { most: MOST }));
  return limit;
};

/** `lectern library …`: all of it. */
export function libraryCommands(program: Command, signal: AbortSignal): void {
  const library = program.command("library").description(words("terminal.library"));
  const json = (command: Command): Command => command.option("--json", words("terminal.option.json"));

  json(library.command("add").argument("<address>", words("terminal.library.add.address")))
    .description(words("terminal.library.add"))
    .option("--folder <folder>", words("terminal.option.folder"))
    .option("--title <title>", words("terminal.option.title"))
    .action(async (address: string, options) => (await import("./subscriptions.ts")).addFeed(address, options, signal));
  json(library.command("remove").argument("<feed...>", words("terminal.library.feed")))
    .description(words("terminal.library.remove"))
    .action(async (names: readonly string[], options) => (await import("./subscriptions.ts")).removeFeed(names, options));
  json(library.command("change").argument("<feed>", words("terminal.library.feed")))
    .description(words("terminal.library.change"))
    .option("--folder <folder>", words("terminal.option.folder"))
    .option("--title <title>", words("terminal.option.title"))
    .action(async (name: string, options) => (await import("./subscriptions.ts")).changeFeed(name, options));
  json(library.command("list").argument("[list]", words("terminal.library.list.which"), "today"))
    .description(words("terminal.library.list"))
    .option("--feed <feed>", words("terminal.option.feed"))
    .option("--folder <folder>", words("terminal.option.in-folder"))
    .option("--after <id>", words("terminal.option.after"))
    .option("--limit <count>", words("terminal.option.limit"), limitOf, USUAL)
    .action(async (list: string, options) => (await import("./lists.ts")).listNews(list, options));
  json(library.command("refresh"))
    .description(words("terminal.library.refresh"))
    .option("--all", words("terminal.option.all-feeds"))
    .action(async (options) => (await import("./refresh.ts")).refreshFeeds(options, signal));
  json(library.command("search").argument("<text...>", words("terminal.library.search.text")))
    .description(words("terminal.library.search"))
    // "-ferry" is what is searched for, not an option.
    .allowUnknownOption()
    .option("--limit <count>", words("terminal.option.limit"), limitOf, USUAL)
    .action(async (text: readonly string[], options) => (await import("./lists.ts")).searchLibrary(text, options));
  json(library.command("import").argument("<file>", words("terminal.library.import.file")))
    .description(words("terminal.library.import"))
    .action(async (file: string, options) => (await import("./subscriptions.ts")).importFeeds(file, options));
  json(library.command("export").argument("[file]", words("terminal.library.export.file")))
    .description(words("terminal.library.export"))
    .option("--force", words("terminal.option.force"))
    .action(async (file: string | undefined, options) => (await import("./subscriptions.ts")).exportFeeds(file, options));
  json(library.command("mark").argument("<id...>", words("terminal.library.items")))
    .description(words("terminal.library.mark"))
    .option("--unread", words("terminal.option.unread"))
    .action(async (ids: readonly string[], options) => (await import("./lists.ts")).markItems(ids, options));
  json(library.command("star").argument("<id...>", words("terminal.library.items")))
    .description(words("terminal.library.star"))
    .option("--off", words("terminal.option.unstar"))
    .action(async (ids: readonly string[], options) => (await import("./lists.ts")).starItems(ids, options));
  json(library.command("backup").argument("<file>", words("terminal.library.backup.file")))
    .description(words("terminal.library.backup"))
    .action(async (file: string, options) => (await import("./keeping.ts")).backUpLibrary(file, options, signal));
  json(library.command("restore").argument("[file]", words("terminal.library.restore.file")))
    .description(words("terminal.library.restore"))
    .option("--undo", words("terminal.option.undo"))
    .action(async (file: string | undefined, options) => (await import("./keeping.ts")).restoreLibrary(file, options, signal));
  queueCommands(library, json, signal);
  readyCommands(library, json, signal);
}

function queueCommands(library: Command, json: (command: Command) => Command, signal: AbortSignal): void {
  const queue = library.command("queue").description(words("terminal.library.queue"));
  json(queue.command("list", { isDefault: true }))
    .description(words("terminal.library.queue.list"))
    .action(async (options) => (await import("./queue.ts")).listQueue(options));
  json(queue.command("add").argument("<id...>", words("terminal.library.items")))
    .description(words("terminal.library.queue.add"))
    .option("--next", words("terminal.option.next"))
    .action(async (ids: readonly string[], options) => (await import("./queue.ts")).addToQueue(ids, options));
  json(queue.command("remove").argument("<id...>", words("terminal.library.items")))
    .description(words("terminal.library.queue.remove"))
    .action(async (ids: readonly string[], options) => (await import("./queue.ts")).removeFromQueue(ids, options));
  json(queue.command("move").argument("<id>", words("terminal.library.item")).argument("<where>", words("terminal.library.queue.move.to")))
    .description(words("terminal.library.queue.move"))
    .action(async (id: string, where: string, options) => (await import("./queue.ts")).moveInQueue(id, where, options));
  json(queue.command("clear"))
    .description(words("terminal.library.queue.clear"))
    .action(async (options) => (await import("./queue.ts")).clearQueue(options));
  queue
    .command("play")
    .description(words("terminal.library.queue.play"))
    .option("--voice <voice>", words("terminal.option.voice"))
    .option("--rate <rate>", words("terminal.option.rate"), rateOf)
    .action(async (options) => (await import("./play.ts")).playQueue(options, signal));
}

function readyCommands(library: Command, json: (command: Command) => Command, signal: AbortSignal): void {
  const ready = library.command("ready").description(words("terminal.library.ready"));
  json(ready.command("list", { isDefault: true }))
    .description(words("terminal.library.ready.list"))
    .action(async (options) => (await import("./ready.ts")).listReady(options));
  json(ready.command("keep").argument("[feed]", words("terminal.library.feed")))
    .description(words("terminal.library.ready.keep"))
    .option("--folder <folder>", words("terminal.option.ready-folder"))
    .option("--queue", words("terminal.option.ready-queue"))
    .option("--off", words("terminal.option.ready-off"))
    .action(async (name: string | undefined, options) => (await import("./ready.ts")).keepReady(name, options));
  json(ready.command("room").argument("[size]", words("terminal.library.ready.room.size", { sizes: READY_BUDGETS.join(", ") })))
    .description(words("terminal.library.ready.room"))
    .action(async (size: string | undefined, options) => (await import("./ready.ts")).readyRoom(size, options));
  json(ready.command("now"))
    .description(words("terminal.library.ready.now"))
    .action(async (options) => (await import("./ready.ts")).getReady(options, signal));
}
