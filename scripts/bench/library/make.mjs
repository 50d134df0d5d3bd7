// Makes a library of so many articles, once: `node make.mjs BUNDLE FILE COUNT`. Through the library's own door, so that it is what a
// listener would have; in one folder of the computer's memory where there is one, for a hundred thousand writes that wait for a disk take long.
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { newsOf } from "./words.mjs";

/** How many feeds each has: what is asked for in a round of refreshing must not differ. */
export const FEEDS = 1000;
/** How many days back the news goes: an article in 20 is of today. */
const DAYS = 300;
/** The newest article: the first of all days that the bench knows. */
export const NOW = Date.UTC(2026, 10, 28, 6);

const audit = { kept: {}, merged: [], left: [] };

export function articleOf(n, { articleId, feedOf }) {
  const { lang, dir, title, paragraphs, chance } = newsOf(n);
  const address = `https://${feedOf(n)}.example/${n}`;
  const published = new Date(NOW - (chance() < 0.05 ? chance() * 6 * 3600_000 : chance() * DAYS * 86_400_000)).toISOString();
  const blocks = paragraphs.map((text, at) => ({ id: `b${at}`, kind: "paragraph", text, lang: null, spans: [] }));
  const article = {
    ...{ id: articleId(address), address, kicker: null, title, byline: "A. Writer", site: feedOf(n), published, modified: null },
    ...{ image: null, lang, dir, blocks, audit },
  };
  const summary = paragraphs[0].slice(0, 300);
  // A third of the feeds gives the whole.
  const content = Number(feedOf(n).slice(4)) % 3 === 0 ? paragraphs.map((text) => `<p>${text}</p>`).join("") : `<p>${summary}</p>`;
  const text = paragraphs.join("\n");
  const item = {
    ...{ key: address, link: address, title, summary, content, author: "A. Writer", image: null, enclosures: null, published },
    ...{ words: text.split(/\s+/).length, text: content.replace(/<[^>]*>/g, " "), digest: `d${n}` },
  };
  return { article, item, published, chance };
}

async function make(bundle, file, count) {
  const { openLibrary, articleId } = await import(pathToFileURL(bundle).href);
  const memory = "/dev/shm";
  const folder = await mkdtemp(join(existsSync(memory) ? memory : tmpdir(), "lectern-bench-"));
  try {
    const library = await openLibrary(join(folder, "library.sqlite"));
    const feeds = count === 0 ? 0 : FEEDS;
    const feedOf = (n) => `feed${n % feeds}`;
    const at = new Date(NOW).toISOString();
    // Asked already, and no news comes by itself meanwhile.
    library.changeSettings({ voiceMode: "shared", refreshTime: "off" });
    for (let f = 0; f < feeds; f += 1) {
      const { id } = library.feeds.add({
        ...{ address: `https://feed${f}.example/rss`, title: `Feed number ${f}`, site: `https://feed${f}.example/` },
        ...{ folder: f % 5 === 0 ? [] : [`Folder ${f % 20}`], added: at },
      });
      const mine = [];
      for (let n = f; n < count; n += feeds) mine.push(articleOf(n, { articleId, feedOf }));
      const ids = library.items.keep(
        id,
        mine.map(({ item }) => item),
        at,
      );
      for (const [k, { article, item, published, chance }] of mine.entries()) {
        library.keepArticle(article, published);
        library.items.setArticle(ids[k], article.id, item.words);
        // Most was heard, some is starred.
        if (chance() < 0.7) library.items.setRead([ids[k]], new Date(Date.parse(published) + 3600_000).toISOString());
        if (chance() < 0.02) library.items.setStarred(ids[k], published);
        if (chance() < 30 / count) library.items.enqueue([ids[k]], "end");
      }
      if (f % 50 === 49) console.log(`  ${Math.round(((f + 1) * count) / feeds)} of ${count} articles`);
    }
    library.close();
    await mkdir(dirname(file), { recursive: true });
    await copyFile(join(folder, "library.sqlite"), `${file}.part`);
    await rename(`${file}.part`, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const [bundle, file, count] = process.argv.slice(2);
if (file !== undefined) await make(bundle, file, Number(count));
