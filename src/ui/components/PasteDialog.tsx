import { useState } from "react";
import { words } from "../../words/index.ts";
import { useController } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";

/** Takes a text that was copied elsewhere. It begins with what is on the clipboard. */
export function PasteDialog({ text: copied }: { readonly text: string }) {
  const { openText } = useController();
  const [text, setText] = useState(copied);
  const [missing, setMissing] = useState(false);
  return (
    <DialogFrame title={words("paste.title")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) openText(text);
          else setMissing(true);
        }}
      >
        <label htmlFor="paste-text">{words("paste.label")}</label>
        <textarea
          id="paste-text"
          rows={8}
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-describedby={missing ? "paste-missing" : "paste-hint"}
          aria-invalid={missing}
          data-first=""
        />
        <p id="paste-hint" className="hint">
          {words("paste.hint")}
        </p>
        {missing ? (
          <p id="paste-missing" className="wrong">
            {words("paste.missing")}
          </p>
        ) : null}
        <p className="actions">
          <button type="submit" className="button strong">
            {words("paste.go")}
          </button>
        </p>
      </form>
    </DialogFrame>
  );
}
