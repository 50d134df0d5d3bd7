import type { Reader } from "../contract/index.ts";
import type { Library } from "../library/index.ts";
import { type Article, type ArticleId, Failure, type LexiconEntry } from "../model/index.ts";
import { checkEntry, explainNear, LEXICON_LIMITS, readLexicon, sayText, spelled, wordByWord, writeLexicon } from "../narrate/index.ts";

type LexiconUses = Pick<Reader, "lexicon" | "changeLexicon" | "importLexicon" | "exportLexicon" | "rehearse" | "explain" | "spell">;

/** Where words stand that no article holds. */
const NOWHERE: Pick<Article, "address" | "site"> = { address: "lectern:words", site: null };

/**
 * What a listener does with words: how they are said, what they mean, how they are written.
 * @param kept an article of the library, @throws Failure `not-found`
 * @param lexicon all entries that hold now
 */
export function lexiconUses(library: Library, kept: (id: ArticleId) => Article, lexicon: () => readonly LexiconEntry[]): LexiconUses {
  const makeRoom = (more: number): void => {
    if (library.lexicon().length + more > LEXICON_LIMITS.entries)
      throw new Failure("too-large", `The lexicon has at most ${LEXICON_LIMITS.entries} entries. Remove some first.`);
  };
  return {
    async lexicon() {
      return library.lexicon();
    },
    async changeLexicon(change) {
      if (change.kind === "change") checkEntry(change.entry);
      if (change.kind === "keep") {
        change.entries.forEach(checkEntry);
        makeRoom(change.entries.length);
      }
      if (change.kind === "restore") {
        for (const { entry } of change.kept) checkEntry(entry);
        makeRoom(change.kept.length);
      }
      return library.changeLexicon(change);
    },
    async importLexicon({ text, format }) {
      const { entries, ignored, problems } = readLexicon(text, format);
      makeRoom(entries.length);
      if (entries.length > 0) library.changeLexicon({ kind: "keep", entries });
      return { kept: entries.length, ignored, problems };
    },
    async exportLexicon({ format }) {
      return writeLexicon(
        library.lexicon().map(({ entry }) => entry),
        format,
      );
    },
    async rehearse({ text, lang, article, voice, entry }) {
      if (entry) checkEntry(entry);
      const setting = { lang, article: article === null ? NOWHERE : kept(article), voice };
      const now = lexicon();
      return {
        before: sayText(text, { ...setting, lexicon: now }),
        after: sayText(text, { ...setting, lexicon: entry ? [entry, ...now] : now }),
      };
    },
    async explain({ article: id, place }) {
      const article = kept(id);
      const found = explainNear(article, place);
      if (!found) return null;
      const { short, long } = found;
      const lang = article.blocks.find(({ id: block }) => block === place.block)?.lang ?? article.lang;
      const say = (text: string): string => sayText(text, { lang, article, lexicon: lexicon(), voice: null }).replace(/[\s.]+$/, "");
      return { short, long, spoken: `${say(short)}: ${say(long)}.`, lang };
    },
    async spell({ text, lang, by }) {
      return by === "word" ? wordByWord(text, lang) : spelled(text, lang);
    },
  };
}
