import { joined, type Rule, said, writtenTogether } from "../rule.ts";
import { mixedFraction } from "./counts.ts";
import { amount, isOne } from "./numbers.ts";

type Unit = readonly [one: string, many: string];
const unit = (one: string, many = `${one}s`): Unit => [one, many];

const UNITS: Readonly<Record<string, Unit>> = {
  km: unit("kilometer"),
  m: unit("meter"),
  cm: unit("centimeter"),
  mm: unit("millimeter"),
  nm: unit("nanometer"),
  mi: unit("mile"),
  ft: unit("foot", "feet"),
  in: unit("inch", "inches"),
  yd: unit("yard"),
  yds: unit("yard"),
  kg: unit("kilogram"),
  kgs: unit("kilogram"),
  g: unit("gram"),
  mg: unit("milligram"),
  µg: unit("microgram"),
  lb: unit("pound"),
  lbs: unit("pound"),
  oz: unit("ounce"),
  l: unit("liter"),
  L: unit("liter"),
  ml: unit("milliliter"),
  mL: unit("milliliter"),
  ha: unit("hectare"),
  km2: unit("square kilometer"),
  "km²": unit("square kilometer"),
  m2: unit("square meter"),
  "m²": unit("square meter"),
  "m³": unit("cubic meter"),
  "km/h": unit("kilometer per hour", "kilometers per hour"),
  kmh: unit("kilometer per hour", "kilometers per hour"),
  kph: unit("kilometer per hour", "kilometers per hour"),
  mph: unit("mile per hour", "miles per hour"),
  "m/s": unit("meter per second", "meters per second"),
  kn: unit("knot"),
  "°C": unit("degree Celsius", "degrees Celsius"),
  "°F": unit("degree Fahrenheit", "degrees Fahrenheit"),
  "°": unit("degree"),
  ºC: unit("degree Celsius", "degrees Celsius"),
  ºF: unit("degree Fahrenheit", "degrees Fahrenheit"),
  "℃": unit("degree Celsius", "degrees Celsius"),
  "℉": unit("degree Fahrenheit", "degrees Fahrenheit"),
  "%": unit("percent", "percent"),
  "‰": unit("per thousand", "per thousand"),
  pct: unit("percent", "percent"),
  pp: unit("percentage point"),
  W: unit("watt"),
  kW: unit("kilowatt"),
  MW: unit("megawatt"),
  GW: unit("gigawatt"),
  TW: unit("terawatt"),
  kWh: unit("kilowatt hour"),
  MWh: unit("megawatt hour"),
  GWh: unit("gigawatt hour"),
  TWh: unit("terawatt hour"),
  V: unit("volt"),
  kV: unit("kilovolt"),
  Hz: unit("hertz", "hertz"),
  kHz: unit("kilohertz", "kilohertz"),
  MHz: unit("megahertz", "megahertz"),
  GHz: unit("gigahertz", "gigahertz"),
  kB: unit("kilobyte"),
  KB: unit("kilobyte"),
  MB: unit("megabyte"),
  GB: unit("gigabyte"),
  TB: unit("terabyte"),
  Mbps: unit("megabit per second", "megabits per second"),
  Gbps: unit("gigabit per second", "gigabits per second"),
  dB: unit("decibel"),
  hp: unit("horsepower", "horsepower"),
  psi: unit("P S I", "P S I"),
  hr: unit("hour"),
  hrs: unit("hour"),
  min: unit("minute"),
  mins: unit("minute"),
  sec: unit("second"),
  secs: unit("second"),
  ms: unit("millisecond"),
  k: unit("thousand", "thousand"),
  K: unit("thousand", "thousand"),
  mn: unit("million", "million"),
  bn: unit("billion", "billion"),
  tn: unit("trillion", "trillion"),
  trn: unit("trillion", "trillion"),
  x: unit("times", "times"),
};
/** Units that are also letters, money or words: only right behind a number, never as a word of their own. */
const GLUED_ONLY = new Set(["k", "K", "x", "W", "V", "g", "L", "l", "in", "min", "sec", "ms", "pp", "kn", "hr"]);

