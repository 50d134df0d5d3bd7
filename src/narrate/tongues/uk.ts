import { type Ending, type SlavicNumbers, slavicOrdinal } from "./slavic-ordinals.ts";
import { forms, slavic, type Tongue } from "./tongue.ts";

const NUMBERS: SlavicNumbers = {
  stems:
    " перш друг трет четверт п'ят шост сьом восьм дев'ят десят одинадцят дванадцят тринадцят чотирнадцят п'ятнадцят шістнадцят сімнадцят вісімнадцят дев'ятнадцят".split(
      " ",
    ),
  tenStems: " десят двадцят тридцят сороков п'ятдесят шістдесят сімдесят вісімдесят дев'яност".split(" "),
  tens: "  двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто".split(" "),
  hundreds: " сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот".split(" "),
  hundredStems: " сот двохсот трьохсот чотирьохсот п'ятисот шестисот семисот восьмисот дев'ятисот".split(" "),
  thousands: ["тисяча", "дві тисячі", "двотисячн", "тисячн"],
  endings: {
    nom: "ий",
    gen: "ого",
    dat: "ому",
    prep: "ому",
    ins: "им",
    fem: "а",
    femAcc: "у",
    femOblique: "ій",
    neu: "е",
    plural: "і",
    pluralGen: "их",
  },
  softEndings: {
    nom: "ій",
    gen: "ього",
    dat: "ьому",
    prep: "ьому",
    ins: "ім",
    fem: "я",
    femAcc: "ю",
    femOblique: "ій",
    neu: "є",
    plural: "і",
    pluralGen: "іх",
  },
  stressed: new Set(),
  stressedNom: "ий",
};
const ordinalWord = (n: number, ending: Ending): string => slavicOrdinal(NUMBERS, n, ending);

const NOUNS: Readonly<Record<string, Ending>> = {
  рік: "nom",
  року: "gen",
  році: "prep",
  роком: "ins",
  роки: "plural",
  років: "pluralGen",
  роках: "pluralGen",
  століття: "neu",
  столітті: "prep",
  століть: "pluralGen",
  сторіччя: "neu",
  сторіччі: "prep",
};
const IN = /^(?:в|у|во|о)$/i;
const MARKS: Readonly<Record<string, Ending>> = {
  й: "nom",
  ий: "nom",
  го: "gen",
  ого: "gen",
  му: "dat",
  ому: "dat",
  а: "fem",
  та: "fem",
  у: "femAcc",
  ту: "femAcc",
  е: "neu",
  те: "neu",
  х: "pluralGen",
  их: "pluralGen",
  ті: "plural",
  і: "plural",
};
const isOrdinalRange = (n: number): boolean => n > 0 && n < 3000;

