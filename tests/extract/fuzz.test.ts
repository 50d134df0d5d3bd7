import { expect, it } from "vitest";
import { expectSafe, mutate } from "./mutate.ts";
import { expectSafeDocument } from "./mutate-documents.ts";

it("ends in a sound and harmless article or a failure, however a page is broken", async () => {
  const RUNS = 600;
  let articles = 0;
  for (let seed = 0; seed < RUNS; seed++) if (await expectSafe(seed)) articles++;
  // Else the pages were broken so much that nothing was tested.
  expect(articles).toBeGreaterThan(RUNS / 2);
}, 120_000);

it("breaks a page in the same way for the same seed", () => {
  expect(mutate(7)).toBe(mutate(7));
  expect(mutate(7)).not.toBe(mutate(8));
});

it("ends in a sound article with its pictures or a failure, however a book, a PDF or a Word document is broken", async () => {
  const RUNS = 150;
  let articles = 0;
  for (let seed = 0; seed < RUNS; seed++) if (await expectSafeDocument(seed)) articles++;
  expect(articles).toBeGreaterThan(RUNS / 5);
}, 120_000);
