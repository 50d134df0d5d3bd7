import { COMMAND_IDS, COMMANDS, chordsOf, HELP_ADDRESS, MENUS } from "../contract/index.ts";
import { Failure, type OwnKeys, type Source } from "../model/index.ts";
import { chordLabel, HELP, interfaceLanguage, words } from "../words/index.ts";

/** The keys as an article: every command of the registry, so that the list can't miss one. */
function keysArticle(mac: boolean, own: OwnKeys): string {
  const menus = MENUS.map((menu) => {
    const commands = COMMAND_IDS.filter((id) => COMMANDS[id].menu === menu).map((id) => {
      const keys = [...new Set(chordsOf(id, mac, own).map((chord) => chordLabel(chord, mac)))].join(words("help.or"));
      return `- ${words(`command.${id}`)}: ${keys || words("help.menu", { menu: words(`menu.${menu}`) })}`;
    });
    return `## ${words(`menu.${menu}`)}\n\n${commands.join("\n")}\n`;
  });
  return `# ${words("help.title")}\n\n${words("help.text")}\n\n${menus.join("\n")}`;
}

/** Articles of the help that are long, and stand in files of the build: only their heads are words. */
const LISTS = ["notices"] as const;

/**
 * An article of the help as a source; null: the address is none of the help's.
 * @param own the listener's own keys
 * @param list reads what follows the head of a long article, Markdown; null: there is nothing more
 * @throws Failure `not-found` for help that there is not
 */
export async function helpSource(
  address: string,
  own: OwnKeys,
  list: ((name: (typeof LISTS)[number]) => Promise<string>) | null,
): Promise<Source | null> {
  if (!address.startsWith(HELP_ADDRESS)) return null;
  const [name = "", system] = address.slice(HELP_ADDRESS.length).split("/");
  const isKeys = name === "keys";
  const head = isKeys ? keysArticle(system === "mac", own) : Object.entries(HELP).find(([one]) => one === name)?.[1];
  if (head === undefined) throw new Failure("not-found", "There is no such article in the help.");
  const long = LISTS.find((one) => one === name);
  const text = long && list ? `${head}\n${await list(long)}` : head;
  const lang = isKeys ? interfaceLanguage() : "en";
  return { bytes: new TextEncoder().encode(text), mediaType: "text/markdown", charset: "utf-8", address, lang };
}
