/** The endings of an ordinal. `nom` masculine nominative, `gen`, `dat`, `prep`, `ins` masculine; `fem`, `femAcc`, `femOblique`; `neu`; `plural`, `pluralGen`. */
export interface Endings {
  readonly nom: string;
  readonly gen: string;
  readonly dat: string;
  readonly prep: string;
  readonly ins: string;
  readonly fem: string;
  readonly femAcc: string;
  readonly femOblique: string;
  readonly neu: string;
  readonly plural: string;
  readonly pluralGen: string;
}
export type Ending = keyof Endings;

/** The number words of an East Slavic language, as far as ordinals need them. */
export interface SlavicNumbers {
  /** Stems of first to nineteenth; index 0 is empty. */
  readonly stems: readonly string[];
  /** Stems of tenth, twentieth … ninetieth; index 0 is empty. */
  readonly tenStems: readonly string[];
  /** Twenty … ninety; index 0 and 1 are empty. */
  readonly tens: readonly string[];
  /** A hundred … nine hundred; index 0 is empty. */
  readonly hundreds: readonly string[];
  /** Stems of hundredth … nine hundredth. */
  readonly hundredStems: readonly string[];
  /** "a thousand", "two thousand", and the stem of "two thousandth". */
  readonly thousands: readonly [one: string, two: string, stem: string, oneStem: string];
  readonly endings: Endings;
  /** For the third. */
  readonly softEndings: Endings;
  /** Stems with the stressed ending in the nominative. */
  readonly stressed: ReadonlySet<string>;
  readonly stressedNom: string;
}

/** An ordinal from 1 to 2999 in words, in the form asked for: "тысяча девятьсот девяносто восьмого". */
export function slavicOrdinal(numbers: SlavicNumbers, n: number, ending: Ending): string {
  const parts: string[] = [];
  const thousands = Math.floor(n / 1000);
  const hundreds = Math.floor((n % 1000) / 100);
  const rest = n % 100;
  const close = (stem: string): string => {
    if (stem === numbers.stems[3]) return stem + numbers.softEndings[ending];
    return stem + (ending === "nom" && numbers.stressed.has(stem) ? numbers.stressedNom : numbers.endings[ending]);
  };
  if (thousands > 0) {
    const [one, two, twoStem, oneStem] = numbers.thousands;
    if (hundreds === 0 && rest === 0) return close(thousands === 1 ? oneStem : twoStem);
    parts.push(thousands === 1 ? one : two);
  }
  if (hundreds > 0) {
    if (rest === 0) return [...parts, close(numbers.hundredStems[hundreds] ?? "")].join(" ");
    parts.push(numbers.hundreds[hundreds] ?? "");
  }
  const ones = rest % 10;
  if (rest < 20) parts.push(close(rest === 10 ? (numbers.tenStems[1] ?? "") : (numbers.stems[rest] ?? "")));
  else if (ones === 0) parts.push(close(numbers.tenStems[rest / 10] ?? ""));
  else parts.push(numbers.tens[Math.floor(rest / 10)] ?? "", close(numbers.stems[ones] ?? ""));
  return parts.join(" ");
}
