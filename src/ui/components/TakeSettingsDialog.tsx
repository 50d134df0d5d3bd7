import { joined, series, words } from "../../words/index.ts";
import type { OfferedSettings } from "../reading/offered-settings.ts";
import { settingLabel, settingValue } from "../reading/setting-words.ts";
import { useController } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";

/** What a file of settings would change, before anything is changed. */
export function TakeSettingsDialog({ offered }: { readonly offered: OfferedSettings }) {
  const { close, settingsExchange } = useController();
  const { name, differences, refused, entries } = offered;
  const nothing = differences.length === 0 && entries === 0;
  return (
    <DialogFrame title={words("settingsFile.ask")} describedBy="settings-file-count" className="broad">
      <p>
        <bdi>{name}</bdi>
      </p>
      <p id="settings-file-count">
        {joined([
          words("settingsFile.count", { count: differences.length }),
          entries > 0 ? words("settingsFile.words", { count: entries }) : "",
        ])}
      </p>
      {refused.length > 0 ? <p className="wrong">{words("settingsFile.left", { names: series(refused) })}</p> : null}
      {differences.length > 0 ? (
        <table className="keys compared">
          <thead>
            <tr>
              <th scope="col">{words("settingsFile.setting")}</th>
              <th scope="col">{words("settingsFile.now")}</th>
              <th scope="col">{words("settingsFile.then")}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <tr key={difference.name}>
                <th scope="row">{settingLabel(difference.name)}</th>
                <td>{settingValue(difference, difference.before)}</td>
                <td>{settingValue(difference, difference.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <p className="actions">
        {nothing ? null : (
          <button type="button" className="button strong" onClick={() => settingsExchange.take(offered)}>
            {words("settingsFile.take")}
          </button>
        )}
        <button type="button" className="button" onClick={close}>
          {words("dialog.cancel")}
        </button>
      </p>
    </DialogFrame>
  );
}
