import { useEffect, useRef, useState } from "react";
import { STARTER_FEEDS, starterLanguages, toFailure } from "../../model/index.ts";
import { interfaceLanguage, languageName, words } from "../../words/index.ts";
import { failureWords } from "../control/answers.ts";
import { useController } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";
import { Option } from "./Option.tsx";

/** Sources to begin with, by language, the listener's own first: nothing is subscribed to but what is ticked. */
export function StarterDialog() {
  const { library, close, say } = useController();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState("");
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const languages = starterLanguages(interfaceLanguage());
  const toggle = (address: string): void => {
    const next = new Set(chosen);
    if (!next.delete(address)) next.add(address);
    setChosen(next);
  };
  const subscribe = (): void => {
    const own = new AbortController();
    running.current = own;
    setBusy(true);
    setWrong("");
    say(words("starter.busy", { count: chosen.size }));
    const wanted = STARTER_FEEDS.filter(({ address }) => chosen.has(address)).map(({ address, name }) => ({ address, title: name }));
    library.feeds.subscribe(wanted, [], own.signal).then(
      ({ message, failed }) => {
        setBusy(false);
        if (failed > 0) setWrong(message);
        else {
          close();
          library.goToRows();
        }
      },
      (thrown: unknown) => {
        if (own.signal.aborted) return;
        setBusy(false);
        setWrong(failureWords(toFailure(thrown).code));
      },
    );
  };
  return (
    <DialogFrame title={words("starter.title")} className="broad">
      <p className="hint">{words("starter.hint")}</p>
      {languages.map((lang, index) => (
        <fieldset key={lang}>
          <legend>{languageName(lang)}</legend>
          {STARTER_FEEDS.filter((feed) => feed.lang === lang).map(({ name, address }, at) => (
            <Option
              key={address}
              label={name}
              lang={lang}
              isFirst={index === 0 && at === 0}
              checked={chosen.has(address)}
              onToggle={() => toggle(address)}
            />
          ))}
        </fieldset>
      ))}
      {wrong ? <p className="wrong">{wrong}</p> : null}
      <p className="actions">
        <button type="button" className="button strong" disabled={busy || chosen.size === 0} onClick={subscribe}>
          {words("starter.go", { count: chosen.size })}
        </button>
      </p>
    </DialogFrame>
  );
}
