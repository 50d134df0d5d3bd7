import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isPageAddress, PAGE_POLICY, pageFile, pageResponse } from "../../../src/shell/main/page.ts";

const FOLDER = "/opt/lectern/ui";

describe("the page's files", () => {
  it.each([
    ["app://lectern/index.html", "/opt/lectern/ui/index.html"],
    ["app://lectern/assets/main-a1b2.js", "/opt/lectern/ui/assets/main-a1b2.js"],
    ["app://lectern/assets/a%20b.css?v=1#x", "/opt/lectern/ui/assets/a b.css"],
  ])("%s is %s", (address, file) => {
    expect(pageFile(FOLDER, address)).toBe(file);
  });

  it.each([
    "app://lectern/..%2f..%2fsecret.html",
    "app://lectern/%2e%2e%2f%2e%2e%2fsecret.html",
    "app://lectern/..%5c..%5csecret.html",
    "app://lectern/a%00.html",
    "app://lectern/C:%2fsecret.html",
    "app://lectern/%E0%A4%A.html",
    "app://lectern/",
    "app://lectern/main.node",
    "app://elsewhere/index.html",
    "app://lectern.example/index.html",
    "https://lectern/index.html",
    "file:///opt/lectern/ui/index.html",
    "no address",
  ])("%s is none", (address) => {
    expect(pageFile(FOLDER, address)).toBeNull();
  });

  it("never leaves its folder, whatever is asked for", () => {
    const parts = fc.array(fc.constantFrom("..", ".", "%2e%2e", "%2f", "/", "\\", "%5c", "a", "ui", "x.html", "%00", ":", "%252e"), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(parts, (pieces) => {
        const file = pageFile(FOLDER, `app://lectern/${pieces.join("")}.html`);
        expect(file === null || file.startsWith(`${FOLDER}/`)).toBe(true);
      }),
    );
  });

  it("does not take a folder beside it for its own", () => {
    expect(pageFile(FOLDER, "app://lectern/..%2fui-other%2findex.html")).toBeNull();
  });
});

describe("answers", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "lectern-page-"));
    await mkdir(join(folder, "ui"));
    await writeFile(join(folder, "ui/index.html"), "<title>x</title>");
    await writeFile(join(folder, "secret.html"), "secret");
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("a file with its type and the policy", async () => {
    const response = await pageResponse(join(folder, "ui"), "app://lectern/index.html");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("content-security-policy")).toBe(PAGE_POLICY);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await response.text()).toBe("<title>x</title>");
  });

  it.each(["app://lectern/missing.html", "app://lectern/..%2fsecret.html"])("404 for %s", async (address) => {
    const response = await pageResponse(join(folder, "ui"), address);
    expect([response.status, await response.text()]).toEqual([404, ""]);
  });
});

it("knows its own addresses", () => {
  expect(["app://lectern/index.html", "app://lectern/", "app://lectern.example/", "https://lectern/", "x"].map(isPageAddress)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

it("has a policy without a way out", () => {
  expect(PAGE_POLICY).toMatch(/^default-src 'none'/);
  expect(PAGE_POLICY).not.toMatch(/unsafe|https?:|\*|data:/);
});
