import { useEffect, useRef } from "react";
import type { OfferSummary } from "../../model/index.ts";
import { languageName, licenceWords, words } from "../../words/index.ts";
import { partOf } from "../control/voice-shelf.ts";
import { useController, useWindowState } from "./context.ts";

interface Props {
  readonly offer: OfferSummary;
  readonly onDone: (work: Promise<string | null> | string, then?: string) => Promise<void>;
}

/** A voice that can be downloaded: its size and licence first, then how far it is. */
export function OfferedVoice({ offer, onDone }: Props) {
  const { shelf, openOutside } = useController();
  const { name, title, lang, licence, size, source, there } = offer;
  const fetching = useWindowState((state) => state.fetching);
  const mine = fetching?.offer.name === name ? fetching : null;
  const stop = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  const coming = mine !== null;
  useEffect(() => {
    if (coming && asked.current) stop.current?.focus();
    asked.current = false;
  }, [coming]);
  const part = mine ? partOf(mine) : 0;
  return (
    <li data-voice={name}>
      <p id={`about-${name}`}>
        <strong dir="auto" lang={lang}>
          {title}
        </strong>{" "}
        <span>{words("voices.about", { language: languageName(lang), size: size / 1e6, licence: licenceWords(licence) })}</span>{" "}
        {there > 0 && !mine ? <span>{words("voices.there", { part: partOf({ done: there, all: size }) })}</span> : null}
      </p>
      {source ? (
        <p>
          <a
            href={source}
            onClick={(event) => {
              event.preventDefault();
              openOutside(source);
            }}
          >
            {words("voices.source", { address: source })}
          </a>
        </p>
      ) : null}
      {mine ? (
        <>
          <progress aria-label={words("voices.fetching", { title })} max={100} value={part} />
          <p className="actions">
            <span>{mine.stage === "fetching" ? words("voices.part", { part }) : words("voices.trying")}</span>
            <button ref={stop} type="button" className="button" onClick={shelf.stop}>
              {words("voices.stop")}
            </button>
            <button type="button" className="button" onClick={shelf.tellProgress}>
              {words("voices.howFar")}
            </button>
          </p>
        </>
      ) : (
        <p className="actions">
          <button
            type="button"
            className="button"
            aria-describedby={`about-${name}`}
            aria-disabled={fetching !== null}
            onClick={() => {
              if (fetching !== null) return;
              asked.current = true;
              void onDone(shelf.get(offer), name);
            }}
          >
            {words(there > 0 ? "voices.goOn" : "voices.get", { title })}
          </button>
        </p>
      )}
    </li>
  );
}
