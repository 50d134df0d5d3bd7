import { describe, expect, it } from "vitest";
import { say } from "./say.ts";

/** What is written, and what a voice gets. */
type Case = readonly [written: string, spoken: string];
const table = (cases: readonly Case[]): void => {
  it.each(cases)("%s", (written, spoken) => expect(say(written)).toBe(spoken));
};

describe("dates", () =>
  table([
    ["It sank on Feb. 18, 2019.", "It sank on February eighteenth, twenty nineteen."],
    ["On 18 February 2019, it sank.", "On the eighteenth of February twenty nineteen, it sank."],
    ["by the 3rd of May", "by the third of May"],
    ["on 2019-02-18", "on February eighteenth, twenty nineteen"],
    ["in Sept. 2001", "in September two thousand one"],
    ["from Oct 3-5", "from October third to fifth"],
    ["a Tues. meeting", "a Tuesday meeting"],
    ["It may 5 times fail", "It may five times fail"],
    ["the 1990s and the '80s", "the nineteen nineties and the eighties"],
    ["the mid-1960s", "the mid nineteen sixties"],
    ["from 2014–19", "from twenty fourteen to twenty nineteen"],
    ["in 1905, 2000 and 2010", "in nineteen oh five, two thousand and twenty ten"],
    ["2000 people and 1500 soldiers", "two thousand people and one thousand five hundred soldiers"],
    ["on 31/12/2020", "on December thirty first, twenty twenty"],
  ]));

describe("marks that nobody says", () =>
  table([
    ["The boats are back.'", "The boats are back.'"],
    ["The ferry's pace,' said she, is new.", "The ferry's pace,' said she, is new."],
    ["'The boats are back.' They left.", "The boats are back. They left."],
    ["“The boats are back.”", "The boats are back."],
  ]));

describe("formulas", () =>
  table([
    ["The value is \\frac{a}{b} here.", "The value is a over b here."],
    ["\\frac{a + b}{c - 1} is the ratio, and x^{n+1}.", "a plus b, over c minus one is the ratio, and x to the power of n plus one."],
    ["x^2 + y^2 = z^2", "x squared plus y squared equals z squared"],
    ["about 10^6 people, 10^-6 of them", "about ten to the power of six people, ten to the power of minus six of them"],
    ["$a_{n+1} \\le \\sqrt{2}$", "a sub n plus one at most the square root of two"],
    ["\\sum_{i=1}^n i", "the sum from i equals one to n i"],
    ["E = mc² and 45^\\circ", "E equals m c squared and forty five degrees"],
    ["f(x) = 3x + 1", "f x equals three x plus one"],
    ["a 2x increase", "a two times increase"],
    ["C:\\temp\\new, ^_^ and file_name.txt", "C: temp new, and file name.txt"],
  ]));

describe("formulas that nobody meant", () => {
  it("end, whatever they nest", () => {
    for (const part of ["\\frac", "x^", "{", "\\sqrt{", "}^{", "\\frac{a}{"])
      expect(say(`${part.repeat(60)} x^2 ${"{".repeat(50_000)}`)).not.toBe(" ");
  });
});

describe("the order of day and month", () => {
  it("is the region's", () => {
    expect(say("3/4/1998", "en-US")).toBe("March fourth, nineteen ninety eight");
    expect(say("3/4/1998", "en-GB")).toBe("April third, nineteen ninety eight");
  });
});

describe("numbers", () =>
  table([
    ["More than 5,000 came.", "More than five thousand came."],
    ["the 21st floor, the 112th time", "the twenty first floor, the one hundred twelfth time"],
    ["0.5 or 12.25", "zero point five or twelve point two five"],
    ["-3 and −4.5", "minus three and minus four point five"],
    ["code 007", "code zero zero seven"],
    ["½ of it, 2½ hours, 3/4", "one half of it, two and a half hours, three quarters"],
    ["won 3-1 after a 52–48 vote", "won three to one after a fifty two to forty eight vote"],
    ["10-12 boats", "ten to twelve boats"],
    ["rose 1.5%-2%", "rose one point five percent to two percent"],
    ["rose 1.5%–2%, then 1%-3%.", "rose one point five percent to two percent, then one percent to three percent."],
    ["rose 1.5% - 2% a year", "rose one point five percent to two percent a year"],
    ["rose 1.5-2%", "rose one point five to two percent"],
    ["5km-10km or 20°C–25°C", "five kilometers to ten kilometers or twenty degrees Celsius to twenty five degrees Celsius"],
    ["fell to -2%", "fell to minus two percent"],
    [">5% and <$5 million", "more than five percent and less than five million dollars"],
    [">= 5, >=5 km, ≥10%", "at least five, at least five kilometers, at least ten percent"],
    ["> 5 people; choose Settings > Voices", "more than five people; choose Settings then Voices"],
    ["No. 5 and #7, p. 12", "number five and number seven, page twelve"],
    ["a 10-year-old with an F-16 and COVID-19", "a ten year old with an F sixteen and COVID nineteen"],
    ["call 555-123-4567", "call five five five, one two three, four five six seven"],
    ["after 9/11, 24/7", "after nine eleven, twenty four seven"],
    ["II. The harbour", "two, The harbour"],
    ["XIV.", "fourteen."],
    ["World War II and Elizabeth II", "World War two and Elizabeth the second"],
    ["1,000,000,000,001", "one trillion one"],
  ]));

