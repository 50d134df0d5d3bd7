import { type Article, type ArticleChange, type ArticleChanges, type BlockId, type Place, TITLE } from "../../model/index.ts";
import { interfaceLanguage, words } from "../../words/index.ts";
import { join } from "./audit.ts";

/** What has changed in a few words: "Updated. Two new paragraphs, one changed." */
export function changesWords(article: Article, { changes, removed }: ArticleChanges): string {
  const kindOf = (block: BlockId): string => article.blocks.find(({ id }) => id === block)?.kind ?? "title";
  const fresh = changes.filter(({ kind }) => kind === "new");
  const photos = fresh.filter(({ block }) => kindOf(block) === "figure").length;
  const texts = fresh.length - photos;
  const changed = changes.filter(({ kind, block }) => kind === "changed" && block !== TITLE).length;
  const parts = [
    changes.some(({ block }) => block === TITLE) ? words("changes.title") : "",
    texts > 0 ? words("changes.texts", { count: texts }) : "",
    photos > 0 ? words("changes.photos", { count: photos }) : "",
    changed > 0 ? words("changes.changed", { count: changed }) : "",
    removed > 0 ? words("changes.removed", { count: removed }) : "",
  ].filter(Boolean);
  const list = join(parts);
  return words("changes.summary", { list: `${list.slice(0, 1).toLocaleUpperCase(interfaceLanguage())}${list.slice(1)}` });
}

/** The order of a block on the page: the title comes before all. */
const orderOf = (article: Article, block: BlockId): number => article.blocks.findIndex(({ id }) => id === block);

/** The next change in a direction from a place, null where there is none. */
export function changeFrom(
  article: Article,
  changes: readonly ArticleChange[],
  place: Place | null,
  direction: 1 | -1,
): { readonly change: ArticleChange; readonly number: number } | null {
  const here = place ? orderOf(article, place.block) : Number.NEGATIVE_INFINITY;
  const index =
    direction === 1
      ? changes.findIndex(({ block }) => orderOf(article, block) > here)
      : changes.findLastIndex(({ block }) => orderOf(article, block) < here);
  const change = changes[index];
  return change ? { change, number: index + 1 } : null;
}
