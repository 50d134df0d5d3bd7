import { useEffect, useRef, useState } from "react";
import { type FoundFeeds, toFailure } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { failureWords } from "../control/answers.ts";
import { folderOf } from "../control/library-feeds.ts";
import { CopiedButton } from "./CopiedButton.tsx";
import { useController } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";
import { FolderField } from "./FolderField.tsx";
import { Option } from "./Option.tsx";

/** How a dialog of several steps is at the moment. */
type Step =
  | { readonly kind: "asking"; readonly wrong: string }
  | { readonly kind: "looking" }
  | { readonly kind: "found"; readonly found: FoundFeeds };

/** What a found feed is called: its title, else its address. */
const nameOf = ({ title, address }: FoundFeeds["feeds"][number]): string => title ?? address;

/** Asks for the address of a site or feed (`given`: what a link named, "" for none), says what is there, and subscribes to what is chosen of it. */
export function SubscribeDialog({ given }: { readonly given: string }) {
  const { library, close, say, run } = useController();
  const { feeds } = library;
  const [address, setAddress] = useState(given);
  const [folder, setFolder] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [step, setStep] = useState<Step>({ kind: "asking", wrong: "" });
  const running = useRef<AbortController | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const go = useRef<HTMLButtonElement>(null);
  const choices = useRef<HTMLFieldSetElement>(null);
  useEffect(() => () => running.current?.abort(), []);

  const ask = (wrong: string): void => {
    setStep({ kind: "asking", wrong });
    setTimeout(() => field.current?.focus());
  };
  const look = (wanted: string): void => {
    if (wanted.trim() === "") {
      ask(words("subscribe.missing"));
      return;
    }
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    setStep({ kind: "looking" });
    say(words("subscribe.looking", { address: wanted.trim() }));
    feeds.look({ address: wanted.trim() }, own.signal).then(
      (found) => {
        if (own.signal.aborted) return;
        const free = found.feeds.filter(({ taken }) => !taken);
        if (found.feeds.length === 0) {
          ask(words("subscribe.none"));
          say(words("subscribe.none"));
          return;
        }
        setChosen(new Set(free.slice(0, 1).map((feed) => feed.address)));
        setStep({ kind: "found", found });
        say(words("subscribe.found", { count: found.feeds.length, title: found.feeds[0] ? nameOf(found.feeds[0]) : "" }));
        // Among several one chooses first.
        setTimeout(() => (found.feeds.length > 1 ? (choices.current?.querySelector("input") ?? go.current) : go.current)?.focus());
      },
      (thrown: unknown) => {
        if (own.signal.aborted) return;
        const { code } = toFailure(thrown);
        const wrong = code === "bad-input" ? words("subscribe.damaged") : failureWords(code);
        ask(wrong);
        say(wrong);
      },
    );
  };
  const subscribe = (): void => {
    if (step.kind !== "found") return;
    const wanted = step.found.feeds
      .filter((feed) => chosen.has(feed.address))
      .map((feed) => ({ address: feed.address, title: nameOf(feed) }));
    if (wanted.length === 0) return;
    const own = new AbortController();
    running.current = own;
    setStep({ kind: "looking" });
    feeds.subscribe(wanted, folderOf(folder), own.signal).then(
      ({ message, failed }) => {
        if (failed > 0) ask(message);
        else {
          close();
          library.goToRows();
        }
      },
      (thrown: unknown) => {
        if (!own.signal.aborted) ask(failureWords(toFailure(thrown).code));
      },
    );
  };
  const toggle = (one: string): void => {
    const next = new Set(chosen);
    if (!next.delete(one)) next.add(one);
    setChosen(next);
  };

  return (
    <DialogFrame title={words("subscribe.title")}>
      {step.kind === "found" ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            subscribe();
          }}
        >
          <fieldset ref={choices}>
            <legend>
              {words("subscribe.found", { count: step.found.feeds.length, title: step.found.feeds[0] ? nameOf(step.found.feeds[0]) : "" })}
            </legend>
            {step.found.feeds.map((feed) =>
              feed.taken ? (
                <p key={feed.address} className="option" dir="auto">
                  {words("subscribe.taken", { title: nameOf(feed) })}
                </p>
              ) : step.found.feeds.length === 1 ? (
                <p key={feed.address} dir="auto">
                  {feed.has
                    ? words("subscribe.has", {
                        count: feed.has.items,
                        newest: feed.has.newest ?? "",
                        isKnown: feed.has.newest ? "yes" : "no",
                      })
                    : feed.address}
                </p>
              ) : (
                <Option key={feed.address} label={nameOf(feed)} checked={chosen.has(feed.address)} onToggle={() => toggle(feed.address)} />
              ),
            )}
          </fieldset>
          <FolderField id="subscribe-folder" value={folder} onChange={setFolder} />
          <p className="actions">
            <button ref={go} type="submit" className="button strong" disabled={chosen.size === 0}>
              {words("subscribe.go")}
            </button>
            <button type="button" className="button" onClick={() => ask("")}>
              {words("subscribe.other")}
            </button>
          </p>
        </form>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            look(address);
          }}
        >
          <label htmlFor="subscribe-address">{words("subscribe.label")}</label>
          <input
            ref={field}
            id="subscribe-address"
            type="text"
            inputMode="url"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
            aria-describedby={step.kind === "asking" && step.wrong ? "subscribe-wrong" : "subscribe-hint"}
            aria-invalid={step.kind === "asking" && step.wrong !== ""}
            data-first=""
          />
          {step.kind === "asking" && step.wrong ? (
            <p id="subscribe-wrong" className="wrong">
              {step.wrong}
            </p>
          ) : null}
          <p id="subscribe-hint" className="hint">
            {words("subscribe.hint")}
          </p>
          {step.kind === "looking" ? <p className="hint">{words("subscribe.wait")}</p> : null}
          <p className="actions">
            <button type="submit" className="button strong" disabled={step.kind === "looking"}>
              {words("subscribe.look")}
            </button>
            <CopiedButton
              taken={address}
              onTake={(copied) => {
                setAddress(copied);
                field.current?.focus();
              }}
            />
            <button type="button" className="button" onClick={() => run("starterFeeds")}>
              {words("subscribe.starter")}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => {
                close();
                run("importFeeds");
              }}
            >
              {words("subscribe.import")}
            </button>
          </p>
        </form>
      )}
    </DialogFrame>
  );
}