const NUMBER = String.raw`[-−+±~]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)`;
const GLUED = new RegExp(`^(${NUMBER})(?:([-–])(${NUMBER}))?(-?)([\\p{L}°º%‰℃℉][\\p{L}²³/2]*)$`, "u");
/** "1.5%-2%", "3%-5%-7%": a unit at each end of a range. */
const END = `(${NUMBER})([°º%‰℃℉\\p{L}][\\p{L}²³/2]*)`;
const ENDS = new RegExp(`^${END}(?:[-‐‑–—]${END}){1,3}$`, "u");
const EACH_END = new RegExp(`(?<=^|[-‐‑–—])${END}(?=[-‐‑–—]|$)`, "gu");
/** Most words of a range: "5", "%", "–", "10", "%". */
const MOST_ENDS = 5;
const BARE = new RegExp(`^(${NUMBER})(?:([-–])(${NUMBER}))?$`);
/** Words after "5m" that make it millions: things that are counted. */
const COUNTED = /^(?:people|children|women|men|of|more|\p{Ll}{3,}s)$/u;

/** Also in capitals as signs write it ("KG"), where no other unit is written so. */
const lookUp = (name: string): Unit | undefined => {
  if (Object.hasOwn(UNITS, name)) return UNITS[name];
  const small = name.toLowerCase();
  return /^(?:KGS?|KM|CM|MM|LBS?|MPH|KPH|KM\/H)$/.test(name) && Object.hasOwn(UNITS, small) ? UNITS[small] : undefined;
};

/** "five to ten", "about five". */
function quantity(from: string, to: string | undefined): string | null {
  const about = from.startsWith("~");
  const first = amount(about ? from.slice(1) : from);
  if (first === null) return null;
  const second = to === undefined ? null : amount(to);
  if (to !== undefined && second === null) return null;
  return `${about ? "about " : ""}${first}${second === null ? "" : ` to ${second}`}`;
}

/** "1,5" is no group of thousands: a figure of a language that writes its decimals so. */
const endOf = (number: string): string | null => quantity(/^\d+,\d{1,2}$/.test(number) ? number.replace(",", ".") : number, undefined);

/** "1.5%-2%", "5km–10km", "1.5% - 2%", "5 % – 10 %": the unit is said at each end, as it is written. */
const unitsAtEnds: Rule = (words, at, around) => {
  if (!/\d/.test(words[at]?.core ?? "")) return null;
  for (let count = MOST_ENDS; count >= 1; count -= 1) {
    const text = writtenTogether(words, at, count) ?? "";
    if (text.length > 40 || !ENDS.test(text)) continue;
    const ends = [...text.matchAll(EACH_END)].map(([, number = "", name = ""]) => ({ number, name, unit: lookUp(name) }));
    // Of two kinds, or with spaces between, a dash can be an aside.
    if ((count > 1 || ends.length > 2) && new Set(ends.map(({ name }) => name)).size > 1) continue;
    const spoken = ends.flatMap(({ number, unit }) => {
      const figure = unit ? endOf(number) : null;
      return unit && figure !== null ? [`${figure} ${unit[isOne(number) ? 0 : 1]}`] : [];
    });
    if (ends.length > 1 && spoken.length === ends.length) return said(spoken.join(spoken.length > 2 ? ", " : " to "), count);
  }
  const [dash, last] = words.slice(at + 1, at + 3);
  if (!/^[-‐‑–]$/.test(dash?.core ?? "") || !joined(words[at], dash) || !joined(dash, last)) return null;
  // Between two measures of one kind a dash is no aside.
  const [mine, its] = [words[at], last].map((word) => GLUED.exec(word?.core ?? "")?.[5] ?? null);
  const front = mine !== null && mine === its ? glued(words, at, around) : null;
  return front === null ? null : [...front, ...said("to")];
};

