import type { Announcements } from "../said.ts";

/** What is said of an article beside its own words, in Turkish. */
export const announcements: Announcements = {
  "say.by": "Yazan:",
  "say.published": "Yayımlanma tarihi: {day}.",
  "say.section": "Bölüm:",
  "say.contents": "İçindekiler",
  "say.bookSummary":
    "Metin ve ses cümle cümle birlikte ilerler. Başlıklar, listeler ve tablolar arasında gezilebilir; resimler, kaynağı betimlediği yerde betimlenmiştir.",
  "say.photo": "Fotoğraf.",
  "say.photoOf": "{total, plural, =1 {Fotoğraf.} other {Fotoğraf {n}, toplam {total}.}}",
  "say.nOf": "{total, plural, =1 {} other {{n}, toplam {total}.}}",
  "say.caption": "Fotoğraf yazısı:",
  "say.credit": "Kaynak:",
  "say.barePhotoOf": "{total, plural, =1 {Açıklamasız fotoğraf.} other {Fotoğraf {n}, toplam {total}, açıklamasız.}}",
  "say.quotation": "Alıntı.",
  "say.quotationEnd": "Alıntı sonu.",
  "say.list": "{count, plural, one {# maddelik liste.} other {# maddelik liste.}}",
  "say.innerList": "{count, plural, one {# maddelik alt liste.} other {# maddelik alt liste.}}",
  "say.ordinal": "{n}:",
  "say.table":
    "Tablo, {columns, plural, one {# sütun} other {# sütun}}, {rows, plural, one {# satır} other {# satır}}{caption, select, none {.} other {:}}",
  "say.header": "{header}:",
  "say.code": "Kod.",
  "say.footnote": "Dipnot.",
  "say.video": "Video:",
  "say.audio": "Ses:",
  "say.embed": "Gömülü içerik:",
  "say.bareVideo": "Video.",
  "say.bareAudio": "Ses.",
  "say.bareEmbed": "Gömülü içerik.",
  "say.beginning": "Bu yalnızca başlangıçtı: gerisi abonelik ya da hesap gerektirir.",
  "say.skippedLanguage":
    "{language}: bu dili konuşan bir ses yok. {count, plural, one {# cümle okunmuyor} other {# cümle okunmuyor}}. Ayarlardan bir ses ekleyebilirsiniz.",
  "say.standIn": "{language}: bu dili konuşan bir ses yok. Başka bir dilin sesi okuyor: {other}. Ayarlardan bir ses ekleyebilirsiniz.",
  "say.next": "Sıradaki, kaynak: {source}.",
  "say.nextOf": "Sıradaki, {n}, toplam {total}, kaynak: {source}.",
  "say.nextGoesOn": "Sıradaki, kaldığınız yerden: {title}, {source}.",
  "say.notOpened": "Açılamadı: {title}.",
};
