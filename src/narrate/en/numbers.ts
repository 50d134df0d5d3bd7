const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = " ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const GROUPS =
  " thousand million billion trillion quadrillion quintillion sextillion septillion octillion nonillion decillion undecillion".split(" ");
/** The most digits that have a name here. */
const MOST_DIGITS = 3 * GROUPS.length;

const IRREGULAR: Readonly<Record<string, string>> = {
  one: "first",
  two: "second",
  three: "third",
  five: "fifth",
  eight: "eighth",
  nine: "ninth",
  twelve: "twelfth",
};

const belowHundred = (n: number): string => {
  if (n < 20) return SMALL[n] ?? "";
  const ones = n % 10;
  return `${TENS[Math.floor(n / 10)] ?? ""}${ones === 0 ? "" : ` ${SMALL[ones] ?? ""}`}`;
};

const belowThousand = (n: number): string => {
  const hundreds = Math.floor(n / 100);
  const rest = n % 100;
  if (hundreds === 0) return belowHundred(rest);
  return `${SMALL[hundreds] ?? ""} hundred${rest === 0 ? "" : ` ${belowHundred(rest)}`}`;
};

/** Digits one by one: "zero zero seven". Characters that are no digits are left out. */
export const digits = (text: string): string => [...text].map((digit) => SMALL[Number.parseInt(digit, 10)] ?? "").join(" ");

/** A whole number in words, from its digits with or without separators: "five thousand". */
export function cardinal(text: string): string {
  if (text.length < 3 && /^\d{1,2}$/.test(text)) return belowHundred(Number(text));
  const plain = text.replace(/\D/g, "");
  if (plain.length > MOST_DIGITS) return digits(plain);
  const trimmed = plain.replace(/^0+(?=\d)/, "");
  if (trimmed === "0" || trimmed === "") return "zero";
  const parts: string[] = [];
  for (let end = trimmed.length, group = 0; end > 0; end -= 3, group += 1) {
    const value = Number(trimmed.slice(Math.max(0, end - 3), end));
    if (value > 0) parts.unshift(`${belowThousand(value)}${group === 0 ? "" : ` ${GROUPS[group] ?? ""}`}`);
  }
  return parts.join(" ");
}

/** The ordinal of a number in words: "twenty first". */
export function ordinal(text: string): string {
  const words = cardinal(text).split(" ");
  const last = words.pop() ?? "";
  const changed = IRREGULAR[last] ?? (last.endsWith("y") ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return [...words, changed].join(" ");
}

/** A year in words: "nineteen oh five", "two thousand one", "twenty nineteen". `text` has one to four digits. */
export function year(text: string): string {
  const n = Number(text);
  const high = Math.floor(n / 100);
  const low = n % 100;
  if (n < 1000 || (n >= 2000 && n < 2010)) return cardinal(text);
  if (n % 1000 === 0) return cardinal(text);
  if (low === 0) return `${belowHundred(high)} hundred`;
  return `${belowHundred(high)} ${low < 10 ? "oh " : ""}${belowHundred(low)}`;
}

/** The plural of a number word: "nineties", "sixes". */
export const plural = (words: string): string =>
  words.endsWith("y") ? `${words.slice(0, -1)}ies` : words.endsWith("x") ? `${words}es` : `${words}s`;

/** A number as news write it: "5,000", "5.2", "-3", ".5", "007"; null when it is none. */
export function amount(text: string): string | null {
  const found = /^([-−–+±])?(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d+))?$/.exec(text);
  if (!found) return null;
  const [, sign = "", whole = "", part] = found;
  if (whole === "" && part === undefined) return null;
  const front = sign === "" ? "" : sign === "+" ? "plus " : sign === "±" ? "plus or minus " : "minus ";
  const read = whole === "" ? "" : /^0\d/.test(whole) || (whole.length > 15 && !whole.includes(",")) ? digits(whole) : cardinal(whole);
  return `${front}${read}${part === undefined ? "" : `${read === "" ? "" : " "}point ${digits(part)}`}`;
}

/** Whether a number of things takes the singular: "1", "-1". */
export const isOne = (text: string): boolean => /^[-−]?1(?:\.0+)?$/.test(text);
