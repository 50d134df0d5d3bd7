import type { Reader } from "../../contract/index.ts";
import {
  type Article,
  type BlockId,
  BYLINE,
  KICKER,
  type LeftOut,
  type Place,
  type SiteRule,
  TITLE,
  toFailure,
} from "../../model/index.ts";
import { words } from "../../words/index.ts";
import { firstWords } from "../reading/first-words.ts";
import { placeAfter } from "../reading/place-after.ts";
import { textOf } from "../reading/shown.ts";
import type { WindowState } from "../state.ts";
import type { Store } from "../store.ts";
import type { Announcer } from "./announcer.ts";
import { failureWords } from "./answers.ts";
import type { Session } from "./session.ts";
import type { Undo } from "./undo.ts";

/** Putting back what was left out, and leaving out what slipped in; all of it can be undone. None of it moves the listener's place or the focus. */
export interface Choosing {
  /** A text of the audit stands in the article from now on, or no longer does. */
  choose(entry: LeftOut, stands: boolean): Promise<void>;
  /** What is decided of a text holds on its whole site from now on, or no longer does. */
  chooseAlways(entry: LeftOut, always: boolean): Promise<void>;
  /** The rules of the article's site. */
  siteRules(): Promise<SiteRules>;
  dropRule(rule: SiteRule): Promise<void>;
  /** Asks whether the passage where the listener is shall be left out. */
  ask(here: Place | null): void;
  /** Leaves a passage out: on this page, or always on its site. */
  leaveOut(block: BlockId, always: boolean): Promise<void>;
}

/** What holds on a site; `site` is null where the article is of none. */
export type SiteRules = Awaited<ReturnType<Reader["siteRules"]>>;

/** What choosing needs. */
export interface ChoosingWorld {
  readonly reader: Reader;
  readonly store: Store<WindowState>;
  readonly announcer: Announcer;
  readonly session: Pick<Session, "exchange">;
  /** Remembers how something is taken back. */
  readonly remember: Undo["remember"];
}

/** Joins the choices with the article on the page. */
export function createChoosing({ reader, store, announcer, session, remember }: ChoosingWorld): Choosing {
  const opened = (): Article | null => store.get().reading?.article ?? null;
  const show = async (changed: Article): Promise<void> => {
    const article = opened();
    // Another one is read by now: this one is as it was wanted when it is opened again.
    if (article?.id === changed.id) await session.exchange(changed, (place) => placeAfter(article, changed, place));
  };
  const change = async (
    get: (article: Article) => Promise<Article>,
    done: (article: Article) => string,
    back: (id: Article["id"]) => Promise<Article>,
  ): Promise<void> => {
    const article = opened();
    if (!article) return;
    try {
      const changed = await get(article);
      const what = done(changed);
      remember({ what, undo: async () => show(await back(article.id)) });
      if (opened() !== article) return;
      await show(changed);
      announcer.status(what);
    } catch (thrown) {
      announcer.status(failureWords(toFailure(thrown).code));
    }
  };

  return {
    choose: (entry, stands) =>
      change(
        ({ id }) => reader.choose({ article: id, text: entry.id, stands }),
        () => words(stands ? "audit.isBack" : "audit.isOut", { text: firstWords(entry.text, WORDS) }),
        (id) => reader.choose({ article: id, text: standing(entry, stands), stands: !stands }),
      ),
    chooseAlways: (entry, always) =>
      change(
        ({ id }) => reader.chooseAlways({ article: id, text: entry.id, always }),
        () => words(always ? "audit.isAlways" : "audit.isHere"),
        (id) => reader.chooseAlways({ article: id, text: entry.id, always: !always }),
      ),
    siteRules: async () => {
      const article = opened();
      return article ? reader.siteRules({ article: article.id }) : { site: null, rules: [] };
    },
    dropRule: (rule) =>
      change(
        ({ id }) => reader.dropSiteRule({ article: id, rule: rule.id }),
        () => words("audit.ruleDropped"),
        (id) => reader.dropSiteRule({ article: id, rule: rule.id, dropped: false }),
      ),
    ask(here) {
      const article = opened();
      if (!article || !here) return;
      if (HEAD.has(here.block) || textOf(article, here.block) === "") announcer.answer(words("leave.notThis"));
      else store.set({ dialog: { kind: "leave", block: here.block } });
    },
    leaveOut: (block, always) => {
      const entryIn = ({ audit }: Article): LeftOut | undefined =>
        audit.left.find(({ reason, blocks }) => reason === "chosen" && blocks.some((one) => one.id === block));
      let left: LeftOut | undefined;
      return change(
        async ({ id }) => {
          const once = await reader.choose({ article: id, text: block, stands: false });
          const entry = entryIn(once);
          left = entry;
          return always && entry ? reader.chooseAlways({ article: id, text: entry.id, always }) : once;
        },
        (article) => words(article.blocks.some(({ id }) => id === block) ? "leave.last" : always ? "leave.doneAlways" : "leave.done"),
        async (id) => {
          const text = left?.id ?? block;
          if (always && left) await reader.chooseAlways({ article: id, text, always: false });
          return reader.choose({ article: id, text, stands: true });
        },
      );
    },
  };
}

/** By what an entry is known after it was chosen: what the listener had left out is a block of the article again. */
const standing = ({ id, reason, blocks }: LeftOut, stands: boolean): string => (reason === "chosen" && stands ? (blocks[0]?.id ?? id) : id);

/** Words that are enough to know a text by. */
const WORDS = 6;
const HEAD: ReadonlySet<BlockId> = new Set([TITLE, KICKER, BYLINE]);
