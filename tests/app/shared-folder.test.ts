import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type App, createApp } from "../../src/app/index.ts";
import { type Library, openLibrary } from "../../src/library/index.ts";
import { Failure, mergeShared, NOTHING_SHARED, readShared, type Shared, writeShared } from "../../src/model/index.ts";
import { createTone } from "../../src/speak/index.ts";
import { articleOf } from "../library/article.ts";

interface Machine {
  readonly app: App;
  readonly library: Library;
}

const PARAGRAPHS = Array.from({ length: 12 }, (_, n) => `Ferry number ${n} sails at ${n} past noon, and its people are glad of the wind.`);
const ADDRESS = "https://news.example/ferry";
let folder: string;
let shared: string;
let seconds: number;
let machines: Machine[];

const now = (): string => new Date(Date.UTC(2026, 5, 1, 8, 0, seconds++)).toISOString();
const refuse = async (): Promise<never> => {
  throw new Failure("offline", "There is no network.");
};
async function machine(name: string): Promise<Machine> {
  const library = await openLibrary(join(folder, `${name}.sqlite`));
  const app = createApp({
    fetch: { source: refuse, picture: refuse, feed: refuse },
    sharing: join(folder, `${name}.json`),
    library,
    engines: [createTone()],
    clock: { now },
    log: () => {},
  });
  machines.push({ app, library });
  return { app, library };
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-sharing-"));
  shared = await mkdtemp(join(tmpdir(), "lectern-shared-"));
  seconds = 0;
  machines = [];
});
afterEach(async () => {
  for (const { app } of machines) await app.close();
  for (const one of [folder, shared]) await rm(one, { recursive: true, force: true });
});

describe("a folder that machines share", () => {
  it("carries settings and places, and of each the newest is everywhere", async () => {
    const [desk, train] = [await machine("desk"), await machine("train")];
    const article = articleOf(ADDRESS, PARAGRAPHS);
    for (const { library } of [desk, train]) library.keepArticle(article, now());
    await desk.app.changeSettings({ rate: 2, theme: "sepia" });
    await desk.app.keepPlace({ article: article.id, place: { block: "b5" as never, offset: 0 } });
    expect(await desk.app.shareIn({ folder: shared })).toEqual({ folder: shared, others: 0, works: true });
    // Who comes later takes what is there, whatever they had.
    await train.app.changeSettings({ rate: 0.5 });
    expect(await train.app.shareIn({ folder: shared })).toEqual({ folder: shared, others: 1, works: true });
    expect(await train.app.settings({})).toMatchObject({ rate: 2, theme: "sepia" });
    expect(train.library.place(article.id)).toEqual({ block: "b5", offset: 0 });
    // Both edit while neither sees the other: nothing of either is lost.
    await desk.app.changeSettings({ theme: "dark" });
    await train.app.changeSettings({ rate: 3 });
    await train.app.keepPlace({ article: article.id, place: { block: "b9" as never, offset: 0 } });
    for (const { app } of [desk, train, desk]) await app.shareNow({});
    for (const { app, library } of [desk, train]) {
      expect(await app.settings({})).toMatchObject({ rate: 3, theme: "dark" });
      expect(library.place(article.id)).toEqual({ block: "b9", offset: 0 });
    }
    expect(await desk.app.shareNow({})).toEqual({ settings: 0, places: 0 });
    expect((await readdir(shared)).filter((name) => /^lectern-[0-9a-f]{16}\.json$/.test(name))).toHaveLength(2);
    await train.app.shareIn({ folder: null });
    await expect(train.app.shareNow({})).rejects.toMatchObject({ code: "not-found" });
  });

  it("keeps the place of an article that is not here yet until it is", async () => {
    const [desk, train] = [await machine("desk"), await machine("train")];
    const article = articleOf(ADDRESS, PARAGRAPHS);
    desk.library.keepArticle(article, now());
    await desk.app.keepPlace({ article: article.id, place: { block: "b4" as never, offset: 0 } });
    for (const { app } of [desk, train]) await app.shareIn({ folder: shared });
    for (const name of await readdir(shared)) if (!(await readFile(join(shared, name), "utf8")).includes("ferry")) throw new Error(name);
    train.library.keepArticle(article, now());
    expect(await train.app.shareNow({})).toEqual({ settings: 0, places: 1 });
    expect(train.library.place(article.id)).toEqual({ block: "b4", offset: 0 });
  });

  it("reads what a carrier made of two, and nothing that is damaged, hostile or a link", async () => {
    const desk = await machine("desk");
    await desk.app.shareIn({ folder: shared });
    const text = (settings: object): string => JSON.stringify({ lectern: "shared", version: 1, settings, places: {} });
    const at = "2026-06-02T00:00:00.000Z";
    await writeFile(join(shared, "lectern-00000000000000aa (Ann's conflicted copy).json"), text({ rate: { value: 4, at } }));
    await writeFile(join(shared, "lectern-00000000000000ab.json"), '{"lectern":"shared","settings":');
    await writeFile(
      join(shared, "lectern-00000000000000ac.json"),
      `{"lectern":"shared","settings":{"__proto__":{"value":1,"at":"${at}"},"theme":{"value":"<b>","at":"${at}"},"ownServers":{"value":["http://10.0.0.1"],"at":"${at}"}},"places":{"__proto__":{"value":{},"at":"${at}"},"file:///etc/passwd":{"value":{},"at":"${at}"}}}`,
    );
    await writeFile(join(folder, "secret.json"), text({ rate: { value: 5, at: "2026-06-03T00:00:00.000Z" } }));
    await symlink(join(folder, "secret.json"), join(shared, "lectern-00000000000000ad.json"));
    expect(await desk.app.shareNow({})).toEqual({ settings: 1, places: 0 });
    expect(await desk.app.settings({})).toMatchObject({ rate: 4, ownServers: [] });
    expect(({} as { readonly value?: unknown }).value).toBeUndefined();
  });

  it.skipIf(process.platform === "win32")(
    "writes and reads through no link and no pipe that somebody laid where its own file belongs",
    async () => {
      const desk = await machine("desk");
      await desk.app.shareIn({ folder: shared });
      const [name = ""] = (await readdir(shared)).filter((one) => /^lectern-[0-9a-f]{16}\.json$/.test(one));
      const victim = join(folder, "victim.txt");
      await writeFile(victim, "mine");
      await symlink(victim, join(shared, `.${name.replace(/\.json$/, ".part")}`));
      await rm(join(shared, name));
      execFileSync("mkfifo", [join(shared, name)]);
      await desk.app.changeSettings({ rate: 3 });
      await desk.app.shareNow({});
      expect(await readFile(victim, "utf8")).toBe("mine");
      expect(JSON.parse(await readFile(join(shared, name), "utf8")).settings.rate.value).toBe(3);
    },
  );

  it("that is away says so, and loses nothing", async () => {
    const desk = await machine("desk");
    await desk.app.shareIn({ folder: shared });
    await rm(shared, { recursive: true });
    await desk.app.changeSettings({ rate: 2 });
    await expect(desk.app.shareNow({})).rejects.toMatchObject({ code: "storage" });
    expect(await desk.app.shareState({})).toEqual({ folder: shared, others: 0, works: false });
    await expect(desk.app.shareIn({ folder: join(folder, "desk.json") })).rejects.toMatchObject({ code: "bad-input" });
    expect(await desk.app.settings({})).toMatchObject({ rate: 2 });
  });
});

