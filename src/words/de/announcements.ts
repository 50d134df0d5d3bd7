import type { Announcements } from "../said.ts";

/** What is said of an article beside its own words, in German. */
export const announcements: Announcements = {
  "say.by": "Von",
  "say.published": "Veröffentlicht am {day}.",
  "say.section": "Abschnitt:",
  "say.contents": "Inhalt",
  "say.bookSummary":
    "Text und Ton gehen zusammen, Satz für Satz. Man kann nach Überschriften, Listen und Tabellen weitergehen; Bilder sind beschrieben, wo ihre Quelle sie beschreibt.",
  "say.photo": "Foto.",
  "say.photoOf": "{total, plural, =1 {Foto.} other {Foto {n} von {total}.}}",
  "say.nOf": "{total, plural, =1 {} other {{n} von {total}.}}",
  "say.caption": "Bildunterschrift:",
  "say.credit": "Bildnachweis:",
  "say.barePhotoOf": "{total, plural, =1 {Foto ohne Beschreibung.} other {Foto {n} von {total}, ohne Beschreibung.}}",
  "say.quotation": "Zitat.",
  "say.quotationEnd": "Ende des Zitats.",
  "say.list": "{count, plural, one {Liste mit # Eintrag.} other {Liste mit # Einträgen.}}",
  "say.innerList": "{count, plural, one {Unterliste mit # Eintrag.} other {Unterliste mit # Einträgen.}}",
  "say.ordinal": "{n}:",
  "say.table":
    "Tabelle, {columns, plural, one {# Spalte} other {# Spalten}}, {rows, plural, one {# Zeile} other {# Zeilen}}{caption, select, none {.} other {:}}",
  "say.header": "{header}:",
  "say.code": "Code.",
  "say.footnote": "Fußnote.",
  "say.video": "Video:",
  "say.audio": "Audio:",
  "say.embed": "Eingebetteter Inhalt:",
  "say.bareVideo": "Video.",
  "say.bareAudio": "Audio.",
  "say.bareEmbed": "Eingebetteter Inhalt.",
  "say.beginning": "Das war nur der Anfang: Der Rest verlangt ein Abonnement oder ein Konto.",
  "say.skippedLanguage":
    "{language}: Keine Stimme spricht diese Sprache. {count, plural, one {# Satz wird} other {# Sätze werden}} ausgelassen. In den Einstellungen können Sie eine Stimme hinzufügen.",
  "say.standIn":
    "{language}: Keine Stimme spricht diese Sprache. Die Stimme einer anderen Sprache liest: {other}. In den Einstellungen können Sie eine Stimme hinzufügen.",
  "say.next": "Als Nächstes, von {source}.",
  "say.nextOf": "Als Nächstes, {n} von {total}, von {source}.",
  "say.nextGoesOn": "Als Nächstes, wo Sie aufgehört haben: {title}, {source}.",
  "say.notOpened": "Konnte nicht geöffnet werden: {title}.",
};
