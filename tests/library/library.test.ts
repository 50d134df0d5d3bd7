import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/index.ts";
import { blockId, DEFAULT_SETTINGS, TITLE, voiceId } from "../../src/model/index.ts";
import { articleOf } from "./article.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lectern-library-"));
  path = join(folder, "deep/library.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ferry = articleOf("https://a.example/ferry", ["The ferry left at noon.", "It carried nine people. It came back at dusk."]);
const bridge = articleOf("https://a.example/bridge", ["The bridge is closed."]);

describe("the library", () => {
  it("keeps articles, the last opened first, across openings", async () => {
    const first = await openLibrary(path);
    first.keepArticle(ferry, "2026-11-22T08:00:00Z");
    first.keepArticle(bridge, "2026-11-22T09:00:00Z");
    first.keepArticle(ferry, "2026-11-22T10:00:00Z");
    first.close();
    const second = await openLibrary(path);
    expect(second.articles(10).map(({ title, opened }) => [title, opened])).toEqual([
      [ferry.title, "2026-11-22T10:00:00Z"],
      [bridge.title, "2026-11-22T09:00:00Z"],
    ]);
    expect(second.articles(1)).toHaveLength(1);
    expect(second.article(bridge.id)).toEqual(bridge);
    expect(second.article(articleOf("https://a.example/other", []).id)).toBeNull();
    second.close();
  });

  it("keeps a place, and forgets none when the article is kept again", async () => {
    const library = await openLibrary(path);
    library.keepArticle(ferry, "2026-11-22T08:00:00Z");
    expect(library.place(ferry.id)).toBeNull();
    library.keepPlace(ferry.id, { block: blockId(1), offset: 24 }, "2026-11-22T08:01:00Z");
    library.keepArticle(ferry, "2026-11-22T08:02:00Z");
    expect(library.place(ferry.id)).toEqual({ block: "b1", offset: 24 });
    library.keepPlace(bridge.id, { block: TITLE, offset: 0 }, "2026-11-22T08:03:00Z");
    expect(library.place(bridge.id)).toBeNull();
    library.close();
  });

  it("finds a place again by its words when the article has changed", async () => {
    const library = await openLibrary(path);
    library.keepArticle(ferry, "2026-11-22T08:00:00Z");
    library.keepPlace(ferry.id, { block: blockId(1), offset: 24 }, "2026-11-22T08:01:00Z");
    const longer = articleOf(ferry.address, [
      "Update: all are safe.",
      "The ferry left at noon.",
      "A crowd waited.",
      "It carried ten people. It came back at dusk.",
    ]);
    library.keepArticle(longer, "2026-11-22T09:00:00Z");
    expect(library.place(ferry.id)).toEqual({ block: "b3", offset: 23 });
    library.keepArticle(articleOf(ferry.address, ["Nothing of it is left."]), "2026-11-22T10:00:00Z");
    expect(library.place(ferry.id)).toEqual({ block: "b0", offset: 0 });
    library.close();
  });

  it("keeps settings, and believes no row that is none", async () => {
    const library = await openLibrary(path);
    expect(library.settings()).toEqual(DEFAULT_SETTINGS);
    library.changeSettings({ textSize: 250, voice: voiceId("espeak", "en-gb") });
    library.close();
    const raw = new DatabaseSync(path);
    raw.exec(`INSERT OR REPLACE INTO setting VALUES ('theme', '"pink"'), ('rate', 'x'), ('verbosity', '"full"'), ('unknown', '1')`);
    raw.close();
    const again = await openLibrary(path);
    expect(again.settings()).toEqual({ ...DEFAULT_SETTINGS, textSize: 250, voice: "espeak:en-gb", verbosity: "full" });
    again.close();
  });

  it("sets a damaged file aside and begins anew", async () => {
    const library = await openLibrary(path);
    library.keepArticle(ferry, "2026-11-22T08:00:00Z");
    expect(library.setAside).toBeNull();
    library.close();
    writeFileSync(path, "This was a library once. ".repeat(400));
    const again = await openLibrary(path);
    expect(again.setAside).toMatch(/library\.sqlite\.damaged-/);
    expect(again.articles(10)).toEqual([]);
    again.close();
    expect(readdirSync(join(folder, "deep")).filter((name) => name.includes("damaged"))).not.toEqual([]);
  });

  it("refuses a file of a newer Lectern and leaves it as it is", async () => {
    (await openLibrary(path)).close();
    const raw = new DatabaseSync(path);
    raw.exec("PRAGMA user_version = 999");
    raw.close();
    writeFileSync(`${path}.state`, JSON.stringify({ version: 999 }));
    await expect(openLibrary(path)).rejects.toMatchObject({ code: "newer" });
  });

  it("says so when its folder can't be made", async () => {
    writeFileSync(join(folder, "deep"), "a file");
    await expect(openLibrary(path)).rejects.toMatchObject({ code: "storage" });
  });

  it("takes over what is left of a file that lacks what it should have", async () => {
    const library = await openLibrary(path);
    library.keepArticle(ferry, "2026-11-22T08:00:00Z");
    library.changeSettings({ textSize: 250 });
    library.close();
    const database = new DatabaseSync(path);
    database.exec("DROP TABLE setting");
    database.close();
    const again = await openLibrary(path);
    expect(again.rescue).toMatchObject({ articles: { kept: 1, all: 1 }, settings: { kept: 1 } });
    expect(again.article(ferry.id)).toEqual(ferry);
    // The row still stood on its page.
    expect(again.settings()).toEqual({ ...DEFAULT_SETTINGS, textSize: 250 });
    again.close();
  });

  it.runIf(process.platform === "linux")("says so where folders can't be made at all", async () => {
    await expect(openLibrary("/proc/lectern/library.sqlite")).rejects.toMatchObject({ code: "storage" });
  });

  it("loses nothing that was kept when its process is killed", async () => {
    // The store's own promise: what `keepPlace` returned from is there after SIGKILL.
    const script = `
      const { DatabaseSync } = await import("@photostructure/sqlite");
      const database = new DatabaseSync(process.argv[1]);
      database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
      const insert = database.prepare("INSERT OR REPLACE INTO setting VALUES ('textSize', ?)");
      for (let size = 100; ; size += 1) { insert.run(String(100 + (size % 900))); process.stdout.write((100 + (size % 900)) + "\\n"); }`;
    (await openLibrary(path)).close();
    for (let round = 0; round < 5; round += 1) {
      const child = spawn(process.execPath, ["--input-type=module", "-e", script, path], { cwd: import.meta.dirname });
      let said = "";
      await new Promise<void>((resolve) => {
        child.stdout.on("data", (part) => {
          said += String(part);
          if (said.length > 300 * (round + 1)) child.kill("SIGKILL");
        });
        child.once("close", () => resolve());
      });
      // The last whole line was acknowledged; one more write may have been done and not yet said.
      const acknowledged = Number(said.slice(0, said.lastIndexOf("\n")).split("\n").at(-1));
      const library = await openLibrary(path);
      expect(library.setAside).toBeNull();
      expect([0, 1]).toContain((library.settings().textSize - acknowledged + 900) % 900);
      library.close();
    }
  });
});
