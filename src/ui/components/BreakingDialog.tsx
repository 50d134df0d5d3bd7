import { useEffect, useState } from "react";
import { type BreakingNews, toFailure } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { failureWords } from "../control/answers.ts";
import { agoWords } from "../reading/refresh-words.ts";
import { useController } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";

/** So many are listed (guess: what was told today). */
const LISTED = 20;

/** What was breaking news, the last first. Each can be opened. */
export function BreakingDialog() {
  const { breakingNews, openNews } = useController();
  const [found, setFound] = useState<readonly BreakingNews[] | null>(null);
  const [failed, setFailed] = useState("");
  useEffect(() => {
    const leaving = new AbortController();
    breakingNews({ limit: LISTED }, leaving.signal).then(setFound, (thrown: unknown) => {
      if (!leaving.signal.aborted) setFailed(failureWords(toFailure(thrown).code));
    });
    return () => leaving.abort();
  }, [breakingNews]);
  if (found === null && failed === "") return null;
  return (
    <DialogFrame title={words("breaking.title")}>
      {failed ? <p>{failed}</p> : null}
      {found?.length === 0 ? <p>{words("breaking.none")}</p> : null}
      <ul className="choices">
        {found?.map(({ item, title, source, lang, found: when }, n) => (
          <li key={item}>
            <button type="button" className="choice" data-first={n === 0 ? "" : undefined} onClick={() => openNews(item, title)}>
              <span dir="auto" lang={lang ?? undefined}>
                {title}
              </span>
              <small>{words("breaking.source", { source, ago: agoWords(Date.now() - Date.parse(when)) ?? "now" })}</small>
            </button>
          </li>
        ))}
      </ul>
    </DialogFrame>
  );
}
