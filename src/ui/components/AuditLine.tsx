import { memo } from "react";
import type { Audit } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { auditWords } from "../reading/audit.ts";
import { useController } from "./context.ts";

/** What the extractor did, in a few sentences, with a way to the whole list. */
export const AuditLine = memo(({ audit }: { readonly audit: Audit }) => {
  const { run } = useController();
  return (
    <>
      <p>{auditWords(audit)}</p>
      {audit.left.length + audit.merged.length > 0 ? (
        <button type="button" className="button" onClick={() => run("audit")}>
          {words("audit.open")}
        </button>
      ) : null}
    </>
  );
});
