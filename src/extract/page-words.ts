import { comparable } from "./same-text.ts";

/** What skip links say, in the languages of the pages that were looked at. Compared normalised. */
const SKIP =
  /^(?:accessibility (?:links|help|menu)|(?:skip|jump|go) to (?:the )?(?:(?:main|page|primary) )?(?:content|article|navigation|search|footer|menu|text|body)|skip (?:navigation|links?|nav|ad|advertisement)|skip past [\p{L} ]{1,40}|links? (?:zur|for) (?:barrierefreiheit|accessibility)|(?:direkt )?zum (?:haupt)?inhalt(?: springen)?|(?:aller|passer) au contenu(?: principal)?|(?:ir|saltar|pasar) al contenido(?: principal)?|(?:ir|pular|saltar) para o conteudo(?: principal)?|vai al contenuto(?: principale)?|(?:ga )?naar (?:de )?(?:hoofd)?inhoud|hoppa till innehall(?:et)?)$/u;

/** Whether a line is a skip link and nothing else. */
export const isSkipLink = (text: string): boolean =>
  text.length <= 60 && SKIP.test(comparable(text).normalize("NFD").replace(/\p{M}/gu, ""));

/** The names of text sizes, from small to large. Equal names stand in one row. */
const SIZES: readonly (readonly string[])[] = [
  ["XXS"],
  ["XS", "A--"],
  ["S", "SM", "SMALL", "A-", "A−"],
  ["M", "MD", "MEDIUM", "NORMAL", "A"],
  ["L", "LG", "LARGE", "A+"],
  ["XL", "A++"],
  ["XXL", "2XL"],
  ["XXXL", "3XL"],
];
/** Fewest sizes that make a control: two can be two words. */
export const SIZE_RUN = 3;

/** Whether words are a page's choice of text sizes: names of sizes only, each larger than the one before, or each smaller. */
export function isSizeControl(words: readonly string[]): boolean {
  if (words.length < SIZE_RUN || words.length > SIZES.length) return false;
  const ranks = words.map((word) => SIZES.findIndex((names) => names.includes(word.toUpperCase())));
  if (ranks.includes(-1)) return false;
  const steps = ranks.slice(1).map((rank, n) => rank - (ranks[n] ?? 0));
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}

const SHARE = new Set(
  "share|share this|share this article|share on facebook|share on twitter|share on x|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|line|vk|messenger|email|e mail|email this|mail|print|print this|copy link|link copied|embed|save|bookmark|see comments|comments|teilen|drucken|partager|imprimer|compartir|imprimir|condividi|stampa".split(
    "|",
  ),
);

/** Whether a line is the name of a button that sends the page somewhere. */
export const isShareWord = (text: string): boolean => text.length <= 40 && SHARE.has(comparable(text));

/** Whether such a line says what its button does, not only to whom it sends. */
export const isShareAct = (text: string): boolean =>
  /^(?:share|email this|print|copy link|link copied|embed|save|bookmark|see comments|teilen|drucken|partager|imprimer|compartir|imprimir|condividi|stampa)/.test(
    comparable(text),
  );
