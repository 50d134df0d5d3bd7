/** The forms of a word beside a number, by the language's plural rules (CLDR). */
export type Forms = { readonly [K in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** A word that never changes, or changes for one alone. */
export const forms = (one: string, other = one): Forms => ({ one, other });
/** A Slavic word: beside 1, 2 to 4, 5 and more, and a fraction. */
export const slavic = (one: string, few: string, many: string, other = few): Forms => ({ one, few, many, other });

/**
 * What differs between languages when written signs become words. Whole numbers stay digits: the voices read them right in their own
 * language (heard with eSpeak NG in all of them); what they read wrongly is said here.
 */
export interface Tongue {
  /** BCP 47, without a region. */
  readonly lang: string;
  /** The decimal mark. */
  readonly decimal: "," | ".";
  /** Marks between groups of three digits, beside spaces. */
  readonly groups: string;
  /** The word for the decimal mark, where voices lose it. */
  readonly point?: string;
  /** As they are said in a date. January first. */
  readonly months: readonly string[];
  /** Shortened months in small letters, without full stops, and their number from 1. */
  readonly shortMonths: Readonly<Record<string, number>>;
  /** The day of a date as it is said, where digits are not. `before` is the word before it. */
  readonly day?: (day: number, before: string) => string;
  /** A whole date; `year` may be null. */
  readonly date: (day: string, month: string, year: string | null) => string;
  /** Whether numeric dates begin with the year where the parts allow it. */
  readonly yearFirst?: boolean;
  /** A year as it is said, null for its digits. `next` is the word after it, `before` the one before the date or the year. */
  readonly year?: (year: number, next: string, before: string) => string | null;
  /** A time of day from "17:05" and from "17h05"; null leaves the former to the voice. */
  readonly clock: (hour: number, minute: number) => string | null;
  /** The word for the hour behind a time, that `clock` says already: "Uhr", "h". */
  readonly hourWord?: RegExp;
  /** Words before a time that make "17.05" one: "alle", "saat". */
  readonly hourBefore?: RegExp;
  /** Between two numbers: "5-10". Null: they are only said one after the other. */
  readonly to: string | null;
  readonly minus: string;
  /** By sign or code: "€", "EUR". */
  readonly currencies: Readonly<Record<string, Forms>>;
  /** Between a sum's units and its hundredths: "5 euros y 20". */
  readonly and: string;
  /** Between a million and what it is a million of: "de", "d'"; "" where nothing stands there. */
  readonly of: (what: string) => string;
  /** Thousand, million …: by how they are shortened, without full stops. */
  readonly scales: Readonly<Record<string, Forms>>;
  /** By sign: "km", "°C", "%". */
  readonly units: Readonly<Record<string, Forms>>;
  /** Where the unit stands before its number: "百分之5". */
  readonly unitFirst?: ReadonlySet<string>;
  /** What is shortened, as it is written without spaces, with its full stops: "z.B.", "Dr.", "Mme". */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Numbers that say which: "3.", "2e", "5-й"; null: none. `mark` is what is written behind the digits. */
  readonly ordinal?: (value: number, mark: string, before: string, next: string) => string | null;
  /** Roman numerals, null: left as they are written. */
  readonly roman?: (value: number, mark: string, before: string, next: string) => string | null;
  /** Whether nothing stands between words. */
  readonly unspaced?: boolean;
  /** Groups of two digits too: "12,34,567". */
  readonly smallGroups?: boolean;
  /** Words beside which one and two have forms of their own. */
  readonly feminine?: { readonly words: ReadonlySet<string>; readonly one: string; readonly two: string };
  /** What else the language says otherwise. `earlier` is the word before the one before. */
  readonly words?: (core: string, before: string, next: string, earlier: string) => string | null;
}
