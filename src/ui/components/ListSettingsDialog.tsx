import { NEWS_ORDERS, ROW_PARTS, type RowPart } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { Choice } from "./Choice.tsx";
import { useController, useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";
import { Option } from "./Option.tsx";

/** The order of lists, and what each item says, in which order: changed at once, nothing is to be confirmed. */
export function ListSettingsDialog() {
  const { change, say } = useController();
  const order = useWindowState((state) => state.settings.newsOrder);
  const parts = useWindowState((state) => state.settings.rowParts);
  const all: readonly RowPart[] = [...parts, ...ROW_PARTS.filter((part) => !parts.includes(part))];
  const move = (part: RowPart, by: 1 | -1): void => {
    const from = parts.indexOf(part);
    const to = Math.max(0, Math.min(parts.length - 1, from + by));
    const next = parts.filter((one) => one !== part);
    next.splice(to, 0, part);
    change({ rowParts: next });
    say(words("part.moved", { part: words(`part.${part}`), place: to + 1, count: parts.length }));
  };
  return (
    <DialogFrame title={words("settings.lists")}>
      <Choice
        id="news-order"
        label="settings.newsOrder"
        values={NEWS_ORDERS}
        value={order}
        name={(one) => words(`order.${one}`)}
        onChoose={(newsOrder) => change({ newsOrder })}
      />
      <fieldset>
        <legend>{words("settings.rowParts")}</legend>
        <ol className="parts">
          {all.map((part) => {
            const name = words(`part.${part}`);
            const isOn = parts.includes(part);
            return (
              <li key={part}>
                {part === "title" ? (
                  <span className="option">{name}</span>
                ) : (
                  <Option
                    label={name}
                    checked={isOn}
                    onToggle={() => change({ rowParts: isOn ? parts.filter((one) => one !== part) : [...parts, part] })}
                  />
                )}
                {isOn ? (
                  <span className="part-moves">
                    <button
                      type="button"
                      className="button"
                      aria-label={words("part.upNamed", { part: name })}
                      onClick={() => move(part, -1)}
                    >
                      {words("part.up")}
                    </button>
                    <button
                      type="button"
                      className="button"
                      aria-label={words("part.downNamed", { part: name })}
                      onClick={() => move(part, 1)}
                    >
                      {words("part.down")}
                    </button>
                  </span>
                ) : null}
              </li>
            );
          })}
        </ol>
      </fieldset>
    </DialogFrame>
  );
}
