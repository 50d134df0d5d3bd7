import type { Announcements } from "../said.ts";

/** What is said of an article beside its own words, in Portuguese. */
export const announcements: Announcements = {
  "say.by": "Por",
  "say.published": "Publicado em {day}.",
  "say.section": "Seção:",
  "say.contents": "Índice",
  "say.bookSummary":
    "O texto e o som andam juntos, frase a frase. Pode-se avançar por títulos, listas e tabelas; as imagens são descritas onde a sua fonte as descreve.",
  "say.photo": "Foto.",
  "say.photoOf": "{total, plural, =1 {Foto.} other {Foto {n} de {total}.}}",
  "say.nOf": "{total, plural, =1 {} other {{n} de {total}.}}",
  "say.caption": "Legenda:",
  "say.credit": "Crédito:",
  "say.barePhotoOf": "{total, plural, =1 {Foto sem descrição.} other {Foto {n} de {total}, sem descrição.}}",
  "say.quotation": "Citação.",
  "say.quotationEnd": "Fim da citação.",
  "say.list": "{count, plural, one {Lista com # item.} other {Lista com # itens.}}",
  "say.innerList": "{count, plural, one {Sublista com # item.} other {Sublista com # itens.}}",
  "say.ordinal": "{n}:",
  "say.table":
    "Tabela, {columns, plural, one {# coluna} other {# colunas}}, {rows, plural, one {# linha} other {# linhas}}{caption, select, none {.} other {:}}",
  "say.header": "{header}:",
  "say.code": "Código.",
  "say.footnote": "Nota de rodapé.",
  "say.video": "Vídeo:",
  "say.audio": "Áudio:",
  "say.embed": "Conteúdo incorporado:",
  "say.bareVideo": "Vídeo.",
  "say.bareAudio": "Áudio.",
  "say.bareEmbed": "Conteúdo incorporado.",
  "say.beginning": "Este foi só o começo: o resto exige uma assinatura ou uma conta.",
  "say.skippedLanguage":
    "{language}: nenhuma voz fala esta língua. {count, plural, one {# frase é omitida} other {# frases são omitidas}}. Pode adicionar uma voz nas configurações.",
  "say.standIn":
    "{language}: nenhuma voz fala esta língua. A voz de outra língua lê o texto: {other}. Pode adicionar uma voz nas configurações.",
  "say.next": "A seguir, de {source}.",
  "say.nextOf": "A seguir, {n} de {total}, de {source}.",
  "say.nextGoesOn": "A seguir, onde parou: {title}, {source}.",
  "say.notOpened": "Não foi possível abrir: {title}.",
};
