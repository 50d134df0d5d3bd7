import type { Verbosity } from "../model/index.ts";
import type { SaidKey } from "../words/index.ts";

/** What can be announced. */
export type Occasion =
  | "byline"
  | "published"
  | "heading"
  | "photo"
  | "photo-named-by-itself"
  | "bare-photo"
  | "caption"
  | "credit"
  | "quotation"
  | "quotation-end"
  | "list"
  | "inner-list"
  | "ordinal"
  | "table"
  | "header"
  | "code"
  | "footnote"
  | "video"
  | "audio"
  | "embed"
  | "bare-video"
  | "bare-audio"
  | "bare-embed"
  | "beginning";

type Row = Readonly<Record<Verbosity, SaidKey | null>>;
const always = (key: SaidKey): Row => ({ brief: key, normal: key, full: key });
const fromNormal = (key: SaidKey): Row => ({ brief: null, normal: key, full: key });
const onlyFull = (key: SaidKey): Row => ({ brief: null, normal: null, full: key });

/** Which words announce what, at each verbosity; null: nothing is said. */
const ANNOUNCEMENTS: Readonly<Record<Occasion, Row>> = {
  byline: always("say.by"),
  published: onlyFull("say.published"),
  heading: fromNormal("say.section"),
  photo: { brief: "say.photo", normal: "say.photo", full: "say.photoOf" },
  "photo-named-by-itself": onlyFull("say.nOf"),
  "bare-photo": onlyFull("say.barePhotoOf"),
  caption: always("say.caption"),
  credit: onlyFull("say.credit"),
  quotation: fromNormal("say.quotation"),
  "quotation-end": onlyFull("say.quotationEnd"),
  list: fromNormal("say.list"),
  "inner-list": fromNormal("say.innerList"),
  ordinal: always("say.ordinal"),
  table: fromNormal("say.table"),
  header: fromNormal("say.header"),
  code: fromNormal("say.code"),
  footnote: fromNormal("say.footnote"),
  video: always("say.video"),
  audio: always("say.audio"),
  embed: fromNormal("say.embed"),
  "bare-video": onlyFull("say.bareVideo"),
  "bare-audio": onlyFull("say.bareAudio"),
  "bare-embed": onlyFull("say.bareEmbed"),
  beginning: always("say.beginning"),
};

/** The message that announces something, null when nothing is said at this verbosity. */
export const announcement = (occasion: Occasion, verbosity: Verbosity): SaidKey | null => ANNOUNCEMENTS[occasion][verbosity];
