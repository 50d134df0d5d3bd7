import { COMMAND_IDS, COMMANDS, MENUS } from "../../contract/index.ts";
import { words } from "../../words/index.ts";
import { chordLabel, chordsOf } from "../keys.ts";
import { useController } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";

/** Every command that has a key, by menu. */
export function HelpDialog() {
  const { mac } = useController();
  return (
    <DialogFrame title={words("help.title")} describedBy="help-text" reading className="broad">
      <p id="help-text">{words("help.text")}</p>
      {MENUS.map((menu) => {
        const commands = COMMAND_IDS.filter((id) => COMMANDS[id].menu === menu && chordsOf(id, mac).length > 0);
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
                    {chordsOf(id, mac)
                      .map((chord) => chordLabel(chord, mac))
                      .filter((label, index, labels) => labels.indexOf(label) === index)
                      .join(words("help.or"))}
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
