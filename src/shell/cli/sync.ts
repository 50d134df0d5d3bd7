import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { PASSWORD_PLACES, type PasswordPlace, type Reader } from "../../contract/index.ts";
import { Failure, SYNC_PROTOCOLS, type SyncProtocol, type SyncResult, type SyncState, toFailure } from "../../model/index.ts";
import { interfaceLanguage, shareWords, syncFailure, syncWords, words } from "../../words/index.ts";
import { withReader } from "./desk.ts";
import type { JsonOption } from "./library/answer.ts";
import { writeJson, writeLines } from "./output.ts";
import { givenPassword } from "./password.ts";

interface PasswordOption {
  readonly passwordFile?: string;
}

interface AddOptions extends JsonOption, PasswordOption {
  readonly user: string;
  readonly passwordPlace: PasswordPlace;
  readonly openLine?: true;
}

/** The same work; what fails is said for who sits at a terminal. */
async function inWords<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    signal.throwIfAborted();
    const { code, message } = toFailure(thrown);
    throw new Failure(code, syncFailure(code) ?? message, { cause: thrown });
  }
}

async function tellResult(result: SyncResult, options: JsonOption): Promise<void> {
  if (options.json) await writeJson(result);
  else await writeLines([words("sync.done", { ...result })]);
}

/** `lectern sync add`: signs in and syncs for the first time. */
const addServer = (protocol: SyncProtocol, address: string, options: AddOptions, signal: AbortSignal): Promise<void> =>
  withReader(async (reader) => {
    const password = await givenPassword(options.passwordFile, true, signal);
    if (password === null) throw new Failure("bad-input", words("terminal.sync.no-password"));
    const { user, passwordPlace: place, openLine = false } = options;
    const { kind } = await inWords(reader.addSync({ protocol, address, user, password, place, openLine }, signal), signal);
    if (kind !== "added") throw new Failure("bad-input", words(`terminal.sync.${kind}`));
    await tellResult(await inWords(reader.syncNow({ password: null }, signal), signal), options);
  });

/** `lectern sync now`. */
const syncNow = (options: JsonOption & PasswordOption, signal: AbortSignal): Promise<void> =>
  withReader(async (reader) => {
    const { account } = await reader.syncState({});
    if (!account) throw new Failure("not-found", words("sync.none"));
    await tellResult(await inWords(sync(reader, options, signal), signal), options);
  });

/** The kept password, else what is given here. */
async function sync(reader: Reader, { passwordFile }: PasswordOption, signal: AbortSignal): Promise<SyncResult> {
  const given = await givenPassword(passwordFile, false, signal);
  try {
    return await reader.syncNow({ password: given }, signal);
  } catch (thrown) {
    signal.throwIfAborted();
    const typed = given === null && toFailure(thrown).code === "sign-in" ? await givenPassword(undefined, true, signal) : null;
    if (typed === null) throw thrown;
    return reader.syncNow({ password: typed }, signal);
  }
}

/** `lectern sync status`: how it stands with the server, and with the shared folder where there is one. */
const tellState = (options: JsonOption): Promise<void> =>
  withReader(async (reader) => {
    const state: SyncState = await reader.syncState({});
    const folder = await reader.shareState({});
    if (options.json) await writeJson({ ...state, folder });
    else {
      const server = syncWords(state, (time) =>
        new Intl.DateTimeFormat(interfaceLanguage(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(time)),
      );
      await writeLines([...server, ...(folder.folder === null ? [] : [shareWords(folder)])]);
    }
  });

/** `lectern sync remove`. */
const removeServer = (options: JsonOption): Promise<void> =>
  withReader(async (reader) => {
    await reader.removeSync({});
    if (options.json) await writeJson({ removed: true });
    else await writeLines([words("sync.removed")]);
  });

/** `lectern sync folder`: shares places and settings in a folder, or no more, or says how that stands after it was looked at. */
const shareFolder = (path: string | undefined, options: JsonOption & { readonly off?: true }): Promise<void> =>
  withReader(async (reader) => {
    const { folder } = await reader.shareState({});
    const given = options.off ? null : path === undefined ? folder : resolve(path);
    if (given !== folder || options.off) await reader.shareIn({ folder: given });
    const done = given === null ? null : await reader.shareNow({});
    const state = await reader.shareState({});
    if (options.json) await writeJson({ ...state, ...done });
    else await writeLines([...(done ? [words("share.done", { ...done })] : []), options.off ? words("share.stopped") : shareWords(state)]);
  });

/** `lectern sync …`: all of it. */
export function syncCommands(program: Command, signal: AbortSignal): void {
  const group = program.command("sync").description(words("terminal.sync"));
  const json = (command: Command): Command => command.option("--json", words("terminal.option.json"));
  const withPassword = (command: Command): Command => command.option("--password-file <file>", words("terminal.option.password-file"));
  const protocols = new Option("--protocol <protocol>", words("terminal.sync.protocol")).choices([...SYNC_PROTOCOLS]).makeOptionMandatory();
  const places = new Option("--password-place <place>", words("terminal.option.password-place"))
    .choices([...PASSWORD_PLACES])
    .default("keychain");
  withPassword(json(group.command("add").argument("<address>", words("terminal.sync.address"))))
    .description(words("terminal.sync.add"))
    .addOption(protocols)
    .requiredOption("--user <name>", words("terminal.option.user"))
    .addOption(places)
    .option("--open-line", words("terminal.option.open-line"))
    .action((address: string, options: AddOptions & { readonly protocol: SyncProtocol }) =>
      addServer(options.protocol, address, options, signal),
    );
  withPassword(json(group.command("now")))
    .description(words("terminal.sync.now"))
    .action((options) => syncNow(options, signal));
  json(group.command("status"))
    .description(words("terminal.sync.status"))
    .action((options) => tellState(options));
  json(group.command("folder").argument("[path]", words("terminal.sync.folder.path")))
    .description(words("terminal.sync.folder"))
    .option("--off", words("terminal.option.share-off"))
    .action((path: string | undefined, options) => shareFolder(path, options));
  json(group.command("remove"))
    .description(words("terminal.sync.remove"))
    .action((options) => removeServer(options));
}
