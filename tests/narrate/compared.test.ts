import { describe, expect, it } from "vitest";
import { say } from "./say.ts";

describe("a sign of comparison", () => {
  it.each([
    ["en", ">5 %", "more than five percent"],
    ["en", "5%>4%", "five percent is more than four percent"],
    ["en", "p<0.05", "p is less than zero point zero five"],
    ["de", ">5 %", "mehr als 5 Prozent"],
    ["de", "Version >= 2.0", "Version mindestens 2.0"],
    ["de", "n>5", "n größer als 5"],
    ["de", "> 5 %", "mehr als 5 Prozent"],
    ["de", "≥10 km", "mindestens 10 Kilometer"],
    ["de", "<=3", "höchstens 3"],
    ["de", "<5 Mio. €", "weniger als 5 Millionen Euro"],
    ["de", "5%>4%", "5 Prozent größer als 4 Prozent"],
    ["de", "5 % < 6 %", "5 Prozent kleiner als 6 Prozent"],
    ["fr", "> 5 %", "plus de 5 pour cent"],
    ["fr", "≤ 5 km", "au plus 5 kilomètres"],
    ["es", ">5 %", "más de 5 por ciento"],
    ["pt", "<5%", "menos de 5 por cento"],
    ["it", "≥5%", "almeno 5 per cento"],
    ["ru", ">5 %", "больше чем 5 процентов"],
    ["ru", "<2 %", "меньше чем 2 процента"],
    ["uk", ">=5 %", "щонайменше 5 відсотків"],
    ["tr", ">%5", "yüzde 5 üzerinde"],
    ["tr", "≥%5", "en az yüzde 5"],
    ["ar", ">٥٪", "أكثر من 5 بالمئة"],
    ["fa", ">۵٪", "بیش از 5 درصد"],
    ["hi", "<5%", "5 प्रतिशत से कम"],
    ["hi", "≥ 5%", "कम से कम 5 प्रतिशत"],
    ["zh", ">5%", "超过百分之5"],
    ["zh", "5%>4%", "百分之5大于百分之4"],
  ])("before a number is said in %s: %s", (lang, shown, spoken) => {
    expect(say(shown, lang)).toBe(spoken);
  });

  it("is said inside of a text without spaces", () => {
    expect(say("增长>5%的", "zh")).toBe("增长超过百分之5的");
  });
});

describe("a range of measures", () => {
  it.each([
    ["en", "5 %–10 %", "five percent to ten percent"],
    ["en", "5% – 10%", "five percent to ten percent"],
    ["en", "5%—10%", "five percent to ten percent"],
    ["en", "1,5%-2%", "one point five percent to two percent"],
    ["en", "3%-5%-7%", "three percent, five percent, seven percent"],
    ["de", "1,5 %–2 %", "1,5 Prozent bis 2 Prozent"],
    ["de", "5 % – 10 %", "5 Prozent bis 10 Prozent"],
    ["de", "3%-5%-7%", "3 Prozent, 5 Prozent, 7 Prozent"],
    ["fr", "1,5 %–2 %", "1,5 pour cent à 2 pour cent"],
    ["es", "1,5 %–2 %", "1,5 por ciento a 2 por ciento"],
    ["ru", "1,5%-2%", "1,5 процента, 2 процента"],
    ["ru", "1,5 % – 2 %", "1,5 процента, 2 процента"],
    ["tr", "%1,5-%2", "yüzde 1,5 ila yüzde 2"],
    ["ar", "٪٥-٪١٠", "5 بالمئة إلى 10 بالمئة"],
    ["zh", "5%-10%", "百分之5到百分之10"],
  ])("is one in %s: %s", (lang, shown, spoken) => {
    expect(say(shown, lang)).toBe(spoken);
  });

  it("is none where a long dash with spaces parts two sayings, or two kinds of things", () => {
    expect(say("um 5 % — 10 % mehr", "de")).toBe("um 5 Prozent, 10 Prozent mehr");
    expect(say("um 5 % – 10 km", "de")).toBe("um 5 Prozent, 10 Kilometer");
  });
});
