import { useEffect } from "react";
import { words } from "../../words/index.ts";
import { queueMinutes } from "../reading/queue-state.ts";
import { CommandButton } from "./CommandButton.tsx";
import { useController, useWindowState } from "./context.ts";

/** How long the queue is, and what can be done with all of it. Stands above its rows. */
export function QueueHead() {
  const { queue, offline } = useController();
  const items = useWindowState((state) => state.queue.items);
  const faults = useWindowState((state) => state.queue.faults.size);
  const heard = useWindowState((state) => state.queue.heard);
  const kept = useWindowState((state) => state.settings.readyQueue);
  const ready = useWindowState((state) => state.offline?.queue ?? null);
  // Anew with another queue.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in the queue is known to the host, which is asked
  useEffect(offline.ask, [offline, items, kept]);
  const minutes = useWindowState(queueMinutes);
  const line =
    items === null ? words("queueHead.unknown") : items.length === 0 ? words("queueHead.empty") : words("queueHead.title", { minutes });
  return (
    <div className="queue-head">
      <p className="queue-total">{line}</p>
      {kept && ready && ready.wanted > 0 ? <p>{words("queueHead.ready", { ...ready })}</p> : null}
      <p className="actions">
        {items && items.length > 0 ? <CommandButton command="playQueue" icon="play" label="command.playQueue" className="strong" /> : null}
        <CommandButton command="giveMinutes" icon="clock" label="command.giveMinutes" />
        <CommandButton command="bulletin" icon="headlines" label="command.bulletin" />
      </p>
      {faults > 0 ? <p className="queue-note">{words("queueHead.faults", { count: faults })}</p> : null}
      {heard === null ? null : (
        <p className="queue-note">
          <span dir="auto">{words("queueHead.heard", { title: heard })}</span>
          <button type="button" className="button" onClick={queue.putBack}>
            {words("queueHead.back")}
          </button>
        </p>
      )}
    </div>
  );
}

/** What can be listened to of any other list. */
export function ListenHead() {
  return (
    <p className="actions listen-head">
      <CommandButton command="playList" icon="play" label="command.playList" />
      <CommandButton command="giveMinutes" icon="clock" label="command.giveMinutes" />
      <CommandButton command="bulletin" icon="headlines" label="command.bulletin" />
    </p>
  );
}
