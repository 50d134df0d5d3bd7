import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type App, createApp } from "../../src/app/index.ts";
import { fetchSource } from "../../src/fetch/index.ts";
import { openLibrary } from "../../src/library/index.ts";
import { blockId } from "../../src/model/index.ts";
import { createTone } from "../../src/speak/index.ts";
import { HAS_SMALL_DISKS, type SmallDisk, smallDisk } from "../library/small-disk.ts";

let disk: SmallDisk;
let path: string;
let app: App;

const start = async (): Promise<App> =>
  createApp({
    fetch: {
      source: (request, signal, own) => fetchSource(request, { signal, own }),
      feed: () => Promise.reject(new Error("no network")),
      picture: () => Promise.reject(new Error("no network")),
    },
    library: await openLibrary(path),
    engines: [createTone()],
    clock: { now: () => new Date().toISOString() },
    log: () => {},
  });
const text = (name: string): string =>
  `${name}\n\n${Array.from({ length: 40 }, (_, n) => `Sentence ${n} of ${name} is here.`).join(" ")}\n\nThe end of it comes now.`;
const open = (name: string) =>
  app.open({ kind: "content", content: text(name), url: `https://a.example/${name}`, type: "text/plain", lang: "en" });

/** Fills the disk to the last byte. */
function fill(): void {
  for (const size of [100_000, 1_000, 1])
    for (let n = 0; ; n += 1) {
      try {
        writeFileSync(join(disk.folder, `filler-${size}-${n}`), Buffer.alloc(size, 1));
      } catch {
        break;
      }
      if (n > 5000) break;
    }
}
const empty = (): void => {
  execFileSync("sh", ["-c", `rm -f "$1"/filler-*`, "sh", disk.folder]);
};

describe.runIf(HAS_SMALL_DISKS)("a disk that takes nothing any more", () => {
  beforeEach(async () => {
    const made = smallDisk(3_000);
    if (!made) throw new Error("No disk");
    disk = made;
    path = join(disk.folder, "library.sqlite");
    app = await start();
  });
  afterEach(() => disk.remove());

  it("is full: reading goes on, and all is kept when there is room", async () => {
    const before = await open("before");
    expect(before.unkept).toBeUndefined();
    await app.keepPlace({ article: before.article.id, place: { block: blockId(0), offset: 3 } });
    fill();
    const during = await open("during");
    expect(during.unkept).toBe(true);
    // It is said, and shown, from memory; so is what was kept before.
    const { utterances } = await app.narrate({ article: during.article.id, taste: { verbosity: "normal", lang: "en" } });
    expect(utterances.length).toBeGreaterThan(10);
    expect((await app.recall({ article: before.article.id })).place).toEqual({ block: "b0", offset: 3 });
    await app.keepPlace({ article: during.article.id, place: { block: blockId(1), offset: 4 } });
    expect((await app.recall({ article: during.article.id })).place).toEqual({ block: "b1", offset: 4 });
    // A setting that can't be kept says so.
    await expect(app.changeSettings({ textSize: 250 })).rejects.toMatchObject({ code: "disk-full" });
    empty();
    await app.close();
    app = await start();
    expect((await app.articles({ limit: 10 })).map(({ address }) => address).toSorted()).toEqual([
      "https://a.example/before",
      "https://a.example/during",
    ]);
    expect((await app.recall({ article: during.article.id })).place).toEqual({ block: "b1", offset: 4 });
    expect((await app.changeSettings({ textSize: 250 })).textSize).toBe(250);
    await app.close();
    rmSync(path, { force: true });
  });
});
