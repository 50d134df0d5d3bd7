import type { CommandId } from "../../contract/index.ts";
import { type MessageKey, words } from "../../words/index.ts";
import { ariaShortcut, chordLabel, chordsOf } from "../keys.ts";
import { useController, useWindowState } from "./context.ts";
import { Icon, type IconName } from "./Icon.tsx";

interface Props {
  readonly command: CommandId;
  readonly icon: IconName;
  readonly label: MessageKey;
  readonly className?: string;
}

/** A button that does what a command's keys do. */
export function CommandButton({ command, icon, label, className = "" }: Props) {
  const { run, mac } = useController();
  const own = useWindowState((state) => state.settings.keys);
  const chord = chordsOf(command, mac, own)[0];
  return (
    <button
      type="button"
      className={`button ${className}`}
      onClick={() => run(command)}
      aria-keyshortcuts={ariaShortcut(command, mac, own)}
      title={chord ? chordLabel(chord, mac) : undefined}
      data-play={command === "play" ? "" : undefined}
    >
      <Icon name={icon} />
      <span>{words(label)}</span>
    </button>
  );
}
