import type { Announcements } from "../said.ts";

/** What is said of an article beside its own words, in Spanish. */
export const announcements: Announcements = {
  "say.by": "Por",
  "say.published": "Publicado el {day}.",
  "say.section": "Sección:",
  "say.contents": "Índice",
  "say.bookSummary":
    "El texto y el sonido van juntos, frase a frase. Se puede avanzar por títulos, listas y tablas; las imágenes se describen donde su fuente las describe.",
  "say.photo": "Foto.",
  "say.photoOf": "{total, plural, =1 {Foto.} other {Foto {n} de {total}.}}",
  "say.nOf": "{total, plural, =1 {} other {{n} de {total}.}}",
  "say.caption": "Pie de foto:",
  "say.credit": "Crédito:",
  "say.barePhotoOf": "{total, plural, =1 {Foto sin descripción.} other {Foto {n} de {total}, sin descripción.}}",
  "say.quotation": "Cita.",
  "say.quotationEnd": "Fin de la cita.",
  "say.list": "{count, plural, one {Lista de # elemento.} other {Lista de # elementos.}}",
  "say.innerList": "{count, plural, one {Sublista de # elemento.} other {Sublista de # elementos.}}",
  "say.ordinal": "{n}:",
  "say.table":
    "Tabla, {columns, plural, one {# columna} other {# columnas}}, {rows, plural, one {# fila} other {# filas}}{caption, select, none {.} other {:}}",
  "say.header": "{header}:",
  "say.code": "Código.",
  "say.footnote": "Nota al pie.",
  "say.video": "Vídeo:",
  "say.audio": "Audio:",
  "say.embed": "Contenido incrustado:",
  "say.bareVideo": "Vídeo.",
  "say.bareAudio": "Audio.",
  "say.bareEmbed": "Contenido incrustado.",
  "say.beginning": "Este era solo el comienzo: el resto requiere una suscripción o una cuenta.",
  "say.skippedLanguage":
    "{language}: ninguna voz habla este idioma. {count, plural, one {Se omite # frase} other {Se omiten # frases}}. Puede añadir una voz en los ajustes.",
  "say.standIn": "{language}: ninguna voz habla este idioma. Lo lee la voz de otro idioma: {other}. Puede añadir una voz en los ajustes.",
  "say.next": "A continuación, de {source}.",
  "say.nextOf": "A continuación, {n} de {total}, de {source}.",
  "say.nextGoesOn": "A continuación, donde lo dejó: {title}, {source}.",
  "say.notOpened": "No se pudo abrir: {title}.",
};
