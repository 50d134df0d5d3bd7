import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isAtLeast } from "../../scripts/setup.mjs";

const ROOT = join(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const workflow = read(".github/workflows/release.yml");
const releasing = read("docs/releasing.md");
const manifest = JSON.parse(read("package.json")) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
};

describe("the workflow of a release", () => {
  it("tests and packages on each system, by commands that there are", () => {
    expect(
      /os: \[(.*)\]/
        .exec(workflow)?.[1]
        ?.split(", ")
        .map((os) => os.split("-")[0]),
    ).toEqual(["ubuntu", "windows", "macos"]);
    const named = [...workflow.matchAll(/npm run ([\w:]+)/g), ...releasing.matchAll(/npm run ([\w:]+)/g)].map(([, name = ""]) => name);
    expect(named).toEqual(expect.arrayContaining(["package", "release", "verify:long"]));
    for (const name of named) expect(Object.keys(manifest.scripts)).toContain(name);
    expect(workflow).toContain("npm test");
  });

  it("runs on a Node that Lectern runs on", () => {
    const wanted = manifest.engines.node.replace(">=", "");
    for (const [, version = ""] of workflow.matchAll(/node-version: (\S+)/g))
      expect(isAtLeast(`${version}.99`, wanted), version).toBe(true);
  });

  it("asks for no secret and no variable that the page about releasing does not name, and may write only where it drafts", () => {
    const names = [...workflow.matchAll(/\$\{\{ (?:vars|secrets)\.(\w+) \}\}/g)].map(([, name = ""]) => name);
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) expect(releasing).toContain(`\`${name}\``);
    expect(workflow.match(/contents: write/g)).toHaveLength(1);
    expect(workflow).toMatch(/^permissions:\n {2}contents: read$/m);
  });

  it("is of pages that there are", () => {
    for (const [, file = ""] of releasing.matchAll(/`((?:tests|\.github)\/[\w./-]+)`/g))
      expect(existsSync(join(ROOT, file)), file).toBe(true);
  });
});
