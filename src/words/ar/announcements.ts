import type { Announcements } from "../said.ts";

/** What is said of an article beside its own words, in Arabic. */
export const announcements: Announcements = {
  "say.by": "بقلم",
  "say.published": "نُشر في {day}.",
  "say.section": "قسم:",
  "say.contents": "المحتويات",
  "say.bookSummary": "يسير النص والصوت معًا جملةً جملة. يمكن التنقل بين العناوين والقوائم والجداول، والصور موصوفة حيث يصفها مصدرها.",
  "say.photo": "صورة.",
  "say.photoOf": "{total, plural, =1 {صورة.} other {صورة {n} من {total}.}}",
  "say.nOf": "{total, plural, =1 {} other {{n} من {total}.}}",
  "say.caption": "التعليق:",
  "say.credit": "المصدر:",
  "say.barePhotoOf": "{total, plural, =1 {صورة بلا وصف.} other {صورة {n} من {total}، بلا وصف.}}",
  "say.quotation": "اقتباس.",
  "say.quotationEnd": "نهاية الاقتباس.",
  "say.list":
    "{count, plural, zero {قائمة فارغة.} one {قائمة من عنصر واحد.} two {قائمة من عنصرين.} few {قائمة من # عناصر.} many {قائمة من # عنصرًا.} other {قائمة من # عنصر.}}",
  "say.innerList":
    "{count, plural, zero {قائمة فرعية فارغة.} one {قائمة فرعية من عنصر واحد.} two {قائمة فرعية من عنصرين.} few {قائمة فرعية من # عناصر.} many {قائمة فرعية من # عنصرًا.} other {قائمة فرعية من # عنصر.}}",
  "say.ordinal": "{n}:",
  "say.table":
    "جدول، {columns, plural, zero {بلا أعمدة} one {عمود واحد} two {عمودان} few {# أعمدة} many {# عمودًا} other {# عمود}}، {rows, plural, zero {بلا صفوف} one {صف واحد} two {صفان} few {# صفوف} many {# صفًا} other {# صف}}{caption, select, none {.} other {:}}",
  "say.header": "{header}:",
  "say.code": "شيفرة برمجية.",
  "say.footnote": "حاشية.",
  "say.video": "فيديو:",
  "say.audio": "مقطع صوتي:",
  "say.embed": "محتوى مضمَّن:",
  "say.bareVideo": "فيديو.",
  "say.bareAudio": "مقطع صوتي.",
  "say.bareEmbed": "محتوى مضمَّن.",
  "say.beginning": "كانت هذه البداية فقط: البقية تتطلب اشتراكًا أو حسابًا.",
  "say.skippedLanguage":
    "{language}: لا يوجد صوت يتحدث هذه اللغة. {count, plural, zero {لم تُقرأ أي جملة} one {لم تُقرأ جملة واحدة} two {لم تُقرأ جملتان} few {لم تُقرأ # جمل} many {لم تُقرأ # جملة} other {لم تُقرأ # جملة}}. يمكنك إضافة صوت من الإعدادات.",
  "say.standIn": "{language}: لا يوجد صوت يتحدث هذه اللغة. يقرؤها صوت لغة أخرى: {other}. يمكنك إضافة صوت من الإعدادات.",
  "say.next": "التالي، من {source}.",
  "say.nextOf": "التالي، {n} من {total}، من {source}.",
  "say.nextGoesOn": "التالي، من حيث توقفت: {title}، {source}.",
  "say.notOpened": "تعذر فتح: {title}.",
};
