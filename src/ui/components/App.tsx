import { Fragment, useLayoutEffect, useRef } from "react";
import { words } from "../../words/index.ts";
import { focusHome, focusOn } from "../page/focus.ts";
import { Crumbs } from "./Crumbs.tsx";
import { useWindowState } from "./context.ts";
import { Dialogs } from "./Dialogs.tsx";
import { DiskTrouble } from "./DiskTrouble.tsx";
import { FirstQuestion } from "./FirstQuestion.tsx";
import { Giant } from "./Giant.tsx";
import { LibraryView } from "./LibraryView.tsx";
import { Main } from "./Main.tsx";
import { PlayerBar } from "./PlayerBar.tsx";
import { SafeModeLine } from "./SafeModeLine.tsx";
import { Sections } from "./Sections.tsx";
import { TopBar } from "./TopBar.tsx";
import { VoiceQuestion } from "./VoiceQuestion.tsx";

/** The whole page. */
export function App() {
  const ready = useWindowState((state) => state.ready);
  const language = useWindowState((state) => state.language);
  const asking = useWindowState((state) => state.asking);
  const describing = useWindowState((state) => state.describing);
  const askingVoice = useWindowState((state) => state.askingVoice);
  const view = useWindowState((state) => state.view);
  const drawn = useRef(language);
  useLayoutEffect(() => {
    if (drawn.current === language) return;
    drawn.current = language;
    // What had the focus was drawn anew with all the rest.
    if (document.activeElement !== document.body || document.querySelector("dialog:modal")) return;
    const home = focusHome();
    if (home) focusOn(home);
  }, [language]);
  if (!ready) return null;
  if (asking) return <FirstQuestion />;
  if (askingVoice) return <VoiceQuestion />;
  return (
    <>
      {/* In another language all of it is drawn anew; the dialog in which it was chosen stays. */}
      <Fragment key={language}>
        <p className="skip-links">
          {view === "article" ? (
            <a href="#article">{words("skip.toArticle")}</a>
          ) : (
            <>
              <a href="#lists">{words("skip.toLists")}</a>
              <a href="#library">{words("skip.toRows")}</a>
            </>
          )}
          <a href="#player">{words("skip.toPlayer")}</a>
        </p>
        {describing ? (
          <section className="describing" aria-label={words("command.describeKeys")}>
            <p>{words("describe.on")}</p>
          </section>
        ) : null}
        <TopBar />
        <SafeModeLine />
        <DiskTrouble />
        <Crumbs />
        <div className="middle" data-view="article" hidden={view !== "article"}>
          <Sections />
          <Main />
        </div>
        <LibraryView />
        <Giant />
        <PlayerBar />
      </Fragment>
      <Dialogs />
    </>
  );
}
