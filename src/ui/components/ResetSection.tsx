import type { SettingSection } from "../../model/index.ts";
import { type MessageKey, words } from "../../words/index.ts";
import { useController } from "./context.ts";

/** Puts a section of the settings back to what a new listener has; can be undone. */
export function ResetSection({ section, title }: { readonly section: SettingSection; readonly title: MessageKey }) {
  const { settingsExchange } = useController();
  return (
    <p className="actions">
      <button type="button" className="button" onClick={() => settingsExchange.reset(section, title)}>
        {words("reset.section", { section: words(title) })}
      </button>
    </p>
  );
}
