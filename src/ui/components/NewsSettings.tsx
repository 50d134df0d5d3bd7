import { useId } from "react";
import { LINE_COSTS, OFFLINE_PICTURES, REFRESH_TIMES } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { BreakingSettings } from "./BreakingSettings.tsx";
import { Choice } from "./Choice.tsx";
import { useController, useWindowState } from "./context.ts";
import { FeedSettings } from "./FeedSettings.tsx";
import { ResetSection } from "./ResetSection.tsx";

/** When news is looked for, on which power and line, what is fetched of each feed, and what is breaking news. */
export function NewsSettings() {
  const { change, mac } = useController();
  const settings = useWindowState((state) => state.settings);
  const closedHint = useId();
  return (
    <>
      <section aria-labelledby="settings-news">
        <h3 id="settings-news">{words("settings.news")}</h3>
        <Choice
          id="refresh-time"
          label="settings.refreshTime"
          values={REFRESH_TIMES}
          value={settings.refreshTime}
          name={(time) => words(`refreshTime.${time}`)}
          onChoose={(refreshTime) => change({ refreshTime })}
        />
        <label className="option">
          <input
            type="checkbox"
            checked={settings.refreshOnBattery}
            onChange={(event) => change({ refreshOnBattery: event.target.checked })}
          />
          <span>{words("settings.refreshOnBattery")}</span>
        </label>
        <label className="option">
          <input
            type="checkbox"
            checked={settings.refreshOnMetered}
            onChange={(event) => change({ refreshOnMetered: event.target.checked })}
          />
          <span>{words("settings.refreshOnMetered")}</span>
        </label>
        <Choice
          id="line-cost"
          label="settings.lineCost"
          values={LINE_COSTS}
          value={settings.lineCost}
          name={(cost) => words(`lineCost.${cost}`)}
          onChoose={(lineCost) => change({ lineCost })}
        />
        <Choice
          id="offline-pictures"
          label="settings.offlinePictures"
          values={OFFLINE_PICTURES}
          value={settings.offlinePictures}
          name={(when) => words(`offlinePictures.${when}`)}
          onChoose={(offlinePictures) => change({ offlinePictures })}
        />
        <label className="option">
          <input
            type="checkbox"
            checked={settings.refreshClosed}
            aria-describedby={closedHint}
            onChange={(event) => change({ refreshClosed: event.target.checked })}
          />
          <span>{words("settings.refreshClosed")}</span>
        </label>
        <p className="hint" id={closedHint}>
          {words("settings.refreshClosedHint", { mac: mac ? "yes" : "no" })}
        </p>
        <ResetSection section="news" title="settings.news" />
        <FeedSettings />
      </section>
      <BreakingSettings />
    </>
  );
}
