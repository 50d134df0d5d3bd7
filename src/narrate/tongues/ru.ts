import { type Ending, type SlavicNumbers, slavicOrdinal } from "./slavic-ordinals.ts";
import { forms, slavic, type Tongue } from "./tongue.ts";

const NUMBERS: SlavicNumbers = {
  stems:
    " перв втор трет четвёрт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат".split(
      " ",
    ),
  tenStems: " десят двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност".split(" "),
  tens: "  двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split(" "),
  hundreds: " сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split(" "),
  hundredStems: " сот двухсот трёхсот четырёхсот пятисот шестисот семисот восьмисот девятисот".split(" "),
  thousands: ["тысяча", "две тысячи", "двухтысячн", "тысячн"],
  endings: {
    nom: "ый",
    gen: "ого",
    dat: "ому",
    prep: "ом",
    ins: "ым",
    fem: "ая",
    femAcc: "ую",
    femOblique: "ой",
    neu: "ое",
    plural: "ые",
    pluralGen: "ых",
  },
  softEndings: {
    nom: "ий",
    gen: "ьего",
    dat: "ьему",
    prep: "ьем",
    ins: "ьим",
    fem: "ья",
    femAcc: "ью",
    femOblique: "ьей",
    neu: "ье",
    plural: "ьи",
    pluralGen: "ьих",
  },
  stressed: new Set(["втор", "шест", "седьм", "восьм", "сороков"]),
  stressedNom: "ой",
};
const ordinalWord = (n: number, ending: Ending): string => slavicOrdinal(NUMBERS, n, ending);

/** The ending that a noun asks for. */
const NOUNS: Readonly<Record<string, Ending>> = {
  год: "nom",
  года: "gen",
  году: "prep",
  годом: "ins",
  годы: "plural",
  годов: "pluralGen",
  годах: "pluralGen",
  век: "nom",
  века: "gen",
  веке: "prep",
  веку: "dat",
  веком: "ins",
  веков: "pluralGen",
  веках: "pluralGen",
  столетие: "neu",
  столетия: "gen",
  столетии: "prep",
  съезд: "nom",
  съезда: "gen",
  съезде: "prep",
};
const IN = /^(?:в|во|о|об)$/i;
const MARKS: Readonly<Record<string, Ending>> = {
  й: "nom",
  ый: "nom",
  ой: "nom",
  го: "gen",
  ого: "gen",
  му: "dat",
  ому: "dat",
  м: "prep",
  ом: "prep",
  я: "fem",
  ая: "fem",
  ю: "femAcc",
  ую: "femAcc",
  е: "neu",
  ое: "neu",
  х: "pluralGen",
  ых: "pluralGen",
};
const isOrdinalRange = (n: number): boolean => n > 0 && n < 3000;
const RULERS =
  /^(?:Пётр|Петр|Николай|Александр|Павел|Иван|Карл|Людовик|Генрих|Фридрих|Вильгельм|Георг|Эдуард|Лев|Иоанн|Пий|Франциск|Бенедикт|Наполеон|Филипп)$/;

