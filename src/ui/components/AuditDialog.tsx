import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { SiteRule } from "../../model/index.ts";
import { interfaceLanguage, words } from "../../words/index.ts";
import type { SiteRules } from "../control/choosing.ts";
import { auditWords, leftGroups } from "../reading/audit.ts";
import { AuditEntry } from "./AuditEntry.tsx";
import { useController, useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";
import { moveFocus } from "./move-focus.ts";

const BUTTONS = "dialog [data-entry], dialog [data-rule]";

/** Keeps the focus where it was when the button that had it is gone: on the one in its place, else on the dialog. */
function useKeptFocus(changed: unknown): { readonly note: () => void } {
  const last = useRef(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it looks again after each change
  useLayoutEffect(() => {
    if (last.current < 0 || (document.activeElement && document.activeElement !== document.body)) return;
    const buttons = [...document.querySelectorAll<HTMLElement>(BUTTONS)];
    (buttons[Math.min(last.current, buttons.length - 1)] ?? document.querySelector<HTMLElement>("dialog"))?.focus();
  }, [changed]);
  return {
    note() {
      const { activeElement } = document;
      last.current = activeElement ? [...document.querySelectorAll(BUTTONS)].indexOf(activeElement) : -1;
    },
  };
}

const ruleText = (rule: SiteRule): string =>
  rule.kind === "put-back"
    ? words("audit.ruleBack", { reason: words(`left.${rule.reason}`), text: rule.sample })
    : words("audit.ruleOut", { text: rule.sample });

/** Everything that was merged or left out, and why; what was left out can be put back. */
export function AuditDialog() {
  const { siteRules, dropRule } = useController();
  const article = useWindowState((state) => state.reading?.article);
  const [{ site, rules }, setRules] = useState<SiteRules>({ site: null, rules: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rules can change whenever the article does
  useEffect(() => {
    let gone = false;
    siteRules().then(
      (found) => gone || setRules(found),
      // Without its rules the list still says what was left out.
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [article, siteRules]);
  const { note } = useKeptFocus(article === undefined ? rules : `${article.audit.left.length} ${rules.length}`);
  if (!article) return null;
  const { audit } = article;
  return (
    <DialogFrame title={words("audit.title")} describedBy="audit-text">
      <p id="audit-text">{auditWords(audit)}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it moves among the buttons inside */}
      <div className="audit" onKeyDown={moveFocus} onFocus={note}>
        {audit.merged.length > 0 ? (
          <section aria-labelledby="audit-merged">
            <h3 id="audit-merged">{words("audit.merged")}</h3>
            <ul>
              {audit.merged.map(({ texts, reason }) => (
                <li key={texts.join()} lang={article.lang} dir="auto">
                  {texts[0]} <small lang={interfaceLanguage()}>{words(`merged.${reason}`)}</small>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {leftGroups(audit).map(({ reason, texts }) => (
          <section key={reason} aria-labelledby={`audit-${reason}`}>
            <h3 id={`audit-${reason}`}>{words("audit.reason", { reason: words(`left.${reason}`), count: texts.length })}</h3>
            <ul className="left">
              {texts.map((entry) => (
                <AuditEntry key={entry.id} entry={entry} site={site} lang={article.lang} />
              ))}
            </ul>
          </section>
        ))}
        {site !== null && rules.length > 0 ? (
          <section aria-labelledby="audit-rules">
            <h3 id="audit-rules">{words("audit.rules", { site })}</h3>
            <ul className="left">
              {rules.map((rule) => (
                <li key={rule.id}>
                  <p className="left-text" dir="auto">
                    {ruleText(rule)}
                  </p>
                  <p className="actions">
                    <button
                      type="button"
                      className="button"
                      data-rule={rule.id}
                      aria-label={words("audit.name", { action: words("audit.dropRule"), text: ruleText(rule) })}
                      onClick={() => dropRule(rule)}
                    >
                      {words("audit.dropRule")}
                    </button>
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </DialogFrame>
  );
}
