import { hostname } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ARCHIVE_NAMES, mutateVector, VECTORS, XML_DOCUMENTS } from "./vectors.ts";
import { type Watch, watch } from "./watch.ts";
import { closeWays, takeDocument, WAYS } from "./ways.ts";

const ROOT = join(import.meta.dirname, "../..");

let outside: Watch;
beforeAll(async () => {
  // What parsers load when they are first used is no work of a vector.
  for (const take of Object.values(WAYS)) await take("<p>words</p>");
  outside = watch([ROOT]);
});
afterAll(async () => {
  outside.end();
  await closeWays();
});

/** The page takes in all of them; each other way every third, another third than its neighbours: all do in the long run. */
const SOME = 3;

it.each(Object.keys(WAYS))(
  "does nothing but be read when it comes in as %s",
  async (name) => {
    const turn = Object.keys(WAYS).indexOf(name);
    for (const vector of name === "page" ? VECTORS : VECTORS.filter((_, at) => at % SOME === turn % SOME)) {
      await WAYS[name]?.(vector);
      outside.check(`${name}: ${vector}`);
    }
  },
  120_000,
);

it("follows no declaration of an XML document", async () => {
  for (const text of XML_DOCUMENTS) {
    await takeDocument(text);
    outside.check(text.slice(0, 300));
  }
}, 120_000);

it("does nothing but be read, however it is changed", async () => {
  const RUNS = 250;
  const ways = Object.entries(WAYS);
  for (let seed = 0; seed < RUNS; seed++) {
    const [name, take] = ways[seed % ways.length] ?? ["", null];
    const vector = mutateVector(VECTORS, seed);
    await take?.(vector);
    outside.check(`seed ${seed}, ${name}: ${vector}`);
  }
}, 120_000);

it("tells when something is done outside", async () => {
  const { readFileSync } = await import("node:fs");
  const other = watch([ROOT]);
  readFileSync("/etc/hostname");
  expect(() => other.check("a file")).toThrow(/hostname/);
  other.end();
  expect(hostname()).not.toBe("");
  expect(ARCHIVE_NAMES.length).toBeGreaterThan(0);
  const third = watch([ROOT]);
  Object.assign(Object.prototype, { polluted: 1 });
  expect(() => third.check("a prototype")).toThrow();
  Reflect.deleteProperty(Object.prototype, "polluted");
  third.end();
});