describe("what machines share", () => {
  const times = fc.constantFrom("", "2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.000Z", "2026-01-03T00:00:00.000Z");
  const anchor = (n: number) => ({ place: { block: `b${n}` as never, offset: n }, quote: "words", before: "", after: "", twins: 1 });
  const share: fc.Arbitrary<Shared> = fc.record({
    settings: fc.record({ rate: fc.record({ value: fc.constantFrom(1, 2, 3), at: times }) }, { requiredKeys: [] }),
    places: fc.dictionary(
      fc.constantFrom("https://a.example/1", "https://a.example/2"),
      fc.record({ value: fc.nat(9).map(anchor), at: fc.constant("2026-01-01T00:00:00.000Z") }),
    ),
  }) as never;
  const text = (one: Shared): string => writeShared(one);

  it("comes out the same, in whatever order and however often it is merged", () => {
    fc.assert(
      fc.property(share, share, share, (a, b, c) => {
        expect(text(mergeShared(a, b))).toBe(text(mergeShared(b, a)));
        expect(text(mergeShared(mergeShared(a, b), c))).toBe(text(mergeShared(a, mergeShared(b, c))));
        expect(text(mergeShared(a, a))).toBe(text(mergeShared(a, NOTHING_SHARED)));
        const whole = mergeShared(a, b);
        expect(text(readShared(text(whole), "2026-06-01T00:00:00.000Z") ?? NOTHING_SHARED)).toBe(text(whole));
      }),
    );
  });

  it("is not believed of a time that is far ahead", () => {
    const said = JSON.stringify({ lectern: "shared", settings: { rate: { value: 2, at: "9999-01-01T00:00:00.000Z" } }, places: {} });
    expect(readShared(said, "2026-06-01T00:00:00.000Z")?.settings.rate).toEqual({ value: 2, at: "2026-06-01T00:00:00.000Z" });
  });
});
