import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breaths } from "../../src/narrate/breaths.ts";
import { sentences } from "../../src/narrate/index.ts";

const split = (text: string, lang = "en"): readonly string[] => sentences(text, lang).map(({ start, end }) => text.slice(start, end));

/** Each case is a text with `|` where sentences end. */
const check = (marked: string, lang = "en"): void => {
  const parts = marked.split("|").map((part) => part.trim());
  expect(split(marked.replaceAll(/\| ?/g, ""), lang)).toEqual(parts);
};

describe("English sentences", () => {
  it.each([
    ["dates", "The dam held until Feb. 18, 2019. | It broke on Mon. Sept. 2 at dawn."],
    ["titles", "Gen. Ortiz met Lt. Col. Hale and Mrs. Okafor. | Dr. Lin was absent."],
    ["titles before titles", "We met Asst. Chief Omar and the Rt. Hon. Ida Vos. | They nodded."],
    ["a time from month to month", "The fair ran July 30-Aug. 14, 1932. | It rained."],
    ["a flat", "He lives in Apt. 1C on Elm Street. | She moved."],
    ["signs of shares", "The blue chips .ABCI fell 102 points, and the rest .XYZ lost two. | Nobody cheered."],
    ["how it was said", "“May I give it to Ann?” Brooke tearfully asked before she left. | He went home."],
    ["initialisms before a name", "A U.S. Senate panel heard the U.N. Security Council. | It adjourned."],
    ["an initialism at an end", "They moved to the U.S. | The army stayed behind."],
    ["an initialism before a quotation", "They moved to the U.K. | “Nobody asked us,” she said."],
    ["initials", "The novel by T. J. Marlow sold well. | Then A. B. Carr filmed it."],
    ["initials that shorten other words", "James P. Hollis Jr. spoke. | See P. 12. | Carla N. Reed left."],
    ["saints and streets", "She left St. Albans for Elm St. | He stayed."],
    ["numbers", "The ship, No. 5 of its class, sank. | See p. 12 or vol. 3 of the log."],
    ["the word no", "Would he go? | No. | She would."],
    ["clock times", "At 5 a.m. Mr. Reyes rang. | She woke at 6 p.m. Monday. | The shop shut at 9 p.m. | Nobody came."],
    ["firms", "Brill & Co. Ltd. bought Nordal Inc. for cash. | They paid late."],
    ["abbreviations inside", "Tools, e.g. Hammers, i.e. Mallets, vs. Saws etc. were sold. | All of them."],
    ["a shout in speech", "“Stop the boat!” she said. | “Why?” President Lindqvist asked."],
    ["quotations", "“We waited. | But nobody came,” a nurse said. | He nodded."],
    ["closing quotes", "He said: “It is over.” | They left."],
    ["brackets", "The force (SDF). | It grew (see the map.) over time. | Done."],
    ["ellipses", "Well ... perhaps. | I meant to… but no. | It ended...."],
    [
      "ellipses before a capital",
      "Here is what one of them wrote… | Interesting that he can spell it. | So… I mean it. | “And then…” | They left.",
    ],
    ["decimals and sums", "It cost $5.20 in 2019. | 300 people paid 3.5 percent."],
    ["addresses", "Write to info@example.org or see www.example.org/a.Html today. | Thanks."],
    ["a missing space", "The river rose.|Then it fell. | Mr. Vance saw 1,200.|Few did."],
    ["names with a mark", "She sold her shares in Wow! before noon. | Good."],
    ["small names", "Sales fell. | iPhone orders rose."],
    ["smileys", "Great news! 😀 | More to come."],
    ["list marks", "1. Foo is cheap."],
    ["a list in running text", "1) Bread | 2) Milk | 3) Salt"],
    ["headlines in capitals", "STORM HITS ON SEPT. 15 IN MAINE"],
    ["names that end in a full stop", "The ID. CROZZ and the ID. 4 were shown. | He lost his ID. | She kept hers."],
    ["a credit behind its sentence", "The fire burns on. | © HNA Images. | More rain is due."],
    ["words left out after a sentence", "The custom . . . was dying. | . . . The guild kept it. . . ."],
  ])("%s", (_name, marked) => check(marked));
});

