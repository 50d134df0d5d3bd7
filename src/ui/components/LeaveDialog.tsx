import { useEffect, useState } from "react";
import type { BlockId } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { beginning } from "../reading/first-words.ts";
import { textOf } from "../reading/shown.ts";
import { useController, useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";
import { Option } from "./Option.tsx";
import { useSmall } from "./use-small.ts";

/** Longest text that is shown whole, characters. */
const LONGEST = 400;
/** The same in the smallest window, where the question and its answers have the room: enough to know the passage by. */
const LONGEST_SMALL = 56;

/** Asks where the passage that the listener is at shall be left out. */
export function LeaveDialog({ block }: { readonly block: BlockId }) {
  const { leaveOut, siteRules, say, close } = useController();
  const article = useWindowState((state) => state.reading?.article);
  const [site, setSite] = useState<string | null>(null);
  const [always, setAlways] = useState(false);
  const small = useSmall();
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
  const told = beginning(text, LONGEST);
  const shown = beginning(text, small ? LONGEST_SMALL : LONGEST);
  return (
    <DialogFrame title={words("leave.title")} describedBy="leave-text" closable={false}>
      {shown === told ? null : (
        <p id="leave-text" className="for-screen-readers" lang={article.lang} dir="auto">
          {told}
        </p>
      )}
      <p id={shown === told ? "leave-text" : undefined} className="address" lang={article.lang} dir="auto" aria-hidden={shown !== told}>
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
