import { words } from "../../words/index.ts";
import { folderText } from "../control/library-feeds.ts";
import { useLibrary } from "./library-context.ts";

interface Props {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Which folder: typed, or one of those that there are. */
export function FolderField({ id, value, onChange }: Props) {
  const feeds = useLibrary((state) => state.feeds);
  const folders = [...new Set((feeds ?? []).map(({ folder }) => folderText(folder)).filter(Boolean))];
  return (
    <>
      <label htmlFor={id}>{words("folder.label")}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className="hint">
        {words("folder.hint")}
      </p>
      {folders.length > 0 ? (
        <p className="actions folders">
          {folders.map((folder) => (
            <button key={folder} type="button" className="button" aria-pressed={folder === value} onClick={() => onChange(folder)}>
              {folder}
            </button>
          ))}
        </p>
      ) : null}
    </>
  );
}
