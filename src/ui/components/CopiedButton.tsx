import { useEffect, useState } from "react";
import { words } from "../../words/index.ts";
import { useController } from "./context.ts";

/** Offers the address that is on the clipboard, where there is one and it is not in the field already (`taken`). */
export function CopiedButton({ taken, onTake }: { readonly taken: string; readonly onTake: (address: string) => void }) {
  const { copied: readCopied } = useController().library.feeds;
  const [copied, setCopied] = useState("");
  useEffect(() => {
    readCopied().then(setCopied, () => {
      // Nothing is suggested, then.
    });
  }, [readCopied]);
  return copied && copied !== taken ? (
    <button type="button" className="button" onClick={() => onTake(copied)}>
      {words("subscribe.copied", { address: copied })}
    </button>
  ) : null;
}
