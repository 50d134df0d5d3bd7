import { expect, it } from "vitest";
import { expectSafe } from "../extract/mutate.ts";
import { expectSafeDocument } from "../extract/mutate-documents.ts";

it("finds no crash, no hang and nothing harmful in 25,000 broken pages", async () => {
  const RUNS = 25_000;
  // The short run has the first ones.
  const FIRST = 1_000_000;
  let articles = 0;
  for (let seed = FIRST; seed < FIRST + RUNS; seed++) if (await expectSafe(seed)) articles++;
  expect(articles).toBeGreaterThan(RUNS / 2);
});

it("finds no crash and no hang in 3,000 broken books, PDF and Word documents", async () => {
  const RUNS = 3_000;
  const FIRST = 1_000_000;
  let articles = 0;
  for (let seed = FIRST; seed < FIRST + RUNS; seed++) if (await expectSafeDocument(seed)) articles++;
  expect(articles).toBeGreaterThan(RUNS / 5);
});
