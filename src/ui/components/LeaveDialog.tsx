import { useEffect, useState } from "react";
import type { BlockId } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { textOf } from "../reading/shown.ts";
import { useController, useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";
import { Option } from "./Option.tsx";

/** Longest text that is shown whole, characters. */
const LONGEST = 400;

/** Asks where the passage that the listener is at shall be left out. */
export function LeaveDialog({ block }: { readonly block: BlockId }) {
  const { leaveOut, siteRules, say, close } = useController();
  const article = useWindowState((state) => state.reading?.article);
  const [site, setSite] = useState<string | null>(null);
  const [always, setAlways] = useState(false);
  useEffect(() => {
    let gone = false;
    siteRules().then(
      (found) => gone || setSite(found.site),
      // Then it can be left out here.
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [siteRules]);
  if (!article) return null;
  const text = textOf(article, block);
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return (
    <DialogFrame title={words("leave.title")} describedBy="leave-text" closable={false}>
      <p id="leave-text" className="address" lang={article.lang} dir="auto">
        {shown}
      </p>
      {site === null ? null : (
        <Option
          label={words("leave.always", { site })}
          checked={always}
          onToggle={() => {
            setAlways(!always);
            say(words(always ? "leave.willHere" : "leave.willAlways"));
          }}
        />
      )}
      <p className="actions">
        <button type="button" className="button strong" onClick={() => leaveOut(block, always)} data-first="">
          {words("leave.here")}
        </button>
        <button type="button" className="button" onClick={close}>
          {words("dialog.cancel")}
        </button>
      </p>
      <p className="hint">{words("leave.hint")}</p>
    </DialogFrame>
  );
}
