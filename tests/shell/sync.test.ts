import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
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
