import { COMMAND_IDS, COMMANDS, MENUS } from "../../contract/index.ts";
import { words } from "../../words/index.ts";
import { chordLabel, chordsOf } from "../keys.ts";
import { useController, useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";

/** Every command, by menu: its keys, or the menu where it has none. */
export function HelpDialog() {
  const { mac, run } = useController();
  const own = useWindowState((state) => state.settings.keys);
  return (
    <DialogFrame title={words("help.title")} describedBy="help-text" className="broad">
      <p id="help-text">{words("help.text")}</p>
      <p className="actions">
        <button type="button" className="button strong" onClick={() => run("helpArticles")}>
          {words("command.helpArticles")}
        </button>
        <button type="button" className="button" onClick={() => run("changeKeys")}>
          {words("command.changeKeys")}
        </button>
        <button type="button" className="button" onClick={() => run("describeKeys")}>
          {words("command.describeKeys")}
        </button>
      </p>
      {MENUS.map((menu) => {
        const commands = COMMAND_IDS.filter((id) => COMMANDS[id].menu === menu);
        return commands.length === 0 ? null : (
          <table key={menu} className="keys">
            <caption>{words(`menu.${menu}`)}</caption>
            <thead>
              <tr>
                <th scope="col">{words("help.command")}</th>
                <th scope="col">{words("help.keys")}</th>
              </tr>
            </thead>
            <tbody>
              {commands.map((id) => (
                <tr key={id}>
                  <th scope="row">{words(`command.${id}`)}</th>
                  <td>
                    {[...new Set(chordsOf(id, mac, own).map((chord) => chordLabel(chord, mac)))].join(words("help.or")) ||
                      words("help.menu", { menu: words(`menu.${menu}`) })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
      <h3>{words("help.readers")}</h3>
      <p>{words("help.enter")}</p>
      <p>{words("help.caret")}</p>
      <p>{words("help.tested")}</p>
    </DialogFrame>
  );
}
