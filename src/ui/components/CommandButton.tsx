import { COMMANDS, type CommandId } from "../../contract/index.ts";
import { type MessageKey, words } from "../../words/index.ts";
import { ariaShortcut, chordLabel, chordsOf } from "../keys.ts";
import { useController } from "./context.ts";
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
  const chord = chordsOf(command, mac)[0];
  return (
    <button
      type="button"
      className={`button ${className}`}
      onClick={() => run(command)}
      aria-keyshortcuts={COMMANDS[command].keys.length > 0 ? ariaShortcut(command, mac) : undefined}
      title={chord ? chordLabel(chord, mac) : undefined}
      data-play={command === "play" ? "" : undefined}
    >
      <Icon name={icon} />
      <span>{words(label)}</span>
    </button>
  );
}
