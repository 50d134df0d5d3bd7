import type { Chapter, EditionPicture } from "../../model/index.ts";
import type { FrameShape } from "./encoded.ts";

/** What a file says of itself. */
export interface Tags {
  readonly title: string;
  /** Who publishes it. "" where nobody says. */
  readonly source: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** BCP 47. */
  readonly lang: string;
  readonly cover: EditionPicture | null;
  /** The program that made it. */
  readonly maker: string;
}

/** What a file of sound is made of. Frames are read anew each time, so that no more than one has to be held. */
export interface Inside {
  readonly tags: Tags;
  readonly chapters: readonly Chapter[];
  readonly sampleRate: number;
  readonly shape: FrameShape;
  /** All samples, the silence between pieces included. */
  readonly samples: number;
  /** The size of each frame, bytes, in order. */
  readonly sizes: Uint32Array;
  readonly frames: () => AsyncIterable<Uint8Array>;
  /** The same bytes, many frames at a time. */
  readonly body: () => AsyncIterable<Uint8Array>;
}

/** A time as Vorbis comments have it: 00:01:02.345. */
export function clock(seconds: number, point = "."): string {
  const thousandths = Math.max(0, Math.round(seconds * 1000));
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const part = String(thousandths % 1000).padStart(3, "0");
  return `${two(thousandths / 3_600_000)}:${two((thousandths / 60_000) % 60)}:${two((thousandths / 1000) % 60)}${point}${part}`;
}

/** Names of languages in three letters (ISO 639-2/T), for the formats that know no others. */
const LETTERS: Readonly<Record<string, string>> = {
  af: "afr",
  am: "amh",
  ar: "ara",
  as: "asm",
  az: "aze",
  be: "bel",
  bg: "bul",
  bn: "ben",
  bs: "bos",
  ca: "cat",
  cmn: "zho",
  cs: "ces",
  cy: "cym",
  da: "dan",
  de: "deu",
  el: "ell",
  en: "eng",
  eo: "epo",
  es: "spa",
  et: "est",
  eu: "eus",
  fa: "fas",
  fi: "fin",
  fr: "fra",
  ga: "gle",
  gl: "glg",
  gu: "guj",
  he: "heb",
  hi: "hin",
  hr: "hrv",
  hu: "hun",
  hy: "hye",
  id: "ind",
  is: "isl",
  it: "ita",
  ja: "jpn",
  ka: "kat",
  kk: "kaz",
  kn: "kan",
  ko: "kor",
  ku: "kur",
  ky: "kir",
  la: "lat",
  lt: "lit",
  lv: "lav",
  mk: "mkd",
  ml: "mal",
  mr: "mar",
  ms: "msa",
  mt: "mlt",
  my: "mya",
  nb: "nob",
  ne: "nep",
  nl: "nld",
  nn: "nno",
  no: "nor",
  or: "ori",
  pa: "pan",
  pl: "pol",
  pt: "por",
  ro: "ron",
  ru: "rus",
  sd: "snd",
  si: "sin",
  sk: "slk",
  sl: "slv",
  sq: "sqi",
  sr: "srp",
  sv: "swe",
  sw: "swa",
  ta: "tam",
  te: "tel",
  th: "tha",
  tr: "tur",
  tt: "tat",
  uk: "ukr",
  ur: "urd",
  uz: "uzb",
  vi: "vie",
  yue: "yue",
  zh: "zho",
};

/** The three letters of a language; `und` where they are not known. */
export function threeLetters(lang: string): string {
  const [base = ""] = lang.toLowerCase().split("-");
  return LETTERS[base] ?? (/^[a-z]{3}$/.test(base) ? base : "und");
}
