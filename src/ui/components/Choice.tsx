import { type MessageKey, words } from "../../words/index.ts";
import { Select } from "./Select.tsx";

/** A choice of one value of a list. */
export interface ChoiceProps<T extends string | number> {
  readonly id: string;
  readonly label: MessageKey;
  readonly values: readonly T[];
  readonly value: T;
  readonly name: (value: T) => string;
  readonly onChoose: (value: T) => void;
  /** Id of the choice of what it is set for. */
  readonly of?: string;
}

/** One value of a list. */
export function Choice<T extends string | number>({ id, label, values, value, name, onChoose, of }: ChoiceProps<T>) {
  return (
    <p className="setting" data-of={of}>
      <label htmlFor={id}>{words(label)}</label>
      <Select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = values.find((one) => String(one) === event.target.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {name(one)}
          </option>
        ))}
      </Select>
    </p>
  );
}
