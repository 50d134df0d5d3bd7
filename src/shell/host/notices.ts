import type { App } from "../../app/index.ts";
import { isQuiet } from "../../model/index.ts";
import type { HostNotice } from "./messages.ts";

/** Tells main of breaking news from now on, where its listener wants that, and not in their quiet hours. */
export async function tellNotices(app: Pick<App, "watchNews" | "settings">, tell: (notice: HostNotice) => void): Promise<void> {
  for await (const event of app.watchNews({})) {
    if (event.kind !== "breaking") continue;
    const { notify, breaking, quietHours } = await app.settings({});
    if (!notify || breaking === "off" || isQuiet(new Date(), quietHours)) continue;
    const { source, title } = event.news;
    tell({ notice: { source, title } });
  }
}
