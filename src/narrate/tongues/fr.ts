import { forms, type Tongue } from "./tongue.ts";

const SMALL =
  "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf".split(" ");
const TENS = "  vingt trente quarante cinquante soixante".split(" ");

function below100(n: number): string {
  if (n < 20) return SMALL[n] ?? "";
  if (n < 70) {
    const ones = n % 10;
    return `${TENS[Math.floor(n / 10)] ?? ""}${ones === 0 ? "" : ones === 1 ? " et un" : `-${SMALL[ones] ?? ""}`}`;
  }
  if (n < 80) return n === 71 ? "soixante et onze" : `soixante-${SMALL[n - 60] ?? ""}`;
  return n === 80 ? "quatre-vingts" : `quatre-vingt-${SMALL[n - 80] ?? ""}`;
}

/** "deuxième", "vingt et unième". */
function ordinal(n: number): string {
  if (n === 1) return "premier";
  const words = below100(n).replace(/vingts$/, "vingt");
  if (words.endsWith("cinq")) return `${words}uième`;
  if (words.endsWith("neuf")) return `${words.slice(0, -1)}vième`;
  return `${words.replace(/e$/, "")}ième`;
}

/** French. Lexique des règles typographiques en usage à l'Imprimerie nationale. */
export const french: Tongue = {
  lang: "fr",
  decimal: ",",
  groups: ".",
  months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
  shortMonths: { janv: 1, jan: 1, févr: 2, fév: 2, fevr: 2, avr: 4, juil: 7, juill: 7, sept: 9, oct: 10, nov: 11, déc: 12, dec: 12 },
  day: (day) => (day === 1 ? "premier" : String(day)),
  date: (day, month, year) => `${day} ${month}${year === null ? "" : ` ${year}`}`,
  clock: (hour, minute) => `${hour} heure${hour < 2 ? "" : "s"}${minute === 0 ? "" : ` ${minute}`}`,
  hourWord: /^h$/,
  to: "à",
  minus: "moins",
  and: "",
  of: (what) => (/^[aeiouéy]/i.test(what) ? "d'" : "de "),
  currencies: {
    "€": forms("euro", "euros"),
    EUR: forms("euro", "euros"),
    $: forms("dollar", "dollars"),
    US$: forms("dollar américain", "dollars américains"),
    $US: forms("dollar américain", "dollars américains"),
    USD: forms("dollar américain", "dollars américains"),
    "£": forms("livre", "livres"),
    "¥": forms("yen", "yens"),
    CHF: forms("franc suisse", "francs suisses"),
    FCFA: forms("franc CFA", "francs CFA"),
  },
  scales: {
    M: forms("million", "millions"),
    Mio: forms("million", "millions"),
    Md: forms("milliard", "milliards"),
    Mds: forms("milliard", "milliards"),
    Mrd: forms("milliard", "milliards"),
  },
  units: {
    "%": forms("pour cent"),
    "°C": forms("degré Celsius", "degrés Celsius"),
    "°": forms("degré", "degrés"),
    km: forms("kilomètre", "kilomètres"),
    m: forms("mètre", "mètres"),
    cm: forms("centimètre", "centimètres"),
    mm: forms("millimètre", "millimètres"),
    "km²": forms("kilomètre carré", "kilomètres carrés"),
    km2: forms("kilomètre carré", "kilomètres carrés"),
    "m²": forms("mètre carré", "mètres carrés"),
    m2: forms("mètre carré", "mètres carrés"),
    "m³": forms("mètre cube", "mètres cubes"),
    m3: forms("mètre cube", "mètres cubes"),
    "km/h": forms("kilomètre à l'heure", "kilomètres à l'heure"),
    kg: forms("kilo", "kilos"),
    g: forms("gramme", "grammes"),
    t: forms("tonne", "tonnes"),
    l: forms("litre", "litres"),
    ha: forms("hectare", "hectares"),
    kWh: forms("kilowattheure", "kilowattheures"),
    MW: forms("mégawatt", "mégawatts"),
    GW: forms("gigawatt", "gigawatts"),
    Go: forms("gigaoctet", "gigaoctets"),
    Mo: forms("mégaoctet", "mégaoctets"),
    min: forms("minute", "minutes"),
  },
  abbreviations: {
    "M.": "monsieur",
    "MM.": "messieurs",
    Mme: "madame",
    Mmes: "mesdames",
    Mlle: "mademoiselle",
    Mlles: "mesdemoiselles",
    Mgr: "monseigneur",
    Dr: "docteur",
    "Dr.": "docteur",
    Pr: "professeur",
    "Pr.": "professeur",
    Me: "maître",
    "p.ex.": "par exemple",
    "c.-à-d.": "c'est-à-dire",
    "cf.": "voir",
    "env.": "environ",
    "etc.": "et cetera",
    "av.": "avenue",
    "bd.": "boulevard",
    "apr.": "après",
    "av.J.-C.": "avant Jésus-Christ",
    "apr.J.-C.": "après Jésus-Christ",
    "J.-C.": "Jésus-Christ",
    "p.": "page",
    "pp.": "pages",
    "n°": "numéro",
    nº: "numéro",
    "N°": "numéro",
    "n.": "numéro",
    "art.": "article",
    "chap.": "chapitre",
    "vol.": "volume",
    "fig.": "figure",
    "tél.": "téléphone",
    "Cie.": "compagnie",
    Cie: "compagnie",
    St: "saint",
    Ste: "sainte",
  },
  ordinal: (value, mark, _before, next) => {
    if (/^(?:er|ᵉʳ)$/.test(mark)) return value === 1 ? "premier" : null;
    if (/^(?:re|ère)$/.test(mark)) return value === 1 ? "première" : null;
    if (/^(?:nd|nde)$/.test(mark)) return value === 2 ? (mark === "nd" ? "second" : "seconde") : null;
    return /^(?:e|è|ème|eme|ᵉ|es|èmes)$/.test(mark) && value > 0 && value < 100
      ? `${ordinal(value)}${mark.endsWith("s") && next !== "" ? "s" : ""}`
      : null;
  },
  roman: (value, mark, before) => {
    if (/^(?:e|è|ème)$/.test(mark)) return value < 100 ? ordinal(value) : null;
    if (/^er$/.test(mark)) return value === 1 ? "premier" : null;
    return mark === "" &&
      value > 1 &&
      /^\p{Lu}\p{Ll}+/u.test(before) &&
      value !== 5 &&
      value !== 10 &&
      value !== 50 &&
      value !== 100 &&
      value !== 500 &&
      value !== 1000
      ? String(value)
      : mark === "" && (value === 5 || value === 10) && /^(?:Charles|Henri|Pie|Léon|Georges|Philippe|Alphonse)$/.test(before)
        ? String(value)
        : null;
  },
};
