import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reader } from "../../src/contract/index.ts";
import { openLibrary } from "../../src/library/index.ts";
import { type ArticleId, type BookmarkId, blockId, type EditionJobId, type ItemId, voiceId } from "../../src/model/index.ts";
import { readCrashes } from "../../src/shell/crashes.ts";
import { knock, type Line } from "../../src/shell/door/index.ts";
import { expectArticle, expectPlaying, soon } from "../journeys/eyes.ts";
import { type Lectern, launch, makeHome, ROOT } from "../journeys/harness.ts";
import { toyFolder } from "../speak/toy-voice.ts";
import { feedOf, randomOf } from "../sync/lectern.ts";
import { heardSince, surely, watchHeard } from "./heard-by.ts";

/** How long the session is for its listener, hours; it is listened to at eight times the voice's pace, so it takes an eighth of that. */
const HOURS = Number(process.env.LECTERN_FAULT_HOURS ?? 2);
const RATE = 8;
const SECONDS = (HOURS * 3_600) / RATE;
const seed = Number(process.env.LECTERN_SEED ?? 8);
const FEEDS = 8;
/** Between two kills, milliseconds; one in five comes while what was killed before comes back. */
const BETWEEN = [3_000, 12_000] as const;
/** Until it must be heard again, milliseconds: starting anything takes seconds on a busy machine. */
const BACK = 90_000;
/** How long what is under way in the end may take, milliseconds: each article waits for its turn at the site. */
const LAST_ROUND = 300_000;
/** The list of editions keeps so many of those that are made, the last ones. */
const LISTED = 50;
/** A look for news and an edit come so often, milliseconds. */
const NEWS = 6_000;
const EDIT = 150;

/** What is heard may be noted so much later, milliseconds. */
const NOTED_WITHIN = 500;

/** What is killed, and how its process is found among those of the system. */
const PARTS = ["host", "voice", "page", "drawing"] as const;
type Part = (typeof PARTS)[number];

const SENTENCES = Math.ceil(SECONDS * 2.5) + 200;
const STORY = `# The road of numbers\n\n${Array.from({ length: Math.ceil(SENTENCES / 5) }, (_, paragraph) =>
  [1, 2, 3, 4, 5].map((n) => `Stone number ${paragraph * 5 + n} stands by the road and looks over the river to the other side.`).join(" "),
).join("\n\n")}\n`;
const EDITION = Array.from({ length: 60 }, (_, n) => `Part ${n} of what is taken along is short, but there is much of it.`).join("\n\n");

const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as { readonly version: string };
const numberOf = (sentence: string): number | null => {
  const found = /^Stone number (\d+) /.exec(sentence)?.[1];
  return found === undefined ? null : Number(found);
};

