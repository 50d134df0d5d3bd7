import { forms, type Tongue } from "./tongue.ts";

const DIGITS = "零一二三四五六七八九";
const byDigit = (text: string): string => text.replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)));

/** Chinese. GB/T 15835-2011 (numbers in publications); years are said digit by digit. */
export const chinese: Tongue = {
  lang: "zh",
  decimal: ".",
  groups: ",",
  point: "点",
  months: "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月".split(" "),
  shortMonths: {},
  unspaced: true,
  yearFirst: true,
  date: (day, month, year) => `${year === null ? "" : `${byDigit(year)}年`}${month}${day}日`,
  year: (year, next) => (next.startsWith("年") ? byDigit(String(year)) : null),
  clock: (hour, minute) => (minute === 0 ? `${hour}点` : `${hour}点${minute}分`),
  to: "到",
  minus: "负",
  and: "",
  of: () => "",
  currencies: {
    "¥": forms("元"),
    "￥": forms("元"),
    CNY: forms("元"),
    RMB: forms("元"),
    $: forms("美元"),
    US$: forms("美元"),
    USD: forms("美元"),
    HK$: forms("港元"),
    NT$: forms("新台币"),
    "€": forms("欧元"),
    EUR: forms("欧元"),
    "£": forms("英镑"),
    "₩": forms("韩元"),
    "₽": forms("卢布"),
  },
  scales: { 万: forms("万"), 亿: forms("亿"), 万亿: forms("万亿") },
  unitFirst: new Set(["%", "％"]),
  units: {
    "%": forms("百分之"),
    "％": forms("百分之"),
    "℃": forms("摄氏度"),
    "°C": forms("摄氏度"),
    "°": forms("度"),
    km: forms("公里"),
    m: forms("米"),
    cm: forms("厘米"),
    mm: forms("毫米"),
    "km²": forms("平方公里"),
    "m²": forms("平方米"),
    "㎡": forms("平方米"),
    "km/h": forms("公里每小时"),
    kg: forms("公斤"),
    g: forms("克"),
    t: forms("吨"),
    GB: forms("吉字节"),
    MW: forms("兆瓦"),
    kWh: forms("千瓦时"),
  },
  abbreviations: {},
  words: (core) => {
    const dated = /^([12]\d{3})年(.*)$/.exec(core);
    if (dated) return `${byDigit(dated[1] ?? "")}年${dated[2] ?? ""}`;
    return /^1[35789]\d{9}$/.test(core) ? byDigit(core) : null;
  },
};
