import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepCrash } from "../../src/shell/crashes.ts";
import { start } from "./lectern.ts";

interface Finding {
  readonly what: string;
  readonly state: string;
  readonly message: string;
  readonly next: string | null;
}

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "lectern-doctor-"));
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function doctor(): Promise<{
  readonly findings: readonly Finding[];
  readonly code: number | null;
  readonly crashes: readonly { readonly part: string }[];
}> {
  const { code, out } = await start(tmpdir(), ["doctor", "--json"], { env: { LECTERN_HOME: home } }).ended;
  return {
    ...(JSON.parse(out) as { readonly findings: readonly Finding[]; readonly crashes: readonly { readonly part: string }[] }),
    code,
  };
}
const of = (findings: readonly Finding[], what: string): Finding | undefined => findings.find((finding) => finding.what === what);

describe("lectern doctor", () => {
  it("looks at everything, tries a voice, and tells root that there is no sandbox", async () => {
    const { findings, code } = await doctor();
    expect(findings.map(({ what }) => what)).toEqual(["voices", "sound", "library", "disk", "temporary", "sandbox", "crashes"]);
    for (const what of ["voices", "library", "disk", "temporary", "crashes"]) expect(of(findings, what)?.state, what).toBe("fine");
    const isRoot = process.platform === "linux" && process.getuid?.() === 0;
    if (isRoot) expect(of(findings, "sandbox")).toMatchObject({ state: "wrong", next: "Start Lectern as an ordinary user." });
    expect(code).toBe(findings.some(({ state }) => state === "wrong") ? 1 : 0);
  });

  it("looks at all the rest where no temporary file can be made", async () => {
    const { out } = await start(home, ["doctor", "--json"], { env: { LECTERN_HOME: home, TMPDIR: "/nowhere/at/all" } }).ended;
    const { findings } = JSON.parse(out) as { readonly findings: readonly Finding[] };
    expect(findings.map(({ what }) => what)).toEqual(["voices", "sound", "library", "disk", "temporary", "sandbox", "crashes"]);
    expect(of(findings, "temporary")).toMatchObject({ state: "wrong", message: "Nothing can be written into /nowhere/at/all." });
  });

  it("says what to do where the library can't be opened, and what crashed, in plain words", async () => {
    await rm(home, { recursive: true });
    await writeFile(home, "a file where the folder should be");
    expect(of((await doctor()).findings, "library")).toMatchObject({ state: "wrong" });
    await rm(home);
    keepCrash(home, { version: "1.0.0", part: "page", reason: "crashed, 139" });
    const { findings, crashes } = await doctor();
    expect(of(findings, "crashes")).toMatchObject({ state: "note" });
    expect(of(findings, "crashes")?.message).toContain("page crashed on ");
    expect(crashes).toMatchObject([{ part: "page" }]);
    const { out } = await start(tmpdir(), ["doctor"], { env: { LECTERN_HOME: home } }).ended;
    expect(out).toMatch(/^Fine: {2}voices\. \d+ voices\. .+ speaks\.$/m);
    expect(out).toMatch(/^Note: {2}crashes\. page crashed on /m);
  }, 120_000);
});
