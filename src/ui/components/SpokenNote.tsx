import { useEffect, useRef, useState } from "react";
import type { Bookmark } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import type { Recording, RecordingState } from "../control/recorder.ts";
import { useController } from "./context.ts";

interface Props {
  readonly bookmark: Bookmark;
  readonly onChange: (bookmark: Bookmark) => void;
}

/** The spoken note of a bookmark: recorded, heard, deleted. */
export function SpokenNote({ bookmark, onChange }: Props) {
  const { bookmarks, say } = useController();
  const [recording, setRecording] = useState<Recording | null>(null);
  const [state, setState] = useState<RecordingState>({ seconds: 0, isHeard: false });
  const [wrong, setWrong] = useState("");
  const [sound, setSound] = useState<HTMLAudioElement | null>(null);
  const running = useRef<Recording | null>(null);
  const heard = useRef<HTMLAudioElement | null>(null);
  const main = useRef<HTMLButtonElement>(null);
  /** Whether this is still on the page: a microphone takes a moment to open. */
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      void running.current?.stop();
      heard.current?.pause();
    };
  }, []);
  const put = (now: Recording | null): void => {
    running.current = now;
    setRecording(now);
  };
  const keep = async (): Promise<void> => {
    const note = await running.current?.stop();
    put(null);
    if (!note) {
      say(words("spoken.empty"));
      return;
    }
    onChange(await bookmarks.speak({ bookmark: bookmark.id, note }));
    say(words("spoken.kept", { seconds: Math.round(note.seconds) }));
    main.current?.focus();
  };
  const record = async (): Promise<void> => {
    setWrong("");
    setState({ seconds: 0, isHeard: false });
    try {
      const begun = await bookmarks.recorder.begin(setState, () => void keep());
      // Whoever closed the dialog meanwhile does not want to be recorded.
      if (here.current) put(begun);
      else await begun.stop();
    } catch {
      if (!here.current) return;
      setWrong(words("spoken.noMicrophone"));
      say(words("spoken.noMicrophone"));
    }
  };
  const hear = async (): Promise<void> => {
    if (sound) {
      sound.pause();
      setSound(null);
      return;
    }
    const note = await bookmarks.spoken({ bookmark: bookmark.id });
    const address = URL.createObjectURL(new Blob([new Uint8Array(note.bytes)], { type: note.mediaType }));
    const player = new Audio(address);
    heard.current = player;
    const done = (): void => {
      URL.revokeObjectURL(address);
      setSound(null);
    };
    player.addEventListener("ended", done, { once: true });
    player.addEventListener("error", done, { once: true });
    setSound(player);
    await player.play().catch(done);
  };
  const seconds = Math.round(bookmark.spoken ?? 0);
  return (
    <div className="spoken-note">
      {recording ? (
        <>
          <p className="hint">{words("spoken.recording", { seconds: state.seconds, level: state.isHeard ? "heard" : "quiet" })}</p>
          <p className="actions">
            <button type="button" className="button strong" ref={(button) => button?.focus()} onClick={() => void keep()}>
              {words("spoken.stop")}
            </button>
          </p>
        </>
      ) : (
        <p className="actions">
          {bookmark.spoken === null ? (
            <button ref={main} type="button" className="button" onClick={() => void record()}>
              {words("spoken.record")}
            </button>
          ) : (
            <>
              <button ref={main} type="button" className="button" onClick={() => void hear()}>
                {sound ? words("spoken.silence") : words("spoken.hear", { seconds })}
              </button>
              <button
                type="button"
                className="button"
                onClick={() =>
                  void bookmarks.speak({ bookmark: bookmark.id, note: null }).then((changed) => {
                    onChange(changed);
                    say(words("spoken.deleted"));
                    main.current?.focus();
                  })
                }
              >
                {words("spoken.delete")}
              </button>
            </>
          )}
        </p>
      )}
      {wrong ? <p className="wrong">{wrong}</p> : null}
    </div>
  );
}
