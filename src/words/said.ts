import { IntlMessageFormat } from "intl-messageformat";
import { SAID_LANGUAGES, type SaidLanguage } from "../model/index.ts";
import { announcements as arAnnouncements } from "./ar/announcements.ts";
import { spelling as arSpelling } from "./ar/spelling.ts";
import { announcements as deAnnouncements } from "./de/announcements.ts";
import { spelling as deSpelling } from "./de/spelling.ts";
import { announcements as enAnnouncements } from "./en/announcements.ts";
import { spelling as enSpelling } from "./en/spelling.ts";
import { announcements as esAnnouncements } from "./es/announcements.ts";
import { spelling as esSpelling } from "./es/spelling.ts";
import { announcements as faAnnouncements } from "./fa/announcements.ts";
import { spelling as faSpelling } from "./fa/spelling.ts";
import { announcements as frAnnouncements } from "./fr/announcements.ts";
import { spelling as frSpelling } from "./fr/spelling.ts";
import { announcements as hiAnnouncements } from "./hi/announcements.ts";
import { spelling as hiSpelling } from "./hi/spelling.ts";
import { announcements as itAnnouncements } from "./it/announcements.ts";
import { spelling as itSpelling } from "./it/spelling.ts";
import { announcements as ptAnnouncements } from "./pt/announcements.ts";
import { spelling as ptSpelling } from "./pt/spelling.ts";
import { announcements as ruAnnouncements } from "./ru/announcements.ts";
import { spelling as ruSpelling } from "./ru/spelling.ts";
import { announcements as trAnnouncements } from "./tr/announcements.ts";
import { spelling as trSpelling } from "./tr/spelling.ts";
import { announcements as ukAnnouncements } from "./uk/announcements.ts";
import { spelling as ukSpelling } from "./uk/spelling.ts";
import { announcements as zhAnnouncements } from "./zh/announcements.ts";
import { spelling as zhSpelling } from "./zh/spelling.ts";

/** All messages that announce. A language that misses one does not compile. */
export type Announcements = Readonly<Record<keyof typeof enAnnouncements, string>>;
/** All names of characters. */
export type Spelling = Readonly<Record<keyof typeof enSpelling, string>>;

/** Names a message that is said in a language of its own, whatever the window's is. */
export type SaidKey = keyof Announcements | keyof Spelling;

/** To add a language: its two files, a line here, and its name in `SAID_LANGUAGES`. */
const CATALOGUE: Readonly<Record<SaidLanguage, Announcements & Spelling>> = {
  en: { ...enAnnouncements, ...enSpelling },
  fr: { ...frAnnouncements, ...frSpelling },
  de: { ...deAnnouncements, ...deSpelling },
  es: { ...esAnnouncements, ...esSpelling },
  pt: { ...ptAnnouncements, ...ptSpelling },
  it: { ...itAnnouncements, ...itSpelling },
  ru: { ...ruAnnouncements, ...ruSpelling },
  ar: { ...arAnnouncements, ...arSpelling },
  fa: { ...faAnnouncements, ...faSpelling },
  uk: { ...ukAnnouncements, ...ukSpelling },
  tr: { ...trAnnouncements, ...trSpelling },
  zh: { ...zhAnnouncements, ...zhSpelling },
  hi: { ...hiAnnouncements, ...hiSpelling },
};

/** The language of `SAID_LANGUAGES` that a tag is of, null where there is none. */
export function saidLanguage(lang: string): SaidLanguage | null {
  const base = lang.toLowerCase().split(/[-_]/)[0];
  return SAID_LANGUAGES.find((known) => known === base) ?? null;
}

const compiled = new Map<string, IntlMessageFormat>();

/**
 * The words of a message in a language, for a voice of that language; in English where nobody wrote them. Digits are European:
 * voices of every language know them.
 * @param lang BCP 47
 */
export function said(key: SaidKey, lang: string, values?: Readonly<Record<string, string | number>>): string {
  const language = saidLanguage(lang) ?? "en";
  const message = CATALOGUE[language][key];
  if (!message.includes("{")) return message;
  const id = `${language} ${key}`;
  let format = compiled.get(id);
  if (!format) {
    format = new IntlMessageFormat(message, `${language}-u-nu-latn`, undefined, { ignoreTag: true });
    compiled.set(id, format);
  }
  return String(format.format(values));
}
