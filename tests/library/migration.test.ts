import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/index.ts";
import { MIGRATIONS } from "../../src/library/migrations.ts";
import { articleId } from "../../src/model/index.ts";
import { articleOf } from "./article.ts";
import { HAS_SMALL_DISKS, smallDisk } from "./small-disk.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lectern-migration-"));
  path = join(folder, "library.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A library as an older Lectern left it. */
function makeOld(file: string, version: number, articles = 3): void {
  const database = new DatabaseSync(file);
  database.exec("PRAGMA journal_mode = WAL");
  for (const step of MIGRATIONS.slice(0, version)) database.exec(step);
  database.exec(`PRAGMA user_version = ${version}`);
  const insert = database.prepare("INSERT INTO article (id, address, title, site, opened, content) VALUES (?, ?, ?, ?, ?, ?)");
  for (let n = 0; n < articles; n += 1) {
    const article = articleOf(`https://a.example/${n}`, ["The ferry left at noon. ".repeat(40)]);
    insert.run(article.id, article.address, article.title, article.site, "2026-11-22T08:00:00Z", JSON.stringify(article));
  }
  database.exec("INSERT INTO setting VALUES ('textSize', '250')");
  database.close();
}

const copies = (): readonly string[] => readdirSync(folder).filter((name) => name.includes(".before-"));

describe("a library of an older version", () => {
  it.each(MIGRATIONS.slice(0, -1).map((_, index) => index + 1))(
    "is brought from version %i to the newest with all that it has",
    async (version) => {
      makeOld(path, version);
      const library = await openLibrary(path);
      expect(library.setAside).toBeNull();
      expect(library.articles(10)).toHaveLength(3);
      expect(library.article(articleId("https://a.example/1"))?.blocks[0]?.text).toContain("ferry");
      expect(library.settings().textSize).toBe(250);
      library.close();
      // As it was, beside it.
      const copy = new DatabaseSync(`${path}.before-${version}`, { readOnly: true });
      expect(copy.prepare("PRAGMA user_version").get()).toEqual({ user_version: version });
      expect(copy.prepare("SELECT count(*) AS count FROM article").get()).toEqual({ count: 3 });
      copy.close();
    },
  );

  it("keeps the last two copies from before", async () => {
    for (const version of [1, 2, 3]) {
      for (const part of ["", ".state"]) rmSync(path + part, { force: true });
      makeOld(path, version);
      (await openLibrary(path)).close();
    }
    expect(copies().toSorted()).toEqual(["library.sqlite.before-2", "library.sqlite.before-3"]);
  });

  it("copies nothing when there is nothing to bring forward", async () => {
    (await openLibrary(path)).close();
    (await openLibrary(path)).close();
    expect(copies()).toEqual([]);
  });

  it("begins anew after a copy, or a step, that was cut off", async () => {
    makeOld(path, 2);
    copyFileSync(path, `${path}.before-2.new`);
    writeFileSync(`${path}.before-2`, "half of a copy");
    const raw = new DatabaseSync(path);
    // The next step was done, and the last was not.
    raw.exec(`${MIGRATIONS[2]}; PRAGMA user_version = 3`);
    raw.close();
    const library = await openLibrary(path);
    expect(library.setAside).toBeNull();
    expect(library.articles(10)).toHaveLength(3);
    library.close();
    expect(existsSync(`${path}.before-3`)).toBe(true);
  });

  it.runIf(HAS_SMALL_DISKS)("is not changed where the disk has no room for the copy, and is when it has", async () => {
    const disk = smallDisk(12_000);
    if (!disk) return;
    try {
      const small = join(disk.folder, "library.sqlite");
      makeOld(small, 3, 3000);
      await expect(openLibrary(small)).rejects.toMatchObject({ code: "no-room", message: expect.stringMatching(/\d+ MB are needed in /) });
      const raw = new DatabaseSync(small, { readOnly: true });
      expect(raw.prepare("PRAGMA user_version").get()).toEqual({ user_version: 3 });
      raw.close();
      expect(readdirSync(disk.folder).filter((name) => name.includes("before"))).toEqual([]);
      const { execFileSync } = await import("node:child_process");
      execFileSync("mount", ["-o", "remount,size=60000k", disk.folder]);
      const library = await openLibrary(small);
      expect(library.articles(10)).toHaveLength(10);
      library.close();
    } finally {
      disk.remove();
    }
  });
});
