import type { Announcements } from "../said.ts";

/** What is said of an article beside its own words, in Italian. */
export const announcements: Announcements = {
  "say.by": "Di",
  "say.published": "Pubblicato il {day}.",
  "say.section": "Sezione:",
  "say.contents": "Indice",
  "say.bookSummary":
    "Testo e audio procedono insieme, frase per frase. Ci si può spostare per titoli, elenchi e tabelle; le immagini sono descritte dove la fonte le descrive.",
  "say.photo": "Foto.",
  "say.photoOf": "{total, plural, =1 {Foto.} other {Foto {n} di {total}.}}",
  "say.nOf": "{total, plural, =1 {} other {{n} di {total}.}}",
  "say.caption": "Didascalia:",
  "say.credit": "Crediti:",
  "say.barePhotoOf": "{total, plural, =1 {Foto senza descrizione.} other {Foto {n} di {total}, senza descrizione.}}",
  "say.quotation": "Citazione.",
  "say.quotationEnd": "Fine della citazione.",
  "say.list": "{count, plural, one {Elenco di # voce.} other {Elenco di # voci.}}",
  "say.innerList": "{count, plural, one {Sottoelenco di # voce.} other {Sottoelenco di # voci.}}",
  "say.ordinal": "{n}:",
  "say.table":
    "Tabella, {columns, plural, one {# colonna} other {# colonne}}, {rows, plural, one {# riga} other {# righe}}{caption, select, none {.} other {:}}",
  "say.header": "{header}:",
  "say.code": "Codice.",
  "say.footnote": "Nota.",
  "say.video": "Video:",
  "say.audio": "Audio:",
  "say.embed": "Contenuto incorporato:",
  "say.bareVideo": "Video.",
  "say.bareAudio": "Audio.",
  "say.bareEmbed": "Contenuto incorporato.",
  "say.beginning": "Questo era solo l’inizio: il resto richiede un abbonamento o un account.",
  "say.skippedLanguage":
    "{language}: nessuna voce parla questa lingua. {count, plural, one {# frase non viene letta} other {# frasi non vengono lette}}. Puoi aggiungere una voce nelle impostazioni.",
  "say.standIn":
    "{language}: nessuna voce parla questa lingua. La legge la voce di un’altra lingua: {other}. Puoi aggiungere una voce nelle impostazioni.",
  "say.next": "Ora, da {source}.",
  "say.nextOf": "Ora, {n} di {total}, da {source}.",
  "say.nextGoesOn": "Ora, da dove era rimasto: {title}, {source}.",
  "say.notOpened": "Impossibile aprire: {title}.",
};
