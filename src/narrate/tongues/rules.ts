import { comparing } from "../compared.ts";
import { romanValue } from "../en/roman.ts";
import { joined, type Rule, type Said, said, writtenTogether } from "../rule.ts";
import type { Token } from "../tokens.ts";
import { COMPARISONS } from "./comparisons.ts";
import type { Forms, Tongue } from "./tongue.ts";

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const oneOf = (keys: Iterable<string>): string =>
  [...keys]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join("|");

/** Digits of other scripts as 0 to 9, their signs as the Latin ones. */
const latin = (text: string): string =>
  /[٠-٩۰-۹०-९٪٫٬]/.test(text)
    ? text
        .replace(/[٠-٩۰-۹०-९]/g, (digit) => String(digitValue(digit)))
        .replaceAll("٪", "%")
        .replaceAll("٫", ".")
        .replaceAll("٬", ",")
    : text;
const ZEROS = [0x660, 0x6f0, 0x966];
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  return code - (ZEROS.findLast((zero) => zero <= code) ?? code);
}

/** The rules of a language from its data. What a voice reads right by itself is left alone. */
export function tongueRules(tongue: Tongue): readonly Rule[] {
  const plural = new Intl.PluralRules(tongue.lang);
  const decimal = escaped(tongue.decimal);
  const groups = `[${tongue.groups.replace(/[\]\\^-]/g, "\\$&")}\u00a0\u202f\u2009 ]`;
  const NUMBER = `\\d{1,3}(?:${groups}\\d{${tongue.smallGroups ? "2," : ""}3})+(?:${decimal}\\d+)?|\\d+(?:${decimal}\\d+)?`;
  const signs = oneOf(Object.keys(tongue.currencies));
  const scales = oneOf(Object.keys(tongue.scales));
  const units = oneOf(Object.keys(tongue.units));
  const SIGN = "([-−–+±~]?)";
  const MONEY_FRONT = new RegExp(`^${SIGN}(${signs})${SIGN}(${NUMBER})(${scales})?$`, "u");
  const MONEY_BACK = new RegExp(`^${SIGN}(${NUMBER})(${scales})?(${signs})$`, "u");
  const SCALED = new RegExp(`^${SIGN}(${NUMBER})(${scales})$`, "u");
  const MEASURE = new RegExp(`^${SIGN}(${NUMBER})(?:([-–])(${NUMBER}))?(${units})$`, "u");
  const MEASURES = new RegExp(
    `^[-−–+±~]?(?:(?:${NUMBER})(?:${units})(?:[-‐‑–—](?:${NUMBER})(?:${units})){1,3}|%(?:${NUMBER})(?:[-‐‑–—]%(?:${NUMBER})){1,3})$`,
    "u",
  );
  const END_BACK = new RegExp(`([-−–+±~‐‑—]?)(${NUMBER})(${units})(?=[-‐‑–—]|$)`, "gu");
  const END_FRONT = new RegExp(`([-−–+±~‐‑—]?)(%)(${NUMBER})`, "gu");
  const MEASURE_FRONT = new RegExp(`^([%])(${NUMBER})$`, "u");
  const PLAIN = new RegExp(`^${SIGN}(${NUMBER})$`, "u");
  const RANGE = new RegExp(`^(${NUMBER})[-‐‑–](${NUMBER})$`, "u");
  const MERGES = new RegExp(`^(?:${signs})?[-−]?\\d{1,3}$`, "u");
  const SCALED_SIGN = new RegExp(`^(${scales || "(?!)"})(${signs})$`, "u");
  const MEASURED = new RegExp(`^${SIGN}(${NUMBER})(?:([-–])(${NUMBER}))?$`, "u");
  const THREE_DIGITS = new RegExp(`^\\d{3}(?:${decimal}\\d+)?$`);
  const SIGN_WORDS: Readonly<Record<string, string>> = { "-": `${tongue.minus} `, "−": `${tongue.minus} `, "–": `${tongue.minus} ` };

  const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
    Object.hasOwn(record, key) ? record[key] : undefined;
  const ungrouped = new RegExp(groups, "gu");
  /** A number as voices read it: no groups, the language's own decimal mark or its word. */
  const spokenNumber = (written: string): string => {
    const [whole = "", part] = written.split(tongue.decimal);
    const plain = whole.replace(ungrouped, "");
    if (part === undefined) return plain;
    return tongue.point === undefined ? `${plain}${tongue.decimal}${part}` : `${plain} ${tongue.point} ${part}`;
  };
  /** "две тысячи": one and two as they are beside a word of the other gender. */
  const beside = (written: string, word: string): string => {
    const spoken = spokenNumber(written);
    const { feminine } = tongue;
    if (!feminine?.words.has(word) || !/^\d*(?<!1)[12]$/.test(spoken)) return spoken;
    const tens = spoken.length === 1 ? "" : `${spoken.slice(0, -1)}0 `;
    return `${tens}${spoken.endsWith("1") ? feminine.one : feminine.two}`;
  };
  const worth = (written: string): number => Number(written.replace(ungrouped, "").replace(tongue.decimal, "."));
  const form = (of: Forms, written: string): string => {
    // CLDR counts the digits behind the mark as the listener hears them: "1,0" is no single one.
    const [, part = ""] = written.split(tongue.decimal);
    const value = worth(written);
    return (
      of[
        part === ""
          ? plural.select(value)
          : new Intl.PluralRules(tongue.lang, { minimumFractionDigits: Math.min(part.length, 3) }).select(value)
      ] ?? of.other
    );
  };
  const front = (sign: string): string => SIGN_WORDS[sign] ?? "";
  const bare = (token: Token | undefined): string => latin(token?.core ?? "");
  const coreAt = (words: readonly Token[], at: number): string => bare(words[at]);
  /** The shortened word at a place, its tokens and what it stands for. */
  const shortened = (words: readonly Token[], at: number): { readonly count: number; readonly spoken: string } | null => {
    let text = "";
    let best: { readonly count: number; readonly spoken: string } | null = null;
    for (let count = 1; count <= 3; count += 1) {
      const token = words[at + count - 1];
      if (!token || (count > 1 && token.lead !== "") || token.core.length > 12) break;
      text += token.core;
      const dotted = own(tongue.abbreviations, `${text}.`);
      const spoken = token.tail.startsWith(".") && dotted !== undefined ? dotted : own(tongue.abbreviations, text);
      if (spoken !== undefined) best = { count, spoken };
      if (token.tail === "" && count === 1 && !/^\p{L}{1,3}$/u.test(token.core)) break;
      if (token.tail !== "" && token.tail !== ".") break;
      text += token.tail;
    }
    const hung = best === null ? /^(\p{L}{1,4}['’])(\p{L}{2,}(?:\.\p{L}+)*)$/u.exec(words[at]?.core ?? "") : null;
    const first = words[at];
    if (!hung || !first) return best;
    const alone = own(tongue.abbreviations, `${hung[2] ?? ""}${first.tail.startsWith(".") ? "." : ""}`);
    return alone === undefined ? null : { count: 1, spoken: `${hung[1] ?? ""}${alone}` };
  };
  const scaleOf = (token: Token | undefined): Forms | undefined =>
    token && token.lead === "" ? own(tongue.scales, token.core) : undefined;
  const scaleWords = new Set(Object.values(tongue.scales).flatMap((of) => Object.values(of)));
  const currencyOf = (token: Token | undefined): Forms | undefined =>
    token && token.lead === "" ? own(tongue.currencies, token.core) : undefined;
  const sum = (sign: string, number: string, currency: Forms): string => {
    const [whole = "", part = ""] = number.split(tongue.decimal);
    if (part.length !== 2) return `${front(sign)}${spokenNumber(number)} ${form(currency, number)}`;
    const name = `${front(sign)}${spokenNumber(whole)} ${form(currency, whole)}`;
    return part === "00" ? name : `${name}${tongue.and === "" ? "" : ` ${tongue.and}`} ${Number(part)}`;
  };
  const scaledSum = (sign: string, number: string, scale: string, currency: Forms): string =>
    `${front(sign)}${beside(number, scale)} ${scale} ${tongue.of(currency.many ?? currency.other)}${currency.many ?? currency.other}`;

  /** "$5 Mio.", "5 €", "5,2 Mrd. €", "3 millions €". */
  const money: Rule = (words, at) => {
    const word = words[at];
    const core = bare(word);
    if (!word) return null;
    const [next, third] = words.slice(at + 1, at + 3);
    if (word.tail === "" && own(tongue.currencies, core) && joined(word, next) && PLAIN.test(bare(next)) && next) {
      // "R$ 5,20", "EUR 5 Mio.": as if there were no space.
      const [first, ...more] = money([{ ...next, core: core + bare(next) }, ...words.slice(at + 2, at + 4)], 0, NOWHERE) ?? [];
      return first ? [{ count: first.count + 1, spoken: first.spoken }, ...more] : null;
    }
    if (!/\d/.test(core)) return null;
    const leading = MONEY_FRONT.exec(core);
    if (leading) {
      const [, one = "", name = "", two = "", number = "", short] = leading;
      const currency = own(tongue.currencies, name);
      if (!currency) return null;
      const scale = short === undefined ? undefined : own(tongue.scales, short);
      if (scale) return said(scaledSum(one || two, number, form(scale, number), currency));
      const apart = joined(word, next)
        ? (scaleOf(next) ?? (scaleWords.has(next?.core ?? "") ? { other: next?.core ?? "" } : undefined))
        : undefined;
      if (!apart) return said(sum(one || two, number, currency));
      const name2 = currency.many ?? currency.other;
      return [...said(`${front(one || two)}${spokenNumber(number)}`), ...said(`${form(apart, number)} ${tongue.of(name2)}${name2}`)];
    }
    const trailing = MONEY_BACK.exec(core);
    if (trailing) {
      const [, sign = "", number = "", short, name = ""] = trailing;
      const currency = own(tongue.currencies, name);
      const scale = short === undefined ? undefined : own(tongue.scales, short);
      if (!currency) return null;
      return said(scale ? scaledSum(sign, number, form(scale, number), currency) : sum(sign, number, currency));
    }
    const alone = PLAIN.exec(core);
    if (alone && word.tail === "" && next) {
      const [, sign = "", number = ""] = alone;
      const currency = currencyOf(next);
      if (currency) {
        const spoken = sum(sign, number, currency);
        return said(spoken, 2);
      }
      const both = next.lead === "" ? SCALED_SIGN.exec(next.core) : null;
      const [of, coin] = [own(tongue.scales, both?.[1] ?? ""), own(tongue.currencies, both?.[2] ?? "")];
      if (of && coin) return said(scaledSum(sign, number, form(of, number), coin), 2);
      const scale = scaleOf(next) ?? (scaleWords.has(next.core) ? { other: next.core } : undefined);
      const behind = scale && /^\.?$/.test(next.tail) ? currencyOf(third) : undefined;
      if (scale && behind) {
        const name = behind.many ?? behind.other;
        return [
          ...said(`${front(sign)}${beside(number, form(scale, number))}`),
          ...said(form(scale, number)),
          ...said(`${tongue.of(name)}${name}`),
        ];
      }
      if (scale) return [...said(`${front(sign)}${beside(number, form(scale, number))}`), ...said(form(scale, number))];
    }
    const scaled = SCALED.exec(core);
    if (!scaled) return null;
    const [, sign = "", number = "", short = ""] = scaled;
    const scale = own(tongue.scales, short);
    const behind = joined(word, next) ? currencyOf(next) : undefined;
    if (scale && behind) return said(scaledSum(sign, number, form(scale, number), behind), 2);
    return scale && short.length > 1 ? said(`${front(sign)}${spokenNumber(number)} ${form(scale, number)}`) : null;
  };

  /** "1,5%-2%", "1,5 % – 2 %", "%1,5-%2", "3%-5%-7%": the unit is said at each end, as it is written. */
  const measures: Rule = (words, at) => {
    if (!/\d/.test(bare(words[at]))) return null;
    for (let count = MOST_ENDS; count >= 1; count -= 1) {
      const text = latin(writtenTogether(words, at, count) ?? "");
      if (!MEASURES.test(text)) continue;
      const isFront = /^[^\d]?%/u.test(text);
      const ends = [...text.matchAll(isFront ? END_FRONT : END_BACK)].map(([, sign = "", one = "", two = ""]) => {
        const [number, name] = isFront ? [two, one] : [one, two];
        return { sign, number, name, unit: own(tongue.units, name) };
      });
      // Of two kinds, or with spaces between, a dash can be an aside.
      if (ends.length < 2 || ((count > 1 || ends.length > 2) && new Set(ends.map(({ name }) => name)).size > 1)) continue;
      const spoken = ends.map(({ sign, number, name, unit = { other: name } }, n) => {
        const figure = beside(number, form(unit, number));
        return `${n === 0 ? front(sign) : ""}${tongue.unitFirst?.has(name) ? `${form(unit, number)}${figure}` : `${figure} ${form(unit, number)}`}`;
      });
      return said(spoken.join(tongue.to === null || spoken.length > 2 ? ", " : ` ${tongue.to} `), count);
    }
    return null;
  };

  /** "5 km", "30 °C", "5–10 %". */
  const measure: Rule = (words, at) => {
    const word = words[at];
    const core = bare(word);
    if (!word || !/\d/.test(core)) return null;
    const prefixed = MEASURE_FRONT.exec(core);
    const glued = MEASURE.exec(core);
    const next = joined(word, words[at + 1]) ? bare(words[at + 1]) : "";
    const apart = glued || prefixed ? null : MEASURED.exec(core);
    const name = prefixed?.[1] ?? glued?.[5] ?? (apart ? next : "");
    const unit = own(tongue.units, name);
    if (!unit || (!glued && !prefixed && /^[a-zA-Z]$/.test(name) && name !== "m")) return null;
    // "в 2019 г." is a year, not grams.
    if (apart && /^[12]\d{3}$/.test(core) && (tongue.year?.(Number(core), next, coreAt(words, at - 1)) ?? null) !== null) return null;
    const [, sign = "", from = "", , to] = prefixed ? ["", "", prefixed[2] ?? ""] : (glued ?? apart ?? []);
    const last = to ?? from;
    const number =
      `${front(sign)}${to === undefined ? beside(from, form(unit, from)) : spokenNumber(from)}${to === undefined ? "" : ` ${tongue.to ?? ""} ${beside(to, form(unit, last))}`}`.replace(
        /\s+/g,
        " ",
      );
    const first = tongue.unitFirst?.has(name) === true;
    const whole = first ? `${form(unit, last)}${number}` : `${number} ${form(unit, last)}`;
    if (glued || prefixed) return said(whole);
    return first ? said(whole, 2) : [...said(number), ...said(form(unit, last))];
  };

  const monthOf = (token: Token | undefined): number | null => {
    if (token?.lead !== "") return null;
    const small = token.core.toLowerCase();
    const full = tongue.months.findIndex((month) => month.toLowerCase() === small);
    return full >= 0 ? full + 1 : (own(tongue.shortMonths, small) ?? null);
  };
  const dayText = (day: number, before: string): string => tongue.day?.(day, before) ?? String(day);
  const yearText = (year: number, next: string, before: string): string => tongue.year?.(year, next, before) ?? String(year);

  /** "18.02.2019", "18/2/2019", "2019-02-18". */
  const numericDate: Rule = (words, at) => {
    const core = bare(words[at]);
    const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(core);
    const dmy = iso ? null : /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(core);
    const [year, month, day] = iso ? [iso[1], iso[3], iso[4]] : [dmy?.[4], dmy?.[3], dmy?.[1]];
    if (year === undefined || (dmy && year.length === 2 && dmy[2] === "-")) return null;
    const name = tongue.months[Number(month) - 1];
    const n = Number(day);
    if (name === undefined || n < 1 || n > 31) return null;
    return said(tongue.date(dayText(n, coreAt(words, at - 1)), name, yearText(Number(year), coreAt(words, at + 1), "")));
  };

  /** "18. Februar 2019", "18 févr. 2019": the day, the month in full, the year. */
  const wordDate: Rule = (words, at) => {
    const [first, second, third] = words.slice(at, at + 3);
    const day = /^(\d{1,2})$/.exec(bare(first))?.[1];
    const month = monthOf(second);
    if (!first || !second || day === undefined || month === null || Number(day) < 1 || Number(day) > 31 || !/^\.?$/.test(first.tail))
      return null;
    const name = tongue.months[month - 1] ?? second.core;
    const full = name.toLowerCase() === second.core.toLowerCase() ? second.core : name;
    const parts: Said[] = [...said(dayText(Number(day), coreAt(words, at - 1))), ...said(full)];
    const year = third?.lead === "" && /^[12]\d{3}$/.test(bare(third)) && /^\.?$/.test(second.tail) ? Number(bare(third)) : null;
    return year === null ? parts : [...parts, ...said(yearText(year, coreAt(words, at + 3), ""))];
  };

  /** "févr. 2019", "de feb. de 2019": a shortened month with its full stop. */
  const shortMonth: Rule = (words, at) => {
    const word = words[at];
    const month = word?.tail.startsWith(".") ? own(tongue.shortMonths, word.core.toLowerCase()) : undefined;
    const name = month === undefined ? undefined : tongue.months[month - 1];
    const near =
      /^\d/.test(coreAt(words, at + 1)) || /^(?:de|del|\d.*)$/i.test(coreAt(words, at - 1)) || /^de$/i.test(coreAt(words, at + 1));
    return name === undefined || !near ? null : said(name);
  };

  /** "17:05", "17h05", "17 h 05", "17.05 Uhr". */
  const time: Rule = (words, at) => {
    const core = bare(words[at]);
    const found =
      /^([01]?\d|2[0-4])(?::|h|H)([0-5]\d)$/.exec(core) ??
      (tongue.hourWord || tongue.hourBefore ? /^([01]?\d|2[0-4])\.([0-5]\d)$/.exec(core) : null);
    const [, hour = "", minute = ""] = found ?? [];
    const next = coreAt(words, at + 1);
    const worded = tongue.hourWord?.test(next) === true && joined(words[at], words[at + 1]);
    if (found) {
      if (core.includes(".") && !worded && tongue.hourBefore?.test(coreAt(words, at - 1)) !== true) return null;
      const spoken = tongue.clock(Number(hour), Number(minute));
      return spoken === null ? null : said(spoken, worded ? 2 : 1);
    }
    const french = /^([01]?\d|2[0-4])h?$/.exec(core);
    if (!french || (!core.endsWith("h") && next !== "h")) return null;
    const after = core.endsWith("h") ? at + 1 : at + 2;
    const last = words[after];
    const minutes = joined(words[after - 1], last) && /^[0-5]\d$/.test(bare(last)) ? bare(last) : undefined;
    const spoken = tongue.clock(Number(french[1]), Number(minutes ?? 0));
    return spoken === null || tongue.hourWord?.test("h") !== true ? null : said(spoken, after - at + (minutes === undefined ? 0 : 1));
  };

  /** "3. Liga", "21e", "XIXe siècle", "5-й". */
  const ordinal: Rule = (words, at) => {
    const word = words[at];
    const core = bare(word);
    if (!word) return null;
    const [before, next] = [coreAt(words, at - 1), joinedNext(words, at)];
    const found = /^(\d{1,4})[-.’']?(\p{L}{0,6}|[º°ª])$/u.exec(core);
    const mark = found?.[2] === "" && word.tail.startsWith(".") ? "." : (found?.[2] ?? "");
    if (found && mark !== "") {
      const spoken = tongue.ordinal?.(Number(found[1]), mark, before, next) ?? null;
      if (spoken !== null) return said(spoken);
    }
    // "Le", "Me" and "De" are words: a lone letter with an ending is five, ten or one.
    const numeral = /^([IVXLCDM]{1,8}|[IVX]\p{Ll}{1,3}|[IVXLCDM]{2,8}\p{Ll}{1,3})$/u.test(word.core)
      ? /^([IVXLCDM]{1,8})(\p{Ll}{0,3})$/u.exec(word.core)
      : null;
    const value = numeral ? romanValue(numeral[1] ?? "") : null;
    if (!numeral || value === null) return null;
    const spoken = tongue.roman?.(value, numeral[2] || (word.tail.startsWith(".") ? "." : ""), before, next) ?? null;
    return spoken === null ? null : said(spoken);
  };

  /** "5 000", "$12 500": groups that spaces part are one number; the unit or the coin behind belongs to the whole of it. */
  const merged: Rule = (words, at) => {
    const word = words[at];
    let core = bare(word);
    if (!word || !MERGES.test(core)) return null;
    let count = 1;
    while (joined(words[at + count - 1], words[at + count]) && THREE_DIGITS.test(coreAt(words, at + count))) {
      core += `\u00a0${coreAt(words, at + count)}`;
      count += 1;
      if (core.includes(tongue.decimal)) break;
    }
    const last = words[at + count - 1];
    if (count === 1 || !last) return null;
    const rest = [{ ...word, core, tail: last.tail, end: last.end, spaced: last.spaced }, ...words.slice(at + count, at + count + 2)];
    const [first, ...more] = money(rest, 0, NOWHERE) ?? measure(rest, 0, NOWHERE) ?? number(rest, 0, NOWHERE) ?? [];
    return first ? [{ count: first.count + count - 1, spoken: first.spoken }, ...more] : null;
  };

  /** "1.234,5", "-3", "5-10", and years. */
  const number: Rule = (words, at) => {
    const word = words[at];
    const core = bare(word);
    if (!word || !/\d/.test(core)) return null;
    if (/^[12]\d{3}$/.test(core)) {
      const year = tongue.year?.(Number(core), joinedNext(words, at), coreAt(words, at - 1)) ?? null;
      if (year !== null) return said(year);
    }
    const plain = PLAIN.exec(core);
    if (plain) return said(`${front(plain[1] ?? "")}${spokenNumber(plain[2] ?? "")}`);
    const range = RANGE.exec(core);
    if (!range) return null;
    const years = [range[1] ?? "", range[2] ?? ""].map((one) =>
      /^[12]\d{3}$/.test(one) ? (tongue.year?.(Number(one), "", "") ?? one) : spokenNumber(one),
    );
    return said(years.join(tongue.to === null ? ", " : ` ${tongue.to} `));
  };
  const joinedNext = (words: readonly Token[], at: number): string => {
    const next = words[at + 1];
    return next && next.lead === "" && /^\.?$/.test(words[at]?.tail ?? "") ? next.core : "";
  };

  const abbreviation: Rule = (words, at) => {
    const found = shortened(words, at);
    return found ? said(found.spoken, found.count) : null;
  };
  const other: Rule = (words, at) => {
    const spoken = tongue.words?.(bare(words[at]), coreAt(words, at - 1), joinedNext(words, at), coreAt(words, at - 2)) ?? null;
    return spoken === null ? null : said(spoken);
  };
  const rules: readonly Rule[] = [
    other,
    numericDate,
    wordDate,
    time,
    merged,
    money,
    measures,
    measure,
    abbreviation,
    shortMonth,
    ordinal,
    number,
  ];
  const all = [comparing(rules, COMPARISONS[tongue.lang] ?? {}), ...rules];
  return tongue.unspaced ? all.map(withoutSpaces) : all;
}

const withoutSpaces =
  (rule: Rule): Rule =>
  (words, at, around) =>
    rule(words, at, around)?.map(({ count, spoken }) => ({ count, spoken: spoken.replaceAll(" ", "") })) ?? null;

/** Most words of a range: "1,5", "%", "–", "2", "%". */
const MOST_ENDS = 5;
const NOWHERE = { lang: "", mixed: true } as const;
