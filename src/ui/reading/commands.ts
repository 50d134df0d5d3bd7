import { COMMAND_IDS, COMMANDS, type CommandId } from "../../contract/index.ts";
import { words } from "../../words/index.ts";

/** A text without case and accents, to search in. */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * The commands whose name has all the words of a text, in any order: those whose name begins with it first, then by menu. Without a text,
 * all of them. `name` is what a command is called.
 */
export function findCommands(text: string, name: (command: CommandId) => string = (id) => words(`command.${id}`)): readonly CommandId[] {
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  const found = COMMAND_IDS.filter((id) => {
    const { menu } = COMMANDS[id];
    const said = `${plain(name(id))} ${menu === null ? "" : plain(words(`menu.${menu}`))}`;
    return wanted.every((word) => said.includes(word));
  });
  const begins = (id: CommandId): number => (wanted.length > 0 && plain(name(id)).startsWith(wanted.join(" ")) ? 0 : 1);
  return found.toSorted((one, other) => begins(one) - begins(other));
}
