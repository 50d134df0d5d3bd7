import type { ContextMenuParams, MenuItemConstructorOptions } from "electron";
import type { CommandId } from "../../contract/index.ts";
import { words } from "../../words/index.ts";

/** What a context menu needs to know of where it was asked for. */
export type ContextPlace = Pick<ContextMenuParams, "isEditable" | "selectionText">;

/**
 * The menu of a right click, the menu key or Shift+F10: in a field what edits it, elsewhere what begins at the place, where an article is.
 */
export function contextMenu(
  { isEditable, selectionText }: ContextPlace,
  hasArticle: boolean,
  choose: (command: CommandId) => void,
): MenuItemConstructorOptions[] {
  if (isEditable)
    return [
      { role: "cut", label: words("edit.cut") },
      { role: "copy", label: words("edit.copy") },
      { role: "paste", label: words("edit.paste") },
      { role: "selectAll", label: words("edit.selectAll") },
    ];
  const command = (id: CommandId): MenuItemConstructorOptions => ({ id, label: words(`command.${id}`), click: () => choose(id) });
  return [
    ...(hasArticle ? [command("playHere"), command("showPhoto"), command("leaveOut")] : []),
    ...(hasArticle && selectionText !== "" ? [{ type: "separator" as const }] : []),
    ...(selectionText === "" ? [] : [{ role: "copy" as const, label: words("edit.copy") }]),
  ];
}
