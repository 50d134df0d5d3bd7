import { type Command, InvalidArgumentError } from "commander";
import { words } from "../../../words/index.ts";
import { rateOf } from "../rate.ts";
import { backUpLibrary, restoreLibrary } from "./keeping.ts";
import { listNews, MOST, markItems, searchLibrary, starItems, USUAL } from "./lists.ts";
import { playQueue } from "./play.ts";
import { addToQueue, clearQueue, listQueue, moveInQueue, removeFromQueue } from "./queue.ts";
import { refreshFeeds } from "./refresh.ts";
import { addFeed, changeFeed, exportFeeds, importFeeds, removeFeed } from "./subscriptions.ts";

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
    .action((address: string, options) => addFeed(address, options, signal));
  json(library.command("remove").argument("<feed...>", words("terminal.library.feed")))
    .description(words("terminal.library.remove"))
    .action((names: readonly string[], options) => removeFeed(names, options));
  json(library.command("change").argument("<feed>", words("terminal.library.feed")))
    .description(words("terminal.library.change"))
    .option("--folder <folder>", words("terminal.option.folder"))
    .option("--title <title>", words("terminal.option.title"))
    .action((name: string, options) => changeFeed(name, options));
  json(library.command("list").argument("[list]", words("terminal.library.list.which"), "today"))
    .description(words("terminal.library.list"))
    .option("--feed <feed>", words("terminal.option.feed"))
    .option("--folder <folder>", words("terminal.option.in-folder"))
    .option("--after <id>", words("terminal.option.after"))
    .option("--limit <count>", words("terminal.option.limit"), limitOf, USUAL)
    .action((list: string, options) => listNews(list, options));
  json(library.command("refresh"))
    .description(words("terminal.library.refresh"))
    .option("--all", words("terminal.option.all-feeds"))
    .action((options) => refreshFeeds(options, signal));
  json(library.command("search").argument("<text...>", words("terminal.library.search.text")))
    .description(words("terminal.library.search"))
    // "-ferry" is what is searched for, not an option.
    .allowUnknownOption()
    .option("--limit <count>", words("terminal.option.limit"), limitOf, USUAL)
    .action((text: readonly string[], options) => searchLibrary(text, options));
  json(library.command("import").argument("<file>", words("terminal.library.import.file")))
    .description(words("terminal.library.import"))
    .action((file: string, options) => importFeeds(file, options));
  json(library.command("export").argument("[file]", words("terminal.library.export.file")))
    .description(words("terminal.library.export"))
    .action((file: string | undefined, options) => exportFeeds(file, options));
  json(library.command("mark").argument("<id...>", words("terminal.library.items")))
    .description(words("terminal.library.mark"))
    .option("--unread", words("terminal.option.unread"))
    .action((ids: readonly string[], options) => markItems(ids, options));
  json(library.command("star").argument("<id...>", words("terminal.library.items")))
    .description(words("terminal.library.star"))
    .option("--off", words("terminal.option.unstar"))
    .action((ids: readonly string[], options) => starItems(ids, options));
  json(library.command("backup").argument("<file>", words("terminal.library.backup.file")))
    .description(words("terminal.library.backup"))
    .action((file: string, options) => backUpLibrary(file, options, signal));
  json(library.command("restore").argument("[file]", words("terminal.library.restore.file")))
    .description(words("terminal.library.restore"))
    .option("--undo", words("terminal.option.undo"))
    .action((file: string | undefined, options) => restoreLibrary(file, options, signal));
  queueCommands(library, json, signal);
}

function queueCommands(library: Command, json: (command: Command) => Command, signal: AbortSignal): void {
  const queue = library.command("queue").description(words("terminal.library.queue"));
  json(queue.command("list", { isDefault: true }))
    .description(words("terminal.library.queue.list"))
    .action((options) => listQueue(options));
  json(queue.command("add").argument("<id...>", words("terminal.library.items")))
    .description(words("terminal.library.queue.add"))
    .option("--next", words("terminal.option.next"))
    .action((ids: readonly string[], options) => addToQueue(ids, options));
  json(queue.command("remove").argument("<id...>", words("terminal.library.items")))
    .description(words("terminal.library.queue.remove"))
    .action((ids: readonly string[], options) => removeFromQueue(ids, options));
  json(queue.command("move").argument("<id>", words("terminal.library.item")).argument("<where>", words("terminal.library.queue.move.to")))
    .description(words("terminal.library.queue.move"))
    .action((id: string, where: string, options) => moveInQueue(id, where, options));
  json(queue.command("clear"))
    .description(words("terminal.library.queue.clear"))
    .action((options) => clearQueue(options));
  queue
    .command("play")
    .description(words("terminal.library.queue.play"))
    .option("--voice <voice>", words("terminal.option.voice"))
    .option("--rate <rate>", words("terminal.option.rate"), rateOf)
    .action((options) => playQueue(options, signal));
}
