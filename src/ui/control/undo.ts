import { toFailure } from "../../model/index.ts";
import { words } from "../../words/index.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";

/** What can be taken back. */
export interface Change {
  /** What was done, as words without a full stop: "Marked as read: 12 items". */
  readonly what: string;
  /** Does the opposite. */
  readonly undo: () => Promise<void>;
}

/** What was done last, to be taken back step by step. */
export interface Undo {
  /** Something was done: says so, and remembers how it is taken back. */
  done(change: Change): void;
  /**
   * The same without a word: something happened by itself, such as an article that was heard to its end, or was said elsewhere. Answers with
   * what forgets it: it was taken back another way.
   */
  remember(change: Change): () => void;
  /** Something is being done that will be remembered when it is: until then, taking back waits, for else it would be another's turn. */
  coming<T>(work: Promise<T>): Promise<T>;
  /** Takes the last one back, and says what that was. */
  back(): void;
}

/** More steps than anybody remembers having made (guess). */
const MOST = 100;

/** Begins with nothing to take back. */
export function createUndo(announcer: Pick<Announcer, "answer">): Undo {
  const changes: Change[] = [];
  const underWay = new Set<Promise<unknown>>();
  const remember = (change: Change): (() => void) => {
    changes.push(change);
    if (changes.length > MOST) changes.shift();
    return () => {
      const at = changes.indexOf(change);
      if (at >= 0) changes.splice(at, 1);
    };
  };
  const takeBack = (): void => {
    const change = changes.pop();
    if (!change) {
      announcer.answer(words("undo.nothing"));
      return;
    }
    change.undo().then(
      () => announcer.answer(words("undo.undone", { what: change.what })),
      (thrown: unknown) => {
        // It can be tried once more.
        changes.push(change);
        announcer.answer(failureWords(toFailure(thrown).code));
      },
    );
  };
  return {
    remember,
    coming(work) {
      underWay.add(work);
      const over = (): void => void underWay.delete(work);
      work.then(over, over);
      return work;
    },
    done(change) {
      remember(change);
      announcer.answer(words("undo.done", { what: change.what }));
    },
    back() {
      if (underWay.size === 0) takeBack();
      else void Promise.allSettled(underWay).then(takeBack);
    },
  };
}
