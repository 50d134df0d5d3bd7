import { expect, it } from "vitest";
import { createRestarts } from "../../../src/shell/main/restarts.ts";

it("starts at once, until it dies too often, and again after a minute", () => {
  const restarts = createRestarts();
  const second = 1000;
  expect([0, 1, 2, 3, 4].map((at) => restarts.died(at * second))).toEqual([0, 0, 0, 0, 0]);
  expect(restarts.died(5 * second)).toBeGreaterThan(0);
  expect(restarts.died(120 * second)).toBe(0);
});
