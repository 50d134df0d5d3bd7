import { useEffect, useState } from "react";
import { FEED_KEEPS, FULL_TEXTS, type SubscribedFeed, toFailure } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { failureWords } from "../control/answers.ts";
import { feedKeepWords } from "../control/library-feeds.ts";
import { Choice } from "./Choice.tsx";
import { useController, useWindowState } from "./context.ts";

/** What is set of one feed: whether it is breaking news, how much is fetched of it, how long it is kept, and whether it is kept ready. Nothing where there are no feeds. */
export function FeedSettings() {
  const { feeds, changeFeed, say } = useController();
  const general = useWindowState((state) => state.settings.keepRead);
  const [list, setList] = useState<readonly SubscribedFeed[]>([]);
  const [chosen, setChosen] = useState<number | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    // Without the list there is nothing to set; what is wrong with the library is said elsewhere.
    feeds({}, leaving.signal).then(setList, () => {});
    return () => leaving.abort();
  }, [feeds]);
  const feed = list.find(({ id }) => id === chosen) ?? list[0];
  if (!feed) return null;
  const change = (wanted: Omit<Parameters<typeof changeFeed>[0], "feed">): void => {
    changeFeed({ feed: feed.id, ...wanted }).then(
      (changed) => setList((before) => before.map((one) => (one.id === changed.id ? changed : one))),
      (thrown: unknown) => say(failureWords(toFailure(thrown).code)),
    );
  };
  return (
    <>
      <Choice
        id="feed"
        label="settings.feed"
        values={list.map(({ id }): number => id)}
        value={feed.id}
        name={(id) => list.find((one) => one.id === id)?.title ?? ""}
        onChoose={setChosen}
      />
      <label className="option" data-of="feed">
        <input type="checkbox" checked={feed.breaking} onChange={(event) => change({ breaking: event.target.checked })} />
        <span>{words("settings.feedBreaking")}</span>
      </label>
      <Choice
        id="full-text"
        of="feed"
        label="settings.fullText"
        values={FULL_TEXTS}
        value={feed.fullText}
        name={(how) => words(`fullText.${how}`)}
        onChoose={(fullText) => change({ fullText })}
      />
      <Choice
        id="keep-feed"
        of="feed"
        label="settings.keepFeed"
        values={FEED_KEEPS}
        value={feed.keepRead}
        name={(keep) => feedKeepWords(keep, general)}
        onChoose={(keepRead) => change({ keepRead })}
      />
      <label className="option" data-of="feed">
        <input type="checkbox" checked={feed.ready} onChange={(event) => change({ ready: event.target.checked })} />
        <span>{words("ready.keep")}</span>
      </label>
    </>
  );
}
