import { COMMAND_IDS, COMMANDS, type CommandId, chordsOf, HELP_ADDRESS, MENUS, WELCOME_ADDRESS } from "../contract/index.ts";
import { closedUp, Failure, OWN_MARKDOWN, type OwnKeys, type Source } from "../model/index.ts";
import { chordLabel, helpIn, type InterfaceLanguage, interfaceLanguage, saidChord, words } from "../words/index.ts";

/** Where a command is that has no keys: "Play or pause (Listen menu)". */
function placeOf(command: CommandId): string {
  const { menu } = COMMANDS[command];
  return `${words(`command.${command}`)}${menu ? ` (${words("help.menu", { menu: words(`menu.${menu}`) })})` : ""}`;
}

type SaidKeys = Readonly<Record<string, string>>;

/** The first keys of each command as a sentence names them, or where it is. */
const keysIn = (mac: boolean, own: OwnKeys): SaidKeys =>
  Object.fromEntries(
    COMMAND_IDS.map((id) => {
      const [chord] = chordsOf(id, mac, own);
      return [id, chord ? saidChord(chord, mac) : placeOf(id)];
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

/** An article of the help with the listener's keys in it. Null: there is none of this name. */
async function helpArticle(name: string, lang: InterfaceLanguage, keys: SaidKeys): Promise<string | null> {
  const text = Object.entries(await helpIn(lang)).find(([one]) => one === name)?.[1];
  return text?.replace(/\{(\w+)\}/g, (written, command: string) => keys[command] ?? written) ?? null;
}

/** Articles of the help that are long, and stand in files of the build: only their heads are words. The rest is as others wrote it, in English. */
const LISTS = ["notices"] as const;
/** A list in which every heading, item and paragraph, each of them a line, says its language. */
const inEnglish = (list: string): string => list.replace(/^(#+ |- )?(.+)$/gm, '$1<span lang="en">$2</span>');

/**
 * An article of the help, or the first article, as a source in the language of the interface; null: the address is neither's.
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
  const lang = interfaceLanguage();
  // At once: while the help is read from the disk, somebody else may ask for words of another language.
  const keys = keysIn(mac, own);
  const head = isWelcome ? words("welcome.article", keys) : name === "keys" ? keysArticle(mac, own) : await helpArticle(name, lang, keys);
  if (head === null) throw new Failure("not-found", "There is no such article in the help.");
  const long = LISTS.find((one) => one === name);
  const text = closedUp(long && list ? `${head}\n${lang === "en" ? await list(long) : inEnglish(await list(long))}` : head);
  return { bytes: new TextEncoder().encode(text), mediaType: OWN_MARKDOWN, charset: "utf-8", address, lang };
}