describe("money, percent and units", () =>
  table([
    ["a $5.2 million deal", "a five point two million dollar deal"],
    ["$5m, €3bn, £50, 50p", "five million dollars, three billion euros, fifty pounds, fifty pence"],
    ["$1 or $5.20", "one dollar or five dollars and twenty cents"],
    ["$5-10 million", "five to ten million dollars"],
    ["$250-$300", "two hundred fifty dollars to three hundred dollars"],
    ["a $100,000-a-year job", "a one hundred thousand dollar a year job"],
    ["€300–350 or RM4.5 million", "three hundred to three hundred fifty euros or four point five million ringgit"],
    ["US$7 and 20 EUR", "seven U S dollars and twenty euros"],
    ["5%, 5-10% and 6 %", "five percent, five to ten percent and six percent"],
    ["5 km, 20 kg, 30 °C, 100km/h", "five kilometers, twenty kilograms, thirty degrees Celsius, one hundred kilometers per hour"],
    ["1 km and 3 sq km", "one kilometer and three square kilometers"],
    ["a 700-km move", "a seven hundred kilometer move"],
    ["5m people ran 100m", "five million people ran one hundred meters"],
  ]));

describe("times", () =>
  table([
    ["at 5:30 p.m. on Monday", "at five thirty PM on Monday"],
    ["at 5 a.m. today", "at five AM today"],
    ["17:05, then 9:00", "seventeen oh five, then nine o'clock"],
    ["open 9am-5pm", "open nine AM to five PM"],
    ["at 10:30 GMT", "at ten thirty GMT"],
  ]));

describe("names and abbreviations", () =>
  table([
    ["Mr. Tan, Gen. Ortiz and Lt. Gov. Hale", "Mister Tan, General Ortiz and Lieutenant Governor Hale"],
    ["Sen. Ruiz (D-Calif.) spoke", "Senator Ruiz, Democrat, California, spoke"],
    ["Dr Lin of St. Albans lives at 12 Elm St.", "Doctor Lin of Saint Albans lives at twelve Elm Street."],
    ["cats, dogs, etc. vs. birds", "cats, dogs, et cetera versus birds"],
    ["Nordal Inc. and Brill Co.", "Nordal Incorporated and Brill Company."],
    ["fruit, e.g. pears", "fruit, for example pears"],
    ["M. K. Carr Jr.'s book", "M K Carr Junior's book"],
  ]));

describe("acronyms", () =>
  table([
    ["U.S.-backed forces in the U.K.", "U S backed forces in the U K."],
    ["SDF and the SDF's MPs", "SDF and the S D F's M P's"],
    ["NATO, UNESCO and NASA", "NATO, UNESCO and NASA"],
    ["the CIA, the UAE", "the C.I.A, the U.A.E"],
    ["IS fighters fled", "I S fighters fled"],
    ["that (IS) militants mixed", "that I S militants mixed"],
    ["held by IS since May", "held by I S since May"],
    ["this IS the end", "this IS the end"],
    ["We did NOT go", "We did NOT go"],
    ["He said: “THEY DID NOT NEED US.”", "He said: THEY DID NOT NEED US."],
    ["FLOOD HITS US COAST", "FLOOD HITS US COAST"],
    ["the SDF-led force and AT&T", "the SDF-led force and A.T and T"],
  ]));

