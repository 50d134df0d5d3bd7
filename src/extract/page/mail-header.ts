import type { Part } from "./part.ts";

/** What the lines above a letter begin with, in the languages of the pages that were looked at. */
const LINES: readonly RegExp[] = [
  /^(?:from|von|de|da|van|od|fra|från)\s*:\s*\S/iu,
  /^(?:to|an|à|para|a|aan|til|till|do)\s*:\s*\S/iu,
  /^(?:subject|re|betreff|objet|asunto|assunto|oggetto|onderwerp|emne|ämne)\s*:\s*\S/iu,
  /^(?:date|sent|datum|gesendet|envoyé|fecha|enviado|data|inviato|verzonden|dato|sendt|skickat)\s*:\s*\S/iu,
  /^(?:cc|kopie|copie|reply-to)\s*:\s*\S/iu,
];
/** Fewest lines, of different kinds, that make the head of a letter. */
const FEWEST = 3;
/** Longest line of it, weight. */
const LONGEST = 200;

/** The lines of a letter's head, "From: … To: … Subject: …": who speaks to whom belongs to the letter. */
export function mailHeader(parts: readonly Part[]): ReadonlySet<Part> {
  const found = new Set<Part>();
  let run: { part: Part; kind: number }[] = [];
  const close = (): void => {
    if (new Set(run.map(({ kind }) => kind)).size >= FEWEST) for (const { part } of run) found.add(part);
    run = [];
  };
  for (const part of parts) {
    const { text, kind } = part.block;
    const isLine = part.role === "text" && (kind === "paragraph" || kind === "item") && part.weight <= LONGEST;
    const line = isLine ? LINES.findIndex((pattern) => pattern.test(text)) : -1;
    if (line < 0) close();
    else run.push({ part, kind: line });
  }
  close();
  return found;
}
