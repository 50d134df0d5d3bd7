import { useEffect, useState } from "react";
import type { SubscribedFeed } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import type { GiveFrom } from "../control/giving.ts";
import { useController, useWindowState } from "./context.ts";

/** Where to choose from, with its words. */
export function useSources(): readonly { readonly name: string; readonly from: GiveFrom }[] {
  const { giving } = useController();
  const hasQueue = useWindowState((state) => (state.queue.items?.length ?? 0) > 0);
  const [feeds, setFeeds] = useState<readonly SubscribedFeed[]>([]);
  useEffect(() => {
    giving.feeds({}).then(setFeeds, () => {
      // Without its feeds there is still all of it to choose from.
    });
  }, [giving]);
  const folders = [...new Map(feeds.filter(({ folder }) => folder.length > 0).map(({ folder }) => [folder.join(" / "), folder])).entries()];
  return [
    { name: words("give.unread"), from: { kind: "unread" } },
    { name: words("give.today"), from: { kind: "today" } },
    ...(hasQueue ? [{ name: words("give.queue"), from: { kind: "queue" } } as const] : []),
    ...folders.map(([name, folder]) => ({ name: words("give.folder", { name }), from: { kind: "folder", folder } as const })),
    ...feeds.map(({ id, title }) => ({ name: words("give.feed", { name: title }), from: { kind: "feed", feed: id } as const })),
  ];
}
