import { useEffect, useState } from "react";
import { toFailure } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { failureWords } from "../control/answers.ts";
import { findingLine, type Told } from "../control/diagnostics.ts";
import { useController } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";

/** How Lectern is: what it needs, the last crash, and what happened last. To be read, heard and copied. */
export function DiagnosticsDialog() {
  const { diagnostics } = useController();
  const [told, setTold] = useState<Told | null>(null);
  const [failed, setFailed] = useState("");
  useEffect(() => {
    let left = false;
    diagnostics.look().then(
      (found) => left || setTold(found),
      (thrown: unknown) => left || setFailed(failureWords(toFailure(thrown).code)),
    );
    return () => {
      left = true;
    };
  }, [diagnostics]);
  return (
    <DialogFrame title={words("command.diagnostics")} describedBy="diagnostics-text">
      <p id="diagnostics-text">{words("diagnostics.text")}</p>
      <p role="status">{failed || (told ? "" : words("diagnostics.looking"))}</p>
      {told ? (
        <>
          <p className="actions">
            <button type="button" className="button strong" onClick={() => diagnostics.hear(told)}>
              {words("diagnostics.hear")}
            </button>
            <button type="button" className="button" onClick={() => diagnostics.copy(told)}>
              {words("diagnostics.copy")}
            </button>
          </p>
          <h3>{words("diagnostics.checks")}</h3>
          <ul>
            {told.findings.map((finding) => (
              <li key={finding.what}>{findingLine(finding)}</li>
            ))}
          </ul>
          <h3>{words("diagnostics.crash")}</h3>
          <p>{told.crash ?? words("check.no-crash")}</p>
          <h3>{words("diagnostics.log")}</h3>
          <ol dir="ltr">
            {told.log.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          <p dir="ltr">{told.system}</p>
        </>
      ) : null}
    </DialogFrame>
  );
}
