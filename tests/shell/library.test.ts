import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Library, openLibrary } from "../../src/library/index.ts";
import type { Article, ArticleId, ItemId } from "../../src/model/index.ts";
import { type Ran, start } from "./lectern.ts";

const PARAGRAPH =
  "The ferry that links the two shores of the bay returned to service on Monday after a month of repairs, its captain said in the wheelhouse.";
const article = (title: string): string =>
  `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1><p>${PARAGRAPH}</p><p>Tickets for the lighthouse cost less than they did.</p></article>`;
const rss = (title: string, items: readonly string[]): string =>
  `<rss version="2.0"><channel><title>${title}</title>${items
    .map(
      (item, n) => `<item><title>${item}</title><guid isPermaLink="false">${item}</guid><link>/page/${n}</link>
      <pubDate>Mon, 0${n + 1} Jan 2024 10:00:00 GMT</pubDate><description>A short word of ${item}.</description></item>`,
    )
    .join("")}</channel></rss>`;

let folder: string;
let server: Server;
let base: string;
/** What the site answers, by path; what is not here is 404. */
let answers: Map<string, (response: ServerResponse) => void>;
const give = (path: string, type: string, body: string): void => {
  answers.set(path, (response) => response.writeHead(200, { "content-type": type }).end(body));
};
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-cli-library-"));
  answers = new Map();
  server = createServer((request, response) => {
    const answer = answers.get(request.url ?? "");
    if (answer) answer(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  give("/", "text/html", '<!doctype html><link rel="alternate" type="application/rss+xml" href="/harbour.xml">');
  give("/harbour.xml", "application/rss+xml", rss("Harbour Post", ["Ferry sails", "Gulls return", "Crane falls"]));
  give("/bay.xml", "application/rss+xml", rss("Bay Times", ["Regatta begins", "\u202EMast&#27;[31m breaks"]));
  for (const n of [0, 1, 2]) give(`/page/${n}`, "text/html", article(`Page ${n}`));
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const library = (...args: readonly string[]): Promise<Ran> => start(folder, ["library", ...args]).ended;
const asked = async (...args: readonly string[]) => JSON.parse((await library(...args, "--json")).out);
/** The ids at the ends of a list's lines. */
const idsIn = (out: string): readonly string[] =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => line.split(" · ").at(-1) ?? "");

describe("subscriptions", () => {
  it("says how to begin where there are none", async () => {
    for (const args of [["list"], ["list", "feeds"], ["queue"], ["refresh"]])
      expect(await library(...args)).toMatchObject({
        code: 0,
        out: "",
        err: expect.stringMatching(/^No feed is subscribed to yet\. .*library add/),
      });
    expect(await asked("list")).toEqual({ items: [] });
  });

  it("begin with a site's address, are listed, changed and ended, and come back", async () => {
    expect(await library("add", base, "--folder", "News/Sea")).toEqual({
      code: 0,
      out: "Subscribed to Harbour Post, 3 items · f1\n",
      err: "",
    });
    expect((await library("add", `${base}/harbour.xml`)).out).toMatch(/^Was subscribed to already: Harbour Post/);
    const added = (await library("add", `${base}/bay.xml`, "--title", "My bay")).out;
    const id = /^Subscribed to My bay, 2 items · (f\d+)\n$/.exec(added)?.[1] ?? "none";
    expect((await library("list", "feeds")).out).toBe(`My bay · 2 unread of 2 · ${id}\nHarbour Post · 3 unread of 3 · News/Sea · f1\n`);
    expect((await library("change", "my b", "--title", "", "--folder", "A")).out).toBe(`Bay Times · 2 unread of 2 · A · ${id}\n`);
    expect(await asked("change", id, "--folder", "")).toMatchObject({ feed: { folder: [], title: "Bay Times" } });
    expect((await library("remove", "harbour post")).out).toMatch(/^Ended: Harbour Post\. .*library add http/);
    expect((await asked("list", "feeds")).feeds.map(({ title }: { title: string }) => title)).toEqual(["Bay Times"]);
    await library("add", `${base}/harbour.xml`);
    expect((await asked("list", "feeds")).feeds).toHaveLength(2);
  });

  it("are told apart", async () => {
    await library("add", `${base}/harbour.xml`, "--title", "Post of the bay");
    await library("add", `${base}/bay.xml`);
    expect(await library("remove", "bay")).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringMatching(/^bad-input: bay is in the titles of 2 subscriptions: .*\(f1\)/),
    });
    expect(await library("remove", "f9")).toMatchObject({ code: 1, err: expect.stringMatching(/^not-found: No subscription is f9/) });
    expect((await library("change", "f1")).code).toBe(2);
    expect(await library("add", `${base}/nothing`)).toMatchObject({ code: 1, err: expect.stringMatching(/^not-found: [^\n]+\n$/) });
    const failed = await library("add", "./nothing-here.xml", "--json");
    expect([failed.code, JSON.parse(failed.err)]).toEqual([1, { code: "no-file", message: expect.any(String) }]);
  });

  it("go out and come in as OPML", async () => {
    await library("add", `${base}/harbour.xml`, "--folder", "Séa");
    expect(await library("export", "out.opml")).toEqual({ code: 0, out: "", err: "" });
    const undated = (opml: string): string => opml.replace(/<dateCreated>.*/, "");
    expect(undated((await library("export")).out)).toBe(undated(await readFile(join(folder, "out.opml"), "utf8")));
    const more = (await readFile(join(folder, "out.opml"), "utf8"))
      .replace("</body>", `<outline text="Báy" xmlUrl="${base}/bay.xml"/><outline text="x" xmlUrl="javascript:1"/></body>`)
      .replace("UTF-8", "ISO-8859-1");
    await writeFile(join(folder, "more.opml"), Buffer.from(more, "latin1"));
    expect(await library("import", "more.opml")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Subscribed to 1 feed, 1 was there already\. .*refresh/),
      err: "This is no address of a feed: javascript:1\n",
    });
    expect((await library("list", "feeds")).out).toContain("Báy · 0 unread of 0 · f");
    expect(await library("import", "no.opml")).toMatchObject({ code: 1, err: "no-file: There is no file no.opml.\n" });
    await writeFile(join(folder, "words.opml"), "words");
    expect(await library("import", "words.opml")).toMatchObject({ code: 1, err: expect.stringMatching(/^bad-input: .*OPML/) });
  });

  it("that name feeds in one's own network are told how those are allowed", async () => {
    const list = `<opml version="2.0"><body><outline text="Bay" xmlUrl="${base}/bay.xml"/></body></opml>`;
    await writeFile(join(folder, "home.opml"), list);
    await library("import", "home.opml");
    const refused = await library("refresh", "--all");
    expect(refused.out.trimEnd().split("\n").at(-1)).toBe(`  lectern library add ${base}/bay.xml`);
    expect(refused.err).toMatch(/type its address/);
    await library("add", `${base}/bay.xml`);
    expect((await library("refresh", "--all")).out).not.toContain("own network");
  });
});