describe("sentences of other languages", () => {
  it.each([
    ["de", "Am 3. Oktober sprach Dr. Weiß, z. B. über Brot. | Die Leute kamen im 19. Jahrhundert. | Er ging."],
    ["fr", "M. Petit a vu Mme. Roux le 3 mai. | Il pleuvait."],
    ["es", "El Sr. Ruiz y la Dra. Mora llegaron. | ¿Quién lo vio? | Nadie."],
    ["it", "Il dott. Neri, pag. 3, ha scritto. | La città dorme."],
    ["pt", "O Sr. Lima e a Dra. Reis saíram. | Não voltaram."],
    ["ru", "А. П. Орлов родился в 1860 г. в Туле. | Он уехал."],
    ["ja", "雨が降った。|「止まれ！」と彼は言った。"],
    ["zh", "昨天下雨了。|今天是晴天！"],
    ["ar", "وصل القطار. | متى يغادر؟ | غدا."],
    ["nl", "Hij kwam. | 81 procent bleef."],
    ["ar", "زار سام إف. هارلو المدينة. | غادر جيه. بي. نور. | قالت بي بي سي. | انتهى."],
    ["ar", "كتب س. نوري الرواية. | باعها."],
    ["fa", "سام اف. هارلو آمد. | او رفت."],
    ["hi", "सैम एफ. हारलो आए। | एम. के. नूर गए।"],
    ["de", "Dabei sind drei Banken und die ING. | Doch die Hälfte ging. | Er rief ING. Weber an."],
    ["ru", "— Мы ценим это,— начал Орлов.|— Гость знает город. | — Правда? — спросил он. | — Да! | — Тогда идём."],
    ["ru", "— Мы ждём,— сказал Орлов. | — Он придёт (шла речь о госте.— О. Н.). | Все встали."],
    ["de", "Frank S. Keller kam. | Siehe S. 12 im Heft. | Sie ging."],
    ["de", "Er kam. | – Dann ging er."],
    ["de", "Wir wohnen in der Ahornstr. 5. | Der Laden ist in der Hauptstr. 12 im Hof. | Sie ging."],
    ["en", "SALEM, Ore. — The mill shut. | — It was old. | — Dr. Hale said Dec. – Jan. was the worst. | U.S. — China talks went on."],
    ["he", "הסופר ד. הראל הגיע. | הוא נשאר."],
  ])("%s", (lang, marked) => check(marked, lang));

  it("takes any language tag", () => expect(split("One. Two.", "not a tag!")).toEqual(["One.", "Two."]));
});

describe("sentences of any text", () => {
  const word = fc.oneof(
    fc.constantFrom(
      "Mr.",
      "U.S.",
      "Feb.",
      "18,",
      "1.",
      "a)",
      "“Stop!”",
      "...",
      "—",
      "😀",
      "\n",
      " ",
      "\u00a0",
      "漢字。",
      "No.",
      "(SDF).",
      "\ud83d",
    ),
    fc.string({ unit: "binary", maxLength: 12 }),
  );
  const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(" "));

  it("cover every character but white space once, in order, trimmed", () => {
    fc.assert(
      fc.property(text, fc.constantFrom("en", "de", "ja", "ar"), (given, lang) => {
        let at = 0;
        for (const { start, end } of sentences(given, lang)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(given.slice(at, start).trim()).toBe("");
          const sentence = given.slice(start, end);
          expect(sentence).not.toBe("");
          expect(sentence.trim()).toBe(sentence);
          at = end;
        }
        expect(given.slice(at).trim()).toBe("");
      }),
    );
  });

  it("are the same wherever the segmenter's windows fall", () => {
    const sentence = "The old mill on the river burned down on a cold night in March. ";
    const many = sentence.repeat(200);
    expect(split(many)).toEqual(Array.from({ length: 200 }, () => sentence.trim()));
  });

  it("of a text without an end are one", () => expect(split("a".repeat(10_000))).toHaveLength(1));
});

describe("breaths", () => {
  const cut = (text: string): readonly string[] =>
    breaths(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

  it("leave a sentence that fits", () => expect(cut("A short one, as it is.")).toEqual(["A short one, as it is."]));

  it("end at a clause mark", () => {
    const clause = `${"word ".repeat(60).trim()},`;
    expect(cut(`${clause} ${clause} ${clause}`)).toEqual([clause, clause, clause]);
  });

  it("end at a space where there is no mark", () => {
    const parts = cut("word ".repeat(300).trim());
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part).toMatch(/^word( word)*$/);
  });

  it("never tear a written character", () => {
    for (const sign of ["😀", "e\u0301", "👩‍🚀", "👍🏽"])
      for (let before = 0; before < 12; before += 1) {
        const text = "x".repeat(before) + sign.repeat(400);
        const parts = cut(text);
        expect(parts.join("")).toBe(text);
        for (const part of parts.slice(1)) expect(part.startsWith(sign)).toBe(true);
      }
  });

  it("cover a sentence of any length", () => {
    for (const unit of ["x", "ab, cd ", "word "])
      for (let length = 590; length < 1300; length += 1) {
        const text = unit.repeat(length).slice(0, length).trim();
        expect(cut(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }
  });

  it("cover the sentence", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 500, maxLength: 3000 }), (given) => {
        const text = given.trim();
        fc.pre(text !== "");
        expect(cut(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
      // Shrinking texts of this length takes minutes.
      { endOnFailure: true },
    );
  });
});
