import { join } from "node:path";
import { editionRecords } from "../../src/app/edition/job-records.ts";
import { createApp } from "../../src/app/index.ts";
import { fetchFeed, fetchPicture, fetchSource } from "../../src/fetch/index.ts";
import { openLibrary } from "../../src/library/index.ts";
import type { EditionJobId, SaidLanguage, SettingsChange } from "../../src/model/index.ts";
import { type Answer, openSite, type Site } from "./fixture.ts";
import { drawHarbour } from "./harbour-picture.ts";
import { BEEPS, makeHome } from "./harness.ts";
import { type TownWords, townWords } from "./town-words.ts";

/** A town's site of its own, and the homes of its readers. */
export interface Town {
  readonly lang: SaidLanguage;
  readonly words: TownWords;
  readonly site: Site;
  /** The paths that somebody waits for an answer of. */
  readonly held: ReadonlySet<string>;
  /** Whether the article has a paragraph more now. */
  grow(grown: boolean): void;
  /** The home of a listener with feeds, a queue, bookmarks, pronunciations and a profile. */
  makeReader(settings?: SettingsChange): Promise<string>;
  close(): Promise<void>;
}

const send =
  (type: string, body: () => string | Buffer): Answer =>
  (_request, response) => {
    response.setHeader("content-type", type);
    response.end(body());
  };

const direction = (lang: SaidLanguage): string => (lang === "ar" || lang === "fa" ? "rtl" : "ltr");