describe("lists", () => {
  beforeEach(async () => {
    await library("add", `${base}/harbour.xml`, "--folder", "News");
    await library("add", `${base}/bay.xml`);
  });

  it("have an item a line, what it is first and its id last, and nothing that a terminal obeys", async () => {
    const { out, err } = await library("list", "unread");
    const lines = out.trimEnd().split("\n");
    expect(lines[0]).toMatch(/^Crane falls · Harbour Post · 1 min · 2024-01-03 · \d+$/);
    expect(lines.find((line) => line.includes("breaks"))).toMatch(/^Mast\[31m breaks · /);
    expect(err).toBe("");
    expect((await library("list", "unread", "--folder", "News")).out.trimEnd().split("\n")).toHaveLength(3);
    expect((await library("list", "all", "--feed", "bay")).out.trimEnd().split("\n")).toHaveLength(2);
  });

  it("go on where they stopped", async () => {
    const first = await library("list", "all", "--limit", "2");
    const last = idsIn(first.out).at(-1) ?? "";
    expect(first.err).toBe(`There is more: --after ${last} goes on, --limit shows more at a time.\n`);
    const rest = await library("list", "all", "--after", last);
    expect([rest.out.trimEnd().split("\n").length, rest.err]).toEqual([3, ""]);
    expect(new Set([...idsIn(first.out), ...idsIn(rest.out)]).size).toBe(5);
  });

  it("say what is empty, and what is wrong", async () => {
    expect((await library("list")).err).toMatch(/^Nothing new today\. /);
    expect((await library("list", "starred")).err).toMatch(/^Nothing is starred\. /);
    expect((await library("list", "unread", "--folder", "None")).err).toBe("Nothing is in this list from there.\n");
    for (const args of [["list", "sport"], ["list", "--limit", "0"], ["list", "feeds", "--folder", "News"], [], ["sing"]])
      expect(await library(...args)).toMatchObject({ code: 2, out: "" });
  });

  it("change as items are marked and starred", async () => {
    const [first = "", second = ""] = idsIn((await library("list", "unread")).out);
    expect((await library("mark", first, second)).out).toBe("2 items marked as read.\n");
    expect((await library("mark", first)).out).toBe("Nothing changed.\n");
    expect(await asked("mark", second, "--unread")).toEqual({ changed: [Number(second)] });
    expect(idsIn((await library("list", "history")).out)).toEqual([first]);
    expect((await library("star", second)).out).toBe("1 item starred.\n");
    expect((await library("list", "all")).out).toContain(`unread · starred · ${second}\n`);
    await library("star", second, "--off");
    expect((await library("list", "starred")).out).toBe("");
    expect(await library("mark", "77777")).toMatchObject({ code: 1, err: expect.stringMatching(/^not-found: No item has the id 77777/) });
    expect(await library("star", "first")).toMatchObject({ code: 1, err: expect.stringMatching(/^bad-input: first is no id/) });
  });
});

describe("refresh", () => {
  it("tells of each feed that brought something or failed", async () => {
    await library("add", `${base}/harbour.xml`);
    await library("add", `${base}/bay.xml`);
    await library("refresh");
    expect((await library("refresh")).err).toBe("No feed is due yet. --all asks every one.\n");
    give("/harbour.xml", "application/rss+xml", rss("Harbour Post", ["Ferry sails", "Whale seen"]));
    answers.delete("/bay.xml");
    const { code, out, err } = await library("refresh", "--all");
    expect([code, err]).toEqual([0, ""]);
    expect(out.trimEnd().split("\n").toSorted()).toEqual([
      "2 feeds asked, 1 new item, 1 failed.",
      "Bay Times: There is nothing at this address.",
      "Harbour Post: 1 new",
    ]);
    const lines = (await library("refresh", "--all", "--json")).out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ done }) => done)).toEqual([0, 1, 2]);
    expect((await library("list", "feeds")).out).toMatch(
      /^Bay Times · 2 unread of 2 · There is nothing at this address\. \(2 times\) · f\d+$/m,
    );
  });

  it("keeps what it has when it is interrupted, and says so", async () => {
    await library("add", `${base}/harbour.xml`);
    await library("add", `${base.replace("127.0.0.1", "localhost")}/bay.xml`);
    give("/harbour.xml", "application/rss+xml", rss("Harbour Post", ["Whale seen"]));
    answers.set("/bay.xml", () => {});
    const running = start(folder, ["library", "refresh", "--all"]);
    while (!running.out().includes("Harbour Post")) await new Promise((resolve) => setTimeout(resolve, 10));
    running.child.kill("SIGINT");
    expect(await running.ended).toEqual({
      code: 1,
      out: "Harbour Post: 1 new\n",
      err: "Stopped after 1 of 2 feeds. 1 new item is kept.\n",
    });
    expect((await library("list", "unread")).out).toContain("Whale seen");
  });
});