describe("a session in which everything dies at random", () => {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const published = new Map<string, string[]>();
  let server: Server;
  let address: string;
  let folder: string;
  let home: string;
  let lectern: Lectern;
  let line: Line | null = null;
  let over = false;

  /** Asks the host, over a line of its own; null: it died before it answered. */
  async function ask<T>(what: (reader: Reader) => Promise<T>): Promise<T | null> {
    try {
      line ??= await knock(join(home, "library.sqlite"), version);
      if (!line) return null;
      const { reader, lost } = line;
      return await Promise.race([what(reader), lost]);
    } catch {
      hangUp();
      return null;
    }
  }
  function hangUp(): void {
    line?.close();
    line = null;
  }
  async function must<T>(what: (reader: Reader) => Promise<T>): Promise<T> {
    for (;;) {
      const answer = await ask(what);
      if (answer !== null) return answer;
      await wait(200);
    }
  }
  const pidOf = (part: Part): Promise<number | null> =>
    surely(() =>
      lectern.app.evaluate(({ app }, wanted) => {
        const is: Readonly<Record<string, (one: Electron.ProcessMetric) => boolean>> = {
          host: ({ name }) => name === "Lectern",
          voice: ({ name }) => name === "Lectern voice",
          page: ({ type }) => type === "Tab",
          drawing: ({ type }) => type === "GPU",
        };
        return app.getAppMetrics().find((one) => is[wanted]?.(one))?.pid ?? null;
      }, part),
    );

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "lectern-faults-"));
    server = createServer((request, response) => {
      const links = published.get(request.url ?? "");
      response.setHeader("content-type", links ? "application/rss+xml" : "text/html");
      if (!links) {
        response.end(
          `<title>Page</title><article><h1>Page ${request.url}</h1><p>${"There is something to read here. ".repeat(20)}</p></article>`,
        );
        return;
      }
      response.end(feedOf(`Site ${request.url}`, links, (index) => new Date(Date.now() - index * 60_000)));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (let feed = 0; feed < FEEDS; feed += 1) published.set(`/${feed}.xml`, [`${address}/${feed}/0`]);
    home = await makeHome({ rate: RATE, refreshTime: "off", voice: voiceId("neural", "en_GB-toy-low") });
    lectern = await launch({ home, hasGpu: true });
  });
  afterAll(async () => {
    over = true;
    hangUp();
    await lectern?.close().catch(() => {});
    server?.close();
    for (const one of [folder, home]) await rm(one, { recursive: true, force: true });
  });

  it(`comes back by itself for ${HOURS} hours, loses nothing, and says at most one sentence twice (seed ${seed})`, async () => {
    const toy = await toyFolder(join(folder, "toy"));
    await must((reader) => reader.importVoice({ path: toy }));
    for (const path of published.keys()) await must((reader) => reader.subscribe({ address: address + path, folder: [] }));
    const taken = await must((reader) =>
      reader.open({ kind: "content", content: `Taken along\n\n${EDITION}`, url: null, type: "text/plain", lang: "en" }),
    );
    const story = await must((reader) => reader.open({ kind: "content", content: STORY, url: null, type: "text/markdown", lang: "en" }));
    const article: ArticleId = story.article.id;
    await lectern.close({ remove: false });
    hangUp();
    lectern = await launch({ home, hasGpu: true });
    await watchHeard(lectern.app);
    await expectArticle(lectern.page, "The road of numbers");
    await soon(async () => expect(await lectern.page.evaluate(() => performance.getEntriesByName("interactive").length)).toBe(1));
    await lectern.page.keyboard.press("Control+Digit2");
    await expectPlaying(lectern.page, true);

    const stars = new Map<ItemId, boolean>();
    const unsure = new Set<ItemId>();
    const marks = new Set<BookmarkId>();
    const jobs = new Set<EditionJobId>();
    const count = { edits: 0, acknowledged: 0, rounds: 0, editions: 0 };
    const editing = (async () => {
      while (!over) {
        await wait(EDIT);
        count.edits += 1;
        if (random() < 0.3) {
          const block = blockId(Math.floor(random() * (SENTENCES / 5)));
          const made = await ask((reader) => reader.addBookmark({ article, place: { block, offset: 0 }, end: 10 }));
          if (made) {
            marks.add(made.bookmark.id);
            count.acknowledged += 1;
          }
          continue;
        }
        const items = await ask((reader) => reader.news({ list: "all", feed: null, folder: null, after: null, limit: 100 }));
        const item = items && items.length > 0 ? pick(items) : null;
        if (!item) continue;
        const starred = !(stars.get(item.id) ?? false);
        const done = await ask((reader) => reader.starItem({ item: item.id, starred }).then(() => true));
        if (done) {
          stars.set(item.id, starred);
          unsure.delete(item.id);
          count.acknowledged += 1;
        } else unsure.add(item.id);
      }
    })();
    const refreshing = (async () => {
      for (let n = 1; !over; n += 1) {
        await wait(NEWS);
        const path = `/${Math.floor(random() * FEEDS)}.xml`;
        published.get(path)?.unshift(`${address}/${path.slice(1, 2)}/${n}`);
        if (await ask((reader) => reader.startRefresh({ all: true }))) count.rounds += 1;
      }
    })();
    const exporting = (async () => {
      while (!over) {
        await wait(1_000);
        const state = await ask((reader) => reader.editions({}));
        if (state === null || state.jobs.some((job) => job.state.kind !== "made" && job.state.kind !== "failed")) continue;
        const made = await ask((reader) =>
          reader.startEdition({
            picks: [{ kind: "article", article: taken.article.id }],
            title: `Taken ${count.editions}`,
            format: "mp3",
            target: { kind: "folder", folder },
            voice: voiceId("espeak", "en-us"),
            rate: 1,
            taste: { verbosity: "normal", lang: "en" },
          }),
        );
        if (made) jobs.add(made.job);
        count.editions += 1;
      }
    })();

    const heard: number[] = [];
    let noted = 0;
    const kills: { readonly part: Part; readonly after: number; readonly back: number }[] = [];
    const problems: string[] = [];
    const wrongly: string[] = [];
    /** When something was killed, milliseconds since 1970. */
    const killed: number[] = [];
    /** When the sentence that sounds was begun, and how often it was begun anew. */
    let begun = 0;
    let again = 0;
    const listenOn = async (): Promise<void> => {
      const fresh = await heardSince(lectern.app, noted);
      noted += fresh.length;
      for (const { kind, text, at } of fresh) {
        if (kind === "problem") problems.push(text);
        const number = kind === "heard" ? numberOf(text) : null;
        if (number === null) continue;
        const last = heard.at(-1) ?? number - 1;
        again = number === last ? again + 1 : 0;
        if (again === 0) begun = at;
        // Each kill may cost one sentence, heard once more: not another, and not the same a third time.
        const mayBe = killed.filter((when) => when > begun - NOTED_WITHIN).length;
        if ((number !== last && number !== last + 1) || again > mayBe)
          wrongly.push(`${last} → ${number} after ${kills.at(-1)?.part}, the ${kills.length}. kill`);
        heard.push(number);
      }
    };
    const goesOn = async (from: number, why: string): Promise<void> => {
      const until = Date.now() + BACK;
      for (;;) {
        await listenOn();
        if ((heard.at(-1) ?? 0) >= from + 2) return;
        if (Date.now() > until)
          throw new Error(`It is silent at ${heard.at(-1)} ${why}. ${problems.join("; ")} ${lectern.terminal().slice(-1_500)}`);
        await wait(50);
      }
    };
    await goesOn(0, "at the beginning");
    const ends = Date.now() + SECONDS * 1_000;
    let deck: Part[] = [];
    while (Date.now() < ends && (heard.at(-1) ?? 0) < SENTENCES - 50) {
      await wait(BETWEEN[0] + random() * (BETWEEN[1] - BETWEEN[0]));
      await listenOn();
      const twice = random() < 0.2 ? 2 : 1;
      const from = heard.at(-1) ?? 0;
      const began = Date.now();
      const parts: Part[] = [];
      for (let n = 0; n < twice; n += 1) {
        if (deck.length === 0) deck = [...PARTS].sort(() => random() - 0.5);
        const part = deck.pop() ?? "host";
        const pid = await pidOf(part);
        if (pid === null) continue;
        process.kill(pid, "SIGKILL");
        killed.push(Date.now());
        parts.push(part);
        await wait(random() * 400);
      }
      for (const part of parts) kills.push({ part, after: from, back: 0 });
      await goesOn(from, `after ${parts.join(" and ")} died`);
      for (const kill of kills.splice(kills.length - parts.length)) kills.push({ ...kill, back: Date.now() - began });
    }
    over = true;
    await Promise.all([editing, refreshing, exporting]);
    // What was under way comes to its end, without anybody's doing.
    await must((reader) => reader.startRefresh({ all: true }));
    for (const until = Date.now() + LAST_ROUND; (await must((reader) => reader.refreshState({}))).running && Date.now() < until; )
      await wait(200);
    const made = await (async () => {
      for (const until = Date.now() + LAST_ROUND; ; ) {
        const { jobs: all } = await must((reader) => reader.editions({}));
        if (all.every(({ state }) => state.kind === "made" || state.kind === "failed") || Date.now() > until) return all;
        await wait(500);
      }
    })();
    hangUp();
    await listenOn();
    await lectern.close({ remove: false });

    const often = PARTS.map((part) => `${part} ${kills.filter((kill) => kill.part === part).length}`).join(", ");
    const backs = kills.map(({ back }) => back).sort((one, other) => one - other);
    console.log(
      `${kills.length} kills (${often}) while ${new Set(heard).size} sentences were heard; two sentences further within ${backs[backs.length >> 1]} ms ` +
        `(the longest ${backs.at(-1)} ms). ${count.acknowledged} of ${count.edits} edits acknowledged, ${count.rounds} rounds of news, ` +
        `${made.filter(({ state }) => state.kind === "made").length} of ${made.length} editions made. Problems shown: ${problems.join("; ") || "none"}.`,
    );
    expect(wrongly).toEqual([]);
    for (const part of PARTS) expect(kills.map((kill) => kill.part)).toContain(part);
    expect(kills.length).toBeGreaterThan(SECONDS / 30);
    // Whatever was acknowledged is there, as it was said.
    const library = await openLibrary(join(home, "library.sqlite"));
    try {
      const items = library.items.list({ list: "all", feed: null, folder: null, after: null, limit: 10_000 }, "");
      expect(items.map(({ link }) => link).toSorted()).toEqual([...published.values()].flat().toSorted());
      const wrong = items.filter(({ id, starred }) => stars.has(id) && !unsure.has(id) && stars.get(id) !== starred);
      expect(wrong).toEqual([]);
      const there = new Set(library.bookmarks.all(null).map(({ id }) => id));
      expect([...marks].filter((id) => !there.has(id))).toEqual([]);
      // The place is where it was heard last, or up to a second further: it reads on until it is closed.
      const paragraph = Math.floor((heard.at(-1) ?? 0) / 5);
      const kept = Number(library.place(article)?.block.slice(1));
      expect(kept, `heard up to ${paragraph}`).toBeGreaterThanOrEqual(paragraph - 1);
      expect(kept, `heard up to ${paragraph}`).toBeLessThanOrEqual(paragraph + 2);
    } finally {
      library.close();
    }
    const listed = made.filter(({ id }) => jobs.has(id)).length;
    if (made.length < LISTED) expect(listed).toBe(jobs.size);
    expect([...jobs].slice(-listed).filter((id) => !made.some((job) => job.id === id))).toEqual([]);
    expect(made.filter(({ state, file }) => state.kind !== "made" || !existsSync(file)).map(({ state }) => state)).toEqual([]);
    // Each is of the same text by the same voice: none lacks a piece, or has one twice.
    const sizes = await Promise.all(made.map(async ({ file }) => (await stat(file)).size));
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(2_000);
    expect(readCrashes(home).length).toBeGreaterThan(0);
  });
});
