import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { libraryOwner, openLibrary, readTaste } from "../../src/library/index.ts";

let folder: string;
let path: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lectern-owner-"));
  path = join(folder, "library.sqlite");
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** Another process that holds the library as its owner would. */
async function other(kind: string): Promise<ChildProcess> {
  const script = `
    const { DatabaseSync } = await import("@photostructure/sqlite");
    const { writeFileSync } = await import("node:fs");
    const [path, kind] = process.argv.slice(1);
    const lock = new DatabaseSync(path + ".lock");
    lock.exec("PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE");
    writeFileSync(path + ".owner", JSON.stringify({ kind, pid: process.pid, since: "2026-11-28T08:00:00Z" }));
    process.stdout.write("held");
    setInterval(() => lock.isOpen, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, path, kind], { cwd: import.meta.dirname });
  children.push(child);
  await once(child.stdout, "data");
  return child;
}

describe("a library has one owner", () => {
  it("tells who has it, and lets nobody else in", async () => {
    expect(await libraryOwner(path)).toBeNull();
    const library = await openLibrary(path, "window");
    expect(await libraryOwner(path)).toMatchObject({ kind: "window", pid: process.pid, since: expect.stringMatching(/Z$/) });
    await expect(openLibrary(path)).rejects.toMatchObject({
      code: "in-use",
      message: expect.stringContaining("Lectern's window has the library"),
    });
    // Looking and being refused did not end the hold.
    expect(await libraryOwner(path)).toMatchObject({ kind: "window" });
    library.close();
    expect(await libraryOwner(path)).toBeNull();
    (await openLibrary(path)).close();
  });

  it("tells of another process, and is free as soon as that is killed", async () => {
    const child = await other("window");
    expect(await libraryOwner(path)).toEqual({ kind: "window", pid: child.pid, since: "2026-11-28T08:00:00Z" });
    await expect(openLibrary(path)).rejects.toMatchObject({ code: "in-use", message: expect.stringContaining(`process ${child.pid}`) });
    child.kill("SIGKILL");
    await once(child, "close");
    // Its note is still there, and counts for nothing.
    expect(readFileSync(`${path}.owner`, "utf8")).toContain("window");
    expect(await libraryOwner(path)).toBeNull();
    (await openLibrary(path)).close();
  });

  it("waits for a command that is about to finish", async () => {
    const child = await other("command");
    const opening = openLibrary(path);
    setTimeout(() => child.kill("SIGKILL"), 1_500);
    (await opening).close();
    expect(child.killed).toBe(true);
  });

  it("is kept also by somebody whose note can't be read", async () => {
    await other("window");
    writeFileSync(`${path}.owner`, "{");
    expect(await libraryOwner(path)).toEqual({ kind: null, pid: null, since: null });
    await expect(openLibrary(path)).rejects.toMatchObject({ code: "in-use" });
  });

  it("lends settings and words to whoever only reads", async () => {
    const library = await openLibrary(path, "window");
    library.changeSettings({ textSize: 250 });
    library.changeLexicon({
      kind: "keep",
      entries: [{ written: "Harl", spoken: "Hall", match: "word", lang: null, site: null, voice: null, ignoreCase: false }],
    });
    expect(readTaste(path)).toMatchObject({ settings: { textSize: 250 }, entries: [{ written: "Harl" }] });
    library.changeSettings({ textSize: 300 });
    library.close();
    expect(readTaste(path).settings.textSize).toBe(300);
  });

  it("keeps apart what is in memory only", async () => {
    const one = await openLibrary(":memory:");
    const two = await openLibrary(":memory:");
    one.changeSettings({ textSize: 250 });
    expect(two.settings().textSize).not.toBe(250);
    one.close();
    two.close();
  });
});
