import { forms, type Tongue } from "./tongue.ts";

const SMALL =
  "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split(
    " ",
  );
const TENS = "  zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(" ");
const IRREGULAR: Readonly<Record<number, string>> = { 1: "erst", 3: "dritt", 7: "siebt", 8: "acht" };

const below100 = (n: number): string => {
  if (n < 20) return SMALL[n] ?? "";
  const ones = n % 10;
  return `${ones === 0 ? "" : `${ones === 1 ? "ein" : (SMALL[ones] ?? "")}und`}${TENS[Math.floor(n / 10)] ?? ""}`;
};
/** "achtzehnt", "dritt": the ordinal without its ending. */
const stem = (n: number): string => IRREGULAR[n] ?? `${below100(n)}${n < 20 ? "t" : "st"}`;

/** After these words an ordinal ends in -ten, after "der", "die", "das" in -te, by itself in -ter. */
const OBLIQUE = /^(?:am|vom|zum|beim|im|dem|den|des|bis|ab|seit|nach|vor|zur|einem|einen|ihrem|seinem|seinen|ihren|keinen)$/i;
const WEAK = /^(?:der|die|das|diese|dieser|dieses|jede|jeder|jedes)$/i;
const ending = (before: string): string => (OBLIQUE.test(before) ? "en" : WEAK.test(before) ? "e" : "er");
const ordinal = (n: number, before: string): string => `${stem(n)}${ending(before)}`;
const NAMES =
  /^(?:Ludwig|Friedrich|Wilhelm|Karl|Heinrich|Otto|Leo|Franz|Benedikt|Johannes|Paul|Pius|Elisabeth|Charles|Philipp|Georg|Albert|Katharina|Nikolaus|Felipe|Gustav|Harald|Maximilian|Joseph|Leopold)$/;

/** German. Duden, DIN 5008. */
export const german: Tongue = {
  lang: "de",
  decimal: ",",
  groups: ".'’",
  months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
  shortMonths: {
    jan: 1,
    jän: 1,
    jänner: 1,
    feb: 2,
    febr: 2,
    mär: 3,
    mrz: 3,
    apr: 4,
    jun: 6,
    jul: 7,
    aug: 8,
    sep: 9,
    sept: 9,
    okt: 10,
    nov: 11,
    dez: 12,
  },
  day: ordinal,
  date: (day, month, year) => `${day} ${month}${year === null ? "" : ` ${year}`}`,
  // Until 1999 German counts years in hundreds.
  year: (year) => {
    if (year < 1100 || year > 1999) return null;
    const rest = year % 100;
    return `${below100(Math.floor(year / 100))}hundert${rest === 0 ? "" : below100(rest)}`;
  },
  clock: (hour, minute) => `${hour === 1 ? "ein" : hour} Uhr${minute === 0 ? "" : ` ${minute}`}`,
  hourWord: /^Uhr$/,
  to: "bis",
  minus: "minus",
  and: "",
  of: () => "",
  currencies: {
    "€": forms("Euro"),
    EUR: forms("Euro"),
    $: forms("Dollar"),
    US$: forms("US-Dollar"),
    "US-$": forms("US-Dollar"),
    USD: forms("US-Dollar"),
    "£": forms("Pfund"),
    "¥": forms("Yen"),
    CHF: forms("Franken"),
    Fr: forms("Franken"),
    "₽": forms("Rubel"),
  },
  scales: {
    Tsd: forms("Tausend"),
    Mio: forms("Million", "Millionen"),
    Mill: forms("Million", "Millionen"),
    Mrd: forms("Milliarde", "Milliarden"),
    Bio: forms("Billion", "Billionen"),
  },
  units: {
    "%": forms("Prozent"),
    "°C": forms("Grad Celsius"),
    "°": forms("Grad"),
    km: forms("Kilometer"),
    m: forms("Meter"),
    cm: forms("Zentimeter"),
    mm: forms("Millimeter"),
    "km²": forms("Quadratkilometer"),
    qkm: forms("Quadratkilometer"),
    "m²": forms("Quadratmeter"),
    qm: forms("Quadratmeter"),
    "m³": forms("Kubikmeter"),
    "km/h": forms("Kilometer pro Stunde"),
    kg: forms("Kilogramm"),
    g: forms("Gramm"),
    t: forms("Tonne", "Tonnen"),
    l: forms("Liter"),
    ml: forms("Milliliter"),
    ha: forms("Hektar"),
    kWh: forms("Kilowattstunde", "Kilowattstunden"),
    MW: forms("Megawatt"),
    GW: forms("Gigawatt"),
    GB: forms("Gigabyte"),
    Std: forms("Stunde", "Stunden"),
    Min: forms("Minute", "Minuten"),
  },
  abbreviations: {
    "z.B.": "zum Beispiel",
    "d.h.": "das heißt",
    "u.a.": "unter anderem",
    "u.U.": "unter Umständen",
    "z.T.": "zum Teil",
    "i.d.R.": "in der Regel",
    "o.ä.": "oder ähnlich",
    "v.a.": "vor allem",
    "u.v.m.": "und vieles mehr",
    "bzw.": "beziehungsweise",
    "usw.": "und so weiter",
    "etc.": "et cetera",
    "ca.": "circa",
    "vgl.": "vergleiche",
    "sog.": "sogenannte",
    "ggf.": "gegebenenfalls",
    "evtl.": "eventuell",
    "inkl.": "inklusive",
    "exkl.": "exklusive",
    "zzgl.": "zuzüglich",
    "max.": "maximal",
    "min.": "minimal",
    "bspw.": "beispielsweise",
    "insb.": "insbesondere",
    "einschl.": "einschließlich",
    "geb.": "geboren",
    "gest.": "gestorben",
    "Dr.": "Doktor",
    "Prof.": "Professor",
    "Hr.": "Herr",
    "Hrn.": "Herrn",
    "Fr.": "Frau",
    "St.": "Sankt",
    "Nr.": "Nummer",
    "Nrn.": "Nummern",
    "Abs.": "Absatz",
    "Art.": "Artikel",
    "Abb.": "Abbildung",
    "Kap.": "Kapitel",
    "Bd.": "Band",
    "S.": "Seite",
    "Str.": "Straße",
    "Tel.": "Telefon",
    "Mio.": "Millionen",
    "Mrd.": "Milliarden",
    "Jh.": "Jahrhundert",
    "v.Chr.": "vor Christus",
    "n.Chr.": "nach Christus",
    "Ing.": "Ingenieur",
    "Dipl.": "Diplom",
    "Mag.": "Magister",
    "Gen.": "General",
    "§": "Paragraf",
    "§§": "Paragrafen",
  },
  ordinal: (value, mark, before, next) =>
    mark === "." && value > 0 && value < 100 && /^\p{Lu}|^(?:und|oder|bis)$/u.test(next) ? ordinal(value, before) : null,
  roman: (value, mark, before) =>
    NAMES.test(before) && value < 40 ? `der ${stem(value)}e` : mark === "" && value > 1 ? String(value) : null,
  words: (core) => {
    const found = /^(1[1-9]\d0|20\d0|\d0)er$/.exec(core);
    if (!found?.[1] || found[1].length < 3) return null;
    const n = Number(found[1]);
    return n < 2000 ? `${below100(Math.floor(n / 100))}hundert${n % 100 === 0 ? "" : below100(n % 100)}er` : null;
  },
};
