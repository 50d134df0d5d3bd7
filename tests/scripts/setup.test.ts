import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  FOR_ELECTRON,
  FOR_LONG_TESTS,
  FOR_TESTS,
  forLong,
  installLine,
  librariesNotFound,
  missingOf,
} from "../../scripts/debian-packages.mjs";
import { controlOf } from "../../scripts/package/deb.mjs";
import { planOf } from "../../scripts/package/plan.mjs";
import { isAtLeast, packagesFit } from "../../scripts/setup.mjs";
import { isBuilt, sourceStamp } from "../../scripts/stamp.mjs";
import { hasDisplay, resolveAddresses } from "../../scripts/start.mjs";
import { failuresOf, sumOf } from "../../scripts/test.mjs";
import { COMMAND_NAMES } from "../../src/shell/cli/index.ts";

const ROOT = join(import.meta.dirname, "../..");
let folder: string;
beforeAll(() => {
  folder = `${mkdtempSync(join(tmpdir(), "lectern-setup-"))}/`;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, content: unknown): void => {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), typeof content === "string" ? content : JSON.stringify(content));
};

describe("versions", () => {
  it.each([
    ["20.18.0", "20.18", true],
    ["v22.1.0", "20.18", true],
    ["20.9.0", "20.18", false],
    ["18.20.4", "20.18", false],
  ])("%s is at least %s: %s", (found, wanted, yes) => {
    expect(isAtLeast(found, wanted)).toBe(yes);
  });
});

describe("packages", () => {
  const locked = { "": {}, "node_modules/a": { version: "1.0.0", integrity: "x" }, "node_modules/b": { version: "2.0.0", optional: true } };
  const fits = (installed: object): boolean => {
    write("package-lock.json", { packages: locked });
    write("node_modules/.package-lock.json", { packages: installed });
    return packagesFit(folder);
  };

  it("fit when what is there is what is locked; another system's may be away", () => {
    expect(fits({ "node_modules/a": { version: "1.0.0", integrity: "x" } })).toBe(true);
    expect(fits({ "node_modules/a": { version: "1.0.0", integrity: "x" }, "node_modules/b": { version: "2.0.0" } })).toBe(true);
  });

  it("do not when one is missing, older, other or unknown", () => {
    expect(fits({})).toBe(false);
    expect(fits({ "node_modules/a": { version: "0.9.0", integrity: "x" } })).toBe(false);
    expect(fits({ "node_modules/a": { version: "1.0.0", integrity: "y" } })).toBe(false);
    expect(fits({ "node_modules/a": { version: "1.0.0", integrity: "x" }, "node_modules/c": { version: "1.0.0" } })).toBe(false);
    rmSync(join(folder, "node_modules"), { recursive: true });
    expect(packagesFit(folder)).toBe(false);
  });
});

describe("the lock file", () => {
  it("names every optional package, other systems' too: npm ci refuses one that does not", () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
      readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
    };
    const lacking = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in packages || `${place}/node_modules/${name}` in packages),
      ),
    );
    expect(lacking).toEqual([]);
  });

  it("names no registry", () => {
    expect(readFileSync(join(ROOT, "package-lock.json"), "utf8")).not.toMatch(/"resolved": "https?:/);
  });
});

describe("the build's stamp", () => {
  it("knows content, not times", () => {
    const scripts = ["scripts/build.mjs", "scripts/espeak-quick.mjs", "scripts/espeak-quick/x.mjs", "scripts/notices/x.mjs"];
    for (const file of ["package.json", "package-lock.json", ...scripts, "src/a/x.ts", "assets/icon.png"]) write(file, file);
    expect(isBuilt({ root: folder })).toBe(false);
    write("out/stamp.txt", sourceStamp({ root: folder }));
    utimesSync(join(folder, "src/a/x.ts"), new Date(), new Date(Date.now() + 10_000));
    expect(isBuilt({ root: folder })).toBe(true);
    expect(isBuilt({ root: folder, production: false })).toBe(false);
    write("src/a/x.ts", "changed");
    expect(isBuilt({ root: folder })).toBe(false);
  });

  it("knows names and new files", () => {
    const before = sourceStamp({ root: folder });
    write("src/a/y.ts", "");
    expect(sourceStamp({ root: folder })).not.toBe(before);
  });
});

