import { useEffect, useId, useRef, useState } from "react";
import { type Bookmark, type BookmarkId, fold, toFailure } from "../../model/index.ts";
import { joined, words } from "../../words/index.ts";
import { failureWords } from "../control/answers.ts";
import { beginningOf } from "../control/bookmarks.ts";
import { keysOrName } from "../keys.ts";
import { timeWords } from "../reading/time.ts";
import { useController, useWindowState } from "./context.ts";
import { DialogFrame } from "./DialogFrame.tsx";
import { SpokenNote } from "./SpokenNote.tsx";

/** Whether all words of a search are in what a bookmark has. */
function fits({ sentence, note, title, site }: Bookmark, text: string): boolean {
  const said = fold([sentence, note, title, site ?? ""].join(" ")).plain;
  return fold(text)
    .plain.split(/\s+/)
    .every((word) => said.includes(word));
}

interface NoteProps {
  readonly bookmark: Bookmark;
  readonly onChange: (bookmark: Bookmark) => void;
  readonly onBack: () => void;
  readonly onEscape: (instead: (() => void) | null) => void;
}

/** The notes of one bookmark. */
function Note({ bookmark, onChange, onBack, onEscape }: NoteProps) {
  const { bookmarks, say } = useController();
  const [note, setNote] = useState(bookmark.note);
  const [wrong, setWrong] = useState("");
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        bookmarks.note(bookmark, note).then(
          (changed) => {
            onChange(changed);
            say(words("bookmarks.kept"));
            onBack();
          },
          (thrown: unknown) => setWrong(failureWords(toFailure(thrown).code)),
        );
      }}
    >
      <blockquote lang={bookmark.lang} dir="auto">
        {bookmark.sentence}
      </blockquote>
      <label htmlFor="bookmark-note">{words("bookmarks.note")}</label>
      <textarea
        id="bookmark-note"
        rows={5}
        maxLength={20_000}
        value={note}
        ref={(field) => {
          if (field && !field.dataset.seen) {
            field.dataset.seen = "";
            field.focus();
          }
        }}
        onChange={(event) => setNote(event.target.value)}
      />
      {wrong ? <p className="wrong">{wrong}</p> : null}
      <p className="actions">
        <button type="submit" className="button strong">
          {words("bookmarks.keep")}
        </button>
        <button type="button" className="button" onClick={onBack}>
          {words("bookmarks.back")}
        </button>
      </p>
      <SpokenNote bookmark={bookmark} onChange={onChange} onEscape={onEscape} />
    </form>
  );
}

