import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { type App, createApp } from "../../src/app/index.ts";
import { fetchFeed, fetchPicture, fetchSource } from "../../src/fetch/index.ts";
import { openLibrary } from "../../src/library/index.ts";
import type { NewsEvent } from "../../src/model/index.ts";
import { createFrames, type Door, frame, openDoor, socketPlaces } from "../../src/shell/door/index.ts";
import { forVisitors } from "../../src/shell/host/visitors.ts";
import { createTone } from "../../src/speak/index.ts";
import { type Ran, start } from "./lectern.ts";

const FEED = '<rss version="2.0"><channel><title>Harbour Post</title><item><title>Ferry sails</title><guid>f</guid></item></channel></rss>';

let folder: string;
let home: string;
let server: Server;
let base: string;
let answer: (response: ServerResponse) => void;
const closing: (() => unknown)[] = [];
const logged: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-door-"));
  home = join(folder, "home");
  await mkdir(home);
  answer = (response) => response.writeHead(200, { "content-type": "application/rss+xml" }).end(FEED);
  server = createServer((_request, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  logged.length = 0;
});
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const lectern = (...args: readonly string[]): Promise<Ran> => start(folder, args).ended;
const file = (): string => join(home, "library.sqlite");

/** Has the library as a window's host has it. */
async function openWindow(): Promise<App> {
  const app = createApp({
    fetch: {
      source: (request, signal, own) => fetchSource(request, { signal, own }),
      picture: (address, signal, own) => fetchPicture(address, { signal, own }),
      feed: (request, signal, own) => fetchFeed(request, { signal, own }),
    },
    library: await openLibrary(file(), "window"),
    engines: [createTone()],
    clock: { now: () => new Date().toISOString() },
    log: () => {},
  });
  closing.push(() => app.close());
  return app;
}

async function openWithDoor(version = manifest.version): Promise<{ readonly app: App; readonly door: Door }> {
  const app = await openWindow();
  const door = await openDoor({ library: file(), version, reader: forVisitors(app), log: (line) => logged.push(line) });
  if (!door) throw new Error("No door could be made.");
  closing.push(() => door.close());
  return { app, door };
}

const note = async () => JSON.parse(await readFile(join(home, "door/note.json"), "utf8"));

