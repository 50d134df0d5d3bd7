import { useEffect, useRef, useState } from "react";
import { type Bookmark, type SpokenNote as Note, toFailure } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { failureWords } from "../control/answers.ts";
import type { Recording, RecordingState } from "../control/recorder.ts";
import { useController } from "./context.ts";

interface Props {
  readonly bookmark: Bookmark;
  readonly onChange: (bookmark: Bookmark) => void;
  /** What Escape does instead of leaving: it ends a recording, and keeps it. Null: there is none. */
  readonly onEscape: (instead: (() => void) | null) => void;
}

/** The spoken note of a bookmark: recorded, heard, deleted. What was recorded is kept, however the recording ends. */
export function SpokenNote({ bookmark, onChange, onEscape }: Props) {
  const { bookmarks, say } = useController();
  const [recording, setRecording] = useState<Recording | null>(null);
  const [state, setState] = useState<RecordingState>({ seconds: 0, isHeard: false });
  const [wrong, setWrong] = useState("");
  const [sound, setSound] = useState<HTMLAudioElement | null>(null);
  const running = useRef<Recording | null>(null);
  const heard = useRef<HTMLAudioElement | null>(null);
  const main = useRef<HTMLButtonElement>(null);
  const latest = useRef<() => Promise<void>>(async () => {});
  /** What was recorded and could not be kept. */
  const [unkept, setUnkept] = useState<Note | null>(null);
  /** Whether this is still on the page: a microphone takes a moment to open. */
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      // Whoever leaves while it runs has said something.
      void latest.current();
      heard.current?.pause();
    };
  }, []);
  const put = (now: Recording | null): void => {
    running.current = now;
    setRecording(now);
    onEscape(now ? () => void keep() : null);
  };
  const save = async (note: Note): Promise<void> => {
    try {
      onChange(await bookmarks.speak({ bookmark: bookmark.id, note }));
    } catch (thrown) {
      // It is held until it can be kept.
      const why = failureWords(toFailure(thrown).code);
      setUnkept(note);
      setWrong(why);
      say(why);
      return;
    }
    setUnkept(null);
    setWrong("");
    say(words("spoken.kept", { seconds: Math.round(note.seconds) }));
    main.current?.focus();
  };
  const keep = async (): Promise<void> => {
    const ending = running.current;
    if (!ending) return;
    put(null);
    const note = await ending.stop();
    if (note) await save(note);
    else say(words("spoken.empty"));
  };
  latest.current = keep;
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
                  void bookmarks.speak({ bookmark: bookmark.id, note: null }).then(
                    (changed) => {
                      onChange(changed);
                      say(words("spoken.deleted"));
                      main.current?.focus();
                    },
                    (thrown: unknown) => setWrong(failureWords(toFailure(thrown).code)),
                  )
                }
              >
                {words("spoken.delete")}
              </button>
            </>
          )}
        </p>
      )}
      {wrong ? <p className="wrong">{wrong}</p> : null}
      {unkept ? (
        <p className="actions">
          <button type="button" className="button strong" ref={(button) => button?.focus()} onClick={() => void save(unkept)}>
            {words("spoken.retry")}
          </button>
        </p>
      ) : null}
    </div>
  );
}
