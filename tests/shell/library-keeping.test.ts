import { execFileSync } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { createApp } from "../../src/app/index.ts";
import { fetchFeed, fetchPicture, fetchSource } from "../../src/fetch/index.ts";
import { openLibrary } from "../../src/library/index.ts";
import { openDoor } from "../../src/shell/door/index.ts";
import { forVisitors } from "../../src/shell/host/visitors.ts";
import { createTone } from "../../src/speak/index.ts";
import { HAS_SMALL_DISKS, smallDisk } from "../library/small-disk.ts";
import { type Ran, start } from "./lectern.ts";

let folder: string;
const closing: (() => unknown)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-cli-keeping-"));
});
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
  await rm(folder, { recursive: true, force: true });
});

const lectern = (...args: readonly string[]): Promise<Ran> => start(folder, args).ended;
const backUp = (...args: readonly string[]): Promise<Ran> => lectern("library", "backup", ...args);
const restore = (...args: readonly string[]): Promise<Ran> => lectern("library", "restore", ...args);
const jsonLines = (out: string) =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const words = async (): Promise<string> => (await lectern("lexicon", "list")).out;
const library = (): string => join(folder, "home/library.sqlite");

describe("the library as one file", () => {
  beforeEach(() => lectern("lexicon", "add", "Harl", "Hall"));

  it("goes into a backup, comes back from it, and that is undone", async () => {
    const file = join(folder, "mine.lectern");
    expect(await backUp("mine.lectern")).toEqual({ code: 0, out: `The library was backed up as ${file}.\n`, err: "" });
    await lectern("lexicon", "add", "Quay", "Key");
    const restored = await restore("mine.lectern");
    expect(restored).toMatchObject({ code: 0, err: "" });
    expect(restored.out).toMatch(/^The backup of .* took your library’s place: 0 articles, 0 subscriptions\. /);
    expect(restored.out).toContain(`Your former library is kept as ${library()}.former until the next restore.`);
    expect((await stat(`${library()}.former`)).isFile()).toBe(true);
    expect(await words()).toBe("Harl → Hall\n");
    expect(await restore("--undo")).toMatchObject({ code: 0, out: expect.stringMatching(/^Your former library is back\. /), err: "" });
    expect(await words()).toContain("Quay → Key");
    await restore("--undo");
    expect(await words()).toBe("Harl → Hall\n");
  }, 60_000);

  it.runIf(process.platform !== "win32").each([
    ["library", "backup"],
    ["library", "restore"],
    ["library", "export"],
    ["lexicon", "export"],
  ])(
    "nothing waits for a pipe: %s %s",
    async (...command) => {
      execFileSync("mkfifo", [join(folder, "pipe")]);
      const running = start(folder, [...command, "pipe"]);
      const late = setTimeout(() => running.child.kill("SIGKILL"), 20_000);
      expect((await running.ended).code).toBe(1);
      clearTimeout(late);
    },
    30_000,
  );

  it.runIf(HAS_SMALL_DISKS)(
    "names the file that finds no room",
    async () => {
      const disk = smallDisk(64);
      try {
        const file = join(disk?.folder ?? "", "mine.lectern");
        expect(await backUp(file)).toMatchObject({
          code: 1,
          err: expect.stringContaining(`storage: The file ${file} could not be written`),
        });
      } finally {
        disk?.remove();
      }
    },
    30_000,
  );

  it("is told in lines of JSON", async () => {
    const file = join(folder, "mine.lectern");
    const steps = jsonLines((await backUp("mine.lectern", "--json")).out);
    expect(steps.at(-2)).toEqual({ done: 1 });
    const backup = { made: expect.any(String), articles: 0, feeds: 0, items: 0, bytes: expect.any(Number) };
    expect(steps.at(-1)).toEqual({ file, backup });
    expect(jsonLines((await restore(file, "--json")).out).at(-1)).toEqual({ file, backup, former: `${library()}.former`, waits: false });
    const failed = await restore("no.lectern", "--json");
    expect([failed.code, JSON.parse(failed.err)]).toEqual([1, { code: "no-file", message: "There is no file no.lectern." }]);
  }, 60_000);

  it("refuses what is damaged, cut off or foreign, and changes nothing", async () => {
    await backUp("mine.lectern");
    const bytes = await readFile(join(folder, "mine.lectern"));
    await writeFile(join(folder, "words.txt"), "words");
    await writeFile(join(folder, "cut.lectern"), bytes.subarray(0, 5000));
    bytes[3000] = (bytes[3000] ?? 0) ^ 255;
    await writeFile(join(folder, "bent.lectern"), bytes);
    for (const [file, err] of [
      ["words.txt", /^unsupported: This file is no backup of a Lectern library\./],
      [".", /^unsupported: /],
      ["cut.lectern", /^damaged: This backup is damaged, and nothing was changed\./],
      ["bent.lectern", /^damaged: /],
      ["--undo", /^not-found: There is nothing to undo/],
    ] as const)
      expect(await restore(file), file).toMatchObject({ code: 1, out: "", err: expect.stringMatching(err) });
    expect(await words()).toBe("Harl → Hall\n");
    for (const args of [[], ["mine.lectern", "--undo"]]) expect((await restore(...args)).code).toBe(2);
  }, 60_000);

  it("never takes the place of a file that is no backup", async () => {
    await writeFile(join(folder, "thesis.txt"), "years of work");
    expect(await backUp("thesis.txt")).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/^bad-input: The file thesis\.txt/) });
    expect(await readFile(join(folder, "thesis.txt"), "utf8")).toBe("years of work");
    expect((await backUp("home/library.sqlite")).err).toMatch(/^bad-input: /);
    expect((await backUp("nowhere/mine.lectern")).err).toMatch(/^storage: The file nowhere\/mine\.lectern could not be written/);
    expect((await backUp("-")).code).toBe(2);
    await backUp("mine.lectern");
    expect((await backUp("mine.lectern")).code).toBe(0);
    expect(await words()).toBe("Harl → Hall\n");
  }, 60_000);
});