/** "5km", "30°C", "5%", "5-10%", "20kg", "5m people". */
const glued: Rule = (words, at) => {
  const found = GLUED.exec(words[at]?.core ?? "");
  if (!found) return null;
  const [, from = "", , to, hyphen, name = ""] = found;
  const next = words[at + 1];
  const millions = name === "m" && joined(words[at], next) && COUNTED.test(next?.core ?? "");
  const known = millions ? unit("million", "million") : lookUp(name);
  const spoken = quantity(from, to);
  if (!known || spoken === null) return null;
  return said(`${spoken} ${hyphen === "-" || (to === undefined && isOne(from)) ? known[0] : known[1]}`);
};

/** "5 km", "30 °C", "5 percent" stays; "sq km". */
const spaced: Rule = (words, at) => {
  const [word, next, third] = words.slice(at, at + 3);
  const found = word && BARE.exec(word.core);
  if (!word || !next || !found || !joined(word, next)) return null;
  const [, from = "", , to] = found;
  const spoken = quantity(from, to);
  if (spoken === null) return null;
  const one = to === undefined && isOne(from);
  const square = /^(?:sq|cu)$/.test(next.core) && third ? lookUp(third.core) : undefined;
  if (square)
    return [
      { count: 1, spoken },
      { count: 1, spoken: next.core === "sq" ? "square" : "cubic" },
      { count: 1, spoken: square[one ? 0 : 1] },
    ];
  const known = GLUED_ONLY.has(next.core) ? undefined : lookUp(next.core);
  if (!known) return null;
  return [
    { count: 1, spoken },
    { count: 1, spoken: known[one ? 0 : 1] },
  ];
};

/** "4 1/2 lbs", "3 ½ miles", "2½ km": a mixed number before a unit. */
const mixedNumber: Rule = (words, at) => {
  const [whole, second, third] = words.slice(at, at + 3);
  if (!whole || !second) return null;
  const one = /^(\d{1,3})([½⅓⅔¼¾])$/u.exec(whole.core);
  const [number, part, name] = one ? [one[1], one[2], second] : [/^\d{1,3}$/.exec(whole.core)?.[0], second.core, third];
  if (number === undefined || part === undefined || !name || !joined(one ? whole : second, name) || (!one && !joined(whole, second)))
    return null;
  const spoken = mixedFraction(part);
  const known = GLUED_ONLY.has(name.core) ? undefined : lookUp(name.core);
  if (spoken === null || !known) return null;
  const front = one ? said(`${amount(number) ?? number} and ${spoken}`) : [...said(amount(number) ?? number), ...said(`and ${spoken}`)];
  return [...front, ...said(known[1])];
};

/** "12kg/kg", "80 g/km", "5 $/kg": a unit for each of another. */
const perUnit: Rule = (words, at) => {
  const [word, next] = words.slice(at, at + 2);
  const inOne = /^(\d[\d,]*(?:\.\d+)?)(\p{L}{1,4})\/(\p{L}{1,4})$/u.exec(word?.core ?? "");
  const inTwo =
    inOne || !word || !joined(word, next) || !BARE.test(word.core) ? null : /^(\p{L}{1,4})\/(\p{L}{1,4})$/u.exec(next?.core ?? "");
  const [number, top, bottom] = inOne ? [inOne[1], inOne[2], inOne[3]] : [word?.core, inTwo?.[1], inTwo?.[2]];
  const [over, under] = [lookUp(top ?? ""), lookUp(bottom ?? "") ?? PER[bottom ?? ""]];
  const spoken = amount(number ?? "");
  if (!over || !under || spoken === null || (!inOne && !inTwo)) return null;
  const unitWords = `${isOne(number ?? "") ? over[0] : over[1]} per ${under[0]}`;
  return inOne ? said(`${spoken} ${unitWords}`) : [...said(spoken), ...said(unitWords)];
};
const PER: Readonly<Record<string, Unit>> = { s: unit("second"), h: unit("hour"), d: unit("day"), a: unit("year") };

/** Measures and percentages. */
export const unitRules: readonly Rule[] = [mixedNumber, unitsAtEnds, glued, perUnit, spaced];
