import { useState } from "react";
import type { Copied } from "../../contract/index.ts";
import { words } from "../../words/index.ts";
import { isSameText, richHtml } from "../reading/copied.ts";
import { useController } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";

/**
 * Takes a text that was copied elsewhere. It begins with what is on the clipboard. While the text is as it was copied, its headings, lists,
 * links and photos come with it.
 */
export function PasteDialog({ copied: onClipboard }: { readonly copied: Copied }) {
  const { openText } = useController();
  const [copied, setCopied] = useState(onClipboard);
  const [text, setText] = useState(onClipboard.text);
  const [missing, setMissing] = useState(false);
  const html = isSameText(text, copied.text) ? richHtml(copied) : "";
  return (
    <DialogFrame title={words("paste.title")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) openText(text, html);
          else setMissing(true);
        }}
      >
        <label htmlFor="paste-text">{words("paste.label")}</label>
        <textarea
          id="paste-text"
          rows={8}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPaste={({ clipboardData }) =>
            setCopied({ text: clipboardData.getData("text/plain"), html: clipboardData.getData("text/html") })
          }
          aria-describedby={missing ? "paste-missing" : "paste-hint"}
          aria-invalid={missing}
          data-first=""
        />
        {missing ? (
          <p id="paste-missing" className="wrong">
            {words("paste.missing")}
          </p>
        ) : null}
        <p id="paste-hint" className="hint">
          {words(html === "" ? "paste.hint" : "paste.rich")}
        </p>
        <p className="actions">
          <button type="submit" className="button strong">
            {words("paste.go")}
          </button>
        </p>
      </form>
    </DialogFrame>
  );
}
