import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { type IncomingHttpHeaders, type RequestOptions, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EditionRecord } from "../../src/app/edition/job-records.ts";
import { createPodcast, type PodcastRecord, type PodcastUses } from "../../src/app/edition/podcast.ts";
import { rangeOf } from "../../src/app/edition/podcast-server.ts";
import { parseFeed } from "../../src/feed/index.ts";
import type { EditionFormat, EditionJobId } from "../../src/model/index.ts";

const SOUND = "0123456789abcdefghij";
let folder: string;
let podcast: PodcastUses;
let made: EditionRecord[];
let record: PodcastRecord | null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-podcast-"));
  made = [await edition("00000000000000aa", "News & <more>", "mp3"), await edition("00000000000000bb", "A book", "epub")];
  record = null;
  podcast = create();
});
afterEach(async () => {
  await podcast.end();
  await rm(folder, { recursive: true, force: true });
});

const create = (): PodcastUses =>
  createPodcast({
    made: async () => made,
    kept: async () => record,
    keep: async (kept) => {
      record = kept;
    },
    log: () => {},
  });

async function edition(id: string, title: string, format: EditionFormat): Promise<EditionRecord> {
  const file = join(folder, `${title.replace(/\W/g, "")}.${format}`);
  await writeFile(file, SOUND);
  return {
    id: id as EditionJobId,
    order: {
      picks: [],
      title,
      format,
      target: { kind: "folder", folder },
      voice: null,
      rate: 1,
      taste: { verbosity: "normal", lang: "en" },
    },
    file,
    added: "2026-06-01T08:00:00Z",
    state: "made",
    problem: null,
    missing: 0,
    starts: 0,
    bytes: SOUND.length,
    seconds: 61.4,
    ended: "2026-06-01T08:05:00Z",
  };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
const ask = (address: string, options: RequestOptions = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    // No connection is kept: each one asks anew.
    request(address, { agent: false, ...options }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on("error", reject)
      .end();
  });
const offered = async (): Promise<string> => (await podcast.uses.setPodcast({ reach: "computer" })).addresses[0] ?? "";

describe("the podcast of the editions", () => {
  it("is off until somebody wishes it, and then for this computer alone", async () => {
    expect(await podcast.uses.podcast({})).toEqual({
      reach: "off",
      addresses: [],
      folder: null,
      folders: [folder],
      episodes: 1,
      failed: false,
    });
    const { addresses, reach } = await podcast.uses.setPodcast({ reach: "computer" });
    expect(reach).toBe("computer");
    expect(addresses).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/feed\.xml$/)]);
    const address = addresses[0] ?? "";
    expect((await ask(address)).status).toBe(200);
    await podcast.uses.setPodcast({ reach: "off" });
    await expect(ask(address)).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  it("is a feed that feed readers read, of what has sound", async () => {
    const address = await offered();
    const { body, headers } = await ask(address);
    expect(headers["content-type"]).toBe("application/rss+xml; charset=utf-8");
    const feed = parseFeed({ bytes: Buffer.from(body), mediaType: "application/rss+xml", charset: "utf-8", address, lang: null });
    expect(feed.items.map(({ title }) => title)).toEqual(["News & <more>"]);
    const [, enclosure = ""] = /<enclosure url="([^"]+)" length="20" type="audio\/mpeg"/.exec(body) ?? [];
    expect(await ask(enclosure)).toMatchObject({ status: 200, body: SOUND });
    // What is made later is in it.
    made = [...made, await edition("00000000000000cc", "Later", "opus")];
    expect((await ask(address)).body).toContain("<title>Later</title>");
  });

  it("has the editions of one folder alone, where that is wished, and keeps to it", async () => {
    const address = await offered();
    const [first] = made;
    if (!first) throw new Error("no edition");
    made = [...made, { ...(await edition("00000000000000dd", "Elsewhere", "mp3")), file: join(folder, "car", "Elsewhere.mp3") }];
    expect((await podcast.uses.podcast({})).folders).toEqual([folder, join(folder, "car")]);
    expect(await podcast.uses.setPodcastFolder({ folder })).toMatchObject({ folder, episodes: 1 });
    const { body } = await ask(address);
    expect(body).toContain("News &amp; &lt;more&gt;");
    expect(body).not.toContain("Elsewhere");
    expect((await ask(address.replace("feed.xml", "00000000000000dd.mp3"))).status).toBe(404);
    await podcast.end();
    podcast = create();
    expect(await podcast.uses.podcast({})).toMatchObject({ folder, episodes: 1 });
    expect(await podcast.uses.setPodcastFolder({ folder: null })).toMatchObject({ folder: null, episodes: 2 });
  });

  it("gives the bytes that are asked for", async () => {
    const address = (await offered()).replace("feed.xml", "00000000000000aa.mp3");
    const part = await ask(address, { headers: { range: "bytes=5-9" } });
    expect(part).toMatchObject({ status: 206, body: "56789" });
    expect(part.headers).toMatchObject({ "content-range": "bytes 5-9/20", "accept-ranges": "bytes", "content-length": "5" });
    expect(await ask(address, { headers: { range: "bytes=15-" } })).toMatchObject({ status: 206, body: "fghij" });
    expect(await ask(address, { headers: { range: "bytes=-3" } })).toMatchObject({ status: 206, body: "hij" });
    const beyond = await ask(address, { headers: { range: "bytes=20-" } });
    expect([beyond.status, beyond.headers["content-range"]]).toEqual([416, "bytes */20"]);
    const head = await ask(address, { method: "HEAD" });
    expect([head.status, head.headers["content-length"], head.body]).toEqual([200, "20", ""]);
    expect((await ask(address, { method: "DELETE" })).status).toBe(405);
    expect([rangeOf("bytes=0-1,3-4", 20), rangeOf("lines=1-2", 20), rangeOf("bytes=-", 20)]).toEqual([null, null, null]);
  });

  it("tells nobody anything without its secret, nor of any other file", async () => {
    await writeFile(join(folder, "private.txt"), "private");
    const address = await offered();
    const base = address.replace("feed.xml", "");
    const { origin, port } = new URL(address);
    const raw = (path: string): Promise<Answer> => ask(origin, { path, port });
    const secret = new URL(address).pathname.split("/")[1] ?? "";
    for (const path of [
      "/",
      "/feed.xml",
      `/${"0".repeat(32)}/feed.xml`,
      `/${secret}`,
      `/${secret}/`,
      `/${secret}/private.txt`,
      `/${secret}/../private.txt`,
      `/${secret}/..%2f..%2fetc%2fpasswd`,
      `/${secret}/%2e%2e/private.txt`,
      `/${secret}/00000000000000bb.epub`,
      `/${secret}/00000000000000aa.mp3/x`,
      `/${secret}/constructor`,
      `//${secret}/feed.xml`,
    ])
      expect([path, (await raw(path)).status, (await raw(path)).body]).toEqual([path, 404, ""]);
    expect((await ask(address, { headers: { host: "evil.example/<script>" } })).status).toBe(404);
    // What took the place of an edition is not offered.
    const [first] = made;
    await rm(first?.file ?? "");
    await symlink(join(folder, "private.txt"), first?.file ?? "");
    expect((await ask(`${base}00000000000000aa.mp3`)).status).toBe(404);
    await rm(first?.file ?? "");
    await writeFile(first?.file ?? "", "another file");
    expect((await ask(`${base}00000000000000aa.mp3`)).status).toBe(404);
  });

  it("has the same address when Lectern starts again, and another when that is wished", async () => {
    const address = await offered();
    await podcast.end();
    podcast = create();
    podcast.begin();
    await expect.poll(async () => (await podcast.uses.podcast({})).addresses[0]).toBe(address);
    expect((await ask(address)).status).toBe(200);
    const renewed = (await podcast.uses.renewPodcast({})).addresses[0] ?? "";
    expect(renewed).not.toBe(address);
    expect([(await ask(address)).status, (await ask(renewed)).status]).toEqual([404, 200]);
  });
});
