import type { Announcements } from "../said.ts";

/** What is said of an article beside its own words, in Persian. */
export const announcements: Announcements = {
  "say.by": "نویسنده:",
  "say.published": "منتشرشده در {day}.",
  "say.section": "بخش:",
  "say.contents": "فهرست",
  "say.bookSummary":
    "متن و صدا جمله به جمله همراه‌اند. می‌توان میان عنوان‌ها، فهرست‌ها و جدول‌ها حرکت کرد؛ تصویرها هر جا منبعشان توصیفی دارد توصیف شده‌اند.",
  "say.photo": "عکس.",
  "say.photoOf": "{total, plural, =1 {عکس.} other {عکس {n, number} از {total, number}.}}",
  "say.nOf": "{total, plural, =1 {} other {{n, number} از {total, number}.}}",
  "say.caption": "شرح عکس:",
  "say.credit": "منبع عکس:",
  "say.barePhotoOf": "{total, plural, =1 {عکس بدون توضیح.} other {عکس {n, number} از {total, number}، بدون توضیح.}}",
  "say.quotation": "نقل‌قول.",
  "say.quotationEnd": "پایان نقل‌قول.",
  "say.list": "{count, plural, one {فهرست با # مورد.} other {فهرست با # مورد.}}",
  "say.innerList": "{count, plural, one {فهرست درونی با # مورد.} other {فهرست درونی با # مورد.}}",
  "say.ordinal": "{n}:",
  "say.table":
    "جدول، {columns, plural, one {# ستون} other {# ستون}}، {rows, plural, one {# ردیف} other {# ردیف}}{caption, select, none {.} other {:}}",
  "say.header": "{header}:",
  "say.code": "کد.",
  "say.footnote": "پانویس.",
  "say.video": "ویدئو:",
  "say.audio": "صدا:",
  "say.embed": "محتوای جاسازی‌شده:",
  "say.bareVideo": "ویدئو.",
  "say.bareAudio": "صدا.",
  "say.bareEmbed": "محتوای جاسازی‌شده.",
  "say.beginning": "این فقط آغاز بود: ادامه به اشتراک یا حساب کاربری نیاز دارد.",
  "say.skippedLanguage":
    "{language}: هیچ صدایی به این زبان حرف نمی‌زند. {count, plural, one {# جمله خوانده نمی‌شود} other {# جمله خوانده نمی‌شود}}. می‌توانید در تنظیمات صدایی اضافه کنید.",
  "say.standIn":
    "{language}: هیچ صدایی به این زبان حرف نمی‌زند. صدای زبان دیگری آن را می‌خواند: {other}. می‌توانید در تنظیمات صدایی اضافه کنید.",
  "say.next": "بعدی، از {source}.",
  "say.nextOf": "بعدی، {n, number} از {total, number}، از {source}.",
  "say.nextGoesOn": "بعدی، از همان جا که ماندید: {title}، {source}.",
  "say.notOpened": "باز نشد: {title}.",
};
