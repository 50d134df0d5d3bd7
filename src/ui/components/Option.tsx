interface Props {
  /** What it says beside the box. */
  readonly label: string;
  /** Its accessible name where that says more than the label. */
  readonly name?: string;
  /** BCP 47; the interface's own when left out. */
  readonly lang?: string;
  /** Whether a dialog begins with it. */
  readonly isFirst?: boolean;
  readonly checked: boolean;
  readonly onToggle: () => void;
}

/** A box to tick, by Space as everywhere and by Enter too: beside buttons, Enter must not do nothing. */
export function Option({ label, name, lang, isFirst = false, checked, onToggle }: Props) {
  return (
    <label className="option">
      <input
        type="checkbox"
        checked={checked}
        aria-label={name}
        data-first={isFirst ? "" : undefined}
        onChange={onToggle}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.repeat) return;
          event.preventDefault();
          onToggle();
        }}
      />
      <span lang={lang} dir="auto">
        {label}
      </span>
    </label>
  );
}
