import type { Announcements } from "../said.ts";

/** What is said of an article beside its own words, in Chinese. */
export const announcements: Announcements = {
  "say.by": "作者：",
  "say.published": "发布于{day}。",
  "say.section": "小节：",
  "say.photo": "照片。",
  "say.photoOf": "{total, plural, =1 {照片。} other {照片，第{n}张，共{total}张。}}",
  "say.nOf": "{total, plural, =1 {} other {第{n}张，共{total}张。}}",
  "say.caption": "图片说明：",
  "say.credit": "图片来源：",
  "say.barePhotoOf": "{total, plural, =1 {没有说明的照片。} other {照片，第{n}张，共{total}张，没有说明。}}",
  "say.quotation": "引文。",
  "say.quotationEnd": "引文结束。",
  "say.list": "{count, plural, other {列表，共#项。}}",
  "say.innerList": "{count, plural, other {子列表，共#项。}}",
  "say.ordinal": "{n}：",
  "say.table": "表格，{columns, plural, other {#列}}，{rows, plural, other {#行}}{caption, select, none {。} other {：}}",
  "say.header": "{header}：",
  "say.code": "代码。",
  "say.footnote": "脚注。",
  "say.video": "视频：",
  "say.audio": "音频：",
  "say.embed": "嵌入内容：",
  "say.bareVideo": "视频。",
  "say.bareAudio": "音频。",
  "say.bareEmbed": "嵌入内容。",
};
