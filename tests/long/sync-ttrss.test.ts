import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CuttingProxy, cuttingProxy } from "../sync/cutting-proxy.ts";
import { feedOf, type Machine, machine, randomOf } from "../sync/lectern.ts";
import { editAtRandom, standOf } from "../sync/random-edits.ts";
import { missingForTinyTiny, startTinyTiny, type TinyTiny } from "./ttrss.ts";

const EDITS = Number(process.env.LECTERN_EDITS ?? 5_000);
const FEEDS = 20;
const ITEMS = 25;
/** Rounds without cuts within which all three must be the same and have nothing left to say. */
const SETTLE = 8;
const seed = Number(process.env.LECTERN_SEED ?? Date.now() % 1_000_000);

const missing = missingForTinyTiny();
if (missing !== null) console.log(`Not run: ${missing}`);

describe.skipIf(missing !== null)("two Lecterns and one Tiny Tiny RSS", () => {
  const random = randomOf(seed);
  const folder = mkdtempSync(join(tmpdir(), "lectern-sync-"));
  const sites = new Map<string, string>();
  let server: TinyTiny;
  let proxy: CuttingProxy;
  let machines: readonly Machine[] = [];

  beforeAll(async () => {
    server = await startTinyTiny();
    proxy = await cuttingProxy(server.address, random);
    const started = Date.now();
    for (let feed = 0; feed < FEEDS; feed += 1) {
      const host = `site${feed}.example`;
      const links = Array.from({ length: ITEMS }, (_, item) => `https://${host}/news/${item}`);
      const document = feedOf(`Site${feed}`, links, (index) => new Date(started - (index * FEEDS + feed + 1) * 60_000));
      sites.set(`https://${host}/feed.xml`, document);
      server.publish(`https://${host}/feed.xml`, document);
    }
    machines = [await machine(folder, "first", sites), await machine(folder, "second", sites)];
  });
  afterAll(async () => {
    for (const one of machines) await one.close();
    await proxy?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** How it stands in the server's own database. */
  const standThere = (): ReadonlyMap<string, string> =>
    new Map(
      server
        .query("SELECT link, unread, marked FROM ttrss_entries JOIN ttrss_user_entries ON ref_id = ttrss_entries.id")
        .map(([link = "", unread, marked]) => [link, `${unread === "t" ? "unread" : "read"} ${marked === "t" ? "starred" : "plain"}`]),
    );
  const feedsThere = (): readonly string[] => server.query("SELECT feed_url FROM ttrss_feeds ORDER BY 1").map(([address = ""]) => address);

  it(`ends equal after ${EDITS} random edits on each with the line cut at random (seed ${seed})`, async () => {
    const [first, second] = machines;
    if (!first || !second) throw new Error("There are two");
    // Each has its own, some of them both, before they meet.
    const addresses = [...sites.keys()];
    for (const address of addresses.slice(0, 12)) await first.app.subscribe({ address, folder: [] });
    for (const address of addresses.slice(8)) await second.app.subscribe({ address, folder: [] });
    const signIn = {
      protocol: "ttrss",
      address: proxy.address,
      user: server.user,
      password: server.password,
      place: "keychain",
      openLine: false,
    } as const;
    for (const one of machines) {
      expect(await one.app.addSync(signIn)).toEqual({ kind: "added" });
      await one.app.syncNow({ password: null });
    }
    server.update();
    proxy.setCuts(0.07);
    let updated = 0;
    const started = performance.now();
    const edited = await editAtRandom(machines, EDITS, random, (done) => {
      if (done - updated < 1_000) return;
      updated = done;
      server.update();
    });
    const minutes = (performance.now() - started) / 60_000;
    const { cut, all } = proxy.counts();
    proxy.setCuts(0);
    // Of what was subscribed to last the server gets the items bit by bit, and each machine tells of them when it has met them.
    let settled = 0;
    for (let quiet = 0; quiet < 2; settled += 1) {
      expect(settled).toBeLessThan(SETTLE);
      server.update();
      let said = 0;
      for (const one of machines) {
        const { sent, changed, feeds } = await one.app.syncNow({ password: null });
        said += sent + changed + feeds;
      }
      quiet = said === 0 ? quiet + 1 : 0;
    }
    console.log(
      `${edited.edits} edits in ${minutes.toFixed(1)} minutes, ${edited.rounds} rounds of syncing, ${edited.broken} of them broken off; ${cut} of ${all} connections cut; quiet after ${settled} rounds.`,
    );
    const taken = (one: Machine): readonly string[] =>
      one.library.feeds
        .all()
        .map(({ address }) => address)
        .toSorted();
    expect(taken(first)).toEqual(feedsThere());
    expect(taken(second)).toEqual(feedsThere());
    const stands = machines.map(standOf);
    const there = standThere();
    const sorted = (stand: ReadonlyMap<string, string>): readonly string[] => [...stand].map((one) => one.join(" ")).toSorted();
    // What is starred stays on the server when its subscription has ended.
    const still = new Map([...there].filter(([link]) => stands[0]?.has(link)));
    expect(sorted(stands[0] ?? new Map())).toEqual(sorted(still));
    expect(sorted(stands[1] ?? new Map())).toEqual(sorted(still));
    for (const one of machines) {
      expect((await one.app.syncState({})).waiting).toBe(0);
      expect(one.items()).toHaveLength(taken(one).length * ITEMS);
    }
    console.log(`${still.size} items and ${feedsThere().length} subscriptions are the same in all three.`);
    if (EDITS >= 1_000) expect(edited.broken).toBeGreaterThan(10);
  });
});