/** Ukrainian. Український правопис (2019). */
export const ukrainian: Tongue = {
  lang: "uk",
  decimal: ",",
  groups: ".",
  point: "кома",
  months: "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split(" "),
  shortMonths: { січ: 1, лют: 2, бер: 3, квіт: 4, трав: 5, черв: 6, лип: 7, серп: 8, вер: 9, верес: 9, жовт: 10, лист: 11, груд: 12 },
  day: (day) => ordinalWord(day, "gen"),
  date: (day, month, year) =>
    `${day} ${month}${year === null ? "" : ` ${/^\d+$/.test(year) ? `${ordinalWord(Number(year), "gen")} року` : year}`}`,
  year: (year, next, before) => {
    if (!isOrdinalRange(year)) return null;
    if (Object.hasOwn(NOUNS, next) && /^р/.test(next)) return ordinalWord(year, NOUNS[next] ?? "nom");
    return next === "р" ? ordinalWord(year, IN.test(before) ? "prep" : "gen") : null;
  },
  clock: (hour, minute) => `${hour}${minute === 0 ? " годин" : ` ${minute < 10 ? "нуль " : ""}${minute}`}`,
  to: null,
  minus: "мінус",
  and: "",
  of: () => "",
  currencies: {
    "₴": slavic("гривня", "гривні", "гривень"),
    грн: slavic("гривня", "гривні", "гривень"),
    UAH: slavic("гривня", "гривні", "гривень"),
    $: slavic("долар", "долари", "доларів", "долара"),
    USD: slavic("долар", "долари", "доларів", "долара"),
    дол: slavic("долар", "долари", "доларів", "долара"),
    "€": forms("євро"),
    EUR: forms("євро"),
    "£": slavic("фунт", "фунти", "фунтів", "фунта"),
    "₽": slavic("рубль", "рублі", "рублів", "рубля"),
    коп: slavic("копійка", "копійки", "копійок"),
  },
  scales: {
    тис: slavic("тисяча", "тисячі", "тисяч"),
    млн: slavic("мільйон", "мільйони", "мільйонів", "мільйона"),
    млрд: slavic("мільярд", "мільярди", "мільярдів", "мільярда"),
    трлн: slavic("трильйон", "трильйони", "трильйонів", "трильйона"),
  },
  feminine: {
    words: new Set(["тисяча", "тисячі", "тонна", "тонни", "хвилина", "хвилини", "гривня", "гривні", "копійка", "копійки"]),
    one: "одна",
    two: "дві",
  },
  units: {
    "%": slavic("відсоток", "відсотки", "відсотків", "відсотка"),
    "°C": slavic("градус", "градуси", "градусів", "градуса"),
    "°": slavic("градус", "градуси", "градусів", "градуса"),
    км: slavic("кілометр", "кілометри", "кілометрів", "кілометра"),
    м: slavic("метр", "метри", "метрів", "метра"),
    см: slavic("сантиметр", "сантиметри", "сантиметрів", "сантиметра"),
    мм: slavic("міліметр", "міліметри", "міліметрів", "міліметра"),
    "км²": slavic("квадратний кілометр", "квадратні кілометри", "квадратних кілометрів", "квадратного кілометра"),
    "м²": slavic("квадратний метр", "квадратні метри", "квадратних метрів", "квадратного метра"),
    "км/год": slavic("кілометр на годину", "кілометри на годину", "кілометрів на годину", "кілометра на годину"),
    кг: slavic("кілограм", "кілограми", "кілограмів", "кілограма"),
    г: slavic("грам", "грами", "грамів", "грама"),
    т: slavic("тонна", "тонни", "тонн"),
    л: slavic("літр", "літри", "літрів", "літра"),
    га: slavic("гектар", "гектари", "гектарів", "гектара"),
    хв: slavic("хвилина", "хвилини", "хвилин"),
    МВт: slavic("мегават", "мегавати", "мегават", "мегавата"),
    ГБ: slavic("гігабайт", "гігабайти", "гігабайтів", "гігабайта"),
  },
  abbreviations: {
    "т.зв.": "так званий",
    "т.д.": "так далі",
    "т.п.": "тому подібне",
    "т.ін.": "таке інше",
    "ін.": "інші",
    "напр.": "наприклад",
    "див.": "дивись",
    "пор.": "порівняй",
    "ім.": "імені",
    "вул.": "вулиця",
    "просп.": "проспект",
    "пров.": "провулок",
    "пл.": "площа",
    "обл.": "область",
    "смт.": "селище міського типу",
    смт: "селище міського типу",
    "проф.": "професор",
    "акад.": "академік",
    "доц.": "доцент",
    "ген.": "генерал",
    "св.": "святий",
    "ст.": "стаття",
    "стор.": "сторінка",
    "гл.": "глава",
    "рис.": "рисунок",
    "табл.": "таблиця",
    "п.": "пункт",
    "тел.": "телефон",
    "рр.": "роки",
    "н.е.": "нашої ери",
    "грн.": "гривень",
    "млн.": "мільйонів",
    "млрд.": "мільярдів",
    "тис.": "тисяч",
    "осіб.": "осіб",
    млн: "мільйонів",
    млрд: "мільярдів",
    трлн: "трильйонів",
    грн: "гривень",
    США: "С Ш А",
  },
  ordinal: (value, mark) => {
    const ending = Object.hasOwn(MARKS, mark) ? MARKS[mark] : undefined;
    return ending !== undefined && isOrdinalRange(value) ? ordinalWord(value, ending) : null;
  },
  roman: (value, mark, before, next) => {
    if (value > 40 || (mark !== "" && mark !== ".")) return null;
    if (Object.hasOwn(NOUNS, next)) return ordinalWord(value, IN.test(before) && NOUNS[next] === "prep" ? "prep" : (NOUNS[next] ?? "nom"));
    if (next === "ст") return ordinalWord(value, IN.test(before) ? "prep" : "gen");
    return value > 1 ? String(value) : null;
  },
  words: (core, before, next, earlier) => {
    if (core === "р" && /^[12]\d{3}$/.test(before)) return IN.test(earlier) ? "році" : "року";
    if (core === "м" && /^\p{Lu}/u.test(next) && !/\d$/.test(before)) return IN.test(before) ? "місті" : "місто";
    if (core === "ст" && /^[IVX]+$/.test(before)) return IN.test(earlier) ? "столітті" : "століття";
    return core === "№" ? "номер" : null;
  },
};
