/**
 * What is said of an article beside its own words. What is announced follows the words; a colon or a full stop is the pause between
 * them.
 */
export const announcements = {
  "say.by": "By",
  "say.published": "Published {day}.",
  "say.section": "Section:",
  "say.contents": "Contents",
  "say.bookSummary":
    "Text and sound go together, sentence by sentence. One can step by headings, lists and tables; pictures are described where their source describes them.",
  "say.photo": "Photo.",
  "say.photoOf": "{total, plural, =1 {Photo.} other {Photo {n} of {total}.}}",
  "say.nOf": "{total, plural, =1 {} other {{n} of {total}.}}",
  "say.caption": "Caption:",
  "say.credit": "Credit:",
  "say.barePhotoOf": "{total, plural, =1 {Photo without a description.} other {Photo {n} of {total}, without a description.}}",
  "say.quotation": "Quotation.",
  "say.quotationEnd": "End of quotation.",
  "say.list": "{count, plural, one {List with # item.} other {List with # items.}}",
  "say.innerList": "{count, plural, one {Inner list with # item.} other {Inner list with # items.}}",
  "say.ordinal": "{n}:",
  "say.table":
    "Table, {columns, plural, one {# column} other {# columns}}, {rows, plural, one {# row} other {# rows}}{caption, select, none {.} other {:}}",
  "say.header": "{header}:",
  "say.code": "Code.",
  "say.footnote": "Footnote.",
  "say.video": "Video:",
  "say.audio": "Audio:",
  "say.embed": "Embedded content:",
  "say.bareVideo": "Video.",
  "say.bareAudio": "Audio.",
  "say.bareEmbed": "Embedded content.",
  "say.beginning": "That was only the beginning: the rest needs a subscription or an account.",
  "say.skippedLanguage":
    "{language}: no voice speaks it. {count, plural, one {# sentence is} other {# sentences are}} left out. You can add a voice in the settings.",
  "say.standIn": "{language}: no voice speaks it. A voice of another language reads it: {other}. You can add a voice in the settings.",
  "say.next": "Next, from {source}.",
  "say.nextOf": "Next, {n} of {total}, from {source}.",
  "say.nextGoesOn": "Next, where you left it: {title}, {source}.",
  "say.notOpened": "Could not be opened: {title}.",
} as const;
