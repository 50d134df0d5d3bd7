import { expect, it } from "vitest";
import { createEncoder } from "../../src/app/edition/encoder.ts";

const ports = (): number => process.getActiveResourcesInfo().filter((name) => name === "MessagePort").length;

it("starts no thread once it is closed", async () => {
  const before = ports();
  const encoder = createEncoder(new URL("../../out/encode-worker.js", import.meta.url), { low: false });
  encoder.start();
  expect(ports()).toBeGreaterThan(before);
  await encoder.close();
  expect(ports()).toBe(before);
  encoder.start();
  expect(ports()).toBe(before);
});
