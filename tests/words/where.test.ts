import { expect, it } from "vitest";
import { whereWords } from "../../src/words/index.ts";

const here = { title: "The ferry sails again.", section: 2, sections: 3, heading: "At sea", paragraph: 1, paragraphs: 4, minutes: 7 };

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
