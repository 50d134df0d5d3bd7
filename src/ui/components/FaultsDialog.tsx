import { useEffect, useState } from "react";
import { type SubscribedFeed, toFailure } from "../../model/index.ts";
import { joined, words } from "../../words/index.ts";
import { failureWords } from "../control/answers.ts";
import { faultWords } from "../reading/refresh-words.ts";
import { useController } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";

/** The feeds with a problem, each with what it is and what comes next. */
export function FaultsDialog() {
  const { feeds } = useController();
  const [found, setFound] = useState<readonly SubscribedFeed[] | null>(null);
  const [failed, setFailed] = useState("");
  useEffect(() => {
    const leaving = new AbortController();
    feeds({}, leaving.signal).then(setFound, (thrown: unknown) => {
      if (!leaving.signal.aborted) setFailed(failureWords(toFailure(thrown).code));
    });
    return () => leaving.abort();
  }, [feeds]);
  const faults = found?.filter(({ problem }) => problem !== null) ?? [];
  return (
    <DialogFrame title={words("faults.title")}>
      {failed ? <p>{failed}</p> : null}
      {found !== null && faults.length === 0 ? <p>{words("faults.none")}</p> : null}
      <ul className="faults">
        {faults.map(({ id, title, problem, gone }) =>
          problem ? (
            <li key={id}>
              <h3>{title}</h3>
              <p>{joined([faultWords(problem.code, gone), gone ? "" : words("faults.times", { times: problem.times })])}</p>
            </li>
          ) : null,
        )}
      </ul>
    </DialogFrame>
  );
}