function articleHtml(lang: SaidLanguage, words: TownWords, grown: boolean): string {
  const { paragraphs, link, list, table, heading, news } = words;
  const [first, second, third, fourth] = paragraphs;
  const [head, ...rows] = table.map((cells, at) => cells.map((cell) => (at === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join(""));
  return `<!doctype html><html lang="${lang}" dir="${direction(lang)}"><head><title>${words.title}</title>
<meta property="og:site_name" content="${words.feeds[0]}"><meta name="author" content="${words.author}">
<meta property="article:published_time" content="2024-05-06T08:00:00Z"></head><body><main><article>
<h1>${words.title}</h1><p>${first}</p><p>${second.replace(link, `<a href="/story-0">${link}</a>`)}</p>
<figure><img src="/harbour.png" alt="${words.photo}"><figcaption>${words.caption}</figcaption></figure>
<h2>${heading}</h2><p>${third}</p><blockquote><p>${words.quotation}</p></blockquote>
<ul>${list.map((item) => `<li>${item}</li>`).join("")}</ul>
<table><tr>${head}</tr>${rows.map((row) => `<tr>${row}</tr>`).join("")}</table>
<h2>${words.headlines[2]}</h2><p>${fourth}</p>${grown ? `<p>${news}</p>` : ""}
</article></main><footer><p>${words.rights}</p></footer></body></html>`;
}

const storyHtml = (lang: SaidLanguage, words: TownWords, title: string): string =>
  `<!doctype html><html lang="${lang}" dir="${direction(lang)}"><title>${title}</title><article><h1>${title}</h1>${words.paragraphs.map((one) => `<p>${one}</p>`).join("")}</article></html>`;

/** The minutes that lie between two items of a feed. */
const BETWEEN = 37;

/** A feed; `first`: the number of its first item's page. */
const feedXml = (address: string, name: string, titles: readonly string[], words: TownWords, first: number): string =>
  `<rss version="2.0"><channel><title>${name}</title>${titles
    .map(
      (title, n) =>
        `<item><title>${title}</title><link>${address}/story-${first + n}</link><guid isPermaLink="false">${title}</guid><pubDate>${new Date(Date.now() - (n * 2 + first) * BETWEEN * 60_000).toUTCString()}</pubDate><description>${words.paragraphs[n % 4]}</description></item>`,
    )
    .join("")}</channel></rss>`;

/** An edition that is made, one that failed, and one that is paused. */
async function keepEditions(folder: string, words: TownWords): Promise<void> {
  const records = editionRecords(folder);
  const states = ["paused", "failed", "made"] as const;
  for (const [at, state] of states.entries())
    await records.keep({
      id: `000000000000000${at}` as EditionJobId,
      order: {
        picks: [],
        title: words.headlines[at] ?? words.title,
        format: "mp3",
        target: { kind: "folder", folder: "/home/reader/Music" },
        voice: null,
        rate: 1,
        taste: { verbosity: "normal", lang: "en" },
      },
      file: `/home/reader/Music/${words.headlines[at] ?? words.title}.mp3`,
      added: `2026-06-0${at + 1}T08:00:00Z`,
      state,
      problem: state === "failed" ? "disk-full" : null,
      missing: state === "made" ? 2 : 0,
      starts: 0,
      bytes: 12_000_000,
      seconds: state === "made" ? 1500 : 0,
      ended: state === "made" ? "2026-06-03T08:10:00Z" : "",
    });
  await records.keepLast({ folder: "/home/reader/Music", format: "mp3" });
}

/** Opens the town of a language. Its `/never` answers nobody, its `/broken` has a failure of its own. */
export async function openTown(lang: SaidLanguage): Promise<Town> {
  const words = townWords(lang);
  const held = new Set<string>();
  let grown = false;
  let urgent = false;
  const [local, coast, broken] = words.feeds;
  const site: Site = await openSite({
    "/": send(
      "text/html; charset=utf-8",
      () =>
        `<!doctype html><title>${local}</title><link rel="alternate" type="application/rss+xml" title="${local}" href="/local.xml"><link rel="alternate" type="application/rss+xml" title="${coast}" href="/islands.xml">`,
    ),
    "/town": send("text/html; charset=utf-8", () => articleHtml(lang, words, grown)),
    "/harbour.png": send("image/png", drawHarbour),
    "/local.xml": send("application/rss+xml; charset=utf-8", () =>
      feedXml(
        site.address,
        local,
        urgent ? [...words.headlines.slice(0, 4), words.news.split(/[.。]/)[0] ?? ""] : words.headlines.slice(0, 4),
        words,
        0,
      ),
    ),
    "/coast.xml": send("application/rss+xml; charset=utf-8", () => feedXml(site.address, coast, words.headlines.slice(4), words, 4)),
    "/islands.xml": send("application/rss+xml; charset=utf-8", () => feedXml(site.address, coast, words.headlines.slice(3, 5), words, 3)),
    "/broken": (_request, response) => response.writeHead(500).end(),
    "/never": (request) => held.add(request.url ?? ""),
    ...Object.fromEntries(
      words.headlines.map((title, n) => [`/story-${n}`, send("text/html; charset=utf-8", () => storyHtml(lang, words, title))]),
    ),
  });

  async function makeReader(settings: SettingsChange = {}): Promise<string> {
    const profiles = [{ name: words.profile, settings: { theme: "sepia", textSize: 125 } }];
    const home = await makeHome({
      voice: BEEPS,
      rate: 0.5,
      ownServers: [site.address],
      language: lang,
      refreshTime: "off",
      profiles,
      ...settings,
    });
    await keepEditions(join(home, "edition-jobs"), words);
    const library = await openLibrary(join(home, "library.sqlite"));
    const now = (): string => new Date().toISOString();
    library.feeds.add({ address: `${site.address}/broken`, title: broken, site: null, folder: [words.folder], added: now() });
    const app = createApp({
      fetch: {
        source: (request, signal, own) => fetchSource(request, { signal, own }),
        picture: (address, signal, own) => fetchPicture(address, { signal, own }),
        feed: (request, signal, own) => fetchFeed(request, { signal, own }),
      },
      library,
      engines: [],
      clock: { now },
      log: () => {},
    });
    const { feed } = await app.subscribe({ address: `${site.address}/local.xml`, folder: [words.folder] });
    await app.subscribe({ address: `${site.address}/coast.xml`, folder: [] });
    await app.changeFeed({ feed: feed.id, breaking: true });
    urgent = true;
    for await (const _progress of app.refresh({ all: true }));
    urgent = false;
    const items = await app.news({ list: "all", feed: null, folder: null, after: null, limit: 10 });
    const byTitle = words.headlines.flatMap((title) => items.find((item) => item.title === title) ?? []);
    await app.enqueue({ items: byTitle.slice(0, 3).map(({ id }) => id), where: "end" });
    if (byTitle[3]) await app.openItem({ item: byTitle[3].id });
    if (byTitle[1]) await app.starItem({ item: byTitle[1].id, starred: true });
    const { article } = await app.open({ kind: "address", address: `${site.address}/town`, url: null, type: null, lang: null });
    const blocks = article.blocks.filter(({ kind }) => kind === "paragraph");
    for (const [at, block] of blocks.slice(0, 2).entries()) {
      const end = (words.paragraphs[at]?.search(/[.。]/) ?? 0) + 1;
      const { bookmark } = await app.addBookmark({ article: article.id, place: { block: block.id, offset: 0 }, end });
      if (at === 0) await app.noteBookmark({ bookmark: bookmark.id, note: words.note });
    }
    const [written, spoken] = words.word;
    await app.changeLexicon({
      kind: "keep",
      entries: [
        { written, spoken, match: "word", lang, site: null, voice: null, ignoreCase: true },
        { written: "SDF", spoken: "S D F", match: "word", lang: null, site: "example.org", voice: null, ignoreCase: false },
      ],
    });
    await app.close();
    return home;
  }
  return {
    lang,
    words,
    site,
    held,
    grow(value) {
      grown = value;
    },
    makeReader,
    close: site.close,
  };
}
