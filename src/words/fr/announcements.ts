import type { Announcements } from "../said.ts";

/** What is said of an article beside its own words, in French. */
export const announcements: Announcements = {
  "say.by": "Par",
  "say.published": "Publié le {day}.",
  "say.section": "Section:",
  "say.contents": "Sommaire",
  "say.bookSummary":
    "Le texte et le son vont ensemble, phrase par phrase. On peut avancer par titres, listes et tableaux ; les images sont décrites là où leur source les décrit.",
  "say.photo": "Photo.",
  "say.photoOf": "{total, plural, =1 {Photo.} other {Photo {n} sur {total}.}}",
  "say.nOf": "{total, plural, =1 {} other {{n} sur {total}.}}",
  "say.caption": "Légende:",
  "say.credit": "Crédit:",
  "say.barePhotoOf": "{total, plural, =1 {Photo sans description.} other {Photo {n} sur {total}, sans description.}}",
  "say.quotation": "Citation.",
  "say.quotationEnd": "Fin de la citation.",
  "say.list": "{count, plural, one {Liste de # élément.} other {Liste de # éléments.}}",
  "say.innerList": "{count, plural, one {Sous-liste de # élément.} other {Sous-liste de # éléments.}}",
  "say.ordinal": "{n}:",
  "say.table":
    "Tableau, {columns, plural, one {# colonne} other {# colonnes}}, {rows, plural, one {# ligne} other {# lignes}}{caption, select, none {.} other {:}}",
  "say.header": "{header}:",
  "say.code": "Code.",
  "say.footnote": "Note.",
  "say.video": "Vidéo:",
  "say.audio": "Audio:",
  "say.embed": "Contenu intégré:",
  "say.bareVideo": "Vidéo.",
  "say.bareAudio": "Audio.",
  "say.bareEmbed": "Contenu intégré.",
  "say.beginning": "Ce n’était que le début : la suite demande un abonnement ou un compte.",
  "say.skippedLanguage":
    "{language} : aucune voix ne parle cette langue. {count, plural, one {# phrase n’est pas lue} other {# phrases ne sont pas lues}}. Vous pouvez ajouter une voix dans les réglages.",
  "say.standIn":
    "{language} : aucune voix ne parle cette langue. La voix d’une autre langue la lit : {other}. Vous pouvez ajouter une voix dans les réglages.",
  "say.next": "Ensuite, de {source}.",
  "say.nextOf": "Ensuite, {n} sur {total}, de {source}.",
  "say.nextGoesOn": "Ensuite, là où vous en étiez : {title}, {source}.",
  "say.notOpened": "N’a pas pu être ouvert : {title}.",
};
