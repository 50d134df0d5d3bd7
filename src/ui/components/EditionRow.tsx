import { useId, useRef, useState } from "react";
import type { EditionJob } from "../../model/index.ts";
import { type MessageKey, words } from "../../words/index.ts";
import { editionWords } from "../reading/edition-words.ts";
import { useController } from "./context.ts";

/** One edition: how far it is, and what can be done with it. */
export function EditionRow({
  job,
  isFirst,
}: {
  readonly job: EditionJob /** Whether the dialog begins with it. */;
  readonly isFirst: boolean;
}) {
  const { editions, say } = useController();
  const [time, setTime] = useState("");
  const [wrong, setWrong] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const { title, state } = job;
  const button = (key: MessageKey, act: () => void) => (
    <button type="button" className="button" aria-label={words("editions.of", { what: words(key), title })} onClick={act}>
      {words(key)}
    </button>
  );
  const isMade = state.kind === "made";
  const isGoing = state.kind === "waiting" || state.kind === "gathering" || state.kind === "making" || state.kind === "writing";
  return (
    <li>
      <h3
        className="left-text"
        dir="auto"
        tabIndex={-1}
        aria-describedby={`${id}-state`}
        data-edition={job.id}
        data-first={isFirst ? "" : undefined}
      >
        {title}
      </h3>
      <p id={`${id}-state`} className="left-text" dir="auto">
        {editionWords(job)}
      </p>
      {state.kind === "making" || state.kind === "gathering" ? (
        <progress aria-label={title} max={1} value={state.kind === "making" ? state.done : state.done / Math.max(1, state.all)} />
      ) : null}
      <p className="actions">
        {isGoing ? button("editions.pause", () => void editions.pause(job.id)) : null}
        {state.kind === "paused" ? button("editions.resume", () => void editions.resume(job, false)) : null}
        {state.kind === "failed" ? button("editions.again", () => void editions.resume(job, false)) : null}
        {state.kind === "failed" || state.kind === "paused" ? button("editions.elsewhere", () => void editions.resume(job, true)) : null}
        {isMade ? button("editions.show", () => void editions.show(job)) : null}
        {button(isMade ? "editions.forget" : "editions.drop", () => void editions.drop(job))}
      </p>
      {isMade && state.hasPlaces ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void editions.openAt(job.id, time).then((message) => {
              setWrong(message ?? "");
              if (message === null) return;
              say(message);
              field.current?.focus();
            });
          }}
        >
          <label htmlFor={`${id}-time`}>{words("editions.time")}</label>
          <input
            id={`${id}-time`}
            ref={field}
            type="text"
            autoComplete="off"
            spellCheck={false}
            value={time}
            aria-invalid={wrong !== ""}
            aria-describedby={wrong === "" ? `${id}-hint` : `${id}-wrong`}
            onChange={(event) => setTime(event.target.value)}
          />
          {wrong === "" ? (
            <p id={`${id}-hint`} className="hint">
              {words("editions.timeHint")}
            </p>
          ) : (
            <p id={`${id}-wrong`} className="wrong">
              {wrong}
            </p>
          )}
          <p className="actions">
            <button type="submit" className="button" aria-label={words("editions.of", { what: words("editions.open"), title })}>
              {words("editions.open")}
            </button>
          </p>
        </form>
      ) : null}
    </li>
  );
}
