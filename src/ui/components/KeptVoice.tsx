import { useEffect, useRef, useState } from "react";
import type { KeptSummary } from "../../model/index.ts";
import { languageName, licenceWords, words } from "../../words/index.ts";
import { useController } from "./context.ts";

interface Props {
  readonly voice: KeptSummary;
  /** Something was done: what to tell, and the name of the voice that is looked at next. */
  readonly onDone: (work: Promise<string | null> | string, then?: string) => Promise<void>;
}

/** A voice that was added, and what can be done with it. */
export function KeptVoice({ voice, onDone }: Props) {
  const { shelf } = useController();
  const { name, title, lang, licence, size, speakers, setAside } = voice;
  const [asking, setAsking] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const asked = useRef(false);
  // The question's safe answer gets the focus; when it is taken, the button that asked has it again.
  useEffect(() => {
    if (asking || asked.current) row.current?.querySelector<HTMLElement>(asking ? "[data-safe]" : "[data-delete]")?.focus();
    asked.current = asking;
  }, [asking]);
  const about = licence === null ? "voices.aboutUnknown" : "voices.about";
  const megabytes = size / 1e6;
  return (
    <li ref={row} data-voice={name}>
      <p>
        <strong dir="auto" lang={lang}>
          {title}
        </strong>{" "}
        <span>{words(about, { language: languageName(lang), size: megabytes, licence: licenceWords(licence ?? "") })}</span>{" "}
        {speakers > 1 ? <span>{words("voices.speakers", { count: speakers })}</span> : null}
      </p>
      {setAside ? <p className="wrong">{words("voices.setAside")}</p> : null}
      {asking ? (
        <p className="actions">
          <span>{words("voices.reallyDelete", { title, size: megabytes })}</span>
          <button type="button" className="button strong" data-safe="" onClick={() => setAsking(false)}>
            {words("voices.keep")}
          </button>
          <button type="button" className="button" onClick={() => void onDone(shelf.remove(voice))}>
            {words("voices.delete", { title })}
          </button>
        </p>
      ) : (
        <p className="actions">
          {setAside ? (
            <button type="button" className="button" onClick={() => void onDone(shelf.forgive(voice), name)}>
              {words("voices.forgive", { title })}
            </button>
          ) : (
            <>
              <button type="button" className="button" onClick={() => shelf.hear(voice)}>
                {words("voices.hear", { title })}
              </button>
              <button type="button" className="button" onClick={() => void onDone(shelf.use(voice), name)}>
                {words("voices.use", { title })}
              </button>
            </>
          )}
          <button type="button" className="button" data-delete="" onClick={() => setAsking(true)}>
            {words("voices.delete", { title })}
          </button>
        </p>
      )}
    </li>
  );
}
