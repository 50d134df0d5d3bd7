import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type App, createApp } from "../../src/app/index.ts";
import { fetchFeed, fetchPicture, fetchSource } from "../../src/fetch/index.ts";
import { type Library, openLibrary } from "../../src/library/index.ts";
import type { SourceRequest } from "../../src/model/index.ts";
import { createTone } from "../../src/speak/index.ts";

let folder: string;
let library: Library;
let app: App;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-own-"));
  library = await openLibrary(join(folder, "library.sqlite"));
  app = createApp({
    fetch: {
      source: (request, signal, own) => fetchSource(request, { signal, own }),
      picture: (address, signal, own) => fetchPicture(address, { signal, own }),
      feed: (request, signal, own) => fetchFeed(request, { signal, own }),
    },
    library,
    engines: [createTone()],
    clock: { now: () => new Date().toISOString() },
    log: () => {},
  });
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const STORY = "The ferry is back after a long winter, and the people of the island are glad of it, for the road was long.";

/** A server at home: an article with a picture at `picture`, a feed whose item is `item`. */
async function home(picture: () => string, item: () => string) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const pages: Readonly<Record<string, readonly [string, () => string]>> = {
      "/a": [
        "text/html",
        () =>
          `<html lang="en"><title>The ferry</title><article><h1>The ferry</h1><p>${STORY}</p><figure><img src="${picture()}" alt="A ferry" width="600" height="400"><figcaption>The ferry, seen.</figcaption></figure><p>${STORY}</p></article>`,
      ],
      "/feed": [
        "application/rss+xml",
        () =>
          `<rss version="2.0"><channel><title>Home</title><item><title>The ferry</title><link>${item()}</link><guid>1</guid></item></channel></rss>`,
      ],
      "/p.png": ["image/png", () => "x"],
    };
    const [type, body] = pages[request.url ?? ""] ?? [];
    response.writeHead(body ? 200 : 404, { "content-type": type ?? "text/plain" }).end(body?.() ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { asked, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const ask = (address: string, typed: boolean): SourceRequest => ({ kind: "address", address, typed, url: null, type: null, lang: null });

describe("servers of the listener's own", () => {
  it("are asked for what stands beside what was typed, and for nothing of another", async () => {
    const other = await home(
      () => "",
      () => "",
    );
    let picture = "";
    const site = await home(
      () => picture,
      () => "",
    );
    for (const [src, fine] of [
      [`${site.address}/p.png`, true],
      [`${other.address}/p.png`, false],
    ] as const) {
      picture = src;
      const { article } = await app.open(ask(`${site.address}/a`, true));
      const block = article.blocks.find(({ kind }) => kind === "figure")?.id;
      if (!block) throw new Error("no figure");
      const got = app.picture({ article: article.id, block });
      if (fine) expect((await got).mediaType).toBe("image/png");
      else await expect(got).rejects.toMatchObject({ code: "own-network" });
    }
    expect(library.settings().ownServers).toEqual([site.address]);
    expect(other.asked).toEqual([]);
  });

  it("are asked for a feed that was typed, and not for one that a list brought", async () => {
    const site = await home(
      () => "",
      () => `${site.address}/a`,
    );
    await app.importFeeds({ text: `<opml version="2.0"><body><outline type="rss" text="x" xmlUrl="${site.address}/feed"/></body></opml>` });
    for await (const _ of app.refresh({ all: true }));
    expect(site.asked).toEqual([]);
    expect(library.feeds.all()).toMatchObject([{ problem: { code: "own-network" } }]);
    await app.subscribe({ address: `${site.address}/feed`, folder: [] });
    for await (const _ of app.refresh({ all: true }));
    expect(library.feeds.all()).toMatchObject([{ problem: null }]);
    expect(site.asked).toEqual(["/feed", "/feed"]);
  });

  it("are not asked for the items of a feed of another", async () => {
    const secret = await home(
      () => "",
      () => "",
    );
    const site = await home(
      () => "",
      () => `${secret.address}/a`,
    );
    await app.subscribe({ address: `${site.address}/feed`, folder: [] });
    for await (const _ of app.refresh({ all: true }));
    const item = library.items.recent("1970-01-01T00:00:00Z")[0];
    if (!item) throw new Error("no item");
    await expect(app.openItem({ item: item.id, anew: true })).rejects.toMatchObject({ code: "own-network" });
    expect(secret.asked).toEqual([]);
  });
});