it("goes through a window, which has its own until Lectern is started again", async () => {
  await lectern("lexicon", "add", "Harl", "Hall");
  await backUp("mine.lectern");
  await lectern("lexicon", "add", "Quay", "Key");
  const app = createApp({
    fetch: {
      source: (request, signal, own) => fetchSource(request, { signal, own }),
      picture: (address, signal, own) => fetchPicture(address, { signal, own }),
      feed: (request, signal, own) => fetchFeed(request, { signal, own }),
    },
    library: await openLibrary(library(), "window"),
    engines: [createTone()],
    clock: { now: () => new Date().toISOString() },
    log: () => {},
  });
  closing.push(() => app.close());
  const door = await openDoor({ library: library(), version: manifest.version, reader: forVisitors(app), log: () => {} });
  if (!door) throw new Error("No door could be made.");
  closing.push(() => door.close());
  expect((await backUp("new.lectern")).out).toBe(`The library was backed up as ${join(folder, "new.lectern")}.\n`);
  await copyFile(join(folder, "mine.lectern"), join(folder, "copy.lectern"));
  expect((await restore("copy.lectern")).out).toMatch(/^When Lectern is started again, the backup of .* takes your library’s place/);
  expect(await words()).toContain("Quay → Key");
  // A second one would lose a library.
  for (const args of [["new.lectern"], ["--undo"]])
    expect(await restore(...args)).toMatchObject({ code: 1, err: expect.stringMatching(/^in-use: A library waits/) });
  await door.close();
  await app.close();
  closing.length = 0;
  expect(await words()).toBe("Harl → Hall\n");
  expect((await restore("--undo")).code).toBe(0);
  expect(await words()).toContain("Quay → Key");
}, 60_000);
