import { useState } from "react";
import { FEED_KEEPS, type FeedId, type SubscribedFeed } from "../../model/index.ts";
import { joined, words } from "../../words/index.ts";
import { feedKeepWords, folderOf, folderText } from "../control/library-feeds.ts";
import { faultWords } from "../reading/refresh-words.ts";
import { Choice } from "./Choice.tsx";
import { useController, useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";
import { FolderField } from "./FolderField.tsx";
import { useLibrary } from "./library-context.ts";

/** What can be changed of a feed. */
function Form({ feed }: { readonly feed: SubscribedFeed }) {
  const { library, close, openOutside } = useController();
  const [title, setTitle] = useState(feed.title);
  const [folder, setFolder] = useState(folderText(feed.folder));
  const [keepRead, setKeepRead] = useState(feed.keepRead);
  const [ready, setReady] = useState(feed.ready);
  const general = useWindowState((state) => state.settings.keepRead);
  const [wrong, setWrong] = useState("");
  const keep = async (): Promise<void> => {
    const failed = await library.feeds.change(feed, { title: title.trim(), folder: folderOf(folder), keepRead, ready });
    if (failed === null) close();
    else setWrong(failed);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      {feed.problem ? (
        <p className="wrong">
          {joined([faultWords(feed.problem.code, feed.gone), feed.gone ? "" : words("faults.times", { times: feed.problem.times })])}
        </p>
      ) : null}
      <label htmlFor="feed-title">{words("feed.title")}</label>
      <input
        id="feed-title"
        type="text"
        autoComplete="off"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        aria-describedby="feed-title-hint"
        data-first=""
      />
      <p id="feed-title-hint" className="hint">
        {words("feed.titleHint")}
      </p>
      <FolderField id="feed-folder" value={folder} onChange={setFolder} />
      <Choice
        id="feed-keep"
        label="settings.keepFeed"
        values={FEED_KEEPS}
        value={keepRead}
        name={(keep) => feedKeepWords(keep, general)}
        onChoose={setKeepRead}
      />
      <label className="option">
        <input type="checkbox" checked={ready} aria-describedby="feed-ready-hint" onChange={(event) => setReady(event.target.checked)} />
        <span>{words("ready.keep")}</span>
      </label>
      <p id="feed-ready-hint" className="hint">
        {words("ready.keepHint")}
      </p>
      <p className="address">{feed.address}</p>
      {wrong ? <p className="wrong">{wrong}</p> : null}
      <p className="actions">
        <button type="submit" className="button strong">
          {words("feed.keep")}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            close();
            library.feeds.end(feed);
          }}
        >
          {words("feed.end")}
        </button>
        {feed.site && /^https?:/i.test(feed.site) ? (
          <button type="button" className="button" onClick={() => feed.site && openOutside(feed.site)}>
            {words("feed.site")}
          </button>
        ) : null}
      </p>
    </form>
  );
}

/** A subscription: its name and folder, how long it is kept, whether it is kept ready for offline, what is wrong with it, and its end. */
export function FeedDialog({ id }: { readonly id: FeedId }) {
  const feed = useLibrary((state) => state.feeds?.find((one) => one.id === id) ?? null);
  if (!feed) return null;
  return (
    <DialogFrame title={words("feed.dialog", { title: feed.title })}>
      <Form feed={feed} />
    </DialogFrame>
  );
}