/** All bookmarks, or those of the article: to go to, to note at, to delete. `first`: the one that is shown with its note. */
export function BookmarksDialog({ first }: { readonly first: BookmarkId | null }) {
  const { bookmarks, say, close, mac } = useController();
  const own = useWindowState((state) => state.settings.keys);
  const article = useWindowState((state) => state.reading?.article.id ?? null);
  const [all, setAll] = useState<readonly Bookmark[] | null>(null);
  const [here, setHere] = useState(false);
  const [text, setText] = useState("");
  const [edited, setEdited] = useState<BookmarkId | null>(first);
  const [deleted, setDeleted] = useState<Bookmark | null>(null);
  const [wrong, setWrong] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  /** What Escape does while a note is being spoken. */
  const instead = useRef<(() => void) | null>(null);
  const id = useId();
  const fail = (thrown: unknown): void => setWrong(failureWords(toFailure(thrown).code));
  useEffect(() => {
    bookmarks.list({ article: null }).then(setAll, (thrown: unknown) => setWrong(failureWords(toFailure(thrown).code)));
  }, [bookmarks]);
  const change = (changed: Bookmark): void => setAll((known) => known?.map((one) => (one.id === changed.id ? changed : one)) ?? null);
  const back = (from: BookmarkId | null): void => {
    setEdited(null);
    setTimeout(() => (document.getElementById(`${id}-${from}`) ?? field.current)?.focus());
  };
  const remove = (bookmark: Bookmark): void => {
    bookmarks.remove(bookmark, true).then(() => {
      setAll((known) => known?.filter((one) => one !== bookmark) ?? null);
      setDeleted(bookmark);
      say(words("bookmarks.deleted"));
      setTimeout(() => undo.current?.focus());
    }, fail);
  };
  const bring = (bookmark: Bookmark): void => {
    bookmarks.remove(bookmark, false).then(() => {
      setAll((known) => [...(known ?? []), bookmark].toSorted((one, other) => other.made.localeCompare(one.made)));
      setDeleted(null);
      say(words("bookmarks.undone"));
      field.current?.focus();
    }, fail);
  };
  const shown = (all ?? []).filter((one) => (!here || one.article === article) && fits(one, text));
  const current = all?.find((one) => one.id === edited);
  return (
    <DialogFrame
      title={words("bookmarks.title")}
      className="broad"
      onCancel={() => (instead.current ? instead.current() : current ? back(edited) : close())}
    >
      {wrong ? <p className="wrong">{wrong}</p> : null}
      {current ? (
        <Note
          bookmark={current}
          onChange={change}
          onBack={() => back(current.id)}
          onEscape={(next) => {
            instead.current = next;
          }}
        />
      ) : (
        <>
          <label htmlFor={`${id}-search`}>{words("bookmarks.search")}</label>
          <input
            id={`${id}-search`}
            ref={field}
            type="search"
            value={text}
            autoComplete="off"
            spellCheck={false}
            data-first=""
            onChange={(event) => setText(event.target.value)}
          />
          {article ? (
            <label className="option">
              <input type="checkbox" checked={here} onChange={() => setHere(!here)} />
              <span>{words("bookmarks.here")}</span>
            </label>
          ) : null}
          <p role="status" className="hint">
            {all === null
              ? ""
              : all.length === 0
                ? words("bookmarks.none", { keys: keysOrName("bookmark", mac, own) })
                : shown.length === 0
                  ? words("bookmarks.noneFound")
                  : words("bookmarks.count", { count: shown.length })}
          </p>
          {deleted ? (
            <p className="actions">
              <button ref={undo} type="button" className="button" onClick={() => bring(deleted)}>
                {words("bookmarks.undo")}
              </button>
            </p>
          ) : null}
          <ul className="left">
            {shown.map((bookmark) => {
              const sentence = beginningOf(bookmark.sentence);
              return (
                <li key={bookmark.id}>
                  <p className="left-text" lang={bookmark.lang} dir="auto">
                    {bookmark.sentence}
                  </p>
                  {bookmark.note ? (
                    <p className="left-text" dir="auto">
                      <strong>{words("bookmarks.note") + words("series.colon")}</strong>
                      {bookmark.note}
                    </p>
                  ) : null}
                  <p className="left-text hint">
                    {joined([
                      words("bookmarks.from", { title: bookmark.title, site: bookmark.site ?? "none", date: timeWords(bookmark.made) }),
                      bookmark.place ? "" : words("bookmarks.gone"),
                    ])}
                  </p>
                  <p className="actions">
                    {bookmark.place ? (
                      <>
                        <button
                          type="button"
                          className="button"
                          aria-label={words("bookmarks.goOf", { sentence })}
                          onClick={() => bookmarks.go(bookmark, false)}
                        >
                          {words("bookmarks.go")}
                        </button>
                        <button
                          type="button"
                          className="button"
                          aria-label={words("bookmarks.playOf", { sentence })}
                          onClick={() => bookmarks.go(bookmark, true)}
                        >
                          {words("bookmarks.play")}
                        </button>
                      </>
                    ) : null}
                    <button
                      id={`${id}-${bookmark.id}`}
                      type="button"
                      className="button"
                      aria-label={words("bookmarks.noteOf", { sentence })}
                      onClick={() => setEdited(bookmark.id)}
                    >
                      {words("bookmarks.note")}
                    </button>
                    <button
                      type="button"
                      className="button"
                      aria-label={words("bookmarks.deleteOf", { sentence })}
                      onClick={() => remove(bookmark)}
                    >
                      {words("bookmarks.delete")}
                    </button>
                  </p>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </DialogFrame>
  );
}
