import { useState } from "react";
import { words } from "../../words/index.ts";
import { keysOrName } from "../keys.ts";
import { useController, useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";

/** Asks for a text to find in the article. */
export function FindDialog() {
  const { finding, close, mac } = useController();
  const own = useWindowState((state) => state.settings.keys);
  const [text, setText] = useState(finding.last());
  const [missing, setMissing] = useState(false);
  const count = finding.count(text);
  return (
    <DialogFrame title={words("find.title")}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (count === 0) {
            setMissing(true);
            return;
          }
          close();
          // The dialog gives the focus back first.
          setTimeout(() => finding.go(text));
        }}
      >
        <label htmlFor="find-text">{words("find.label")}</label>
        <input
          id="find-text"
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={text}
          aria-describedby="find-hint find-count"
          aria-invalid={missing && count === 0}
          onChange={(event) => {
            setText(event.target.value);
            setMissing(false);
          }}
          onFocus={(event) => event.target.select()}
          data-first=""
        />
        <p id="find-hint" className="hint">
          {words("find.hint", { next: keysOrName("findNext", mac, own), before: keysOrName("findPrevious", mac, own) })}
        </p>
        <p id="find-count" role="status" className={missing && count === 0 ? "wrong" : "hint"}>
          {text.trim() === "" ? "" : count === 0 ? words("find.none", { text: text.trim() }) : words("find.count", { count })}
        </p>
        <p className="actions">
          <button type="submit" className="button strong">
            {words("find.go")}
          </button>
        </p>
      </form>
    </DialogFrame>
  );
}
