import { afterEach, expect, it } from "vitest";
import { speakLanguage, whereWords } from "../../src/words/index.ts";

const here = { title: "The ferry sails again.", section: 2, sections: 3, heading: "At sea", paragraph: 1, paragraphs: 4, minutes: 7 };

afterEach(async () => {
  await speakLanguage("en");
});

it("says headline, section, paragraph and what is left", () => {
  expect(whereWords(here)).toBe("The ferry sails again. Section 2 of 3, At sea. Paragraph 1 of 4. About 7 minutes left.");
  expect(whereWords({ ...here, heading: null, paragraph: 0, minutes: 0 })).toBe("The ferry sails again. Section 2 of 3. At the end.");
});

it.each([
  [59, "About 59 minutes left."],
  [60, "About 1 hour left."],
  [121, "About 2 hours and 1 minute left."],
])("%i minutes are %j", (minutes, left) => {
  expect(whereWords({ ...here, minutes }).endsWith(left)).toBe(true);
});

it("has no spaces between the sentences of a language that writes none", async () => {
  await speakLanguage("zh");
  expect(whereWords({ ...here, title: "渡轮再次起航", heading: "海上" })).toBe(
    "渡轮再次起航。第 2 节，共 3 节，海上。第 1 段，共 4 段。约剩 7 分钟。",
  );
});
