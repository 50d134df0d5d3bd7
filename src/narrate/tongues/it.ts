import { forms, type Tongue } from "./tongue.ts";

const MASCULINE =
  " primo secondo terzo quarto quinto sesto settimo ottavo nono decimo undicesimo dodicesimo tredicesimo quattordicesimo quindicesimo sedicesimo diciassettesimo diciottesimo diciannovesimo ventesimo ventunesimo".split(
    " ",
  );

/** Italian. Guida di stile dell'Accademia della Crusca; Istat. */
export const italian: Tongue = {
  lang: "it",
  decimal: ",",
  groups: ".'’",
  months: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split(" "),
  shortMonths: {
    gen: 1,
    genn: 1,
    feb: 2,
    febb: 2,
    mar: 3,
    apr: 4,
    mag: 5,
    giu: 6,
    lug: 7,
    ago: 8,
    set: 9,
    sett: 9,
    ott: 10,
    nov: 11,
    dic: 12,
  },
  day: (day) => (day === 1 ? "primo" : String(day)),
  date: (day, month, year) => `${day} ${month}${year === null ? "" : ` ${year}`}`,
  clock: (hour, minute) => (minute === 0 ? String(hour) : `${hour} e ${minute}`),
  hourWord: /^(?:h|ore)$/,
  hourBefore: /^(?:alle|dalle|ore|all)$/,
  to: "a",
  minus: "meno",
  and: "e",
  of: () => "di ",
  currencies: {
    "€": forms("euro"),
    EUR: forms("euro"),
    $: forms("dollaro", "dollari"),
    US$: forms("dollaro", "dollari"),
    USD: forms("dollaro", "dollari"),
    "£": forms("sterlina", "sterline"),
    "¥": forms("yen"),
    CHF: forms("franco svizzero", "franchi svizzeri"),
  },
  scales: {
    mln: forms("milione", "milioni"),
    mld: forms("miliardo", "miliardi"),
    mil: forms("milione", "milioni"),
    mrd: forms("miliardo", "miliardi"),
  },
  units: {
    "%": forms("per cento"),
    "°C": forms("grado Celsius", "gradi Celsius"),
    "°": forms("grado", "gradi"),
    km: forms("chilometro", "chilometri"),
    m: forms("metro", "metri"),
    cm: forms("centimetro", "centimetri"),
    mm: forms("millimetro", "millimetri"),
    "km²": forms("chilometro quadrato", "chilometri quadrati"),
    kmq: forms("chilometro quadrato", "chilometri quadrati"),
    "m²": forms("metro quadrato", "metri quadrati"),
    mq: forms("metro quadrato", "metri quadrati"),
    "m³": forms("metro cubo", "metri cubi"),
    "km/h": forms("chilometro all'ora", "chilometri all'ora"),
    kg: forms("chilo", "chili"),
    g: forms("grammo", "grammi"),
    t: forms("tonnellata", "tonnellate"),
    l: forms("litro", "litri"),
    ha: forms("ettaro", "ettari"),
    kWh: forms("chilowattora"),
    MW: forms("megawatt"),
    GW: forms("gigawatt"),
    GB: forms("gigabyte"),
    min: forms("minuto", "minuti"),
  },
  abbreviations: {
    "Sig.": "signor",
    "sig.": "signor",
    "Sig.ra": "signora",
    "sig.ra": "signora",
    "Sig.na": "signorina",
    "Sigg.": "signori",
    "Dott.": "dottor",
    "dott.": "dottor",
    "Dott.ssa": "dottoressa",
    "dott.ssa": "dottoressa",
    "Dr.": "dottor",
    "Prof.": "professor",
    "prof.": "professor",
    "Prof.ssa": "professoressa",
    "prof.ssa": "professoressa",
    "Ing.": "ingegner",
    "ing.": "ingegner",
    "Avv.": "avvocato",
    "avv.": "avvocato",
    "On.": "onorevole",
    "on.": "onorevole",
    "Sen.": "senatore",
    "sen.": "senatore",
    "Gen.": "generale",
    "gen.": "generale",
    "Col.": "colonnello",
    "Cap.": "capitano",
    "Mons.": "monsignor",
    "mons.": "monsignor",
    "S.": "san",
    "p.es.": "per esempio",
    "es.": "esempio",
    "a.C.": "avanti Cristo",
    "d.C.": "dopo Cristo",
    "ecc.": "eccetera",
    "cfr.": "confronta",
    "ca.": "circa",
    "n.": "numero",
    "nn.": "numeri",
    "pag.": "pagina",
    "pagg.": "pagine",
    "p.": "pagina",
    "pp.": "pagine",
    "art.": "articolo",
    "artt.": "articoli",
    "cap.": "capitolo",
    "vol.": "volume",
    "fig.": "figura",
    "tel.": "telefono",
    "S.p.A.": "società per azioni",
    "mln.": "milioni",
    "mld.": "miliardi",
  },
  ordinal: (value, mark) => {
    const masculine = MASCULINE[value];
    if (value < 1 || masculine === undefined) return null;
    if (/^[º°]$/.test(mark)) return masculine;
    return mark === "ª" ? `${masculine.slice(0, -1)}a` : null;
  },
  roman: (value, mark, before, next) => {
    const masculine = MASCULINE[value];
    if (mark !== "" || masculine === undefined || value < 1) return null;
    if (/^(?:secolo|congresso|capitolo)$/i.test(next) || /^(?:secolo)$/i.test(before)) return masculine;
    if (value === 1 || [5, 10].includes(value))
      return /^(?:Carlo|Pio|Leone|Giorgio|Paolo|Benedetto|Filippo)$/.test(before) ? masculine : null;
    return /^(?:Elisabetta|Caterina|Margherita)$/.test(before)
      ? `${masculine.slice(0, -1)}a`
      : /^\p{Lu}\p{Ll}+/u.test(before)
        ? masculine
        : null;
  },
};