describe("search", () => {
  it("shows the sentence that has the words, with the operators", async () => {
    await library("add", `${base}/harbour.xml`);
    const { out } = await library("search", "gulls");
    expect(out).toMatch(/^Gulls return · A short word of Gulls return\. · Harbour Post · 2024-01-02 · \d+\n$/);
    expect((await asked("search", '"short word" -crane unread:')).hits).toHaveLength(2);
    expect(await library("search", "date:soon")).toMatchObject({ code: 1, err: expect.stringMatching(/^bad-input: soon is no date/) });
    // Without quotation marks of the shell, too.
    expect((await asked("search", "word", "-crane")).hits).toEqual((await asked("search", "word -crane")).hits);
    expect(await library("search", "unicorns")).toEqual({ code: 0, out: "", err: "Nothing was found.\n" });
  });

  it("names articles that came another way, and read can read them", async () => {
    const silent = { PULSE_SERVER: "none", PATH: "" };
    const read = (...args: readonly string[]): Promise<Ran> =>
      start(folder, ["read", ...args, "--voice", "tone:beep", "--rate", "8"], { env: silent }).ended;
    await read(`${base}/page/0`);
    const [id = ""] = idsIn((await library("search", "lighthouse")).out);
    expect(id).toMatch(/^a[0-9a-f]{8}$/);
    expect((await read(id)).out).toContain("Tickets for the lighthouse");
    for (const command of ["extract", "narrate"])
      expect((await start(folder, [command, id, "--text"]).ended).out).toContain("Tickets for the lighthouse");
    expect(await read("a00000")).toMatchObject({ code: 1, err: expect.stringMatching(/^not-found: No article that is kept/) });
  }, 60_000);
});

