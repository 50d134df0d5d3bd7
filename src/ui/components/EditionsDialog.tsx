import { useEffect, useRef } from "react";
import { words } from "../../words/index.ts";
import { useController, useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";
import { EditionRow } from "./EditionRow.tsx";
import { PodcastSection } from "./PodcastSection.tsx";

/** The editions that were asked for: how far they are, where they are, and the way back from a time in one to its sentence. */
export function EditionsDialog() {
  const { editions } = useController();
  const jobs = useWindowState((state) => state.editions) ?? [];
  const list = useRef<HTMLDivElement>(null);
  const place = useRef(0);
  useEffect(() => editions.ask(), [editions]);
  useEffect(() => {
    const rows = list.current;
    const note = ({ target }: FocusEvent): void => {
      place.current = [...(rows?.querySelectorAll("li") ?? [])].findIndex((row) => target instanceof Node && row.contains(target));
    };
    rows?.addEventListener("focusin", note);
    return () => rows?.removeEventListener("focusin", note);
  }, []);
  // A button goes when what it does is done: then the focus is at its edition, or at the one that took its place.
  useEffect(() => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("li") ?? [])];
    if (document.activeElement !== document.body && !document.activeElement?.matches("dialog")) return;
    const row = rows[Math.min(Math.max(0, place.current), rows.length - 1)];
    const head = list.current?.closest("dialog")?.querySelector<HTMLElement>(".dialog-head button");
    (row?.querySelector<HTMLElement>("[data-edition]") ?? head)?.focus();
  });
  return (
    <DialogFrame title={words("editions.title")} className="broad">
      <div ref={list}>
        {jobs.length === 0 ? <p>{words("editions.none")}</p> : null}
        <ul className="left editions">
          {jobs.map((job) => (
            <EditionRow key={job.id} job={job} isFirst={job === jobs[0]} />
          ))}
        </ul>
      </div>
      <PodcastSection />
    </DialogFrame>
  );
}
