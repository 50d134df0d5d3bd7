import { plainText } from "../feed/index.ts";
import type { FullText } from "../model/index.ts";

/** What is looked at of an item to decide whether its page is fetched. */
export interface Told {
  readonly link: string | null;
  /** HTML: what the feed gives, null: nothing. */
  readonly content: string | null;
}

/**
 * Why the page of an item is fetched in the background. `asked`: the listener wants it of this feed. `absent`: the feed gives no text.
 * `cut`: it says itself that there is more. `brief`: it is too short to be an article. `learned`: pages of this feed have far more.
 * `unsure`: nobody looked yet whether they have.
 */
export type FullTextReason = "asked" | "absent" | "cut" | "brief" | "learned" | "unsure";

/** Fewer words are no article (guess: agencies' shortest flashes have 50 to 60). */
const BRIEF = 60;
/** A page with so many times the words of its feed has far more: less is its byline, its captions and what stands around it (guess). */
const FAR_MORE = 1.5;

/** What ends what was cut off: an ellipsis, or the words of a link to the rest. */
const CUT =
  /(?:…|\.\.\.|\[\s*(?:…|\.{3}|&hellip;)\s*\]|(?:^|[\s([])(?:read more|continue reading|read the full (?:story|article)|full story|weiterlesen|mehr lesen|lire la suite|lire plus|leer más|seguir leyendo|leia mais|continue lendo|continua a leggere|leggi tutto|читать далее|читать дальше|читати далі|devamını oku|阅读全文|阅读更多|اقرأ المزيد|ادامه مطلب|और पढ़ें)[\s.…»›→>\])]*)$/iu;

const wordsOf = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** Why an item's page should be fetched, null: what the feed gives is enough, or there is no page. */
export function fullTextReason(item: Told, how: FullText, learned: "short" | "whole" | null): FullTextReason | null {
  if (how === "never" || item.link === null || !/^https?:/i.test(item.link)) return null;
  if (how === "always") return "asked";
  const text = plainText(item.content) ?? "";
  if (text === "") return "absent";
  if (CUT.test(text)) return "cut";
  if (wordsOf(text) < BRIEF) return "brief";
  if (learned === "whole") return null;
  return learned === "short" ? "learned" : "unsure";
}

/** What an item and the words of its page teach about its feed. */
export function learnedFrom(item: Told, pageWords: number): "short" | "whole" {
  return pageWords >= FAR_MORE * wordsOf(plainText(item.content) ?? "") ? "short" : "whole";
}
