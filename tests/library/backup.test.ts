import { createHash, randomBytes } from "node:crypto";
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inspectBackup, type Library, openLibrary } from "../../src/library/index.ts";
import { MIGRATIONS } from "../../src/library/migrations.ts";
import { articleOf } from "./article.ts";
import { newItem } from "./item.ts";
import { HAS_SMALL_DISKS, smallDisk } from "./small-disk.ts";

let folder: string;
let path: string;
let out: string;
let library: Library;
const now = "2026-11-28T08:00:00.000Z";
const never = new AbortController().signal;
const ferry = articleOf("https://a.example/ferry", ["The ferry left at noon."]);
const bridge = articleOf("https://a.example/bridge", ["The bridge is closed."]);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "lectern-backup-"));
  path = join(folder, "home/library.sqlite");
  out = join(folder, "mine.lectern");
  library = await openLibrary(path);
  library.keepArticle(ferry, now, [{ name: "p1", mediaType: "image/png", bytes: new Uint8Array(50_000).fill(7) }]);
  library.changeSettings({ textSize: 250 });
  const { id } = library.feeds.add({ address: "https://news.example/1.xml", title: "News", site: null, folder: [], added: now });
  library.items.keep(id, [newItem("1", "One"), newItem("2", "Two")], now);
});
afterEach(() => {
  library.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Puts so many megabytes into the library that nothing makes smaller. */
const fill = (megabytes: number): void => {
  const pictures = Array.from({ length: megabytes }, (_, n) => ({ name: `n${n}`, mediaType: "image/png", bytes: randomBytes(1_000_000) }));
  library.keepArticle(articleOf("https://b.example/pictures", ["Pictures."]), now, pictures);
};

/** Opens the library again, as the next start does. */
async function reopen(): Promise<void> {
  library.close();
  library = await openLibrary(path);
}
const titles = (): readonly string[] => library.articles(10).map(({ title }) => title);

describe("a backup", () => {
  it("is one file with all of the library, told by itself", async () => {
    const steps: number[] = [];
    const summary = await library.backUp(out, now, never, (done) => steps.push(done));
    expect(summary).toMatchObject({ made: now, articles: 1, feeds: 1, items: 2 });
    expect(await inspectBackup(out)).toEqual(summary);
    expect(steps.at(-1)).toBe(1);
    expect(steps).toEqual([...steps].sort((one, other) => one - other));
    expect(readdirSync(folder).sort()).toEqual(["home", "mine.lectern"]);
    // Any SQLite reads it.
    const raw = new DatabaseSync(out, { readOnly: true });
    expect(raw.prepare("SELECT count(*) AS count FROM item").get()).toEqual({ count: 2 });
    raw.close();
  });

  it("has what is written meanwhile, or not, but is whole", async () => {
    fill(4);
    let written = 0;
    await library.backUp(out, now, never, () => {
      library.keepArticle(articleOf(`https://c.example/${written}`, ["Meanwhile."]), now);
      written += 1;
    });
    expect(written).toBeGreaterThan(1);
    await library.restore(out, never, () => {});
    await reopen();
    expect(library.setAside).toBeNull();
    expect(library.articles(1000).length).toBeGreaterThanOrEqual(2);
  });

  it("takes the library's place as a whole, and can be undone, and that too", async () => {
    await library.backUp(out, now, never, () => {});
    library.keepArticle(bridge, "2026-11-28T09:00:00.000Z");
    library.changeSettings({ textSize: 100 });
    expect(library.hasFormer()).toBe(false);
    await library.restore(out, never, () => {});
    // Nothing changes before the next opening.
    expect(titles()).toEqual([bridge.title, ferry.title]);
    await reopen();
    expect(titles()).toEqual([ferry.title]);
    expect(library.settings().textSize).toBe(250);
    expect(library.picture(ferry.id, "p1")?.bytes).toHaveLength(50_000);
    expect(library.hasFormer()).toBe(true);
    library.undoRestore();
    await reopen();
    expect(titles()).toEqual([bridge.title, ferry.title]);
    expect(library.settings().textSize).toBe(100);
    library.undoRestore();
    await reopen();
    expect(titles()).toEqual([ferry.title]);
  });

  it("leaves what stood there before when it is aborted, and nothing else", async () => {
    writeFileSync(out, "an older backup");
    fill(4);
    for (const at of [1, 3]) {
      const stop = new AbortController();
      let steps = 0;
      const done = library.backUp(out, now, stop.signal, () => {
        steps += 1;
        if (steps === at) stop.abort(new Error("enough"));
      });
      await expect(done).rejects.toThrow("enough");
    }
    expect(readFileSync(out, "utf8")).toBe("an older backup");
    expect(readdirSync(folder).sort()).toEqual(["home", "mine.lectern"]);
    const stop = new AbortController();
    await library.backUp(out, now, never, () => {});
    await expect(library.restore(out, stop.signal, () => stop.abort(new Error("enough")))).rejects.toThrow("enough");
    expect(readdirSync(join(folder, "home")).filter((name) => name.includes("ready"))).toEqual([]);
  });

  it.each([
    ["no backup at all", "unsupported", () => writeFileSync(out, "A letter to a friend. ".repeat(5000))],
    ["an empty file", "unsupported", () => writeFileSync(out, "")],
    ["a bare library", "damaged", () => copyFileSync(path, out)],
    ["one that was cut off", "damaged", () => truncateSync(out, 20_000)],
    ["one with a bit turned over", "damaged", () => flip(30_000)],
    ["one whose middle is missing", "damaged", () => writeFileSync(out, cut(readFileSync(out)))],
    ["one of a newer Lectern", "newer", () => writeFileSync(out, renamed(readFileSync(out), MIGRATIONS.length + 1))],
    ["a file that is not there", "no-file", () => rmSync(out)],
  ])("is refused where it is %s, and nothing changes", async (_what, code, damage) => {
    await library.backUp(out, now, never, () => {});
    library.keepArticle(bridge, "2026-11-28T09:00:00.000Z");
    damage();
    await expect(library.restore(out, never, () => {})).rejects.toMatchObject({ code });
    await reopen();
    expect(titles()).toEqual([bridge.title, ferry.title]);
    expect(library.hasFormer()).toBe(false);
    expect(readdirSync(join(folder, "home")).filter((name) => name.includes("ready"))).toEqual([]);
  });

  it("is not written into the library itself", async () => {
    await expect(library.backUp(path, now, never, () => {})).rejects.toMatchObject({ code: "bad-input" });
  });

  /** A backup that nobody's Lectern wrote, well-formed: of a version, with something more. */
  const made = (version: number, more: string): void => {
    const database = new DatabaseSync(out);
    for (const step of MIGRATIONS.slice(0, version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${version}; ${more}`);
    database.close();
    const bytes = readFileSync(out);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const manifest = { format: 1, version, made: now, articles: 0, feeds: 0, items: 0, bytes: bytes.length, sha256 };
    appendFileSync(out, `\nLECTERN-LIBRARY ${JSON.stringify(manifest)}\n`);
  };

  it.each([
    ["a trigger", "CREATE TRIGGER more AFTER INSERT ON setting BEGIN DELETE FROM article; END"],
    [
      "a trigger in another's place",
      "DROP TRIGGER article_gone; CREATE TRIGGER article_gone AFTER DELETE ON article BEGIN DELETE FROM feed; END",
    ],
    ["a view", "CREATE VIEW more AS SELECT * FROM setting"],
    ["a view in a table's place", "ALTER TABLE place RENAME TO other; CREATE VIEW place AS SELECT * FROM other"],
  ])("is refused where it does something of its own: %s", async (_what, more) => {
    made(MIGRATIONS.length, more);
    await expect(library.restore(out, never, () => {})).rejects.toMatchObject({ code: "damaged" });
    await reopen();
    expect(titles()).toEqual([ferry.title]);
    expect(readdirSync(join(folder, "home")).filter((name) => name.includes("ready"))).toEqual([]);
  });

  it("of an older version is brought to the newest", async () => {
    const version = MIGRATIONS.length - 1;
    made(version, "INSERT INTO setting VALUES ('textSize', '300')");
    await library.restore(out, never, () => {});
    await reopen();
    expect(library.settings().textSize).toBe(300);
    expect(existsSync(`${path}.before-${version}`)).toBe(true);
  });

  it.runIf(HAS_SMALL_DISKS)("says when its disk has no room, and leaves nothing there", async () => {
    const disk = smallDisk(200);
    if (!disk) return;
    try {
      await expect(library.backUp(join(disk.folder, "mine.lectern"), now, never, () => {})).rejects.toMatchObject({ code: "storage" });
      expect(readdirSync(disk.folder)).toEqual([]);
    } finally {
      disk.remove();
    }
  });

  it("is taken also when the process ends between its steps", async () => {
    await library.backUp(out, now, never, () => {});
    library.keepArticle(bridge, "2026-11-28T09:00:00.000Z");
    await library.restore(out, never, () => {});
    library.close();
    // The present one was moved away, and the other not yet moved in.
    const { renameSync } = await import("node:fs");
    renameSync(path, `${path}.former`);
    expect(existsSync(path)).toBe(false);
    library = await openLibrary(path);
    expect(titles()).toEqual([ferry.title]);
    expect(library.hasFormer()).toBe(true);
  });
});

const flip = (at: number): void => {
  const bytes = readFileSync(out);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(out, bytes);
};
const cut = (bytes: Buffer): Buffer => Buffer.concat([bytes.subarray(0, 20_000), bytes.subarray(24_096)]);
const renamed = (bytes: Buffer, version: number): Buffer => {
  const text = bytes.toString("latin1");
  return Buffer.from(text.replace(/"version":\d+/, `"version":${version}`), "latin1");
};
