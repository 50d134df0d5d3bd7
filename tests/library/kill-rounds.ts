import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { DatabaseSync } from "@photostructure/sqlite";
import { build } from "rolldown";
import { expect } from "vitest";
import { type Library, openLibrary } from "../../src/library/index.ts";
import { MIGRATIONS } from "../../src/library/migrations.ts";
import type { ArticleId, ItemId } from "../../src/model/index.ts";
import { articleOf } from "./article.ts";

/** What is being done when the process is killed. */
export const KILLS = ["refresh", "subscriptions", "restores", "migration"] as const;
export type Kill = (typeof KILLS)[number];

/** What the process said of one thing after another. */
type Said = readonly (readonly [what: string, value: string | number])[];

/** The latest that a process is killed after it has begun, milliseconds: some writes, and for a migration all of it. */
const LATEST: Readonly<Record<Kill, number>> = { refresh: 150, subscriptions: 60, restores: 250, migration: 400 };

const ROOT = join(import.meta.dirname, "../..");

/** Makes one program of the writing process. */
async function bundle(): Promise<string> {
  // Inside of the project: packages are found from there.
  const file = join(ROOT, `node_modules/.lectern-kill-child-${process.pid}.mjs`);
  await build({
    input: join(import.meta.dirname, "kill-child.ts"),
    platform: "node",
    external: [/^node:/, /^@photostructure\/sqlite$/],
    output: { file, format: "esm" },
    logLevel: "silent",
  });
  return file;
}

/** Runs the process and kills it at a random moment; answers with what it had said. */
async function killed(program: string, given: readonly string[], latest: number): Promise<Said> {
  const child: ChildProcessByStdio<null, Readable, Readable> = spawn(process.execPath, [program, ...given], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let wrong = "";
  child.stderr.on("data", (part) => {
    wrong += String(part);
  });
  const begun = new Promise<void>((resolve) => {
    child.stdout.on("data", (part) => {
      said += String(part);
      resolve();
    });
    child.once("close", () => resolve());
  });
  const closed = once(child, "close");
  await begun;
  await wait(Math.random() * latest);
  child.kill("SIGKILL");
  await closed;
  // It ends by itself only when it has done all that it had to do.
  if (child.signalCode === null && child.exitCode !== 0) throw new Error(wrong);
  return said
    .slice(0, said.lastIndexOf("\n") + 1)
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Said[number]);
}

/** Checks the file itself: its trees, and what is found by words. */
function expectWhole(path: string): void {
  const raw = new DatabaseSync(path);
  expect(raw.prepare("PRAGMA quick_check").all()).toEqual([{ quick_check: "ok" }]);
  raw.exec("INSERT INTO search (search) VALUES ('integrity-check')");
  expect(raw.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
  raw.close();
}

/** Checks that everything is there that was said to be kept. */
function expectKept(library: Library, said: Said): void {
  const feeds = new Set(library.feeds.all().map(({ address }) => address));
  for (const [what, value] of said) {
    if (what === "item") expect(library.items.item(value as ItemId), `item ${value}`).not.toBeNull();
    if (what === "article") expect(library.article(value as ArticleId)?.blocks, `article ${value}`).toHaveLength(2);
    if (what === "place") expect(library.place(value as ArticleId), `place ${value}`).toEqual({ block: "b1", offset: 3 });
    if (what === "read") expect(library.items.item(value as ItemId)?.article, `read ${value}`).not.toBeNull();
    if (what === "feed") expect(feeds.has(value as string), `feed ${value}`).toBe(true);
  }
  const last = said.findLast(([what]) => what === "size");
  // One more change may have been done and not yet said.
  if (last) expect([last[1], 100 + ((Number(last[1]) - 99) % 400)]).toContain(library.settings().textSize);
}

/** An old library with a few hundred articles. */
function makeOld(path: string, version: number): void {
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; BEGIN");
  for (const step of MIGRATIONS.slice(0, version)) database.exec(step);
  database.exec(`PRAGMA user_version = ${version}`);
  const insert = database.prepare("INSERT INTO article (id, address, title, site, opened, content) VALUES (?, ?, ?, ?, ?, ?)");
  for (let n = 0; n < OLD; n += 1) {
    const article = articleOf(`https://a.example/${n}`, [`The ferry number ${n} left at noon. `.repeat(30)]);
    insert.run(article.id, article.address, article.title, article.site, "2026-11-22T08:00:00Z", JSON.stringify(article));
  }
  database.exec("COMMIT");
  database.close();
}
const OLD = 400;

/**
 * Kills a process so often in the middle of one kind of work, and checks each time that the library opens whole, by itself, with all
 * that was said to be kept. Answers with how many things were said in all.
 */
export async function killTimes(kill: Kill, times: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "lectern-kills-"));
  const program = await bundle();
  const path = join(folder, "library.sqlite");
  const backup = join(folder, "backup.lectern");
  let count = 0;
  try {
    if (kill === "restores") {
      const library = await openLibrary(path);
      library.keepArticle(articleOf("https://a.example/present", ["Present. ".repeat(5000)]), "2026-11-28T08:00:00Z", [
        { name: "p", mediaType: "image/png", bytes: new Uint8Array(2_000_000).map((_, index) => (index * 7919) >> 5) },
      ]);
      library.changeSettings({ textSize: 300 });
      await library.backUp(backup, "2026-11-28T08:00:00Z", new AbortController().signal, () => {});
      library.changeSettings({ textSize: 200 });
      library.close();
    }
    for (let round = 0; round < times; round += 1) {
      if (kill === "migration") {
        for (const part of ["", "-wal", "-shm", ".state", ".owner"]) rmSync(path + part, { force: true });
        makeOld(path, 1 + (round % (MIGRATIONS.length - 1)));
        copyFileSync(path, `${path}.copy`);
      }
      const said = await killed(program, [kill, path, String(round), backup], LATEST[kill]);
      count += said.length;
      const library = await openLibrary(path);
      try {
        expect(library.setAside).toBeNull();
        expectKept(library, said);
        if (kill === "migration") expect(library.articles(10_000)).toHaveLength(OLD);
        if (kill === "restores") {
          // One or the other, whole; and after it was said to be ready, the one that was not open.
          const [what, size] = said.at(-1) ?? ["", 0];
          const other = size === 200 ? 300 : 200;
          const may = what === "ready" ? [other] : what === "opened" ? [Number(size)] : [200, 300];
          expect(may).toContain(library.settings().textSize);
          expect(library.articles(10)).toHaveLength(1);
        }
      } finally {
        library.close();
      }
      expectWhole(path);
    }
    return count;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(program, { force: true });
  }
}
