import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/index.ts";
import { voiceId } from "../../src/model/index.ts";
import { toyFolder } from "../speak/toy-voice.ts";

const CLI = join(import.meta.dirname, "../../out/cli.js");

const PAGE = `<!doctype html><html lang="en"><head><title>Ferry sails again – Harbour Post</title></head><body>
<a href="#main">Skip to content</a>
<article id="main"><p class="kicker">Transport</p><h1>Ferry sails again</h1>
<p>The ferry left the northern pier at noon on Feb. 18, 2019, with nine people on board and a brass band that played until dusk.</p>
<figure><img src="/ferry.jpg" alt="The ferry leaves the pier"><figcaption>The ferry leaves the pier</figcaption></figure>
<p>It was the first crossing since the storm, and the U.S. Coast Guard had checked the boat twice before it was let out of the harbour.</p>
<h2>At sea</h2><p>"We saw seals," the captain said, who had sailed the strait for more than thirty years and had never seen so many of them.</p>
</article></body></html>`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-cli-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line as a shell would. */
function lectern(args: readonly string[], input = "", env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd: folder,
      env: { ...process.env, LC_ALL: "en_US.UTF-8", LECTERN_HOME: join(folder, "home"), ...env },
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (part) => {
      out += part;
    });
    child.stderr.on("data", (part) => {
      err += part;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, out, err }));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

async function page(): Promise<string> {
  const path = join(folder, "page.html");
  await writeFile(path, PAGE);
  return path;
}

describe("a text whose first line is its title", () => {
  it("has it once", async () => {
    await writeFile(join(folder, "note.txt"), "The ferry sails again.\n");
    expect((await lectern(["extract", "note.txt", "--text"])).out.match(/The ferry sails again/g)).toHaveLength(1);
  });
});

