import { useEffect, useRef, useState } from "react";
import type { PasswordPlace } from "../../contract/index.ts";
import { SYNC_PROTOCOLS, type SyncState } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { type SyncForm, syncLines } from "../control/syncing.ts";
import { Choice } from "./Choice.tsx";
import { useController } from "./context.ts";

const EMPTY: SyncForm = { protocol: "ttrss", address: "", user: "", password: "", place: "keychain", openLine: false };

/** What is asked before a server is added. */
type Question = "no-keychain" | "open-line";

/** The server that keeps several machines the same: how it stands, or the form that adds one. */
export function SyncSettings() {
  const { syncing } = useController();
  const [state, setState] = useState<SyncState | null>(null);
  const [form, setForm] = useState<SyncForm>(EMPTY);
  const [question, setQuestion] = useState<Question | null>(null);
  const [stop, setStop] = useState<AbortController | null>(null);
  const [message, setMessage] = useState("");
  const first = useRef<HTMLButtonElement>(null);
  const working = stop !== null;
  useEffect(() => {
    syncing.state().then(setState, () => setState(null));
  }, [syncing]);
  useEffect(() => () => stop?.abort(), [stop]);
  // A question, or what has changed, begins at its first button.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another button is the first
  useEffect(() => {
    if (message !== "" || question !== null) first.current?.focus();
  }, [question, message, working]);

  const work = async (run: (signal: AbortSignal) => Promise<string>): Promise<void> => {
    const ending = new AbortController();
    setStop(ending);
    setMessage("");
    const told = await run(ending.signal);
    // Before anything is drawn anew: what has the focus then stays.
    setState(await syncing.state().catch(() => null));
    setStop(null);
    setMessage(told);
  };
  const add = (change: Partial<SyncForm> = {}): Promise<void> => {
    const whole = { ...form, ...change };
    setForm(whole);
    setQuestion(null);
    return work(async (signal) => {
      const answer = await syncing.add(whole, signal);
      if (typeof answer === "object") return answer.message;
      if (answer !== "added") {
        setQuestion(answer);
        return "";
      }
      setForm(EMPTY);
      return syncing.sync(null, signal);
    });
  };
  const keepAt = (place: PasswordPlace): void => void add({ place });
  const isFull = form.address.trim() !== "" && form.user.trim() !== "" && form.password !== "";
  const text = (name: "address" | "user" | "password", type: "text" | "url" | "password") => (
    <p className="setting">
      <label htmlFor={`sync-${name}`}>{words(`sync.${name}`)}</label>
      <input
        id={`sync-${name}`}
        type={type === "url" ? "text" : type}
        inputMode={type === "url" ? "url" : "text"}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={form[name]}
        onChange={(event) => setForm({ ...form, [name]: event.target.value })}
      />
    </p>
  );

  return (
    <section aria-labelledby="settings-sync">
      <h3 id="settings-sync">{words("sync.title")}</h3>
      {state?.account ? syncLines(state).map((line) => <p key={line}>{line}</p>) : <p className="hint">{words("sync.about")}</p>}
      {working ? (
        <p className="actions">
          <span>{words("sync.running")}</span>
          <button ref={first} type="button" className="button" onClick={() => stop.abort()}>
            {words("sync.stop")}
          </button>
        </p>
      ) : question ? (
        <>
          <p id="sync-question">{words(`sync.ask.${question}`)}</p>
          <p className="actions">
            {question === "open-line" ? (
              <button
                ref={first}
                type="button"
                className="button"
                aria-describedby="sync-question"
                onClick={() => void add({ openLine: true })}
              >
                {words("sync.ask.go-on")}
              </button>
            ) : (
              <>
                <button ref={first} type="button" className="button" aria-describedby="sync-question" onClick={() => keepAt("nowhere")}>
                  {words("sync.ask.nowhere")}
                </button>
                <button type="button" className="button" aria-describedby="sync-question" onClick={() => keepAt("file")}>
                  {words("sync.ask.file")}
                </button>
              </>
            )}
            <button type="button" className="button" onClick={() => setQuestion(null)}>
              {words("sync.ask.back")}
            </button>
          </p>
        </>
      ) : state?.account ? (
        <>
          {state.account.problem?.code === "sign-in" ? text("password", "password") : null}
          <p className="actions">
            <button
              ref={first}
              type="button"
              className="button"
              onClick={() => void work((signal) => syncing.sync(form.password || null, signal).finally(() => setForm(EMPTY)))}
            >
              {words("sync.now")}
            </button>
            <button type="button" className="button" onClick={() => void work(() => syncing.remove())}>
              {words("sync.remove")}
            </button>
          </p>
        </>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (isFull) void add();
          }}
        >
          <Choice
            id="sync-kind"
            label="sync.kind"
            values={SYNC_PROTOCOLS}
            value={form.protocol}
            name={(protocol) => words(`sync.kind.${protocol}`)}
            onChoose={(protocol) => setForm({ ...form, protocol })}
          />
          {text("address", "url")}
          {text("user", "text")}
          {text("password", "password")}
          <p className="actions">
            <button ref={first} type="submit" className="button" aria-disabled={!isFull}>
              {words("sync.add")}
            </button>
          </p>
        </form>
      )}
      {message === "" ? null : <p>{message}</p>}
    </section>
  );
}
