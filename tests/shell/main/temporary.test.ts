import { chmodSync, lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../../src/shell/main/temporary.ts";

let parent: string;
let usual: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "lectern-temporary-"));
  usual = join(parent, `lectern-${process.getuid?.() ?? "user"}`);
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

describe.skipIf(process.platform === "win32")("the folder for temporary files", () => {
  it("is only its user's, and the same the next time", () => {
    expect(temporaryFolder(parent)).toBe(usual);
    expect(lstatSync(usual).mode & 0o777).toBe(0o700);
    expect(temporaryFolder(parent)).toBe(usual);
  });

  it.each([
    ["a link", () => symlinkSync(tmpdir(), usual)],
    ["a link to nowhere", () => symlinkSync(join(parent, "nowhere"), usual)],
    ["a file", () => writeFileSync(usual, "")],
    [
      "a folder that everybody may write to",
      () => {
        mkdirSync(usual);
        chmodSync(usual, 0o777);
      },
    ],
  ])("is another where %s stands in its place", (_, prepare) => {
    prepare();
    const folder = temporaryFolder(parent);
    expect(folder).not.toBe(usual);
    expect(basename(folder)).toMatch(/^lectern-/);
    expect(lstatSync(folder).mode & 0o777).toBe(0o700);
    expect(lstatSync(folder).isDirectory()).toBe(true);
  });

  it("is another where somebody else made it", () => {
    mkdirSync(join(parent, "lectern-4242"), { mode: 0o700 });
    expect(temporaryFolder(parent, 4242)).not.toBe(join(parent, "lectern-4242"));
  });
});
