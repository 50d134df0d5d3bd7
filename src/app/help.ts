import { COMMAND_IDS, COMMANDS, type CommandId, chordsOf, HELP_ADDRESS, MENUS, WELCOME_ADDRESS } from "../contract/index.ts";
import { closedUp, Failure, type OwnKeys, type SaidLanguage, type Source } from "../model/index.ts";
import { chordLabel, HELP, interfaceLanguage, saidChord, words } from "../words/index.ts";

/** Where a command is that has no keys: "Play or pause (Listen menu)". */
function placeOf(command: CommandId): string {
  const { menu } = COMMANDS[command];
  return `${words(`command.${command}`)}${menu ? ` (${words("help.menu", { menu: words(`menu.${menu}`) })})` : ""}`;
}

/** The first keys of each command as a sentence names them, or where it is. */
const keysIn = (mac: boolean, own: OwnKeys, lang: SaidLanguage): Readonly<Record<string, string>> =>
  Object.fromEntries(
    COMMAND_IDS.map((id) => {
      const [chord] = chordsOf(id, mac, own);
      return [id, chord ? saidChord(chord, mac, lang) : placeOf(id)];
    }),
  );

/** The keys as an article: every command of the registry, so that the list can't miss one. */
function keysArticle(mac: boolean, own: OwnKeys): string {
  const menus = MENUS.map((menu) => {
    const commands = COMMAND_IDS.filter((id) => COMMANDS[id].menu === menu).map((id) => {
      const keys = [...new Set(chordsOf(id, mac, own).map((chord) => chordLabel(chord, mac)))].join(words("help.or"));
      return `- ${words(`command.${id}`)}${words("series.colon")}${keys || words("help.menu", { menu: words(`menu.${menu}`) })}`;
    });
    return `## ${words(`menu.${menu}`)}\n\n${commands.join("\n")}\n`;
  });
  return `# ${words("help.title")}\n\n${words("help.text")}\n\n${menus.join("\n")}`;
}

/** The article that a new listener meets, in the language of the interface. */
const welcome = (mac: boolean, own: OwnKeys): string => words("welcome.article", keysIn(mac, own, interfaceLanguage()));

/** An article of the help with the listener's keys in it. Null: there is none of this name. */
function helpArticle(name: string, mac: boolean, own: OwnKeys): string | null {
  const text = Object.entries(HELP).find(([one]) => one === name)?.[1];
  if (text === undefined) return null;
  const keys = keysIn(mac, own, "en");
  return text.replace(/\{(\w+)\}/g, (written, command: string) => keys[command] ?? written);
}

/** Articles of the help that are long, and stand in files of the build: only their heads are words. */
const LISTS = ["notices"] as const;

/**
 * An article of the help, or the first article, as a source; null: the address is neither's.
 * @param own the listener's own keys
 * @param list reads what follows the head of a long article, Markdown; null: there is nothing more
 * @throws Failure `not-found` for help that there is not
 */
export async function helpSource(
  address: string,
  own: OwnKeys,
  list: ((name: (typeof LISTS)[number]) => Promise<string>) | null,
): Promise<Source | null> {
  const isWelcome = address === WELCOME_ADDRESS || address.startsWith(`${WELCOME_ADDRESS}/`);
  if (!isWelcome && !address.startsWith(HELP_ADDRESS)) return null;
  const [name = "", system] = isWelcome
    ? ["welcome", address.slice(WELCOME_ADDRESS.length + 1)]
    : address.slice(HELP_ADDRESS.length).split("/");
  const mac = system === "mac";
  const isKeys = name === "keys";
  const head = isWelcome ? welcome(mac, own) : isKeys ? keysArticle(mac, own) : helpArticle(name, mac, own);
  if (head === null) throw new Failure("not-found", "There is no such article in the help.");
  const long = LISTS.find((one) => one === name);
  const text = closedUp(long && list ? `${head}\n${await list(long)}` : head);
  const lang = isKeys || isWelcome ? interfaceLanguage() : "en";
  return { bytes: new TextEncoder().encode(text), mediaType: "text/markdown", charset: "utf-8", address, lang };
}
