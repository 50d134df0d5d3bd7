import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { INTERFACE_LANGUAGES, minutesIn, speakLanguage, words } from "../../src/words/index.ts";

afterEach(async () => {
  await speakLanguage("en");
});

describe("minutes as people write them", () => {
  it.each([
    ["12", 12],
    ["twelve minutes", 12],
    ["Twenty-five", 25],
    ["twenty five min", 25],
    ["half an hour", 30],
    ["an hour and a half", 90],
    ["a quarter of an hour", 15],
    ["three quarters of an hour", null],
    ["1 hour 20", 80],
    ["1h20m", 80],
    ["1:30", 90],
    ["7.5", 7.5],
    ["7,5 minutes", 7.5],
    ["12’", 12],
    ["", null],
    ["soon", null],
    ["0", null],
    ["-5", null],
    ["99999", null],
    ["5 6", null],
    ["constructor", null],
  ])("%j", (text, minutes) => {
    expect(minutesIn(text)).toBe(minutes);
  });
});

const WRITTEN: Readonly<Record<string, readonly (readonly [string, number | null])[]>> = {
  ar: [
    ["٢٥ دقيقة", 25],
    ["خمس وعشرون دقيقة", 25],
    ["نصف ساعة", 30],
    ["ساعة ونصف", 90],
    ["ساعتان", 120],
    ["ساعة واحدة", 60],
    ["١:٣٠", 90],
    ["قريبا", null],
  ],
  de: [
    ["zwölf Minuten", 12],
    ["fünfundzwanzig", 25],
    ["dreissig Min.", 30],
    ["eine halbe Stunde", 30],
    ["eine Viertelstunde", 15],
    ["anderthalb Stunden", 90],
    ["1 Std. 20", 80],
    ["7,5 Minuten", 7.5],
    ["bald", null],
  ],
  es: [
    ["doce minutos", 12],
    ["veinticinco", 25],
    ["treinta y cinco minutos", 35],
    ["media hora", 30],
    ["hora y media", 90],
    ["un cuarto de hora", 15],
    ["1 hora 20", 80],
    ["pronto", null],
  ],
  fa: [
    ["۲۵ دقیقه", 25],
    ["بیست و پنج دقیقه", 25],
    ["نیم ساعت", 30],
    ["یک ساعت و نیم", 90],
    ["یک ربع", 15],
  ],
  fr: [
    ["douze minutes", 12],
    ["vingt-cinq", 25],
    ["soixante et onze", 71],
    ["quatre-vingt-dix minutes", 90],
    ["une demi-heure", 30],
    ["un quart d’heure", 15],
    ["une heure et demie", 90],
    ["bientôt", null],
  ],
  hi: [
    ["२५ मिनट", 25],
    ["पच्चीस मिनट", 25],
    ["आधा घंटा", 30],
    ["डेढ़ घंटा", 90],
    ["साढ़े तीन घंटे", 210],
  ],
  pt: [
    ["doze minutos", 12],
    ["vinte e cinco", 25],
    ["meia hora", 30],
    ["uma hora e meia", 90],
    ["um quarto de hora", 15],
  ],
  ru: [
    ["двенадцать минут", 12],
    ["двадцать пять", 25],
    ["полчаса", 30],
    ["полтора часа", 90],
    ["четверть часа", 15],
    ["1 ч 20 мин", 80],
    ["два с половиной часа", 150],
  ],
  tr: [
    ["on iki dakika", 12],
    ["Yirmi beş", 25],
    ["yarım saat", 30],
    ["bir buçuk saat", 90],
    ["1 sa. 20 dk.", 80],
  ],
  uk: [
    ["дванадцять хвилин", 12],
    ["двадцять п’ять", 25],
    ["пів години", 30],
    ["півтори години", 90],
    ["чверть години", 15],
  ],
  zh: [
    ["二十五分钟", 25],
    ["半小时", 30],
    ["一个半小时", 90],
    ["一刻钟", 15],
    ["1小时20分钟", 80],
    ["２５", 25],
    ["两小时", 120],
    ["马上", null],
  ],
};

describe.each(INTERFACE_LANGUAGES.filter((lang) => lang !== "en"))("minutes as people write them in %s", (lang) => {
  beforeEach(async () => {
    await speakLanguage(lang);
  });

  it.each(WRITTEN[lang] ?? [])("%j", (text, minutes) => {
    expect(minutesIn(text)).toBe(minutes);
  });

  it("as they are told themselves", () => {
    expect(WRITTEN[lang]).toBeDefined();
    for (const minutes of [1, 2, 5, 12, 90]) expect([minutes, minutesIn(words("give.item", { minutes }))]).toEqual([minutes, minutes]);
    for (const hours of [1, 2, 5, 11])
      expect(minutesIn(new Intl.NumberFormat(lang, { style: "unit", unit: "hour", unitDisplay: "long" }).format(hours))).toBe(hours * 60);
  });
});