describe("what was left out", () => {
  const withBox = PAGE.replace("<h2>", '<div class="newsletter"><p>The owner will sell the ferry in the spring.</p></div><h2>');
  const BOX = "The owner will sell the ferry in the spring.";

  it("is listed with its ids, put back by one, and left out by a block's", async () => {
    const path = join(folder, "box.html");
    await writeFile(path, withBox);
    const audit = await lectern(["extract", path, "--audit"]);
    expect(audit).toMatchObject({ code: 0, err: "" });
    const line = audit.out.split("\n").find((one) => one.includes(BOX)) ?? "";
    expect(line).toMatch(/^l\d+ newsletter sign-up: The owner/);
    const id = line.split(" ")[0] ?? "";
    const back = await lectern(["extract", path, "--text", "--put-back", id]);
    expect(back.out.indexOf(BOX)).toBeLessThan(back.out.indexOf("At sea"));
    expect(back.out).toContain(BOX);
    expect((await lectern(["narrate", path, "--put-back", id])).out).toContain(BOX);
    expect((await lectern(["extract", path, "--audit", "--put-back", id])).out).toContain(`${id} put back, newsletter`);
    const out = await lectern(["extract", path, "--text", "--leave-out", "b0", "b2"]);
    expect(out.out).not.toContain("brass band");
    expect(out.out).not.toContain("Coast Guard");
    const wrong = await lectern(["extract", path, "--put-back", "l77"]);
    expect(wrong.code).toBe(1);
    expect(wrong.err).toMatch(/^not-found: .*l77/);
  });

  it("stays put back when it is read again", async () => {
    const path = join(folder, "box.html");
    // Short: it is read in real time.
    await writeFile(path, withBox.replace(/<p>It was the first[\s\S]*?<\/p>|<figure>[\s\S]*?<\/figure>|<p>"We saw[\s\S]*?<\/p>/g, ""));
    const id =
      (await lectern(["extract", path, "--audit"])).out
        .split("\n")
        .find((one) => one.includes(BOX))
        ?.split(" ")[0] ?? "";
    const read = async (...more: readonly string[]): Promise<string> => {
      const { out, err } = await lectern(["read", ...more, "--voice", "tone:beep", "--rate", "8"], "", { PULSE_SERVER: "none", PATH: "" });
      return err + out;
    };
    expect(await read(path, "--put-back", id)).toContain(BOX);
    // Without an address it goes on with what was read last, and says so.
    const again = await read();
    expect(again).toContain(BOX);
    expect(again).toContain("Going on with: Ferry sails again");
  }, 60_000);
});

describe("what a page has that a terminal would obey", () => {
  const EVIL = "The \u202Eferry\u009B31m left\u001B]0;x\u0007 the \u2066pier\rat noon with nine people and a brass band on board of it.";
  const evil = `<!doctype html><html lang="en"><title>Fer\u202Ery</title><article><h1>Fer\u202Ery</h1><p>${EVIL}</p><p>${EVIL} Again.</p></article>`;
  const OBEYED = /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u;

  it.each([["extract", "--text"], ["extract", "--markdown"], ["extract", "--audit"], ["narrate"]])(
    "%s %s does not write it",
    async (...args) => {
      const { code, out, err } = await lectern([...args, "-", "--type", "text/html"], evil);
      expect(code).toBe(0);
      expect(out + err).not.toMatch(OBEYED);
    },
  );

  it("is in JSON what it was, in signs that a terminal only shows", async () => {
    const { out } = await lectern(["extract", "-", "--json", "--type", "text/html"], evil);
    expect(out).not.toMatch(OBEYED);
    expect(JSON.parse(out).blocks[0].text).toContain("\u202Eferry");
  });
});

describe("extract", () => {
  it("answers with the article as JSON, text or Markdown", async () => {
    const path = await page();
    const json = await lectern(["extract", path, "--json", "--url", "https://harbour.example/ferry"]);
    const article = JSON.parse(json.out);
    expect(json.code).toBe(0);
    expect(Object.keys(article)).toEqual(
      expect.arrayContaining(["title", "kicker", "byline", "site", "published", "modified", "lang", "image", "address", "blocks", "audit"]),
    );
    expect(article).toMatchObject({
      title: "Ferry sails again",
      kicker: "Transport",
      lang: "en",
      address: "https://harbour.example/ferry",
    });
    expect(article.blocks.map(({ kind }: { kind: string }) => kind)).toEqual(["paragraph", "figure", "paragraph", "heading", "paragraph"]);
    expect(article.audit.merged).toHaveLength(1);
    const text = await lectern(["extract", path]);
    expect(text.out).toMatch(/^Transport\nFerry sails again\n/);
    expect(text.out).not.toContain("Skip to content");
    const markdown = await lectern(["extract", path, "--markdown"]);
    expect(markdown.out).toContain("# Ferry sails again\n");
    expect(markdown.out).toContain("\n## At sea\n");
  });

  it("keeps emphasis and code in Markdown", async () => {
    const html = PAGE.replace("<p>It was the first", "<p>It was <em>the <strong>very</strong> </em>first <b>*</b> <code>a`b*c</code>");
    const { out } = await lectern(["extract", "-", "--markdown", "--type", "text/html"], html);
    expect(out).toContain("It was *the **very*** first **\\*** ``a`b*c`` crossing since the storm");
  });

  it("takes standard input, with what it does not say of itself", async () => {
    const { out, code } = await lectern(["extract", "-", "--json", "--type", "text/html"], PAGE);
    expect(code).toBe(0);
    expect(JSON.parse(out).title).toBe("Ferry sails again");
  });

  it("answers a batch in order, a failure in its place", async () => {
    const path = await page();
    const list = [
      path,
      "no-such-file.html",
      JSON.stringify({ content: PAGE, url: "https://b.example/", type: "text/html" }),
      "{bad",
      "",
      JSON.stringify({ content: 1 }),
    ];
    const { out, code } = await lectern(["extract", "--json", "--batch", "-"], `${list.join("\n")}\n`);
    expect(code).toBe(0);
    const answers = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers.map(({ title, code: failed }) => title ?? failed)).toEqual([
      "Ferry sails again",
      "no-file",
      "Ferry sails again",
      "bad-input",
      "bad-input",
    ]);
    expect(answers[1].address).toBe("no-such-file.html");
  });

  it("answers each item as soon as it is done", async () => {
    const child = spawn(process.execPath, [CLI, "extract", "--json", "--batch", "-"], { cwd: folder });
    const lines: string[] = [];
    let rest = "";
    child.stdout.on("data", (part) => {
      rest += part;
      const parts = rest.split("\n");
      rest = parts.pop() ?? "";
      lines.push(...parts);
    });
    const answered = async (count: number): Promise<void> => {
      while (lines.length < count) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    child.stdin.write(`${JSON.stringify({ content: PAGE, type: "text/html" })}\n`);
    await answered(1);
    child.stdin.write(`${JSON.stringify({ content: PAGE, type: "text/html" })}\n`);
    await answered(2);
    child.stdin.end();
    expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
  });
});

describe("narrate", () => {
  it("says what would be said, a line an utterance", async () => {
    const { out } = await lectern(["narrate", await page(), "--text"]);
    const lines = out.trimEnd().split("\n");
    expect(lines).toContain("Photo. The ferry leaves the pier");
    expect(lines.filter((line) => line.includes("leaves the pier"))).toHaveLength(1);
    expect(lines.some((line) => line.includes("February eighteenth, twenty nineteen"))).toBe(true);
    expect(lines).toHaveLength(7);
  });

  it("answers in JSON with places for every spoken word", async () => {
    const { out } = await lectern(["narrate", await page(), "--json"]);
    const { utterances } = JSON.parse(out);
    expect(utterances.map(({ role }: { role: string }) => role)).toEqual([
      "kicker",
      "title",
      "paragraph",
      "figure",
      "paragraph",
      "heading",
      "paragraph",
    ]);
    for (const utterance of utterances) {
      expect(Object.keys(utterance).sort()).toEqual(["lang", "pause", "pieces", "role", "spoken", "text"]);
      expect(utterance.pieces.map(({ spoken }: { spoken: string }) => spoken).join("")).toBe(utterance.spoken);
    }
    expect(utterances[2].text).toMatch(/^The ferry left .* until dusk\.$/);
    expect(utterances[5].text).toBe("At sea");
  });

  it("announces in the listener's language, but where it is for measuring", async () => {
    const spanish = { LC_ALL: "es_ES.UTF-8" };
    const path = await page();
    expect((await lectern(["narrate", path], "", spanish)).out).toContain("Sección:");
    const library = await openLibrary(join(folder, "home", "library.sqlite"));
    library.changeSettings({ language: "de" });
    library.close();
    expect((await lectern(["narrate", path], "", spanish)).out).toContain("Abschnitt:");
    expect((await lectern(["narrate", "--batch", "-"], `${path}\n`, spanish)).out).toContain("Section:");
  });

  it("takes the whole as one paragraph when it is running text", async () => {
    const { out } = await lectern(["narrate", "-", "--json", "--running"], "Share\nThe ferry left. It came back.\nXS\nSM");
    const { utterances } = JSON.parse(out);
    expect(utterances.map(({ role }: { role: string }) => role).every((role: string) => role === "paragraph")).toBe(true);
    expect(utterances.map(({ text }: { text: string }) => text).join(" ")).toBe("Share The ferry left. It came back. XS SM");
  });
});

describe("read", () => {
  it("writes a recording with a mark for every word", async () => {
    const { code, err } = await lectern(["read", await page(), "--out", "ferry.wav", "--marks", "ferry.jsonl"]);
    expect([code, err]).toEqual([0, expect.stringContaining("ferry.wav")]);
    const wav = await readFile(join(folder, "ferry.wav"));
    const seconds = wav.readUInt32LE(40) / 2 / wav.readUInt32LE(24);
    const words = (await readFile(join(folder, "ferry.jsonl"), "utf8"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(words.map(({ text }) => text).join(" ")).toContain("left the northern pier at noon on Feb. 18, 2019, with nine people");
    expect(words.every(({ start, end }, index) => end >= start && start >= (words[index - 1]?.end ?? 0) - 1e-6)).toBe(true);
    // Marks are rounded to a microsecond.
    expect(words.at(-1).end).toBeLessThanOrEqual(seconds + 1e-6);
    expect(words.filter(({ text, source }) => text === "Photo." && source === null)).toHaveLength(1);
  });

  it("is by what the listener has set, as if it had been asked for", async () => {
    const path = await page();
    await lectern(["read", path, "--voice", "tone:beep", "--rate", "4", "--out", "asked.wav"]);
    const library = await openLibrary(join(folder, "home", "library.sqlite"));
    library.changeSettings({ voice: voiceId("tone", "beep"), rate: 4 });
    await lectern(["read", path, "--out", "set.wav"]);
    library.changeSettings({ pitch: 1.5 });
    library.close();
    await lectern(["read", path, "--out", "higher.wav"]);
    const [asked, set, higher] = await Promise.all(["asked", "set", "higher"].map((name) => readFile(join(folder, `${name}.wav`))));
    expect(set?.equals(asked ?? Buffer.alloc(0))).toBe(true);
    expect(higher?.length).toBe(set?.length);
    expect(higher?.equals(set ?? Buffer.alloc(0))).toBe(false);
  });

  it("replaces no file unless it is told to, and writes what its name says", async () => {
    const path = await page();
    const voice = ["--voice", "tone:beep", "--rate", "8"];
    for (const name of ["mine.wav", "mine.jsonl"]) await writeFile(join(folder, name), "mine");
    for (const files of [["mine.wav"], ["new.wav", "--marks", "mine.jsonl"]]) {
      const { code, err } = await lectern(["read", path, ...voice, "--out", ...files]);
      expect([code, err]).toEqual([1, expect.stringMatching(/^bad-input: .*mine\.\w+ is there already.*--force/)]);
    }
    expect(await readFile(join(folder, "mine.wav"), "utf8")).toBe("mine");
    expect(await readFile(join(folder, "mine.jsonl"), "utf8")).toBe("mine");
    expect(await lectern(["read", path, ...voice, "--out", "mine.wav", "--marks", "mine.jsonl", "--force"])).toMatchObject({ code: 0 });
    expect((await readFile(join(folder, "mine.wav"))).toString("latin1", 0, 4)).toBe("RIFF");
    expect(await lectern(["read", path, ...voice, "--out", "story.mp3"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/story\.mp3.*\.wav.*lectern export ADDRESS --format mp3 --out story\.mp3/),
    });
    expect((await readdir(folder)).sort()).toEqual(["mine.jsonl", "mine.wav", "page.html"]);
  });

  it("knows only voices that are listed", async () => {
    const { code, err } = await lectern(["read", await page(), "--out", "x.wav", "--voice", '"); (system "touch ran")']);
    expect(code).toBe(1);
    expect(err).toMatch(/^no-voice: /);
  });
});

describe("voices", () => {
  it("lists the engines' voices", async () => {
    const { out, code } = await lectern(["voices", "--json"]);
    const { voices } = JSON.parse(out);
    expect(code).toBe(0);
    expect(voices.find(({ id }: { id: string }) => id === "espeak:en-us+klatt4")).toEqual({
      id: "espeak:en-us+klatt4",
      name: expect.any(String),
      lang: "en-US",
      engine: "espeak",
    });
    expect(voices.some(({ engine }: { engine: string }) => engine === "tone")).toBe(true);
  });
});

describe("failing", () => {
  let server: Server;
  let address: string;
  beforeEach(async () => {
    server = createServer((request, response) => {
      if (request.url === "/shell")
        response
          .setHeader("content-type", "text/html")
          .end('<!doctype html><title>News</title><div id="root"></div><script src="a.js"></script>');
      else if (request.url === "/rss") response.setHeader("content-type", "application/rss+xml").end("<rss><channel/></rss>");
      else response.writeHead({ "/gone": 410, "/members": 401 }[request.url ?? ""] ?? 403).end("no");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const bound = server.address();
    address = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`;
  });
  afterEach(() => server.close());

  it.each([
    ["/gone", "not-found"],
    ["/secret", "refused"],
    ["/members", "sign-in"],
    ["/rss", "feed"],
    ["/shell", "not-an-article"],
  ])("%s is %s, in one line", async (path, expected) => {
    const { code, out, err } = await lectern(["extract", address + path]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(new RegExp(`^${expected}: [^\\n]+\\n$`));
  });

  it("fails in JSON where JSON was asked for", async () => {
    const { code, err } = await lectern(["extract", "nothing-here.txt", "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(err)).toEqual({ code: "no-file", message: expect.any(String) });
  });

  it("names what could not be had", async () => {
    const { err } = await lectern(["extract", `${address}/shell`]);
    expect(err).toContain(`${address}/shell`);
    expect((await lectern(["read", "a", "--out", "b.wav"])).err).toMatch(/^no-file: a: /);
  });

  it.each([
    [["sing"]],
    [["extract"]],
    [["narrate"]],
    [["read", "a", "--marks", "m"]],
    [["read", "a", "--out", "-"]],
    [["extract", "a", "--unknown"]],
    [["read", "a", "--rate", "20"]],
    [["extract", "a", "--lang", "zz-!!"]],
    [["narrate", "a", "--verbosity", "loud"]],
  ])("wrong usage ends with 2: %j", async (args) => {
    const { code, out } = await lectern(args);
    expect([code, out]).toEqual([2, ""]);
  });
});

describe("lexicon", () => {
  it("is listed, changed and exchanged", async () => {
    expect(await lectern(["lexicon", "list"])).toMatchObject({ code: 0, out: "", err: expect.stringContaining("no entries") });
    expect(await lectern(["lexicon", "add", "Harl", "Hall", "--lang", "en", "--site", "https://www.a.example/x"])).toMatchObject({
      code: 0,
      out: "Harl → Hall (English, www.a.example)\n",
    });
    await lectern(["lexicon", "add", "B(\\d+)", "bee", "--match", "expression"]);
    await writeFile(join(folder, "more.csv"), "written,spoken,match\nOrla,Or la,\n(,x,expression\n");
    const taken = await lectern(["lexicon", "import", "more.csv"]);
    expect(taken).toMatchObject({ code: 0, out: "Took 1 entry.\n" });
    expect(taken.err).toMatch(/^more\.csv, line 3: /);
    expect((await lectern(["lexicon", "export", "mine.pls"])).code).toBe(0);
    expect(await readFile(join(folder, "mine.pls"), "utf8")).toContain("<grapheme>Orla</grapheme><alias>Or la</alias>");
    expect((await lectern(["lexicon", "remove", "Orla"])).out).toBe("Removed 1 entry.\n");
    expect(JSON.parse((await lectern(["lexicon", "list", "--json"])).out).entries.map((one: { written: string }) => one.written)).toEqual([
      "B(\\d+)",
      "Harl",
    ]);
    expect(await lectern(["lexicon", "import", "mine.pls"])).toMatchObject({ code: 0, out: "Took 3 entries.\n" });
    expect((await lectern(["lexicon", "list"])).out.split("\n")[0]).toBe("Orla → Or la");
  });

  it.each([["list"], ["add", "Harl", "Hall"]])("%s tells once of a library that was damaged", async (...args) => {
    await lectern(["lexicon", "list"]);
    await writeFile(join(folder, "home/library.sqlite"), "This is no library. ".repeat(500));
    const told = await lectern(["lexicon", ...args]);
    expect(told.err).toMatch(/^The library was damaged\. It was set aside as .*library\.sqlite\.damaged-/);
    expect((await lectern(["lexicon", ...args])).err).not.toContain("damaged");
  });

  it("takes no bytes for a PLS file, and UTF-16 for text", async () => {
    await writeFile(join(folder, "noise.pls"), Buffer.from([0x80, 0x13, 0xfe, 0x00, 0x2c, 0xc3]));
    expect(await lectern(["lexicon", "import", "noise.pls"])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^bad-input: .*no PLS file/),
    });
    await writeFile(join(folder, "sheet.txt"), Buffer.from("\uFEFFHarl\tHall\r\n", "utf16le"));
    expect((await lectern(["lexicon", "import", "sheet.txt"])).out).toBe("Took 1 entry.\n");
    expect((await lectern(["lexicon", "list"])).out).toBe("Harl → Hall\n");
  });

  it("is heard, but in a batch where it is not asked for", async () => {
    expect((await lectern(["lexicon", "add", "Ferry", "boat", "--match-case"])).out).toBe("Ferry → boat\n");
    expect((await lectern(["lexicon", "add", "ferry", "boat", "--match-case"])).out).toBe("ferry → boat\n");
    await lectern(["lexicon", "remove", "Ferry"]);
    await lectern(["lexicon", "remove", "ferry"]);
    expect((await lectern(["lexicon", "add", "ferry", "boat"])).out).toBe("ferry → boat (any case)\n");
    const path = await page();
    expect((await lectern(["narrate", path, "--text"])).out).toContain("The boat left");
    expect((await lectern(["narrate", path, "--text", "--no-lexicon"])).out).toContain("The ferry left");
    // A batch is for measuring: the same on every machine.
    expect((await lectern(["narrate", "--batch", "-"], `${path}\n`)).out).toContain("The ferry left");
    expect((await lectern(["narrate", "--batch", "-", "--lexicon"], `${path}\n`)).out).toContain("The boat left");
  });

  it("is written over no file unless that is wanted", async () => {
    await lectern(["lexicon", "add", "Harl", "Hall"]);
    await writeFile(join(folder, "mine.csv"), "mine");
    const refused = { code: 1, err: expect.stringMatching(/^bad-input: mine\.\w+ is there already/) };
    expect(await lectern(["lexicon", "export", "mine.csv"])).toMatchObject(refused);
    await writeFile(join(folder, "mine.opml"), "mine");
    expect(await lectern(["library", "export", "mine.opml"])).toMatchObject(refused);
    expect(await readFile(join(folder, "mine.csv"), "utf8")).toBe("mine");
    expect(await readFile(join(folder, "mine.opml"), "utf8")).toBe("mine");
    expect(await lectern(["lexicon", "export", "mine.csv", "--force"])).toMatchObject({ code: 0 });
    expect(await lectern(["library", "export", "mine.opml", "--force"])).toMatchObject({ code: 0 });
    expect(await readFile(join(folder, "mine.csv"), "utf8")).toContain("Harl,Hall");
    expect(await readFile(join(folder, "mine.opml"), "utf8")).toContain("<opml");
    expect(await lectern(["library", "export", "."])).toMatchObject({ code: 1, err: expect.stringMatching(/^storage: .*It is a folder/) });
  });

  it("says what is wrong", async () => {
    expect(await lectern(["lexicon", "remove", "Orla"])).toMatchObject({ code: 1, err: expect.stringMatching(/^not-found: .*Orla/) });
    expect(await lectern(["lexicon", "add", "(a", "b", "--match", "expression"])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^bad-input: /),
    });
    for (const silent of [["a"], ["a", ""], ["a", " "]])
      expect(await lectern(["lexicon", "add", ...silent])).toMatchObject({ code: 2, err: expect.stringContaining("--match skip") });
    expect(await lectern(["lexicon", "add", "a", "--match", "skip"])).toMatchObject({ code: 0, out: "a → (nothing) (skip, any case)\n" });
    expect((await lectern(["lexicon", "add", "b".repeat(201), "c"])).err).toMatch(/^bad-input: .*200/);
    expect((await lectern(["lexicon", "add", "a", "--match", "word"])).code).toBe(2);
    expect(await lectern(["lexicon", "import", "no.csv"])).toMatchObject({ code: 1, err: expect.stringMatching(/^not-found: /) });
    expect((await lectern(["lexicon"])).code).toBe(2);
  });
});

describe("lectern voices", () => {
  it("adds a voice out of a folder, reads with it, and deletes it", async () => {
    const from = await toyFolder(join(folder, "toy"));
    expect(await lectern(["voices", "add", from])).toMatchObject({
      code: 0,
      out: "neural:en_GB-toy-low: Toy (British English) can speak now.\n",
      err: "",
    });
    expect((await lectern(["voices"])).out).toMatch(/^neural:en_GB-toy-low {2,}Toy · British English \(en-GB\)$/m);
    const read = await lectern(
      ["read", "-", "--type", "text/plain", "--voice", "neural:en_GB-toy-low", "--out", "a.wav"],
      "The ferry left at noon.",
    );
    expect(read).toMatchObject({ code: 0 });
    expect((await readFile(join(folder, "a.wav"))).length).toBeGreaterThan(20_000);
    expect(JSON.parse((await lectern(["voices", "offered", "--json"])).out).kept).toMatchObject([{ name: "en_GB-toy-low", speakers: 1 }]);
    expect((await lectern(["voices", "remove", "neural:en_GB-toy-low"])).code).toBe(0);
    expect((await lectern(["voices"])).out).not.toContain("neural:");
  });

  it("says what can be added, and what is wrong", async () => {
    const offered = await lectern(["voices", "offered"]);
    expect(offered.code).toBe(0);
    expect(offered.out).toMatch(/^en_GB-alba-medium {2,}Alba \(British English\), 63 MB\. Licence: CC BY 4\.0\.$/m);
    const nothing = await lectern(["voices", "add", "nothing", "--json"]);
    expect(nothing.code).toBe(1);
    expect(JSON.parse(nothing.err)).toMatchObject({ code: "not-found" });
    expect(await lectern(["voices", "remove", "nobody"])).toMatchObject({ code: 1, out: "" });
    expect((await lectern(["voices", "add"])).code).toBe(2);
  });
});
