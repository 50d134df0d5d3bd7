import { useEffect, useRef, useState } from "react";
import type { ShareState } from "../../model/index.ts";
import { shareWords, words } from "../../words/index.ts";
import { useController } from "./context.ts";

/** The folder by which places and settings travel between machines. */
export function ShareSettings() {
  const { sharing } = useController();
  const [state, setState] = useState<ShareState | null>(null);
  const [message, setMessage] = useState("");
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    sharing.state().then(setState, () => setState(null));
  }, [sharing]);
  const work = async (run: () => Promise<string | null>): Promise<void> => {
    const told = await run();
    setState(await sharing.state().catch(() => null));
    setMessage(told ?? "");
    // Another button may be the first now.
    setTimeout(() => first.current?.focus());
  };
  return (
    <section aria-labelledby="settings-share">
      <h3 id="settings-share">{words("share.title")}</h3>
      <p className={state?.folder ? "" : "hint"}>{state?.folder ? shareWords(state) : words("share.about")}</p>
      <p className="actions">
        {state?.folder ? (
          <>
            <button ref={first} type="button" className="button" onClick={() => void work(sharing.now)}>
              {words("share.now")}
            </button>
            <button type="button" className="button" onClick={() => void work(sharing.stop)}>
              {words("share.stop")}
            </button>
          </>
        ) : (
          <button ref={first} type="button" className="button" onClick={() => void work(sharing.choose)}>
            {words("share.choose")}
          </button>
        )}
      </p>
      {message === "" || (state && message === shareWords(state)) ? null : <p>{message}</p>}
    </section>
  );
}