describe("what is recorded or exported", () => {
  it("is not taken for heard: not read, and not the last opened", async () => {
    await library("add", `${base}/harbour.xml`);
    const voice = ["--voice", "tone:beep", "--rate", "8"];
    const items = idsIn((await library("list", "unread")).out);
    expect((await start(folder, ["read", `${items[0]}`, "--out", "item.wav", ...voice]).ended).code).toBe(0);
    const kept = async <T>(use: (own: Library) => T): Promise<T> => {
      const own = await openLibrary(join(folder, "home", "library.sqlite"));
      try {
        return use(own);
      } finally {
        own.close();
      }
    };
    expect(await kept((own) => own.articles(10))).toEqual([]);
    const [old, recent] = ["a0123456789abcdef", "a1123456789abcdef"] as ArticleId[];
    await kept((own) => {
      const found = own.article(own.items.item(Number(items[0]) as ItemId)?.article as ArticleId) as Article;
      for (const [id, opened] of [[old, "2020-01-01T00:00:00.000Z"] as const, [recent, "2021-01-01T00:00:00.000Z"] as const])
        own.keepArticle({ ...found, id: id as ArticleId, address: `https://old.example/${id}` }, opened);
    });
    const before = await kept((own) => own.articles(10));
    expect(before.map(({ id }) => id)).toEqual([recent, old]);
    expect((await start(folder, ["export", `${items[1]}`, `${old}`, "--format", "wav", "--out", "all.wav", ...voice]).ended).code).toBe(0);
    expect(await kept((own) => own.articles(10))).toEqual(before);
    expect((await asked("list", "unread")).items).toHaveLength(3);
    expect((await asked("list", "history")).items).toEqual([]);
  }, 60_000);
});

