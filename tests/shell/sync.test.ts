import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/index.ts";
import { fileSecrets, type Sealer } from "../../src/shell/secrets/index.ts";
import { serve } from "../fetch/server.ts";
import { feedOf } from "../sync/lectern.ts";
import { googleReader, type NewsStore, newsStore } from "../sync/news-server.ts";
import { type Ran, start } from "./lectern.ts";

const FEED = "https://one.example/feed";

let folder: string;
let store: NewsStore;
let address: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-cli-sync-"));
  const links = [0, 1, 2].map((item) => `https://one.example/${item}`);
  store = newsStore(new Map([[FEED, feedOf("One", links, (index) => new Date(Date.UTC(2026, 10, 20 - index)))]]));
  store.subscribe(FEED);
  store.update();
  address = await serve(googleReader(store));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> => start(folder, args, { env }).ended;
const add = (...more: readonly string[]): readonly string[] => [
  "sync",
  "add",
  address,
  "--protocol",
  "greader",
  "--user",
  store.user,
  ...more,
];
const withPassword = { LECTERN_SYNC_PASSWORD: "päss & wörd" };

describe("lectern sync", () => {
  it("adds a server, tells it what is edited, says how it stands, and forgets it", async () => {
    const added = await run(add("--password-place", "nowhere"), withPassword);
    expect(added).toMatchObject({ code: 0, out: "Synced. Sent: 0. New: 3. Changed here: 0. Subscriptions changed: 1.\n" });
    expect(added.out + added.err).not.toContain(withPassword.LECTERN_SYNC_PASSWORD);
    const listed = await run(["library", "list", "all", "--json"]);
    const [item] = (JSON.parse(listed.out) as { readonly items: readonly { readonly id: number }[] }).items;
    expect((await run(["library", "mark", String(item?.id)])).code).toBe(0);
    expect((await run(["sync", "status"])).out).toMatch(/^reader at 127\.0\.0\.1:\d+\.\nSynced .*\nWaiting to be sent: 1\.\n$/);
    // It is kept nowhere.
    expect(await run(["sync", "now"])).toMatchObject({ code: 1, err: expect.stringMatching(/^sign-in: The server does not take/) });
    const synced = await run(["sync", "now", "--json"], withPassword);
    expect(JSON.parse(synced.out)).toEqual({ sent: 1, news: 0, changed: 0, feeds: 0 });
    expect([...store.items.values()].filter(({ read }) => read)).toHaveLength(1);
    expect(await run(["sync", "remove"])).toMatchObject({ code: 0 });
    expect((await run(["sync", "status"])).out).toBe("There is no sync server yet. Settings add one.\n");
    expect(await run(["sync", "now"])).toMatchObject({ code: 1, err: expect.stringMatching(/^not-found: /) });
  });

  it("shares places and settings in a folder, between two homes, and says what is wrong with it", async () => {
    const shared = join(folder, "shared");
    await mkdir(shared);
    const [desk, train] = [{}, { LECTERN_HOME: join(folder, "train") }];
    const libraryOf = (env: Readonly<Record<string, string>>) =>
      openLibrary(join(env.LECTERN_HOME ?? join(folder, "home"), "library.sqlite"));
    const rateOf = async (env: Readonly<Record<string, string>>): Promise<number> => {
      const library = await libraryOf(env);
      const { rate } = library.settings();
      library.close();
      return rate;
    };
    const setRate = async (env: Readonly<Record<string, string>>, rate: number): Promise<void> => {
      const library = await libraryOf(env);
      library.changeSettings({ rate });
      library.close();
    };
    expect(await run(["sync", "folder"], desk)).toMatchObject({ code: 0, out: "No folder is shared.\n" });
    expect(await run(["sync", "folder", "away"], desk)).toMatchObject({ code: 1, err: expect.stringMatching(/^bad-input: .*away/) });
    await run(["sync", "folder", "shared"], desk);
    expect((await run(["sync", "status"], desk)).out).toMatch(/^There is no sync server yet\..*\n.*shared/);
    expect(JSON.parse((await run(["sync", "status", "--json"], desk)).out).folder).toMatchObject({ folder: shared });
    await setRate(desk, 2);
    expect(await run(["sync", "folder"], desk)).toMatchObject({
      code: 0,
      out: expect.stringContaining(": shared with no other machine yet."),
    });
    expect(await run(["sync", "folder", "shared"], train)).toMatchObject({
      code: 0,
      out: expect.stringContaining("shared with 1 other machine."),
    });
    expect(await rateOf(train)).toBe(2);

    // Both were changed while neither saw the other: the later one holds, on both.
    await setRate(desk, 3);
    await run(["sync", "folder"], desk);
    await setRate(train, 0.5);
    for (const env of [train, desk]) expect((await run(["sync", "folder", "--json"], env)).code).toBe(0);
    expect([await rateOf(desk), await rateOf(train)]).toEqual([0.5, 0.5]);

    // A broken file of another is none, and its own is written anew.
    for (const name of await readdir(shared)) await writeFile(join(shared, name), '{"lectern":"shared","settings":');
    expect(JSON.parse((await run(["sync", "folder", "--json"], desk)).out)).toMatchObject({ folder: shared, works: true, settings: 0 });
    expect(await rateOf(desk)).toBe(0.5);
    await run(["sync", "folder"], train);
    await setRate(desk, 1.5);
    for (const env of [desk, train]) await run(["sync", "folder"], env);
    expect(await rateOf(train)).toBe(1.5);

    await rename(shared, `${shared}-away`);
    expect(await run(["sync", "folder"], desk)).toMatchObject({ code: 1, err: expect.stringMatching(/^storage: /) });
    await rename(`${shared}-away`, shared);
    expect((await run(["sync", "folder"], desk)).code).toBe(0);
    expect(await run(["sync", "folder", "--off"], desk)).toMatchObject({
      code: 0,
      out: expect.stringContaining("Nothing is shared any more."),
    });
    expect((await readdir(shared)).length).toBe(2);
  });

  it("keeps the password in a file that nobody else can read, where the person says so, and not otherwise", async () => {
    expect(await run(add(), withPassword)).toMatchObject({ code: 1, err: expect.stringContaining("--password-place file") });
    expect(await run(add("--password-place", "file"), withPassword)).toMatchObject({ code: 0 });
    const file = join(folder, "home/secrets.json");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await run(["sync", "now", "--json"])).code).toBe(0);
    await run(["sync", "remove"]);
    await expect(stat(file)).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("takes the password out of a file, unless others can read it", async () => {
    const file = join(folder, "password");
    await writeFile(file, `${store.password}\n`, { mode: 0o644 });
    await chmod(file, 0o644);
    const given = add("--password-place", "nowhere", "--password-file", file);
    expect(await run(given)).toMatchObject({ code: 1, err: expect.stringContaining("chmod 600") });
    await chmod(file, 0o600);
    expect(await run(given)).toMatchObject({ code: 0 });
  });

  it("asks for a word before it signs in over a line that can be listened to", async () => {
    const open = ["sync", "add", "http://news.example", "--protocol", "ttrss", "--user", "ann"];
    expect(await run(open, withPassword)).toMatchObject({ code: 1, err: expect.stringContaining("--open-line") });
    expect(await run(open)).toMatchObject({ code: 1, err: expect.stringContaining("LECTERN_SYNC_PASSWORD") });
  });
});

