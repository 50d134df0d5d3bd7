import type { Comparison, Comparisons } from "../compared.ts";

const signs = (more: Comparison, less: Comparison, least: Comparison, most: Comparison): Comparisons => ({
  ">": more,
  "<": less,
  "≥": least,
  ">=": least,
  "≤": most,
  "<=": most,
});
const before = (text: string, between = text): Comparison => ({ before: text, between });
const behind = (text: string, between: string): Comparison => ({ before: "", behind: text, between });

/**
 * How signs of comparison are said, by language. The words are those that leave the number and its unit in the form they have alone:
 * Russian says "больше чем", not "более", which would want another case of both.
 */
export const COMPARISONS: Readonly<Record<string, Comparisons>> = {
  de: signs(
    before("mehr als", "größer als"),
    before("weniger als", "kleiner als"),
    before("mindestens", "größer oder gleich"),
    before("höchstens", "kleiner oder gleich"),
  ),
  fr: signs(
    before("plus de", "supérieur à"),
    before("moins de", "inférieur à"),
    before("au moins", "supérieur ou égal à"),
    before("au plus", "inférieur ou égal à"),
  ),
  es: signs(
    before("más de", "mayor que"),
    before("menos de", "menor que"),
    before("al menos", "mayor o igual que"),
    before("como máximo", "menor o igual que"),
  ),
  pt: signs(
    before("mais de", "maior que"),
    before("menos de", "menor que"),
    before("pelo menos", "maior ou igual a"),
    before("no máximo", "menor ou igual a"),
  ),
  it: signs(
    before("più di", "maggiore di"),
    before("meno di", "minore di"),
    before("almeno", "maggiore o uguale a"),
    before("al massimo", "minore o uguale a"),
  ),
  ru: signs(before("больше чем"), before("меньше чем"), before("как минимум", "больше или равно"), before("максимум", "меньше или равно")),
  uk: signs(
    before("більше ніж"),
    before("менше ніж"),
    before("щонайменше", "більше або дорівнює"),
    before("щонайбільше", "менше або дорівнює"),
  ),
  tr: signs(
    behind("üzerinde", "büyüktür"),
    behind("altında", "küçüktür"),
    before("en az", "büyük eşittir"),
    before("en çok", "küçük eşittir"),
  ),
  ar: signs(
    before("أكثر من", "أكبر من"),
    before("أقل من", "أصغر من"),
    before("ما لا يقل عن", "أكبر من أو يساوي"),
    before("ما لا يزيد على", "أصغر من أو يساوي"),
  ),
  fa: signs(
    before("بیش از", "بزرگ‌تر از"),
    before("کمتر از", "کوچک‌تر از"),
    before("حداقل", "بزرگ‌تر یا مساوی"),
    before("حداکثر", "کوچک‌تر یا مساوی"),
  ),
  hi: signs(behind("से अधिक", "बड़ा है"), behind("से कम", "छोटा है"), before("कम से कम", "बड़ा या बराबर"), before("अधिक से अधिक", "छोटा या बराबर")),
  zh: signs(before("超过", "大于"), before("不到", "小于"), before("至少", "大于等于"), before("至多", "小于等于")),
};
