import { forms, type Tongue } from "./tongue.ts";

const SOLAR = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split(" ");
const GREGORIAN = "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر".split(" ");

/** Persian. دستور خط فرهنگستان; the Solar Hijri calendar's months for its years. */
export const persian: Tongue = {
  lang: "fa",
  decimal: ".",
  groups: ",",
  point: "ممیز",
  months: GREGORIAN,
  shortMonths: {},
  date: (day, month, year) => {
    // Years of the solar calendar are about 621 behind.
    const solar = year !== null && Number(year) < 1700;
    return `${day} ${solar ? (SOLAR[GREGORIAN.indexOf(month)] ?? month) : month}${year === null ? "" : ` ${year}`}`;
  },
  yearFirst: true,
  clock: (hour, minute) => (minute === 0 ? String(hour) : `${hour} و ${minute} دقیقه`),
  to: "تا",
  minus: "منفی",
  and: "و",
  of: () => "",
  currencies: {
    $: forms("دلار"),
    USD: forms("دلار"),
    "€": forms("یورو"),
    EUR: forms("یورو"),
    "£": forms("پوند"),
    "¥": forms("ین"),
    "﷼": forms("ریال"),
    IRR: forms("ریال"),
  },
  scales: {},
  units: {
    "%": forms("درصد"),
    "°C": forms("درجه سانتی‌گراد"),
    "°": forms("درجه"),
    کم: forms("کیلومتر"),
    km: forms("کیلومتر"),
    م: forms("متر"),
    سم: forms("سانتی‌متر"),
    cm: forms("سانتی‌متر"),
    mm: forms("میلی‌متر"),
    "km²": forms("کیلومتر مربع"),
    "m²": forms("متر مربع"),
    "km/h": forms("کیلومتر بر ساعت"),
    kg: forms("کیلوگرم"),
    GB: forms("گیگابایت"),
    MW: forms("مگاوات"),
  },
  abbreviations: {
    "ق.م": "قبل از میلاد",
    "ق.م.": "قبل از میلاد",
    "ه.ش": "هجری شمسی",
    "ه.ش.": "هجری شمسی",
    "ه.ق": "هجری قمری",
    "ه.ق.": "هجری قمری",
    "ص.": "صفحه",
    "ج.": "جلد",
    "رک.": "رجوع کنید",
    "نک.": "نگاه کنید",
    "د.": "دکتر",
    "م.": "مهندس",
    "ره.": "رحمت الله علیه",
    "غیره.": "غیره",
    "ب.ظ": "بعدازظهر",
    "ق.ظ": "قبل‌ازظهر",
    "الخ.": "الی آخر",
  },
};
