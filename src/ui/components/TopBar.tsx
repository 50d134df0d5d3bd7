import { useState } from "react";
import { words } from "../../words/index.ts";
import { CommandButton } from "./CommandButton.tsx";
import { useWindowState } from "./context.ts";
import { Icon } from "./Icon.tsx";
import { RefreshLine } from "./RefreshLine.tsx";

/** The first line of the page: what it is, how far the news is, and the commands that one needs most. */
export function TopBar() {
  const online = useWindowState((state) => state.online);
  const view = useWindowState((state) => state.view);
  // Only where there is little room: the article shall be seen without scrolling past buttons.
  const [open, setOpen] = useState(false);
  return (
    <header className="top" data-open={open}>
      <p className="app-name">{words("window.name")}</p>
      {online ? null : <p className="offline">{words("window.offline")}</p>}
      <RefreshLine />
      <div className="tools">
        <CommandButton
          command="library"
          icon="library"
          label={view === "article" ? "header.library" : "header.article"}
          className="quiet"
        />
        <button type="button" className="button quiet menu" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name="more" />
          <span>{words("header.menu")}</span>
        </button>
        <CommandButton command="open" icon="open" label="header.open" className="quiet extra" />
        <CommandButton command="paste" icon="paste" label="header.paste" className="quiet extra" />
        <CommandButton command="settings" icon="settings" label="header.settings" className="quiet extra" />
        <CommandButton command="help" icon="help" label="header.help" className="quiet extra" />
      </div>
    </header>
  );
}
