import { useEffect, useState } from "react";
import type { UpdateFound } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { updateWords } from "../control/updating.ts";
import { useController } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";

/** Looks for a newer Lectern, tells what is new, fetches and checks it, and puts it in place when the listener says so. */
export function UpdateDialog() {
  const { updates, say } = useController();
  const [found, setFound] = useState<UpdateFound | null>(null);
  const [doing, setDoing] = useState(words("update.looking"));
  useEffect(() => {
    let left = false;
    void updates.look().then((now) => {
      if (left) return;
      setFound(now);
      setDoing("");
      say(updateWords(now));
    });
    return () => {
      left = true;
    };
  }, [updates, say]);
  const fetch = async (): Promise<void> => {
    setDoing(words("update.fetching"));
    say(words("update.fetching"));
    const now = await updates.fetch();
    setFound(now);
    setDoing("");
    say(updateWords(now));
  };
  const install = async (): Promise<void> => {
    const fault = await updates.install();
    const message = words(fault === null ? "update.installing" : `update.${fault}`);
    setDoing(message);
    say(message);
  };
  const newer = found?.kind === "newer" ? found : null;
  return (
    <DialogFrame title={words("command.lookForUpdate")} describedBy="update-text">
      <p id="update-text">{doing || (found ? updateWords(found) : "")}</p>
      {newer ? (
        <>
          {newer.notes ? (
            <>
              <h3>{words("update.news")}</h3>
              {newer.notes.split(/\n{2,}/).map((part) => (
                <p key={part} dir="auto">
                  {part}
                </p>
              ))}
            </>
          ) : null}
          <p className="actions">
            <button
              type="button"
              className="button strong"
              aria-disabled={doing !== ""}
              onClick={() => void (newer.fetched ? install() : fetch())}
            >
              {words(newer.fetched ? "update.install" : "update.fetch")}
            </button>
          </p>
        </>
      ) : null}
    </DialogFrame>
  );
}