describe("letters that a voice would take for words", () =>
  table([
    ["an A&E ward, the Q&A, R&D", "an A- and E ward, the Q and A-, R and D"],
    ["the Q&As and B&Bs of M&A's best", "the Q and A's and B and B's of M and A's best"],
    ["S&P 500, P&O and AT & T", "S and P five hundred, P and O and A.T and T"],
    ["Marks & Spencer, salt & pepper", "Marks and Spencer, salt and pepper"],
    ["Texas A&M and the A321", "Texas A- and M and the A- three twenty one"],
    ["vitamin A is scarce", "vitamin A- is scarce"],
    ["teams in Group A and Group B", "teams in Group A- and Group B"],
    ["from A to B, or A and B", "from A- to B, or A- and B"],
    ["an A/B test", "an A- B test"],
    ["A to B takes an hour. A man came.", "A- to B takes an hour. A man came."],
    ["Once Upon A Time, In A Group", "Once Upon A Time, In A Group"],
    ["HEPATITIS A SPREADS", "HEPATITIS A SPREADS"],
  ]));

describe("signs", () =>
  table([
    ["see www.example.org/news or https://example.com/?q=1", "see example dot org slash news or example dot com"],
    ["https://www.example.org/", "HTTPS colon slash slash WWW dot example dot org slash"],
    ["mail jo.b@example.org", "mail jo dot b at example dot org"],
    ["#MeToo by @NewsDesk24", "hashtag Me Too by at News Desk twenty four"],
    ["salt & pepper + oil = good", "salt and pepper plus oil equals good"],
    ["rain 😀 and sun ☀️", "rain and sun"],
    ["the dam — old and weak — broke", "the dam, old and weak, broke"],
    ["the dam ― old ― broke", "the dam, old, broke"],
    ["the dam—old—broke", "the dam, old, broke"],
    ["the force (SDF), a group", "the force, SDF, a group"],
    ["“Go!” she said. “Now.”", "Go, she said. Now."],
    ["the fighters' ‘own’ rules", "the fighters own rules"],
    ["[The group] said so", "The group said so"],
    ["the minister(s) left", "the ministers left"],
    ["a <b>bold</b> [[claim]] {x} a|b", "a b bold b claim x a b"],
    ["He left . . . then came…", "He left, then came."],
  ]));

describe("notes and small digits", () =>
  table([
    ["He said so.[1] Then left[2].", "He said so. Then left."],
    ["a claim [12] stands", "a claim twelve stands"],
    ["The claim¹ was E = mc².", "The claim was E equals m c squared."],
    ["10⁶ tons of CO₂", "ten to the power of six tons of C O two"],
    ["5'10\" tall, under-21s", "five foot ten tall, under twenty ones"],
    ["R550m of R2", "five hundred fifty million rand of R two"],
  ]));

describe("other languages", () => {
  it.each([
    ["de", "Am 3. Oktober 2019 kamen 5.000 „Gäste“.", "Am dritten Oktober 2019 kamen 5000 Gäste."],
    ["fr", "« Il est 17 h 05 », dit-il — 3,5 % de plus !", "Il est 17 heures 5, dit-il, 3,5 pour cent de plus!"],
    ["es", "¿Quién vino el 3 de mayo?", "¿Quién vino el 3 de mayo?"],
    ["ja", "昨日、雨が降った。", "昨日、雨が降った。"],
    ["ar", "وصل القطار في الساعة 5.", "وصل القطار في الساعة 5."],
  ])("%s is left to the voice where that reads it right", (lang, written, spoken) => expect(say(written, lang)).toBe(spoken));
});

describe("a range with its unit at each end", () => {
  it.each([
    ["de", "1,5%-2%", "1,5 Prozent bis 2 Prozent"],
    ["fr", "1,5%-2%", "1,5 pour cent à 2 pour cent"],
    ["es", "1,5%-2%", "1,5 por ciento a 2 por ciento"],
    ["it", "1,5%-2%", "1,5 per cento a 2 per cento"],
    ["pt", "1,5%-2%", "1,5 por cento a 2 por cento"],
    ["ru", "5%–10%", "5 процентов, 10 процентов"],
    ["uk", "5%–10%", "5 відсотків, 10 відсотків"],
    ["hi", "5%-10%", "5 प्रतिशत से 10 प्रतिशत"],
    ["zh", "5%-10%", "百分之5到百分之10"],
    ["de", "5km–10km", "5 Kilometer bis 10 Kilometer"],
  ])("in %s: %s", (lang, written, spoken) => expect(say(written, lang)).toBe(spoken));

  it.each(["tr", "fa", "ar"])("in %s has no minus", (lang) => {
    expect(say("5%-10%", lang)).not.toMatch(/[-%]|eksi|منها|ناقص/);
  });
});