describe("an article that is kept", () => {
  it("is read and exported by its address when its page can't be had, and that is said", async () => {
    await library("add", `${base}/harbour.xml`);
    await library("ready", "keep", "Harbour");
    await library("ready", "now");
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    const voice = ["--voice", "tone:beep", "--rate", "8"];
    const silent = { env: { PULSE_SERVER: "none", PATH: "" } };
    const page = `${base}/page/1`;
    const said = /^http.*\/page\/1: The site can’t be reached\. Lectern reads the text that it kept\./m;
    const read = await start(folder, ["read", page, ...voice], silent).ended;
    expect(read).toMatchObject({ code: 0, out: expect.stringContaining("Tickets for the lighthouse"), err: expect.stringMatching(said) });
    expect(await start(folder, ["read", page, "--out", "page.wav", ...voice]).ended).toMatchObject({
      code: 0,
      err: expect.stringMatching(said),
    });
    const exported = await start(folder, ["export", page, "--format", "wav", "--out", "all.wav", ...voice]).ended;
    expect(exported).toMatchObject({ code: 0, err: expect.stringMatching(said) });
    const asJson = await start(folder, ["export", page, "--json", "--out", "json.wav", ...voice]).ended;
    expect(asJson).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(asJson.out.split("\n")[0] ?? "")).toMatchObject({ event: "kept", address: page, code: "unreachable" });
    for (const command of ["extract", "narrate"])
      expect(await start(folder, [command, page, "--text"]).ended).toMatchObject({
        code: 0,
        out: expect.stringContaining("Tickets for the lighthouse"),
        err: expect.stringMatching(said),
      });
    const one = await start(folder, ["export", page, `${base}/page/7`, "--out", "no.wav", ...voice]).ended;
    expect(one.err.split("\n").at(-2)).toMatch(/^unreachable: http:\S+\/page\/7: [^:]*The connection to \S+ failed/);
    expect(await start(folder, ["read", `${base}/page/7`, "--out", "no.wav"]).ended).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^unreachable: /),
    });
  }, 60_000);
});

describe("the queue", () => {
  beforeEach(() => library("add", `${base}/harbour.xml`));

  it("is filled, sorted and emptied", async () => {
    expect((await library("queue")).err).toMatch(/^The queue is empty\. /);
    const [a = "", b = "", c = ""] = idsIn((await library("list", "unread")).out);
    expect((await library("queue", "add", a, b)).out).toBe("2 items put last in the queue.\n");
    expect((await library("queue", "add", c, "--next")).out).toBe("1 item put first in the queue.\n");
    const listed = await library("queue");
    expect([idsIn(listed.out), listed.err]).toEqual([[c, a, b], "3 items, 1 min\n"]);
    expect((await library("queue", "move", b, "first")).out).toMatch(/: place 1 of 3\n$/);
    expect((await library("queue", "move", b, "down")).out).toMatch(/: place 2 of 3\n$/);
    expect((await library("queue", "move", c, "3")).out).toMatch(/: place 3 of 3\n$/);
    expect(idsIn((await library("queue", "list")).out)).toEqual([b, a, c]);
    expect((await library("queue", "move", c, "sideways")).code).toBe(2);
    expect(await asked("queue", "remove", b)).toEqual({ removed: [Number(b)] });
    expect(await library("queue", "remove", b)).toMatchObject({ code: 1, err: expect.stringMatching(/^not-found: .*not in the queue/) });
    expect((await library("queue", "clear")).out).toBe("2 items taken out of the queue.\n");
    expect((await asked("queue")).items).toEqual([]);
  });

  it("is read aloud, and what was heard leaves it", async () => {
    const [a = "", b = "", c = ""] = idsIn((await library("list", "unread")).out);
    // Without its page an item of so few words can't be opened: that is told, and the others are read.
    answers.delete("/page/1");
    await library("queue", "add", a, b, c);
    const played = await start(folder, ["library", "queue", "play", "--voice", "tone:beep", "--rate", "8"], {
      env: { PULSE_SERVER: "none", PATH: "" },
    }).ended;
    expect(played.code).toBe(0);
    expect(played.out.match(/Tickets for the lighthouse/g)).toHaveLength(2);
    expect(played.err).toMatch(/not-found: /);
    expect(played.err).toMatch(/The queue is done\.\n$/);
    expect(idsIn((await library("queue")).out)).toEqual([b]);
    expect((await library("list", "history")).out.trimEnd().split("\n")).toHaveLength(2);
  }, 60_000);
});

