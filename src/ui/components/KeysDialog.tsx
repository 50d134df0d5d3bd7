import { useEffect, useId, useRef, useState } from "react";
import type { Chord, CommandId } from "../../contract/index.ts";
import type { OwnKeys } from "../../model/index.ts";
import { joined, words } from "../../words/index.ts";
import { assign, ownerOf, restore, unassign } from "../control/own-keys.ts";
import { chordLabel, chordOf, chordsOf } from "../keys.ts";
import { type Clash, clashOf } from "../reading/clashes.ts";
import { findCommands } from "../reading/commands.ts";
import { useController, useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";

/** These keys would never reach a command, or would take from everybody what they move by. */
const IMPOSSIBLE: ReadonlySet<Clash> = new Set(["bare", "moving"]);

interface AskProps {
  readonly command: CommandId;
  readonly onDone: (keys: OwnKeys | null, chord: Chord | null) => void;
}

/** Waits for the keys that a command is to have, names what they clash with, and asks. */
function Ask({ command, onDone }: AskProps) {
  const { mac, takeKeys, say } = useController();
  const own = useWindowState((state) => state.settings.keys);
  const [chord, setChord] = useState<Chord | null>(null);
  const name = words(`command.${command}`);
  const owner = chord ? ownerOf(chord, mac, own) : null;
  const clash = chord ? clashOf(chord, mac) : null;
  const impossible = clash !== null && IMPOSSIBLE.has(clash);
  const messages = chord
    ? [
        words("keys.pressed", { chord: chordLabel(chord, mac), command: name }),
        ...(owner && owner !== command ? [words("keys.taken", { chord: chordLabel(chord, mac), other: words(`command.${owner}`) })] : []),
        ...(clash ? [words(`keys.clash.${clash}`)] : []),
      ]
    : [words("keys.press", { command: name })];
  const message = joined(messages);
  useEffect(() => say(message), [say, message]);
  useEffect(() => {
    if (chord && !impossible) return;
    return takeKeys((event) => {
      const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
      if (event.key === "Escape" && plain) {
        onDone(null, null);
        return true;
      }
      // Whoever wants out by Tab can go.
      if (event.key === "Tab") return false;
      const pressed = chordOf(event, mac);
      if (pressed) setChord(pressed);
      return true;
    });
  }, [chord, impossible, takeKeys, mac, onDone]);
  const free = clash === null && (owner === null || owner === command);
  const use = useRef<HTMLButtonElement>(null);
  const leave = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Enter by mistake takes no other command's keys.
    if (chord && !impossible) (free ? use : leave).current?.focus();
  }, [chord, impossible, free]);
  return (
    <div className="ask-keys">
      <p className={impossible ? "wrong" : ""}>{message}</p>
      <p className="actions">
        {chord && !impossible ? (
          <button
            type="button"
            className={free ? "button strong" : "button"}
            ref={use}
            onClick={() => onDone(assign(command, chord, mac, own), chord)}
          >
            {words(free ? "keys.use" : "keys.useAnyway")}
          </button>
        ) : null}
        <button type="button" ref={leave} className="button" onClick={() => onDone(null, null)}>
          {words("keys.cancel")}
        </button>
      </p>
    </div>
  );
}

/** Gives commands keys of the listener's own. */
export function KeysDialog() {
  const { mac, change, say } = useController();
  const own = useWindowState((state) => state.settings.keys);
  const [text, setText] = useState("");
  const [asked, setAsked] = useState<CommandId | null>(null);
  const id = useId();
  const put = (keys: OwnKeys, message: string): void => {
    change({ keys });
    say(message);
  };
  const back = (command: CommandId): void => {
    setAsked(null);
    // The button that asked is there again, and has the focus again.
    setTimeout(() => document.getElementById(`${id}-${command}`)?.focus());
  };
  return (
    <DialogFrame title={words("keys.title")} describedBy={`${id}-about`} className="broad">
      <p id={`${id}-about`}>{words("keys.text")}</p>
      <label htmlFor={`${id}-find`}>{words("keys.find")}</label>
      <input
        id={`${id}-find`}
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        data-first=""
      />
      <ul className="left beside">
        {findCommands(text).map((command) => {
          const name = words(`command.${command}`);
          const chords = [...new Set(chordsOf(command, mac, own).map((chord) => chordLabel(chord, mac)))];
          return (
            <li key={command}>
              <p className="left-text">
                <strong>{name}</strong>
                {words("series.colon")}
                {chords.join(words("help.or")) || words("keys.none")}
              </p>
              {asked === command ? (
                <Ask
                  command={command}
                  onDone={(keys, chord) => {
                    if (keys && chord) put(keys, words("keys.kept", { command: name, chord: chordLabel(chord, mac) }));
                    back(command);
                  }}
                />
              ) : (
                <p className="actions">
                  <button
                    type="button"
                    id={`${id}-${command}`}
                    className="button"
                    aria-label={words("keys.changeOf", { command: name })}
                    onClick={() => setAsked(command)}
                  >
                    {words("keys.change")}
                  </button>
                  {chords.length > 0 ? (
                    <button
                      type="button"
                      className="button"
                      aria-label={words("keys.removeOf", { command: name })}
                      onClick={() => put(unassign(command, own), words("keys.removed", { command: name }))}
                    >
                      {words("keys.remove")}
                    </button>
                  ) : null}
                  {Object.hasOwn(own, command) ? (
                    <button
                      type="button"
                      className="button"
                      aria-label={words("keys.usualOf", { command: name })}
                      onClick={() => put(restore(command, mac, own), words("keys.restored", { command: name }))}
                    >
                      {words("keys.usual")}
                    </button>
                  ) : null}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <p className="actions">
        <button type="button" className="button" onClick={() => put({}, words("keys.allRestored"))}>
          {words("keys.all")}
        </button>
      </p>
    </DialogFrame>
  );
}
