import { isText, type Part } from "./part.ts";

/** What asks for money, or an account, in the place of the rest, in the languages of the pages that were looked at. */
const PAYS =
  /\b(?:subscribe|sign in|log ?in|register|sign up)\b.{0,40}\b(?:to|and) (?:continue|keep|read)\b|\b(?:to|and) (?:continue|keep) reading\b|\bread the (?:full|whole) (?:article|story)\b.{0,60}\bsubscri|\bsubscri\w+.{0,60}\bread the (?:full|whole|rest)\b|\bthis (?:article|content|story) is (?:for|only (?:for|available to)|reserved for|exclusive to) (?:\w+ )?(?:subscribers|members)\b|\balready a (?:subscriber|member)\b|\b(?:jetzt|um) weiter ?(?:zu)?lesen\b|\bweiterlesen mit\b|\bbereits abonnent|\bréservé (?:à nos|aux) abonnés\b|\bpour lire la suite\b|\bdéjà abonné|\bexclusivo para suscriptores\b|\bpara (?:seguir|continuar) leyendo\b|\bper continuare a leggere\b|\bpara continuar (?:lendo|a ler)\b|\bverder lezen\b.{0,40}\babon/iu;
/** Heaviest text that can be a beginning, weight: what is longer is all there, or enough (guess; free beginnings have one to five paragraphs). */
const LONGEST = 2500;
/** Parts after the text among which the question is looked for. */
const NEAR = 8;

/** Whether only the beginning of an article is there: right below a short text the page asks for money or an account. */
export function isBeginning(parts: readonly Part[]): boolean {
  const kept = parts.filter((part) => part.reason === null && isText(part));
  const last = kept.at(-1);
  if (!last || kept.reduce((sum, { weight }) => sum + weight, 0) > LONGEST) return false;
  return parts
    .slice(last.index + 1, last.index + 1 + NEAR)
    .some(({ reason, block }) => (reason === "consent" || reason === "newsletter") && PAYS.test(block.text));
}
