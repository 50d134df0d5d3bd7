import type { Announcements } from "../said.ts";

/** What is said of an article beside its own words, in Ukrainian. */
export const announcements: Announcements = {
  "say.by": "Автор:",
  "say.published": "Опубліковано {day}.",
  "say.section": "Розділ:",
  "say.contents": "Зміст",
  "say.bookSummary":
    "Текст і звук ідуть разом, речення за реченням. Можна переходити між заголовками, списками й таблицями; зображення описано там, де їх описує джерело.",
  "say.photo": "Фото.",
  "say.photoOf": "{total, plural, =1 {Фото.} other {Фото {n} з {total}.}}",
  "say.nOf": "{total, plural, =1 {} other {{n} з {total}.}}",
  "say.caption": "Підпис:",
  "say.credit": "Автор фото:",
  "say.barePhotoOf": "{total, plural, =1 {Фото без опису.} other {Фото {n} з {total}, без опису.}}",
  "say.quotation": "Цитата.",
  "say.quotationEnd": "Кінець цитати.",
  "say.list":
    "{count, plural, one {Список із # пункту.} few {Список із # пунктів.} many {Список із # пунктів.} other {Список із # пункту.}}",
  "say.innerList":
    "{count, plural, one {Вкладений список із # пункту.} few {Вкладений список із # пунктів.} many {Вкладений список із # пунктів.} other {Вкладений список із # пункту.}}",
  "say.ordinal": "{n}:",
  "say.table":
    "Таблиця, {columns, plural, one {# стовпець} few {# стовпці} many {# стовпців} other {# стовпця}}, {rows, plural, one {# рядок} few {# рядки} many {# рядків} other {# рядка}}{caption, select, none {.} other {:}}",
  "say.header": "{header}:",
  "say.code": "Код.",
  "say.footnote": "Виноска.",
  "say.video": "Відео:",
  "say.audio": "Аудіо:",
  "say.embed": "Вбудований вміст:",
  "say.bareVideo": "Відео.",
  "say.bareAudio": "Аудіо.",
  "say.bareEmbed": "Вбудований вміст.",
  "say.beginning": "Це був лише початок: решта доступна за передплатою або після реєстрації.",
  "say.skippedLanguage":
    "{language}: жоден голос не говорить цією мовою. {count, plural, one {Пропущено # речення} few {Пропущено # речення} many {Пропущено # речень} other {Пропущено # речення}}. Голос можна додати в налаштуваннях.",
  "say.standIn": "{language}: жоден голос не говорить цією мовою. Читає голос іншої мови: {other}. Голос можна додати в налаштуваннях.",
  "say.next": "Далі, джерело: {source}.",
  "say.nextOf": "Далі, {n} з {total}, джерело: {source}.",
  "say.nextGoesOn": "Далі, з того місця, де ви зупинилися: {title}, {source}.",
  "say.notOpened": "Не вдалося відкрити: {title}.",
};