/** Russian. Правила русской орфографии и пунктуации (2006); Мильчин, Справочник издателя. */
export const russian: Tongue = {
  lang: "ru",
  decimal: ",",
  groups: ".",
  months: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
  shortMonths: { янв: 1, фев: 2, февр: 2, мар: 3, апр: 4, июн: 6, июл: 7, авг: 8, сен: 9, сент: 9, окт: 10, ноя: 11, нояб: 11, дек: 12 },
  day: (day) => ordinalWord(day, "gen"),
  date: (day, month, year) =>
    `${day} ${month}${year === null ? "" : ` ${/^\d+$/.test(year) ? `${ordinalWord(Number(year), "gen")} года` : year}`}`,
  year: (year, next, before) => {
    if (!isOrdinalRange(year)) return null;
    if (Object.hasOwn(NOUNS, next) && next.startsWith("год")) return ordinalWord(year, NOUNS[next] ?? "nom");
    return next === "г" ? ordinalWord(year, IN.test(before) ? "prep" : "gen") : null;
  },
  clock: (hour, minute) => `${hour}${minute === 0 ? " часов" : ` ${minute < 10 ? "ноль " : ""}${minute}`}`,
  to: null,
  minus: "минус",
  and: "",
  of: () => "",
  currencies: {
    "₽": slavic("рубль", "рубля", "рублей"),
    руб: slavic("рубль", "рубля", "рублей"),
    р: slavic("рубль", "рубля", "рублей"),
    коп: slavic("копейка", "копейки", "копеек"),
    $: slavic("доллар", "доллара", "долларов"),
    USD: slavic("доллар", "доллара", "долларов"),
    долл: slavic("доллар", "доллара", "долларов"),
    "€": forms("евро"),
    EUR: forms("евро"),
    "£": slavic("фунт", "фунта", "фунтов"),
    "¥": slavic("иена", "иены", "иен"),
    "₴": slavic("гривна", "гривны", "гривен"),
  },
  scales: {
    тыс: slavic("тысяча", "тысячи", "тысяч"),
    млн: slavic("миллион", "миллиона", "миллионов"),
    млрд: slavic("миллиард", "миллиарда", "миллиардов"),
    трлн: slavic("триллион", "триллиона", "триллионов"),
  },
  feminine: {
    words: new Set(["тысяча", "тысячи", "тонна", "тонны", "минута", "минуты", "гривна", "гривны", "копейка", "копейки"]),
    one: "одна",
    two: "две",
  },
  units: {
    "%": slavic("процент", "процента", "процентов"),
    "°C": slavic("градус", "градуса", "градусов"),
    "°": slavic("градус", "градуса", "градусов"),
    км: slavic("километр", "километра", "километров"),
    м: slavic("метр", "метра", "метров"),
    см: slavic("сантиметр", "сантиметра", "сантиметров"),
    мм: slavic("миллиметр", "миллиметра", "миллиметров"),
    "км²": slavic("квадратный километр", "квадратных километра", "квадратных километров", "квадратного километра"),
    "м²": slavic("квадратный метр", "квадратных метра", "квадратных метров", "квадратного метра"),
    "км/ч": slavic("километр в час", "километра в час", "километров в час"),
    кг: slavic("килограмм", "килограмма", "килограммов"),
    г: slavic("грамм", "грамма", "граммов"),
    т: slavic("тонна", "тонны", "тонн"),
    л: slavic("литр", "литра", "литров"),
    га: slavic("гектар", "гектара", "гектаров"),
    мин: slavic("минута", "минуты", "минут"),
    ч: slavic("час", "часа", "часов"),
    МВт: slavic("мегаватт", "мегаватта", "мегаватт"),
    ГБ: slavic("гигабайт", "гигабайта", "гигабайт"),
    чел: slavic("человек", "человека", "человек"),
  },
  abbreviations: {
    "т.е.": "то есть",
    "т.к.": "так как",
    "т.д.": "так далее",
    "т.п.": "тому подобное",
    "т.н.": "так называемый",
    "др.": "другие",
    "пр.": "прочее",
    "см.": "смотри",
    "ср.": "сравни",
    "напр.": "например",
    "им.": "имени",
    "ул.": "улица",
    "просп.": "проспект",
    "пер.": "переулок",
    "пл.": "площадь",
    "наб.": "набережная",
    "обл.": "область",
    "пос.": "посёлок",
    "дер.": "деревня",
    "оз.": "озеро",
    "проф.": "профессор",
    "акад.": "академик",
    "ген.": "генерал",
    "полк.": "полковник",
    "св.": "святой",
    "гр.": "гражданин",
    "ст.": "статья",
    "стр.": "страница",
    "гл.": "глава",
    "рис.": "рисунок",
    "табл.": "таблица",
    "п.": "пункт",
    "пп.": "пункты",
    "тел.": "телефон",
    "гг.": "годы",
    "вв.": "века",
    "н.э.": "нашей эры",
    "чел.": "человек",
    "руб.": "рублей",
    "коп.": "копеек",
    "млн.": "миллионов",
    "млрд.": "миллиардов",
    "тыс.": "тысяч",
    млн: "миллионов",
    млрд: "миллиардов",
    трлн: "триллионов",
    США: "С Ш А",
  },
  ordinal: (value, mark, _before, next) => {
    const ending = Object.hasOwn(MARKS, mark) ? MARKS[mark] : undefined;
    if (ending === undefined || !isOrdinalRange(value)) return null;
    return ordinalWord(value, ending === "neu" && /^год/.test(next) ? "plural" : ending);
  },
  roman: (value, mark, before, next) => {
    if (value > 40 || (mark !== "" && mark !== ".")) return null;
    if (Object.hasOwn(NOUNS, next)) return ordinalWord(value, NOUNS[next] ?? "nom");
    if (next === "в") return ordinalWord(value, IN.test(before) ? "prep" : "gen");
    return RULERS.test(before) ? ordinalWord(value, "nom") : value > 1 ? String(value) : null;
  },
  words: (core, before, next, earlier) => {
    if (core === "г" && /^[12]\d{3}$/.test(before)) return IN.test(earlier) ? "году" : "года";
    if (core === "г" && /^\p{Lu}/u.test(next) && !/\d$/.test(before)) return IN.test(before) ? "городе" : "город";
    if (core === "в" && /^[IVX]+$/.test(before)) return IN.test(earlier) ? "веке" : "века";
    return core === "№" ? "номер" : null;
  },
};
