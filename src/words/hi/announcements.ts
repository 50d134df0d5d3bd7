import type { Announcements } from "../said.ts";

/** What is said of an article beside its own words, in Hindi. */
export const announcements: Announcements = {
  "say.by": "लेखक:",
  "say.published": "प्रकाशन तिथि: {day}।",
  "say.section": "खंड:",
  "say.contents": "विषय-सूची",
  "say.bookSummary":
    "टेक्स्ट और ध्वनि वाक्य-दर-वाक्य साथ चलते हैं। शीर्षकों, सूचियों और तालिकाओं से होकर बढ़ा जा सकता है; चित्रों का वर्णन वहाँ है जहाँ उनका स्रोत वर्णन देता है।",
  "say.photo": "फ़ोटो।",
  "say.photoOf": "{total, plural, =1 {फ़ोटो।} other {{total} में से फ़ोटो {n}।}}",
  "say.nOf": "{total, plural, =1 {} other {{total} में से {n}।}}",
  "say.caption": "कैप्शन:",
  "say.credit": "साभार:",
  "say.barePhotoOf": "{total, plural, =1 {बिना विवरण की फ़ोटो।} other {{total} में से फ़ोटो {n}, बिना विवरण की।}}",
  "say.quotation": "उद्धरण।",
  "say.quotationEnd": "उद्धरण समाप्त।",
  "say.list": "{count, plural, one {# आइटम की सूची।} other {# आइटम की सूची।}}",
  "say.innerList": "{count, plural, one {# आइटम की भीतरी सूची।} other {# आइटम की भीतरी सूची।}}",
  "say.ordinal": "{n}:",
  "say.table":
    "तालिका, {columns, plural, one {# स्तंभ} other {# स्तंभ}}, {rows, plural, one {# पंक्ति} other {# पंक्तियाँ}}{caption, select, none {।} other {:}}",
  "say.header": "{header}:",
  "say.code": "कोड।",
  "say.footnote": "पाद टिप्पणी।",
  "say.video": "वीडियो:",
  "say.audio": "ऑडियो:",
  "say.embed": "एम्बेड की गई सामग्री:",
  "say.bareVideo": "वीडियो।",
  "say.bareAudio": "ऑडियो।",
  "say.bareEmbed": "एम्बेड की गई सामग्री।",
  "say.beginning": "यह केवल शुरुआत थी: बाक़ी के लिए सदस्यता या खाता चाहिए।",
  "say.skippedLanguage":
    "{language}: कोई आवाज़ यह भाषा नहीं बोलती। {count, plural, one {# वाक्य छोड़ा गया} other {# वाक्य छोड़े गए}}। आप सेटिंग में आवाज़ जोड़ सकते हैं।",
  "say.standIn": "{language}: कोई आवाज़ यह भाषा नहीं बोलती। दूसरी भाषा की आवाज़ इसे पढ़ती है: {other}। आप सेटिंग में आवाज़ जोड़ सकते हैं।",
  "say.next": "आगे, स्रोत: {source}।",
  "say.nextOf": "आगे, {total} में से {n}, स्रोत: {source}।",
  "say.nextGoesOn": "आगे, जहाँ आपने छोड़ा था: {title}, {source}।",
  "say.notOpened": "खुल नहीं सका: {title}।",
};
