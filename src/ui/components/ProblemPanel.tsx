import type { FailureCode } from "../../model/index.ts";
import { leftToRight, words } from "../../words/index.ts";
import { shortAddress } from "../reading/short-address.ts";
import type { Problem } from "../state.ts";
import { useController } from "./context.ts";

/** What a browser may show all the same. */
const PASTING: ReadonlySet<FailureCode> = new Set(["not-an-article", "refused", "sign-in", "too-large"]);

/** What the window waits for by itself: there is nothing to try. */
const WAITING: ReadonlySet<FailureCode> = new Set(["no-library", "no-room", "in-use", "newer"]);

/** What went wrong, and what to do next. */
export function ProblemPanel({ problem: { failure, request } }: { readonly problem: Problem }) {
  const { retry, run, openOutside, chooseFile, restart } = useController();
  const address = request?.kind === "address" ? request.address : null;
  const isPage = address !== null && /^https?:/.test(address);
  const waiting = WAITING.has(failure.code);
  const pasting = PASTING.has(failure.code);
  return (
    <section className="problem" aria-labelledby="problem-title" aria-describedby="problem-text">
      <h2 id="problem-title">{words(`failure.${failure.code}`)}</h2>
      {address && !waiting ? <p className="problem-address">{leftToRight(shortAddress(address))}</p> : null}
      <p id="problem-text">{words(`failure.${failure.code}.next`)}</p>
      <p className="actions">
        {waiting ? null : (
          <button type="button" className="button strong" onClick={retry}>
            {words(request ? "problem.retry" : "problem.play")}
          </button>
        )}
        {failure.code === "no-file" ? (
          <button type="button" className="button" onClick={chooseFile}>
            {words("open.choose")}
          </button>
        ) : null}
        {pasting ? (
          <button type="button" className="button" onClick={() => run("paste")}>
            {words("problem.paste")}
          </button>
        ) : null}
        {pasting && isPage ? (
          <button type="button" className="button" onClick={() => openOutside(address)}>
            {words("problem.browser")}
          </button>
        ) : null}
        {address && !waiting ? (
          <button type="button" className="button" onClick={() => run("open")}>
            {words("problem.other")}
          </button>
        ) : null}
        {failure.code === "stopped" ? (
          <button type="button" className="button" onClick={restart}>
            {words("problem.restart")}
          </button>
        ) : null}
        {failure.code === "no-voice" ? (
          <button type="button" className="button" onClick={() => run("settings")}>
            {words("problem.voices")}
          </button>
        ) : null}
      </p>
    </section>
  );
}
