import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { EDITION_FORMATS, Failure, LEXICON_FORMATS, LEXICON_MATCHES, toFailure, VERBOSITIES, type Verbosity } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { libraryCommands } from "./library/commands.ts";
import { harmless, jsonOf, tell, tellProgress } from "./output.ts";
import { rateOf } from "./rate.ts";

declare const __VERSION__: string;

/** The commands: a packaged Lectern whose first argument is one of them opens no window. */
export const COMMAND_NAMES = ["read", "export", "extract", "narrate", "feed", "voices", "lexicon", "library", "sync", "doctor"] as const;

/** A language as BCP 47 writes it. */
const languageOf = (text: string): string => {
  try {
    const [lang] = Intl.getCanonicalLocales(text.replaceAll("_", "-"));
    if (lang !== undefined) return lang;
  } catch {
    // It is told what is right.
  }
  throw new InvalidArgumentError(words("terminal.no-language"));
};

const withSaid = (command: Command): Command =>
  command
    .option("--url <address>", words("terminal.option.url"))
    .option("--type <media-type>", words("terminal.option.type"))
    .option("--lang <language>", words("terminal.option.lang"), languageOf);

const withChoices = (command: Command): Command =>
  command.option("--put-back <id...>", words("terminal.option.put-back")).option("--leave-out <id...>", words("terminal.option.leave-out"));

const verbosity = (): Option => new Option("--verbosity <level>", words("terminal.option.verbosity")).choices([...VERBOSITIES]);

/** An option of a command's that its own commands take too. */
interface JsonGlobals {
  readonly json?: true;
}

const EXIT = { fine: 0, failed: 1, usage: 2 } as const;

/** Commands that tell themselves what there is of them when they are interrupted. */
const TELLING: ReadonlySet<string> = new Set(["library", "sync"]);

/** One line on stderr: `code: message`, or JSON; in place of the line that says how far it is. */
function report(failure: Failure, json: boolean): void {
  const message = failure.message.replace(/\s+/g, " ").trim();
  if (process.stderr.isTTY) tellProgress("");
  tell(json ? jsonOf({ code: failure.code, message }) : `${failure.code}: ${message}`);
  if (failure.code === "bug" && process.env.LECTERN_DEBUG) process.stderr.write(`${String(failure.cause ?? failure.stack)}\n`);
}

// What a command needs is loaded when it runs: `lectern --version` takes a third of the time that all of it takes (measured).
/**
 * Runs a command line (without the program's name): the whole of `lectern COMMAND …`.
 * Answers with the exit code: 0 fine, 1 a failure (its line is on stderr), 2 wrong usage. Never throws, never ends the process.
 */