describe("while a window has the library", () => {
  it("commands go through it, and it hears what they change", async () => {
    const { app } = await openWithDoor();
    const heard: NewsEvent[] = [];
    const ending = new AbortController();
    const watching = (async () => {
      for await (const event of app.watchNews({}, ending.signal)) heard.push(event);
    })();
    expect(await lectern("library", "add", base)).toMatchObject({ code: 0, out: "Subscribed to Harbour Post, 1 item · f1\n", err: "" });
    expect(await app.feeds({})).toHaveLength(1);
    expect(await lectern("lexicon", "add", "Harl", "Hall")).toMatchObject({ code: 0, out: "Harl → Hall\n" });
    expect((await app.lexicon({})).map(({ entry }) => entry.written)).toEqual(["Harl"]);
    expect(await lectern("library", "list", "unread")).toMatchObject({ code: 0, out: expect.stringMatching(/^Ferry sails · /), err: "" });
    ending.abort();
    await watching;
    expect(heard.flatMap((event) => (event.kind === "changed" ? [event.part] : []))).toEqual(["news", "lexicon"]);
  });

  it("reads aloud here what is kept there: a file of this folder, its bytes, and the place", async () => {
    const { app } = await openWithDoor();
    const read = (args: readonly string[], input = ""): Promise<Ran> =>
      start(folder, ["read", ...args, "--voice", "tone:beep", "--rate", "8"], { input, env: { PULSE_SERVER: "none", PATH: "" } }).ended;
    await writeFile(join(folder, "note.txt"), "The ferry\n\nThe ferry sails at noon.\n\nNobody is on board.\n");
    expect((await read(["note.txt"])).out).toContain("The ferry sails at noon.");
    const [kept] = await app.articles({ limit: 1 });
    expect(kept?.address).toContain(folder);
    if (kept) expect((await app.recall({ article: kept.id })).place).not.toBeNull();
    expect((await read(["-"], "Häfen\n\nDie Fähre fährt wieder.\n")).out).toContain("Die Fähre fährt wieder.");
  }, 60_000);

  it("ends a refresh that a command began when that command is stopped, and serves others meanwhile", async () => {
    const { app } = await openWithDoor();
    await app.subscribe({ address: base, folder: [] });
    answer = () => {};
    const running = start(folder, ["library", "refresh", "--all", "--json"]);
    while (running.out() === "") await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await lectern("library", "list", "all")).out).toContain("Ferry sails");
    expect((await app.refreshState({})).running).not.toBeNull();
    running.child.kill("SIGINT");
    expect(await running.ended).toMatchObject({ code: 1 });
    await expect.poll(async () => (await app.refreshState({})).running).toBeNull();
  });

  it("says what is wrong in the words of the one who knows it", async () => {
    const { app } = await openWithDoor();
    expect(await lectern("library", "mark", "5")).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^not-found: No item has the id 5/),
    });
    expect(await lectern("library", "search", "date:soon")).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^bad-input: soon is no/),
    });
    expect(await app.feeds({})).toEqual([]);
  });

  it("tells a command that its window has ended", async () => {
    const { app, door } = await openWithDoor();
    await app.subscribe({ address: base, folder: [] });
    answer = () => {};
    const running = start(folder, ["library", "refresh", "--all", "--json"]);
    while (running.out() === "") await new Promise((resolve) => setTimeout(resolve, 10));
    await door.close();
    const { code, err } = await running.ended;
    expect([code, JSON.parse(err).code]).toEqual([1, "stopped"]);
  });

  it("refuses the command line of another version, and says so", async () => {
    await openWithDoor("9.9.9");
    expect(await lectern("library", "list")).toMatchObject({ code: 1, err: expect.stringMatching(/^in-use: .*Lectern 9\.9\.9 is open/) });
  });

  it("says who has it where it does not open", async () => {
    await openWindow();
    const { code, err } = await lectern("library", "list");
    expect([code, err]).toEqual([1, expect.stringMatching(new RegExp(`^in-use: .*process ${process.pid}`))]);
  });
});

describe("what was left behind", () => {
  it("shuts nobody out", async () => {
    const { app, door } = await openWithDoor();
    const left = await note();
    await door.close();
    await app.close();
    closing.length = 0;
    // As a killed process leaves them.
    await writeFile(join(home, "door/note.json"), JSON.stringify(left), { mode: 0o600 });
    await writeFile(left.address, "");
    expect(await lectern("library", "add", base)).toMatchObject({ code: 0 });
    await openWithDoor();
    expect((await lectern("library", "list", "all")).out).toContain("Ferry sails");
  });

  it("is waited for where a command has the library and ends", async () => {
    await lectern("library", "add", base);
    let let_go = (): void => {};
    answer = (response) => {
      let_go = () => response.writeHead(304).end();
    };
    const first = start(folder, ["library", "refresh", "--all", "--json"]);
    while (first.out() === "") await new Promise((resolve) => setTimeout(resolve, 10));
    const second = start(folder, ["library", "list", "all"]);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(second.child.exitCode).toBeNull();
    let_go();
    expect((await first.ended).code).toBe(0);
    expect(await second.ended).toMatchObject({ code: 0, out: expect.stringContaining("Ferry sails") });
  });

  it("by a killed command leaves the library free", async () => {
    await lectern("library", "add", base);
    answer = () => {};
    const killed = start(folder, ["library", "refresh", "--all", "--json"]);
    while (killed.out() === "") await new Promise((resolve) => setTimeout(resolve, 10));
    killed.child.kill("SIGKILL");
    await killed.ended;
    expect((await lectern("library", "list", "all")).out).toContain("Ferry sails");
  });
});

const isWindows = process.platform === "win32";

