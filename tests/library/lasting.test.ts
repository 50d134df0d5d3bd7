import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Library, openLibrary } from "../../src/library/index.ts";
import type { StoreNews } from "../../src/model/index.ts";
import { articleOf } from "./article.ts";
import { type FaultyDisk, faultyDisk, HAS_FAULTY_DISKS, HAS_SMALL_DISKS, type SmallDisk, smallDisk } from "./small-disk.ts";

const NOW = "2026-11-28T08:00:00.000Z";
const article = (name: string) => articleOf(`https://a.example/${name}`, [`${name} is here.`, "It stays."]);
const names = (library: Library): readonly string[] =>
  library
    .articles(20)
    .map(({ address }) => address.replace("https://a.example/", ""))
    .toSorted();

let library: Library;
let news: StoreNews[];
const open = async (path: string): Promise<void> => {
  library = await openLibrary(path, "window");
  news = [];
  library.watchStore((one) => news.push(one));
};
const keep = (name: string): void => library.keepArticle(article(name), NOW);
/** Waits until it is told. */
const told = (part: Partial<Record<"kind" | "trouble" | "how", string>>): Promise<void> =>
  vi.waitFor(() => expect(news).toContainEqual(expect.objectContaining(part)), { timeout: 20_000, interval: 50 });

describe("a library's folder", () => {
  let home: string;
  let folder: string;
  let path: string;

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), "lectern-lasting-"));
    folder = join(home, "lectern");
    path = join(folder, "library.sqlite");
    await open(path);
    keep("before");
  });
  afterEach(() => {
    library.close();
    rmSync(home, { recursive: true, force: true });
  });

  it("that was moved away takes nothing that nobody would find again, and goes on when it is back", async () => {
    renameSync(folder, join(home, "elsewhere"));
    expect(() => library.changeSettings({ textSize: 250 })).toThrow(expect.objectContaining({ code: "library-gone" }));
    expect(() => keep("during")).toThrow(expect.objectContaining({ code: "library-gone" }));
    expect(news).toEqual([{ kind: "trouble", trouble: "library-gone", folder }]);
    // What is kept can be read.
    expect(names(library)).toContain("before");
    renameSync(join(home, "elsewhere"), folder);
    await told({ kind: "right", how: "again" });
    keep("after");
    library.close();
    await open(path);
    expect(names(library)).toEqual(expect.arrayContaining(["after", "before"]));
  });

  it("is missed also where nobody writes", async () => {
    renameSync(folder, join(home, "elsewhere"));
    await told({ trouble: "library-gone" });
    renameSync(join(home, "elsewhere"), folder);
    await told({ how: "again" });
  });

  it("that was deleted is written anew with all that was kept", async () => {
    for (let n = 0; n < 30; n += 1) keep(`n${n}`);
    library.changeSettings({ textSize: 250 });
    rmSync(folder, { recursive: true });
    await told({ trouble: "library-gone" });
    await told({ how: "made-again" });
    keep("after");
    library.close();
    await open(path);
    expect(library.setAside).toBeNull();
    expect(library.settings().textSize).toBe(250);
    expect(library.articles(100)).toHaveLength(32);
    // Its seals hold: nothing in it is taken for damaged.
    expect(await library.check()).not.toBe(false);
  });

  it("with another library in it is gone on with, and the one that was deleted is kept beside it", async () => {
    const other = join(home, "other");
    mkdirSync(other);
    const made = await openLibrary(join(other, "library.sqlite"));
    made.keepArticle(article("other"), NOW);
    made.close();
    rmSync(folder, { recursive: true });
    renameSync(other, folder);
    await told({ how: "replaced" });
    expect(names(library)).toEqual(["other"]);
    keep("after");
    expect(names(library)).toEqual(["after", "other"]);
    expect(library.hasFormer()).toBe(true);
    library.undoRestore();
    library.close();
    await open(path);
    expect(names(library)).toEqual(["before"]);
  });
});

describe.runIf(HAS_SMALL_DISKS)("a small disk", () => {
  let disk: SmallDisk;

  beforeEach(async () => {
    const made = smallDisk(3_000);
    if (!made) throw new Error("No disk");
    disk = made;
    await open(join(disk.folder, "library.sqlite"));
  });
  afterEach(() => {
    library.close();
    disk.remove();
  });

  it("that gets full is told once, and so is that it has room again", async () => {
    const filler = join(disk.folder, "filler");
    writeFileSync(filler, Buffer.alloc(1_000_000, 1));
    const large = (n: number) => articleOf(`https://a.example/${n}`, [Array.from({ length: 20_000 }, () => Math.random()).join(" ")]);
    let kept = 0;
    expect(() => {
      for (; kept < 100; kept += 1) library.keepArticle(large(kept), NOW);
    }).toThrow(expect.objectContaining({ code: "disk-full" }));
    expect(() => library.keepArticle(large(kept), NOW)).toThrow(expect.objectContaining({ code: "disk-full" }));
    expect(news).toEqual([{ kind: "trouble", trouble: "disk-full", folder: disk.folder }]);
    expect(names(library)).toHaveLength(kept);
    rmSync(filler);
    await told({ how: "again" });
    library.keepArticle(large(kept), NOW);
    expect(names(library)).toHaveLength(kept + 1);
  });
});

describe.runIf(HAS_FAULTY_DISKS)("a disk that fails", () => {
  let disk: FaultyDisk;
  let path: string;

  beforeEach(async () => {
    const made = faultyDisk(16);
    if (!made) throw new Error("No disk");
    disk = made;
    path = join(disk.folder, "lectern/library.sqlite");
    await open(path);
    keep("before");
  });
  afterEach(() => {
    library.close();
    disk.remove();
  });

  it("lets nobody write any more: what was kept can be read, and is there the next time", async () => {
    disk.fail();
    expect(() => keep("during")).toThrow(expect.objectContaining({ code: expect.stringMatching(/^(read-only|storage)$/) }));
    expect(news).toHaveLength(1);
    expect(names(library)).toEqual(["before"]);
    library.close();
    disk.unplug();
    disk.plug();
    await open(path);
    expect(names(library)).toEqual(["before"]);
    keep("after");
  });

  it("is unplugged: nothing is written into the void, and all goes on when it is plugged in again", async () => {
    disk.unplug();
    expect(existsSync(path)).toBe(false);
    expect(() => keep("during")).toThrow(expect.objectContaining({ code: "library-gone" }));
    // No second library is made where the disk was.
    await told({ trouble: "library-gone" });
    expect(existsSync(join(disk.folder, "lectern"))).toBe(false);
    disk.plug();
    await told({ kind: "right" });
    keep("after");
    expect(names(library)).toEqual(expect.arrayContaining(["after", "before"]));
  });

  it("stalls: the write waits, is kept, and its slowness is told once", async () => {
    disk.stall(3.5);
    keep("slow");
    expect(news).toEqual([{ kind: "slow" }]);
    disk.stall(3.5);
    keep("again");
    expect(news).toEqual([{ kind: "slow" }]);
    expect(names(library)).toEqual(["again", "before", "slow"]);
  }, 60_000);
});