describe("secrets", () => {
  const turned = (text: string): string => [...text].reverse().join("");
  const sealer: Sealer = { canSeal: async () => true, seal: async (text) => turned(text), open: async (sealed) => turned(sealed) };

  it("are locked by the keychain, and can't be had without it", async () => {
    const file = join(folder, "secrets.json");
    const secrets = fileSecrets(file, sealer);
    await secrets.keep("sync", "hidden", "keychain");
    expect(await readFile(file, "utf8")).not.toContain("hidden");
    expect(await secrets.find("sync")).toBe("hidden");
    expect(await fileSecrets(file, null).find("sync")).toBeNull();
    await expect(fileSecrets(file, null).keep("sync", "hidden", "keychain")).rejects.toMatchObject({ code: "storage" });
    await secrets.drop("sync");
    expect(await secrets.find("sync")).toBeNull();
  });

  it.each(["", "null", "[]", '{"sync":{"clear":7}}', '{"__proto__":{"clear":"x"}}', "{"])(
    "that can't be read (%s) are none",
    async (text) => {
      const file = join(folder, "secrets.json");
      await writeFile(file, text);
      const secrets = fileSecrets(file, sealer);
      expect(await secrets.find("sync")).toBeNull();
      await secrets.keep("sync", "new", "clear");
      expect(await secrets.find("sync")).toBe("new");
    },
  );
});