describe("the door", () => {
  const dial = async (): Promise<{ readonly socket: Socket; readonly closed: Promise<void>; heard: () => number }> => {
    const socket = connect((await note()).address);
    let heard = 0;
    socket.on("data", (part) => {
      heard += part.length;
    });
    socket.on("error", () => {});
    const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
    return { socket, closed, heard: () => heard };
  };

  it.skipIf(isWindows)("is only its user's", async () => {
    await openWithDoor();
    const { address } = await note();
    for (const [path, mode] of [
      [join(home, "door"), 0o700],
      [join(home, "door/note.json"), 0o600],
    ] as const)
      expect((await stat(path)).mode & 0o777).toBe(mode);
    expect(address).toBe(join(home, "door/socket"));
    // What others could have written is not believed.
    await chmod(join(home, "door/note.json"), 0o666);
    expect(await lectern("library", "list")).toMatchObject({ code: 1, err: expect.stringMatching(/^in-use: /) });
  });

  it.each([
    ["a wrong token", () => frame({ token: "00".repeat(32), version: manifest.version })],
    ["no greeting at all", () => frame({ id: 1, method: "settings", input: {} })],
    ["what is no JSON", () => Buffer.concat([Buffer.from([0, 0, 0, 3]), Buffer.from("}{]")])],
    ["a greeting that is too long", () => frame({ token: "0".repeat(5000) })],
    ["the promise of four gigabytes", () => Buffer.from([0xff, 0xff, 0xff, 0xff])],
    ["the request of a browser", () => Buffer.from("GET / HTTP/1.1\r\nhost: x\r\n\r\n")],
  ])("closes before %s, and stays open to others", async (_what, sent) => {
    await openWithDoor();
    const { socket, closed, heard } = await dial();
    socket.write(sent());
    await closed;
    expect(heard()).toBe(0);
    expect(logged).toHaveLength(1);
    expect((await lectern("lexicon", "list")).code).toBe(0);
  });

  it("refuses inputs that are none, as the window's are refused", async () => {
    await openWithDoor();
    const { token } = await note();
    const { socket, closed } = await dial();
    const answers: unknown[] = [];
    const frames = createFrames(() => 1e6);
    socket.on("data", (part) => answers.push(...frames.take(part)));
    for (const message of [{ token, version: manifest.version }, 7, { id: "x" }, { id: 1, method: "constructor", input: {} }])
      socket.write(frame(message));
    socket.write(frame({ id: 2, method: "markItems", input: { items: "all", read: true } }));
    await expect.poll(() => answers.length).toBe(3);
    expect(answers).toMatchObject([
      { welcome: true },
      { id: 1, failure: { code: "bad-input" } },
      { id: 2, failure: { code: "bad-input" } },
    ]);
    // A message that is too large for any.
    socket.write(Buffer.from([0x40, 0, 0, 0]));
    await closed;
    expect((await lectern("lexicon", "list")).code).toBe(0);
  });

  it.skipIf(isWindows)("has a short place where the library's path is long", async () => {
    home = join(folder, "home");
    const deep = join(home, ...Array.from({ length: 5 }, () => "a-folder-with-a-long-name"));
    await mkdir(deep, { recursive: true });
    const places = socketPlaces(join(deep, "library.sqlite"));
    expect(places).toHaveLength(1);
    expect(Buffer.byteLength(places[0] ?? "")).toBeLessThan(100);
    home = deep;
    await openWithDoor();
    const added = await start(folder, ["library", "add", base], { env: { LECTERN_HOME: deep } }).ended;
    expect(added).toMatchObject({ code: 0, err: "" });
  });

  it("carries any message in any parts, bytes and samples too", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), fc.infiniteStream(fc.integer({ min: 1, max: 9 })), (values, sizes) => {
        const messages = values.map((value, n) => ({ value, bytes: new Uint8Array([n, 255]), samples: new Float32Array([n / 2]) }));
        const all = Buffer.concat(messages.map(frame));
        const frames = createFrames(() => 1e6);
        const heard: unknown[] = [];
        for (let at = 0; at < all.length; ) {
          const size = sizes.next().value ?? 1;
          heard.push(...frames.take(all.subarray(at, at + size)));
          at += size;
        }
        expect(heard).toEqual(JSON.parse(JSON.stringify(values)).map((value: unknown, n: number) => ({ ...messages[n], value })));
      }),
      { numRuns: 200 },
    );
  });
});
