import { IntlMessageFormat } from "intl-messageformat";
import type { SaidLanguage } from "../model/index.ts";
import { en, type MessageKey } from "./en/index.ts";
import { PSEUDO_LOCALES, type PseudoLocale, pseudoMessage } from "./pseudo.ts";
import { saidLanguage } from "./said.ts";

/** The messages of the command line, which is in English alone: its commands and options are English words too. */
type TerminalKey = Extract<MessageKey, `terminal.${string}`>;

/** All messages of a window in a language. One that misses a message does not compile. */
export type Words = Readonly<Record<Exclude<MessageKey, TerminalKey>, string>>;

/**
 * To add a language: its folder's `index.ts` and `help.ts`, a line here, and one in `help.ts`. Each is a file of its own that is read when it is
 * wanted.
 */
const LOADERS = {
  ar: () => import("./ar/index.ts"),
  de: () => import("./de/index.ts"),
  es: () => import("./es/index.ts"),
  fa: () => import("./fa/index.ts"),
  fr: () => import("./fr/index.ts"),
  hi: () => import("./hi/index.ts"),
  pt: () => import("./pt/index.ts"),
  ru: () => import("./ru/index.ts"),
  tr: () => import("./tr/index.ts"),
  uk: () => import("./uk/index.ts"),
  zh: () => import("./zh/index.ts"),
} as const satisfies { readonly [L in SaidLanguage]?: () => Promise<{ readonly words: Words }> };

/** A language that all of the interface is written in. */
export type InterfaceLanguage = "en" | keyof typeof LOADERS;

/** All of them. */
export const INTERFACE_LANGUAGES: readonly InterfaceLanguage[] = ["en", ...(Object.keys(LOADERS) as (keyof typeof LOADERS)[])];

const isInterfaceLanguage = (lang: SaidLanguage): lang is InterfaceLanguage => INTERFACE_LANGUAGES.some((known) => known === lang);

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT: ReadonlySet<InterfaceLanguage> = new Set(["ar", "fa"]);

/**
 * The language of this process: a window, the main process and a command line each speak one at a time, and each has its words before it
 * says any. The one thing of Lectern that everybody shares.
 */
let current: {
  readonly language: InterfaceLanguage;
  readonly pseudo: PseudoLocale | null;
  readonly words: Readonly<Record<string, string>>;
} = {
  language: "en",
  pseudo: null,
  words: en,
};
/** English is written as in Britain, also where its words are. */
const REGIONLESS: { readonly [L in SaidLanguage]?: string } = { en: "en-GB" };
/** Arabic has the digits in its dates and sizes that it has in its messages: its regions differ, and one line must not. */
const DIGITS: { readonly [L in SaidLanguage]?: string } = { ar: "-u-nu-latn" };
let locale = "en-GB";
const compiled = new Map<MessageKey, IntlMessageFormat>();

/** The language that the interface speaks now. */
export const interfaceLanguage = (): InterfaceLanguage => current.language;

/** How the interface writes dates, sizes and numbers: its language, as the listener's region writes it where that is known. BCP 47 */
export const interfaceLocale = (): string => locale;

/** The first of some tags that is of a language and names a region. */
function localeOf(language: SaidLanguage, tags: readonly string[]): string {
  for (const tag of tags)
    try {
      const { language: base, region } = new Intl.Locale(tag);
      if (base === language && region !== undefined) return `${base}-${region}${DIGITS[language] ?? ""}`;
    } catch {
      // No tag.
    }
  return REGIONLESS[language] ?? language;
}

/** The direction of the interface's own text. */
export function interfaceDirection(): "ltr" | "rtl" {
  if (current.pseudo !== null) return PSEUDO_LOCALES[current.pseudo].direction;
  return RIGHT_TO_LEFT.has(current.language) ? "rtl" : "ltr";
}

/**
 * Makes the interface speak the language of a tag, English where nobody wrote that. Answers with the language that it is.
 * @param lang BCP 47; one of `PSEUDO_LOCALES` is English made strange
 * @param system the languages of the system, with its region: BCP 47, what is wanted most first
 */
export async function speakLanguage(lang: string, system: readonly string[] = []): Promise<InterfaceLanguage> {
  const pseudo = Object.hasOwn(PSEUDO_LOCALES, lang) ? (lang as PseudoLocale) : null;
  const wanted = pseudo === null ? (saidLanguage(lang) ?? "en") : "en";
  const language = isInterfaceLanguage(wanted) ? wanted : "en";
  if (language !== current.language || pseudo !== current.pseudo) {
    const words = language === "en" ? en : (await LOADERS[language]()).words;
    compiled.clear();
    current = { language, pseudo, words };
  }
  locale = localeOf(language, [lang, ...system]);
  return language;
}

/** A text in the language of the interface, or as a language has it that nobody speaks. */
export const asSpoken = (text: string): string => (current.pseudo === null ? text : pseudoMessage(text, current.pseudo));

type Values = Readonly<Record<string, string | number>>;

/**
 * The words of a message, in the language of the interface. `values` fill its placeholders; a message without placeholders needs none.
 */
export function words(key: MessageKey, values?: Values): string {
  const message = asSpoken(current.words[key] ?? en[key]);
  if (!message.includes("{")) return message;
  let format = compiled.get(key);
  if (!format) {
    format = new IntlMessageFormat(message, current.language, undefined, { ignoreTag: true });
    compiled.set(key, format);
  }
  return String(format.format(values));
}
