import type { Chord, SaidLanguage } from "../model/index.ts";
import { plainKey } from "./chord-label.ts";
import { interfaceLanguage } from "./interface.ts";
import { keyNameIn } from "./key-names.ts";

/** What keys are called in a sentence that is read aloud, where a keyboard has a sign, an arrow or a short form: in the order of `SPELT`. */
const NAMES: { readonly [L in SaidLanguage]?: readonly string[] } = {
  ar: ["Control", "الفاصلة", "النقطة", "زائد", "ناقص", "سهم اليسار", "سهم اليمين", "سهم الأعلى", "سهم الأسفل"],
  de: ["Steuerung", "Komma", "Punkt", "Plus", "Minus", "Pfeil links", "Pfeil rechts", "Pfeil hoch", "Pfeil runter"],
  en: ["Control", "comma", "period", "plus", "minus", "left arrow", "right arrow", "up arrow", "down arrow"],
  es: ["Control", "coma", "punto", "más", "menos", "flecha izquierda", "flecha derecha", "flecha arriba", "flecha abajo"],
  fa: ["Control", "ویرگول", "نقطه", "به‌علاوه", "منها", "جهت‌نمای چپ", "جهت‌نمای راست", "جهت‌نمای بالا", "جهت‌نمای پایین"],
  fr: ["Contrôle", "virgule", "point", "plus", "moins", "flèche gauche", "flèche droite", "flèche haut", "flèche bas"],
  hi: ["Control", "अल्पविराम", "बिंदु", "प्लस", "माइनस", "बायाँ तीर", "दायाँ तीर", "ऊपर तीर", "नीचे तीर"],
  pt: ["Control", "vírgula", "ponto", "mais", "menos", "seta para a esquerda", "seta para a direita", "seta para cima", "seta para baixo"],
  ru: ["Control", "запятая", "точка", "плюс", "минус", "стрелка влево", "стрелка вправо", "стрелка вверх", "стрелка вниз"],
  tr: ["Control", "virgül", "nokta", "artı", "eksi", "sol ok", "sağ ok", "yukarı ok", "aşağı ok"],
  uk: ["Control", "кома", "крапка", "плюс", "мінус", "стрілка вліво", "стрілка вправо", "стрілка вгору", "стрілка вниз"],
  zh: ["Control", "逗号", "句号", "加号", "减号", "左箭头", "右箭头", "上箭头", "下箭头"],
};
const SPELT: readonly string[] = ["Control", ",", ".", "+", "-", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];

/** The same key by another name. The equals sign is on the key of the plus, which is what people call it. */
const SAME: Readonly<Record<string, string>> = { Comma: ",", Period: ".", "=": "+", NumpadAdd: "+", NumpadSubtract: "-" };

/**
 * A chord as it is said in a sentence: "Control Shift period".
 * @param lang the language of the sentence; that of the interface when left out
 */
export function saidChord(chord: Chord, mac: boolean, lang: SaidLanguage = interfaceLanguage()): string {
  const call = (key: string): string => {
    const name = SAME[key] ?? key;
    const at = SPELT.indexOf(name);
    return (at < 0 ? null : (NAMES[lang]?.[at] ?? NAMES.en?.[at])) ?? keyNameIn(key, lang) ?? name;
  };
  const plain = plainKey(chord);
  return [
    ...(chord.ctrl || (chord.mod && !mac) ? ["Control"] : []),
    ...(chord.mod && mac ? ["Command"] : []),
    ...(chord.alt ? [mac ? "Option" : "Alt"] : []),
    ...(chord.shift ? ["Shift"] : []),
    plain.length === 1 ? plain.toUpperCase() : plain,
  ]
    .map(call)
    .join(" ");
}
