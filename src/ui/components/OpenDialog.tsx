import { useRef, useState } from "react";
import { words } from "../../words/index.ts";
import { CopiedButton } from "./CopiedButton.tsx";
import { useController } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";
import { RecentList } from "./RecentList.tsx";

/** Asks for an address or a file. */
export function OpenDialog() {
  const { openAddress, chooseFile } = useController();
  const [address, setAddress] = useState("");
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  return (
    <DialogFrame title={words("open.title")}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (address.trim()) openAddress(address.trim());
          else setMissing(true);
        }}
      >
        <label htmlFor="open-address">{words("open.label")}</label>
        <input
          ref={field}
          id="open-address"
          type="text"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          aria-describedby={missing ? "open-missing" : "open-hint"}
          aria-invalid={missing}
          data-first=""
        />
        {missing ? (
          <p id="open-missing" className="wrong">
            {words("open.missing")}
          </p>
        ) : null}
        <p id="open-hint" className="hint">
          {words("open.hint")}
        </p>
        <p className="actions">
          <button type="submit" className="button strong">
            {words("open.go")}
          </button>
          <CopiedButton
            taken={address}
            onTake={(copied) => {
              setAddress(copied);
              field.current?.focus();
            }}
          />
          <button type="button" className="button" onClick={chooseFile}>
            {words("open.choose")}
          </button>
        </p>
      </form>
      <RecentList />
    </DialogFrame>
  );
}
