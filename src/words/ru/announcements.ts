import type { Announcements } from "../said.ts";

/** What is said of an article beside its own words, in Russian. */
export const announcements: Announcements = {
  "say.by": "Автор:",
  "say.published": "Опубликовано {day}.",
  "say.section": "Раздел:",
  "say.contents": "Содержание",
  "say.bookSummary":
    "Текст и звук идут вместе, предложение за предложением. Можно переходить по заголовкам, спискам и таблицам; изображения описаны там, где их описывает источник.",
  "say.photo": "Фото.",
  "say.photoOf": "{total, plural, =1 {Фото.} other {Фото {n} из {total}.}}",
  "say.nOf": "{total, plural, =1 {} other {{n} из {total}.}}",
  "say.caption": "Подпись:",
  "say.credit": "Автор фото:",
  "say.barePhotoOf": "{total, plural, =1 {Фото без описания.} other {Фото {n} из {total}, без описания.}}",
  "say.quotation": "Цитата.",
  "say.quotationEnd": "Конец цитаты.",
  "say.list":
    "{count, plural, one {Список из # пункта.} few {Список из # пунктов.} many {Список из # пунктов.} other {Список из # пункта.}}",
  "say.innerList":
    "{count, plural, one {Вложенный список из # пункта.} few {Вложенный список из # пунктов.} many {Вложенный список из # пунктов.} other {Вложенный список из # пункта.}}",
  "say.ordinal": "{n}:",
  "say.table":
    "Таблица, {columns, plural, one {# столбец} few {# столбца} many {# столбцов} other {# столбца}}, {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}}{caption, select, none {.} other {:}}",
  "say.header": "{header}:",
  "say.code": "Код.",
  "say.footnote": "Сноска.",
  "say.video": "Видео:",
  "say.audio": "Аудио:",
  "say.embed": "Встроенное содержимое:",
  "say.bareVideo": "Видео.",
  "say.bareAudio": "Аудио.",
  "say.bareEmbed": "Встроенное содержимое.",
  "say.beginning": "Это было только начало: остальное доступно по подписке или после регистрации.",
  "say.skippedLanguage":
    "{language}: ни один голос не говорит на этом языке. {count, plural, one {Пропущено # предложение} few {Пропущено # предложения} many {Пропущено # предложений} other {Пропущено # предложения}}. Голос можно добавить в настройках.",
  "say.standIn":
    "{language}: ни один голос не говорит на этом языке. Читает голос другого языка: {other}. Голос можно добавить в настройках.",
  "say.next": "Далее, источник: {source}.",
  "say.nextOf": "Далее, {n} из {total}, источник: {source}.",
  "say.nextGoesOn": "Далее, с того места, где вы остановились: {title}, {source}.",
  "say.notOpened": "Не удалось открыть: {title}.",
};
