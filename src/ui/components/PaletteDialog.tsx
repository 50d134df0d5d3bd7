import { useId, useRef, useState } from "react";
import { words } from "../../words/index.ts";
import { chordLabel, chordsOf } from "../keys.ts";
import { findCommands } from "../reading/commands.ts";
import { useController, useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";

/** Every command, found by a part of its name. */
export function PaletteDialog() {
  const { run, mac, close, sayFocus } = useController();
  const own = useWindowState((state) => state.settings.keys);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const found = findCommands(text).filter((command) => command !== "palette");
  const at = Math.min(chosen, found.length - 1);
  const current = found[at];
  const act = (index: number): void => {
    const command = found[index];
    if (!command) return;
    close();
    // The dialog gives the focus back first: what the command is about may be what had it.
    setTimeout(() => run(command));
  };
  const choose = (index: number): void => {
    setChosen(index);
    list.current?.children[index]?.scrollIntoView({ block: "nearest" });
    const command = found[index];
    if (command && index !== chosen) sayFocus(words(`command.${command}`));
  };
  return (
    <DialogFrame title={words("palette.title")}>
      <div className="palette-field">
        <label htmlFor={`${id}-text`}>{words("palette.label")}</label>
        <input
          id={`${id}-text`}
          type="text"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={current ? `${id}-${current}` : undefined}
          aria-autocomplete="list"
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          spellCheck={false}
          data-first=""
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            choose(0);
          }}
          onKeyDown={(event) => {
            const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
            const step = steps[event.key];
            if (event.key === "Enter" && !event.nativeEvent.isComposing) act(at);
            else if (step !== undefined && found.length > 0) choose(Math.max(0, Math.min(found.length - 1, at + step)));
            else return;
            event.preventDefault();
          }}
        />
      </div>
      <p id={`${id}-hint`} className="hint">
        {words("palette.hint")}
      </p>
      <p role="status" className={found.length > 0 ? "for-screen-readers" : ""}>
        {found.length > 0 ? words("palette.count", { count: found.length }) : words("palette.none")}
      </p>
      <div id={`${id}-list`} ref={list} role="listbox" aria-label={words("palette.title")} className="choices keyed palette">
        {found.map((command, index) => {
          const chords = chordsOf(command, mac, own);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
            <div
              key={command}
              id={`${id}-${command}`}
              role="option"
              aria-selected={index === at}
              tabIndex={-1}
              className="choice"
              onClick={() => act(index)}
            >
              <span>{words(`command.${command}`)}</span>
              {chords[0] ? <small>{chordLabel(chords[0], mac)}</small> : null}
            </div>
          );
        })}
      </div>
    </DialogFrame>
  );
}
