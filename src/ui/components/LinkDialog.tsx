import { words } from "../../words/index.ts";
import { useController } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";

/** Asks what to do with a link of the article, and shows where it leads. */
export function LinkDialog({ address, text }: { readonly address: string; readonly text: string }) {
  const { openAddress, openOutside, close } = useController();
  const readable = /^https?:/.test(address);
  return (
    <DialogFrame title={words("link.title", { text })} describedBy="link-address" closable={false}>
      <p id="link-address" className="address">
        {address}
      </p>
      <p className="actions">
        {readable ? (
          <button type="button" className="button strong" onClick={() => openAddress(address, { typed: false })} data-first="">
            {words("link.here")}
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => openOutside(address)}>
          {words(readable ? "link.browser" : "link.mail")}
        </button>
        <button type="button" className="button" onClick={close}>
          {words("dialog.cancel")}
        </button>
      </p>
    </DialogFrame>
  );
}
