import type { SaidLanguage } from "../model/index.ts";

/** What a language says of lengths of time beside what `Intl` knows: numbers in words, and parts of an hour. */
export interface MinuteWords {
  /** Whole numbers by their words, `["twenty", 20]`; several ways to write one are several entries. */
  readonly numbers: readonly (readonly [string, number])[];
  /** Words for one that may also stand where they count nothing: "half an hour". */
  readonly articles?: readonly string[];
  /** Parts of an hour: "half" is 0.5. After an article they take its place: "an hour and a half". */
  readonly parts?: Readonly<Record<string, number>>;
  /** Parts that come on top of a number, before or behind it: "bir buçuk" is 1.5. */
  readonly more?: Readonly<Record<string, number>>;
  /** Words that are a length by themselves, in minutes: "Viertelstunde" is 15. */
  readonly lengths?: Readonly<Record<string, number>>;
  /** Words for hours and minutes that `Intl` does not give. */
  readonly hours?: readonly string[];
  readonly minutes?: readonly string[];
  /** Words that say nothing here. */
  readonly skipped?: readonly string[];
  /** Whether a unit without a number is one of it: "hora y media". */
  readonly isOneBare?: true;
  /** Whether words stand together without spaces. */
  readonly isUnspaced?: true;
}

type Numbers = [string, number][];

/** Words in order, from a number on; several for one number are parted by a stroke. */
const counted = (from: number, words: string): Numbers =>
  words
    .trim()
    .split(/\s+/)
    .flatMap((one, index) => one.split("/").map((word): [string, number] => [word.replaceAll("_", " "), from + index]));

/** All tens with all ones, as a language joins them. */
const joined = (tens: Numbers, ones: Numbers, join: (ten: string, one: string) => string): Numbers =>
  tens.flatMap(([ten, high]) => ones.filter(([, low]) => low < 10).map(([one, low]): [string, number] => [join(ten, one), high + low]));

const tensOf = (words: string): Numbers => counted(2, words).map(([word, count]) => [word, count * 10]);

/** A language whose tens and ones are one pattern. */
function regular(from1: string, tens: string, join: (ten: string, one: string) => string): Numbers {
  const ones = counted(1, from1);
  return [...ones, ...tensOf(tens), ...joined(tensOf(tens), ones, join)];
}

const spaced = (ten: string, one: string): string => `${ten} ${one}`;

function french(): Numbers {
  const small = counted(
    1,
    "un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix_sept dix_huit dix_neuf",
  );
  const tens = tensOf("vingt trente quarante cinquante soixante septante huitante/octante nonante");
  const and = (ten: string, one: string): string => (one.startsWith("un") ? `${ten} et ${one}` : `${ten} ${one}`);
  const late = small.flatMap(
    ([word, count]): Numbers => [
      ...(count >= 10 ? [[count === 11 ? `soixante et ${word}` : `soixante ${word}`, 60 + count] as [string, number]] : []),
      [`quatre vingt ${word}`, 80 + count],
    ],
  );
  return [...small, ...tens, ["quatre vingts", 80], ["quatre vingt", 80], ...joined(tens, small, and), ...late];
}

