import type { LeftOut } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { firstWords } from "../reading/first-words.ts";
import { useController } from "./context.ts";
import { Option } from "./Option.tsx";

/** Words of a text that tell its button from the others. */
const WORDS = 6;

const begin = (text: string): string => {
  const first = firstWords(text, WORDS);
  return first === text ? text : `${first} …`;
};

interface Props {
  readonly entry: LeftOut;
  /** The article's site, null where it has none. */
  readonly site: string | null;
  /** The article's language. */
  readonly lang: string;
}

/** A text that was left out: put back and left out again by one button, on this page or always. */
export function AuditEntry({ entry, site, lang }: Props) {
  const { choose, chooseAlways } = useController();
  const { id, text, back, blocks, rule, part, reason } = entry;
  const action = words(back ? "audit.leaveAgain" : "audit.putBack");
  // Only what the listener decided can be made a rule, and only where the source says what it stood in.
  const decided = reason === "chosen" || (part !== null && (back || rule !== null));
  return (
    <li>
      <p className="left-text" lang={lang} dir="auto">
        {text}
      </p>
      {blocks.length > 0 ? (
        <p className="actions">
          <button
            type="button"
            className="button"
            data-entry={id}
            aria-label={words("audit.name", { action, text: begin(text) })}
            onClick={() => choose(entry, !back)}
          >
            {action}
          </button>
          {site !== null && decided ? (
            <Option
              label={words("audit.always", { site })}
              name={words("audit.name", { action: words("audit.always", { site }), text: begin(text) })}
              checked={rule !== null}
              onToggle={() => void chooseAlways(entry, rule === null)}
            />
          ) : null}
        </p>
      ) : null}
    </li>
  );
}
