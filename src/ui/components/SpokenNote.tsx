import { useEffect, useRef, useState } from "react";
import { type Bookmark, type SpokenNote as Note, toFailure } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { failureWords } from "../control/answers.ts";
import type { Recording, RecordingState } from "../control/recorder.ts";
import { useController } from "./context.ts";

interface Props {
  readonly bookmark: Bookmark;
  readonly onChange: (bookmark: Bookmark) => void;
  /** What Escape does instead of leaving: it ends a recording. Null: there is none. */
  readonly onEscape: (instead: (() => void) | null) => void;
}

/** What can be brought back: a recording that was discarded, or a kept note that was deleted. */
interface Gone {
  readonly note: Note;
  readonly wasKept: boolean;
  /** It needs no other undo any more. */
  readonly forget: () => void;
}

const secondsOf = ({ seconds }: Pick<Note, "seconds">): number => Math.round(seconds);

/**
 * The spoken note of a bookmark: recorded, heard, then kept, discarded or recorded anew; and deleted. Who leaves with a recording that was
 * neither kept nor discarded keeps it.
 */
export function SpokenNote({ bookmark, onChange, onEscape }: Props) {
  const { bookmarks, say } = useController();
  const [recording, setRecording] = useState<Recording | null>(null);
  const [state, setState] = useState<RecordingState>({ seconds: 0, isHeard: false });
  const [wrong, setWrong] = useState("");
  const [sound, setSound] = useState<HTMLAudioElement | null>(null);
  const [draft, setDraft] = useState<Note | null>(null);
  const [gone, setGone] = useState<Gone | null>(null);
  const running = useRef<Recording | null>(null);
  const heard = useRef<HTMLAudioElement | null>(null);
  const main = useRef<HTMLButtonElement>(null);
  const leave = useRef<() => Promise<void>>(async () => {});
  /** Whether this is still on the page: a microphone takes a moment to open. */
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      // Whoever leaves while it runs has said something.
      void leave.current();
      heard.current?.pause();
    };
  }, []);
  // What is there to do is another thing now: its first button has the focus.
  const phase = recording ? "recording" : draft ? "draft" : bookmark.spoken === null ? "none" : "kept";
  const shown = useRef(phase);
  useEffect(() => {
    if (shown.current !== phase) main.current?.focus();
    shown.current = phase;
  }, [phase]);

  const silence = (): void => {
    heard.current?.pause();
    heard.current = null;
    setSound(null);
  };
  const put = (now: Recording | null): void => {
    running.current = now;
    setRecording(now);
    onEscape(now ? () => void stop() : null);
  };
  const speak = async (note: Note | null): Promise<(() => void) | null> => {
    try {
      const { bookmark: changed, forget } = await bookmarks.speak(bookmark, note);
      onChange(changed);
      setWrong("");
      return forget;
    } catch (thrown) {
      const why = failureWords(toFailure(thrown).code);
      setWrong(why);
      say(why);
      return null;
    }
  };
  const keep = async (note: Note): Promise<boolean> => {
    silence();
    if ((await speak(note)) === null) {
      // It is held until it can be kept.
      setDraft(note);
      return false;
    }
    setDraft(null);
    setGone(null);
    say(words("spoken.kept", { seconds: secondsOf(note) }));
    return true;
  };
  const stop = async (): Promise<Note | null> => {
    const ending = running.current;
    if (!ending) return null;
    running.current = null;
    const note = await ending.stop();
    put(null);
    setDraft(note);
    if (here.current) say(note ? words("spoken.recorded", { seconds: secondsOf(note) }) : words("spoken.empty"));
    return note;
  };
  leave.current = async () => {
    const note = running.current ? await stop() : draft;
    if (note) await keep(note);
  };
  const record = async (): Promise<void> => {
    silence();
    setWrong("");
    setState({ seconds: 0, isHeard: false });
    try {
      const begun = await bookmarks.recorder.begin(setState, () => void stop());
      // Whoever closed the dialog meanwhile does not want to be recorded.
      if (!here.current) await begun.stop();
      else {
        put(begun);
        setGone(null);
      }
    } catch {
      if (!here.current) return;
      setWrong(words("spoken.noMicrophone"));
      say(words("spoken.noMicrophone"));
    }
  };
  const hear = async (): Promise<void> => {
    if (sound) {
      silence();
      return;
    }
    bookmarks.quiet();
    const note = draft ?? (await bookmarks.spoken({ bookmark: bookmark.id }));
    const address = URL.createObjectURL(new Blob([new Uint8Array(note.bytes)], { type: note.mediaType }));
    const player = new Audio(address);
    heard.current = player;
    const done = (): void => {
      URL.revokeObjectURL(address);
      setSound((now) => (now === player ? null : now));
    };
    for (const event of ["ended", "error", "pause"]) player.addEventListener(event, done, { once: true });
    setSound(player);
    await player.play().catch(done);
  };
  const discard = (note: Note): void => {
    silence();
    setDraft(null);
    setGone({ note, wasKept: false, forget: () => {} });
    say(words("spoken.discarded"));
  };
  const remove = async (): Promise<void> => {
    silence();
    const note = await bookmarks.spoken({ bookmark: bookmark.id }).catch(() => null);
    const forget = await speak(null);
    if (!forget) return;
    if (note) setGone({ note, wasKept: true, forget });
    say(words("spoken.deleted"));
  };
  const bring = async ({ note, wasKept, forget }: Gone): Promise<void> => {
    if (!wasKept) setDraft(note);
    else if (await keep(note)) forget();
    setGone(null);
  };
  const button = (label: string, act: () => void, isFirst = false) => (
    <button
      ref={isFirst ? main : undefined}
      type="button"
      className={isFirst && phase !== "none" ? "button strong" : "button"}
      onClick={act}
    >
      {label}
    </button>
  );
  const hearing = (seconds: number): string => (sound ? words("spoken.silence") : words("spoken.hear", { seconds }));
  return (
    <div className="spoken-note">
      {recording ? (
        <p className="hint">{words("spoken.recording", { seconds: state.seconds, level: state.isHeard ? "heard" : "quiet" })}</p>
      ) : draft ? (
        <p className="hint">{words("spoken.recorded", { seconds: secondsOf(draft) })}</p>
      ) : null}
      <p className="actions">
        {recording ? (
          button(words("spoken.stop"), () => void stop(), true)
        ) : draft ? (
          <>
            {button(words("spoken.retry"), () => void keep(draft), true)}
            {button(hearing(secondsOf(draft)), () => void hear())}
            {button(words("spoken.anew"), () => void record())}
            {button(words("spoken.discard"), () => discard(draft))}
          </>
        ) : bookmark.spoken === null ? (
          button(words("spoken.record"), () => void record(), true)
        ) : (
          <>
            {button(hearing(Math.round(bookmark.spoken)), () => void hear(), true)}
            {button(words("spoken.anew"), () => void record())}
            {button(words("spoken.delete"), () => void remove())}
          </>
        )}
        {gone ? button(words("bookmarks.undo"), () => void bring(gone)) : null}
      </p>
      {wrong ? <p className="wrong">{wrong}</p> : null}
    </div>
  );
}