function spanish(): Numbers {
  const ones = "un/uno/una dos tres cuatro cinco seis siete ocho nueve";
  return [
    ...counted(1, `${ones} diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte`),
    ...counted(
      21,
      "veintiún/veintiuno/veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
    ),
    ...tensOf("- treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
    ...joined(tensOf("- treinta cuarenta cincuenta sesenta setenta ochenta noventa"), counted(1, ones), (ten, one) => `${ten} y ${one}`),
  ];
}

function german(): Numbers {
  const ones = counted(1, "ein/eins zwei drei vier fünf sechs sieben acht neun");
  const tens = tensOf("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig");
  const teens = counted(10, "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn");
  return [...ones, ...teens, ...tens, ...joined(tens, ones, (ten, one) => `${one}und${ten}`)];
}

function arabic(): Numbers {
  const ones = counted(1, "واحد/واحدة اثنان/اثنين/اثنتان/اثنتين ثلاث/ثلاثة أربع/أربعة خمس/خمسة ست/ستة سبع/سبعة ثمان/ثماني/ثمانية تسع/تسعة");
  const tens = tensOf("عشرون/عشرين ثلاثون/ثلاثين أربعون/أربعين خمسون/خمسين ستون/ستين سبعون/سبعين ثمانون/ثمانين تسعون/تسعين");
  const teens: Numbers = [
    ...ones,
    ["أحد", 1] as [string, number],
    ["إحدى", 1] as [string, number],
    ["اثنا", 2] as [string, number],
    ["اثنتا", 2] as [string, number],
  ].flatMap(
    ([one, count]): Numbers => [
      [`${one} عشر`, 10 + count],
      [`${one} عشرة`, 10 + count],
    ],
  );
  return [...ones, ["عشر", 10], ["عشرة", 10], ...teens, ...tens, ...joined(tens, ones, (ten, one) => `${one} و${ten}`)];
}

function chinese(): Numbers {
  const ones = counted(1, "一 二/两/兩 三 四 五 六 七 八 九");
  const tens: Numbers = [["十", 10], ...ones.map(([one, count]): [string, number] => [`${one}十`, count * 10])];
  return [...ones, ...tens, ...joined(tens, ones, (ten, one) => `${ten}${one}`)];
}

/** Of every language of the interface; English where a language is not among them. */
export const MINUTE_WORDS: { readonly [L in SaidLanguage]?: MinuteWords } & { readonly en: MinuteWords } = {
  en: {
    numbers: regular(
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
      "twenty thirty forty fifty sixty seventy eighty ninety",
      spaced,
    ),
    articles: ["a", "an", "one"],
    parts: { half: 0.5, quarter: 0.25 },
    hours: ["hrs"],
    minutes: ["mins"],
    skipped: ["and", "about", "of"],
  },
  ar: {
    numbers: arabic(),
    parts: { نصف: 0.5, ربع: 0.25, ثلث: 1 / 3 },
    lengths: { "نصف ساعة": 30, "ربع ساعة": 15, "ثلث ساعة": 20, "ساعة واحدة": 60, ساعتين: 120, "دقيقة واحدة": 1, دقيقتين: 2 },
    skipped: ["و", "حوالي", "نحو"],
    isOneBare: true,
  },
  de: {
    numbers: [...german(), ["anderthalb", 1.5], ["eineinhalb", 1.5], ["zweieinhalb", 2.5]],
    articles: ["ein", "eine", "einer", "einen"],
    parts: { halb: 0.5, halbe: 0.5, halben: 0.5, viertel: 0.25, dreiviertel: 0.75, "drei viertel": 0.75 },
    lengths: { viertelstunde: 15, dreiviertelstunde: 45 },
    skipped: ["und", "etwa", "ungefähr", "circa"],
  },
  es: {
    numbers: spanish(),
    articles: ["un", "una"],
    parts: { media: 0.5, medio: 0.5, cuarto: 0.25, "tres cuartos": 0.75 },
    skipped: ["y", "de", "unos"],
    isOneBare: true,
  },
  fa: {
    numbers: regular(
      "یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده/هیجده نوزده",
      "بیست سی چهل پنجاه شصت هفتاد هشتاد نود",
      (ten, one) => `${ten} و ${one}`,
    ),
    more: { نیم: 0.5 },
    lengths: { ربع: 15, "یک ربع": 15, "سه ربع": 45 },
    hours: ["ساعته"],
    minutes: ["دقیقه‌ای"],
    skipped: ["و", "حدود"],
  },
  fr: {
    numbers: french(),
    articles: ["un", "une"],
    parts: { demi: 0.5, demie: 0.5, quart: 0.25, "trois quarts": 0.75 },
    skipped: ["et", "de", "d", "environ"],
  },
  hi: {
    numbers: [
      ...counted(
        1,
        "एक दो तीन चार पाँच/पांच छह/छः/छे सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह/पन्द्रह सोलह सत्रह अठारह उन्नीस बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस/अठाईस उनतीस तीस इकतीस/इकत्तीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस चालीस इकतालीस बयालीस तैंतालीस चौवालीस/चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन तिरपन/तिरेपन चौवन पचपन छप्पन सत्तावन अट्ठावन/अठावन उनसठ साठ",
      ),
      ["सत्तर", 70],
      ["अस्सी", 80],
      ["नब्बे", 90],
      ["डेढ़", 1.5],
      ["ढाई", 2.5],
      ["सवा", 1.25],
    ],
    parts: { आधा: 0.5, आधे: 0.5, पौन: 0.75, पौना: 0.75, "तीन चौथाई": 0.75, चौथाई: 0.25 },
    more: { साढ़े: 0.5 },
    hours: ["घण्टा", "घण्टे"],
    minutes: ["मिनिट"],
    skipped: ["और", "लगभग", "करीब"],
  },
  pt: {
    numbers: regular(
      "um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove",
      "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
      (ten, one) => `${ten} e ${one}`,
    ),
    articles: ["um", "uma"],
    parts: { meia: 0.5, meio: 0.5, quarto: 0.25, "três quartos": 0.75 },
    skipped: ["e", "de", "uns", "cerca"],
    isOneBare: true,
  },
  ru: {
    numbers: [
      ...regular(
        "один/одна/одну два/две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
        "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
        spaced,
      ),
      ["полтора", 1.5],
    ],
    parts: { четверть: 0.25, половина: 0.5, "три четверти": 0.75 },
    more: { "с половиной": 0.5 },
    lengths: { полчаса: 30 },
    minutes: ["минуту"],
    skipped: ["и", "около"],
    isOneBare: true,
  },
  tr: {
    numbers: [
      ...regular(
        "bir iki üç dört beş altı yedi sekiz dokuz on on_bir on_iki on_üç on_dört on_beş on_altı on_yedi on_sekiz on_dokuz",
        "yirmi otuz kırk elli altmış yetmiş seksen doksan",
        spaced,
      ),
    ],
    parts: { yarım: 0.5, çeyrek: 0.25 },
    more: { buçuk: 0.5 },
    skipped: ["ve", "yaklaşık"],
  },
  uk: {
    numbers: [
      ...regular(
        "один/одна/одну два/дві три чотири п_ять/пять шість сім вісім дев_ять/девять десять одинадцять дванадцять тринадцять чотирнадцять п_ятнадцять/пятнадцять шістнадцять сімнадцять вісімнадцять дев_ятнадцять/девятнадцять",
        "двадцять тридцять сорок п_ятдесят/пятдесят шістдесят сімдесят вісімдесят дев_яносто/девяносто",
        spaced,
      ),
      ["півтори", 1.5],
    ],
    parts: { чверть: 0.25, половина: 0.5, пів: 0.5, "три чверті": 0.75 },
    more: { "з половиною": 0.5 },
    lengths: { півгодини: 30 },
    minutes: ["хвилину"],
    skipped: ["і", "й", "та", "близько"],
    isOneBare: true,
  },
  zh: {
    numbers: chinese(),
    more: { 半: 0.5 },
    lengths: { 一刻钟: 15, 一刻鐘: 15, 三刻钟: 45, 三刻鐘: 45 },
    hours: ["小时", "小時", "钟头", "鐘頭"],
    minutes: ["分", "分钟", "分鐘"],
    skipped: ["个", "個", "零", "大约", "约"],
    isUnspaced: true,
  },
};
