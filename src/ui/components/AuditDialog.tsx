import { words } from "../../words/index.ts";
import { auditWords, leftGroups } from "../reading/audit.ts";
import { useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";

/** Everything that was merged or left out, and why. */
export function AuditDialog() {
  const article = useWindowState((state) => state.reading?.article);
  if (!article) return null;
  const { audit } = article;
  return (
    <DialogFrame title={words("audit.title")} describedBy="audit-text" reading>
      <p id="audit-text">{auditWords(audit)}</p>
      {audit.merged.length > 0 ? (
        <section aria-labelledby="audit-merged">
          <h3 id="audit-merged">{words("audit.merged")}</h3>
          <ul>
            {audit.merged.map(({ texts, reason }) => (
              <li key={texts.join()} lang={article.lang} dir="auto">
                {texts[0]} <small lang="en">{words(`merged.${reason}`)}</small>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {leftGroups(audit).map(({ reason, texts }) => (
        <section key={reason} aria-labelledby={`audit-${reason}`}>
          <h3 id={`audit-${reason}`}>{words("audit.reason", { reason: words(`left.${reason}`), count: texts.length })}</h3>
          <ul lang={article.lang}>
            {texts.map(({ id, text }) => (
              <li key={id} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </DialogFrame>
  );
}