export async function runCli(argv: readonly string[]): Promise<number> {
  const controller = new AbortController();
  const interrupt = (): void => controller.abort();
  process.once("SIGINT", interrupt);
  process.once("SIGTERM", interrupt);
  // A reader that closes the pipe early (head) is no failure.
  process.stdout.on("error", (thrown: NodeJS.ErrnoException) => {
    if (thrown.code === "EPIPE") process.exit(EXIT.fine);
  });
  const program = new Command("lectern").description(words("terminal.description")).version(__VERSION__).exitOverride();
  program.configureOutput({ writeErr: (text) => process.stderr.write(harmless(text)) });

  withChoices(withSaid(program.command("read").argument("[address]", words("terminal.address"))))
    .description(words("terminal.read"))
    .option("--voice <voice>", words("terminal.option.voice"))
    .option("--rate <rate>", words("terminal.option.rate"), rateOf)
    .addOption(verbosity())
    .option("--out <file>", words("terminal.option.out"))
    .option("--marks <file>", words("terminal.option.marks"))
    .option("--force", words("terminal.option.force"))
    .option("--always", words("terminal.option.always"))
    .option("--json", words("terminal.option.json"))
    .action(async (address: string | undefined, options) => (await import("./read.ts")).readCommand(address, options, controller.signal));

  withSaid(program.command("export").argument("<address...>", words("terminal.export-address")))
    .description(words("terminal.export"))
    .addOption(new Option("--format <format>", words("terminal.option.edition-format")).choices([...EDITION_FORMATS]))
    .option("--out <file>", words("terminal.option.edition-out"))
    .option("--title <title>", words("terminal.option.title"))
    .option("--voice <voice>", words("terminal.option.voice"))
    .option("--rate <rate>", words("terminal.option.rate"), rateOf)
    .addOption(verbosity())
    .option("--force", words("terminal.option.force"))
    .option("--json", words("terminal.option.progress-json"))
    .action(async (addresses: string[], options) => (await import("./export.ts")).exportCommand(addresses, options, controller.signal));

  withChoices(withSaid(program.command("extract").argument("[address]", words("terminal.address"))))
    .description(words("terminal.extract"))
    .addOption(new Option("--json", words("terminal.option.json")).conflicts(["text", "markdown"]))
    .addOption(new Option("--text", words("terminal.option.text")).conflicts(["json", "markdown"]))
    .addOption(new Option("--markdown", words("terminal.option.markdown")).conflicts(["json", "text"]))
    .addOption(new Option("--audit", words("terminal.option.audit")).conflicts(["json", "text", "markdown", "batch"]))
    .option("--batch <list>", words("terminal.option.batch"))
    .action(async (address: string | undefined, options) =>
      (await import("./extract.ts")).extractCommand(address, options, controller.signal),
    );

  withChoices(withSaid(program.command("narrate").argument("[address]", words("terminal.address"))))
    .description(words("terminal.narrate"))
    .addOption(new Option("--json", words("terminal.option.json")).conflicts("text"))
    .addOption(new Option("--text", words("terminal.option.text")).conflicts("json"))
    .addOption(verbosity().default("normal" satisfies Verbosity))
    .option("--lexicon", words("terminal.option.lexicon"))
    .option("--no-lexicon", words("terminal.option.no-lexicon"))
    .option("--running", words("terminal.option.running"))
    .option("--batch <list>", words("terminal.option.batch"))
    .action(async (address: string | undefined, options) =>
      (await import("./narrate.ts")).narrateCommand(address, options, controller.signal),
    );

  withSaid(program.command("feed").argument("[address]", words("terminal.feed-address")))
    .description(words("terminal.feed"))
    .option("--json", words("terminal.option.json"))
    .option("--batch <list>", words("terminal.option.batch"))
    .action(async (address: string | undefined, options) => (await import("./feed.ts")).feedCommand(address, options, controller.signal));

  const voices = program
    .command("voices")
    .description(words("terminal.voices"))
    .option("--json", words("terminal.option.json"))
    .action(async (options) => (await import("./voices.ts")).voicesCommand(options));
  const asked = (command: Command): JsonGlobals => command.optsWithGlobals<JsonGlobals>();
  voices
    .command("offered")
    .description(words("terminal.voices.offered"))
    .option("--json", words("terminal.option.json"))
    .action(async (_options, command: Command) => (await import("./voices.ts")).offeredVoices(asked(command)));
  voices
    .command("add")
    .argument("<what>", words("terminal.voices.what"))
    .description(words("terminal.voices.add"))
    .option("--json", words("terminal.option.json"))
    .action(async (what: string, _options, command: Command) =>
      (await import("./voices.ts")).addVoice(what, asked(command), controller.signal),
    );
  voices
    .command("remove")
    .argument("<voice>", words("terminal.voices.which"))
    .description(words("terminal.voices.remove"))
    .action(async (which: string) => (await import("./voices.ts")).removeVoice(which));

  let health: number = EXIT.fine;
  program
    .command("doctor")
    .description(words("terminal.doctor"))
    .option("--json", words("terminal.option.json"))
    .action(async (options) => {
      health = await (await import("./doctor.ts")).doctorCommand(options);
    });

  const lexicon = program.command("lexicon").description(words("terminal.lexicon"));
  const where = (command: Command): Command =>
    command
      .addOption(new Option("--match <way>", words("terminal.option.match")).choices([...LEXICON_MATCHES]))
      .option("--lang <language>", words("terminal.option.entry-lang"))
      .option("--site <host>", words("terminal.option.site"))
      .option("--voice <voice>", words("terminal.option.entry-voice"))
      .option("--json", words("terminal.option.json"));
  lexicon
    .command("list")
    .description(words("terminal.lexicon.list"))
    .option("--json", words("terminal.option.json"))
    .action(async (options) => (await import("./lexicon.ts")).listLexicon(options));
  where(
    lexicon.command("add").argument("<written>", words("terminal.lexicon.written")).argument("[spoken]", words("terminal.lexicon.spoken")),
  )
    .description(words("terminal.lexicon.add"))
    .option("--ignore-case", words("terminal.option.ignore-case"))
    .addOption(new Option("--match-case", words("terminal.option.match-case")).conflicts("ignoreCase"))
    .action(async (written: string, spoken: string | undefined, options) =>
      (await import("./lexicon.ts")).addToLexicon(written, spoken, options),
    );
  where(lexicon.command("remove").argument("<written>", words("terminal.lexicon.written")))
    .description(words("terminal.lexicon.remove"))
    .action(async (written: string, options) => (await import("./lexicon.ts")).removeFromLexicon(written, options));
  lexicon
    .command("import")
    .argument("<file>", words("terminal.lexicon.file"))
    .description(words("terminal.lexicon.import"))
    .option("--json", words("terminal.option.json"))
    .action(async (file: string, options) => (await import("./lexicon.ts")).importLexicon(file, options));
  lexicon
    .command("export")
    .argument("<file>", words("terminal.lexicon.out"))
    .description(words("terminal.lexicon.export"))
    .addOption(new Option("--format <format>", words("terminal.option.format")).choices([...LEXICON_FORMATS]))
    .option("--force", words("terminal.option.force"))
    .action(async (file: string, options) => (await import("./lexicon.ts")).exportLexicon(file, options));

  libraryCommands(program, controller.signal);
  // Its options are the contract's: who does not ask for it does not wait for it.
  if (argv.includes("sync")) (await import("./sync.ts")).syncCommands(program, controller.signal);
  else program.command("sync").description(words("terminal.sync"));

  try {
    await program.parseAsync([...argv], { from: "user" });
    return health;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.fine : EXIT.usage;
    const isJson = argv.includes("--json");
    if (!controller.signal.aborted) report(toFailure(thrown), isJson);
    else if (thrown instanceof Failure && thrown.code === "stopped") report(thrown, isJson);
    else if (!TELLING.has(argv[0] ?? "")) report(new Failure("stopped", words("terminal.stopped"), { cause: thrown }), isJson);
    return EXIT.failed;
  } finally {
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  }
}