describe("what is kept ready for offline", () => {
  it("is one thing at a time, and one that is there", async () => {
    await library("add", `${base}/harbour.xml`, "--folder", "News/Sea");
    expect(await library("ready", "keep", "harbour", "--folder", "News")).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^error: Keep one at a time ready: /),
    });
    const nowhere = { code: 1, out: "", err: expect.stringMatching(/^not-found: No feed is in a folder Nope\. .*list feeds/) };
    expect(await library("ready", "keep", "--folder", "Nope")).toEqual(nowhere);
    expect(await library("ready", "keep", "--folder", "Nope", "--off")).toEqual(nowhere);
    expect((await library("ready", "keep", "--folder", "News/Sea")).code).toBe(0);
    expect(await library("change", "harbour", "--folder", "News/..")).toMatchObject({ code: 2 });
    await library("change", "harbour", "--folder", "Other");
    expect((await library("ready", "keep", "--folder", "News/Sea", "--off")).out).toBe("Not kept ready any more: News/Sea\n");
  }, 60_000);

  it("has as much room as is chosen", async () => {
    expect((await library("ready", "room")).out).toMatch(/^Room for what is kept ready for offline: .* of 2 GB\.\n$/);
    expect((await library("ready", "room", "500")).out).toMatch(/ of 500 MB\.\n$/);
    expect(await asked("ready", "room", "5 GB")).toEqual({ used: 0, budget: 5_000_000_000 });
    expect(await library("ready", "room", "3 GB")).toMatchObject({ code: 2, err: expect.stringMatching(/200 MB.*10 GB/) });
    expect((await asked("ready", "room")).budget).toBe(5_000_000_000);
  });

  it("is chosen, got, gone on with after a kill, and told", async () => {
    await library("add", `${base}/harbour.xml`, "--folder", "News/Sea");
    expect(await library("ready")).toEqual({
      code: 0,
      out: "",
      err: "Nothing is kept ready for offline. Choose it for a feed, a folder or the queue.\n",
    });
    expect((await library("ready", "keep", "harbour", "--queue")).code).toBe(2);
    expect((await library("ready", "keep", "harbour")).out).toBe("Kept ready for offline: Harbour Post\n");
    expect((await library("ready", "keep", "--folder", "News")).out).toBe("Kept ready for offline: News\n");
    expect((await library("ready", "keep", "--queue")).out).toBe("Kept ready for offline: Queue\n");
    expect(await library("ready")).toMatchObject({
      out: "Queue\nFolder News\nHarbour Post · f1\n",
      err: expect.stringMatching(/^Ready for offline: 0 of 3 articles\. Room: .* of 2 GB\.\n$/),
    });

    const got: string[] = [];
    server.prependListener("request", ({ url = "" }) => void got.push(url));
    let waits = (): void => {};
    const waiting = new Promise<void>((resolve) => {
      waits = resolve;
    });
    answers.set("/page/1", () => waits());
    const killed = start(folder, ["library", "ready", "now"]);
    await waiting;
    killed.child.kill("SIGKILL");
    await killed.ended;
    expect(await asked("ready")).toMatchObject({ wanted: 3, ready: 1, kept: { queue: true, folders: [["News"]], feeds: [1] } });
    give("/page/1", "text/html", article("Page 1"));
    expect(await library("ready", "now")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Ready for offline: 3 of 3 articles\. Room: .* of 2 GB\.\n$/),
    });
    expect(got.filter((path) => path === "/page/2")).toHaveLength(1);
    // Nothing is asked for a second time, and nothing is needed any more.
    server.closeAllConnections();
    server.close();
    expect((await library("ready", "now")).out).toMatch(/^Ready for offline: 3 of 3/);
    const [id = ""] = idsIn((await library("list", "unread")).out);
    const silent = { PULSE_SERVER: "none", PATH: "" };
    expect((await start(folder, ["read", id, "--voice", "tone:beep", "--rate", "8"], { env: silent }).ended).out).toContain(
      "Tickets for the lighthouse",
    );
    expect((await library("ready", "keep", "--folder", "News", "--off")).out).toBe("Not kept ready any more: News\n");
    // What was read is wished for no more.
    expect(await asked("ready")).toMatchObject({ wanted: 2, ready: 2, kept: { queue: true, folders: [], feeds: [1] } });
  }, 90_000);
});