describe("Debian's packages", () => {
  it("are missing under both of their names", () => {
    const there = new Set(["libgtk-3-0t64", "libnss3"]);
    const missing = missingOf(FOR_ELECTRON, (name) => there.has(name)).map(({ name }) => name);
    expect(missing).not.toContain("libgtk-3-0");
    expect(missing).not.toContain("libnss3");
    expect(missing).toContain("libasound2");
  });

  it("are asked for by the long tests that need them alone", () => {
    const names = (filters: readonly string[]) => forLong(filters).map(({ name }) => name);
    expect(names(["package"])).toEqual(["debootstrap", "bubblewrap"]);
    expect(names(["sync-ttrss", "--reporter=dot"])).toContain("postgresql");
    expect(names(["sync-ttrss"])).not.toContain("debootstrap");
    expect(names(["hostile"])).toEqual([]);
    expect(names([])).toEqual(FOR_LONG_TESTS.map(({ name }) => name));
  });

  it("have a reason each", () => {
    for (const { name, why } of [...FOR_ELECTRON, ...FOR_TESTS, ...FOR_LONG_TESTS]) expect([name, why.length > 4]).toEqual([name, true]);
  });

  it("can be typed", () => {
    expect(installLine([{ name: "libnss3" }, { name: "libgbm1" }])).toBe(
      "sudo apt-get update && sudo apt-get install --no-install-recommends libnss3 libgbm1",
    );
  });

  it("are noticed by what the linker lacks", () => {
    expect(librariesNotFound("\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibgbm.so.1 => not found\n")).toEqual([
      "libnss3.so",
      "libgbm.so.1",
    ]);
  });
});

describe("npm start", () => {
  it("takes paths from where they were typed", () => {
    expect(resolveAddresses(["a.txt", "../b", "https://x.example/", "-", "--voice", ""], "/home/ada")).toEqual([
      "/home/ada/a.txt",
      "/home/b",
      "https://x.example/",
      "-",
      "--voice",
      "",
    ]);
  });

  it("knows a display", () => {
    expect([
      hasDisplay({}, "linux"),
      hasDisplay({ DISPLAY: ":0" }, "linux"),
      hasDisplay({ WAYLAND_DISPLAY: "w" }, "linux"),
      hasDisplay({}, "darwin"),
    ]).toEqual([false, true, true, true]);
  });
});

describe("npm test", () => {
  const report = (numPassedTests: number, numFailedTests: number, numPendingTests: number, success = numFailedTests === 0) => ({
    numPassedTests,
    numFailedTests,
    numPendingTests,
    success,
  });
  it("adds up", () => {
    expect(sumOf([report(10, 0, 1), report(5, 2, 0)])).toEqual({ passed: 15, failed: 2, skipped: 1 });
  });
  it("counts what has no number as a failure", () => {
    expect(sumOf([report(10, 0, 0), null])).toEqual({ passed: 10, failed: 1, skipped: 0 });
    expect(sumOf([report(10, 0, 0, false)])).toEqual({ passed: 10, failed: 1, skipped: 0 });
  });

  it("names what failed, with the first line of why", () => {
    const file = (name: string, rest: object) => ({ name: join(ROOT, name), status: "failed", assertionResults: [], ...rest });
    const one = { fullName: "a b", status: "failed", failureMessages: ["Error: no\n    at x"] };
    const report = {
      testResults: [
        file("tests/a.test.ts", { assertionResults: [{ ...one, status: "passed" }, one] }),
        file("tests/b.test.ts", { message: "Not read\nat y" }),
      ],
    };
    expect(failuresOf([report, null])).toEqual([
      `${join("tests", "a.test.ts")}: a b: Error: no`,
      `${join("tests", "b.test.ts")}: Not read`,
    ]);
  });
});

describe("packages for people", () => {
  it("are made as far as the machine goes, and the rest has a reason", () => {
    const bare = planOf({ platform: "linux", pinned: false, tools: false, archiver: false, dpkg: false });
    expect(bare).toMatchObject({ builder: ["dir"], deb: false });
    expect(bare.skipped.map(({ what }: { what: string }) => what)).toEqual([
      "tar.gz",
      "AppImage",
      "deb",
      "Windows (nsis, portable)",
      "macOS (dmg, zip)",
    ]);
    const full = planOf({ platform: "linux", pinned: true, tools: true, archiver: false, dpkg: true });
    expect(full).toMatchObject({ builder: ["dir", "tar.gz", "AppImage"], deb: true });
    expect(planOf({ platform: "darwin", pinned: true, tools: true, archiver: false, dpkg: false }).builder).toEqual(["dmg", "zip"]);
  });

  it("sort a development version before its release on Debian", () => {
    const control = controlOf({ version: "0.1.0-dev", architecture: "amd64", size: 1, description: "x" });
    expect(control).toMatch(/^Version: 0\.1\.0~dev$/m);
    expect(control).toMatch(/^Depends: libgtk-3-0 \| libgtk-3-0t64, /m);
  });

  it("have a launcher that knows every command", () => {
    const launcher = readFileSync(join(ROOT, "scripts/package/lectern.sh"), "utf8");
    const names = /^\s*([a-z |]+)\) exec/m
      .exec(launcher)?.[1]
      ?.split("|")
      .map((name) => name.trim());
    expect(names?.toSorted()).toEqual([...COMMAND_NAMES].toSorted());
  });
});
