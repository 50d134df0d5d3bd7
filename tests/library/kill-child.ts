// A process that writes to a library without end, says after each write what is kept now, and is killed in the middle of it.
import { writeSync } from "node:fs";
import { openLibrary } from "../../src/library/index.ts";
import { articleId, blockId } from "../../src/model/index.ts";
import { articleOf } from "./article.ts";
import { newItem } from "./item.ts";

const [kind = "", path = "", round = "0", backup = ""] = process.argv.slice(2);
/** Says what is kept; returns when the other side can have it. */
const say = (what: string, value: string | number): void => void writeSync(1, `${JSON.stringify([what, value])}\n`);
const now = (): string => new Date().toISOString();
const never = new AbortController().signal;

async function refresh(): Promise<void> {
  const library = await openLibrary(path, "window");
  const { id } = library.feeds.add({ address: `https://news.example/${round}.xml`, title: null, site: null, folder: [], added: now() });
  say("begun", 0);
  for (let n = 0; ; n += 1) {
    const key = `${round}-${n}`;
    const items = library.items.keep(
      id,
      Array.from({ length: 20 }, (_, k) => newItem(`${key}-${k}`, `Item ${key}-${k}`)),
      now(),
    );
    for (const item of items) say("item", item);
    const article = articleOf(`https://a.example/${key}`, ["The ferry left. ".repeat(100), "It came back."]);
    library.keepArticle(article, now());
    say("article", article.id);
    library.keepPlace(article.id, { block: blockId(1), offset: 3 }, now());
    say("place", article.id);
    const [first] = items;
    if (first !== undefined) {
      library.items.setArticle(first, article.id, 300);
      library.items.setRead([first], now());
      say("read", first);
    }
    library.changeSettings({ textSize: 100 + (n % 400) });
    say("size", 100 + (n % 400));
  }
}

async function subscriptions(): Promise<void> {
  const library = await openLibrary(path, "window");
  say("begun", 0);
  for (let n = 0; ; n += 1) {
    const address = `https://list.example/${round}/${n}.xml`;
    library.feeds.add({ address, title: `Feed ${n}`, site: null, folder: ["Imported"], added: now() });
    say("feed", address);
  }
}

/** Restores and undoes in turn: the library has the one article or the other. */
async function restores(): Promise<void> {
  say("begun", 0);
  for (;;) {
    const library = await openLibrary(path, "window");
    const size = library.settings().textSize;
    say("opened", size);
    if (library.article(articleId("https://a.example/present")) === null) throw new Error("The article is gone");
    if (library.hasFormer()) {
      say("undoing", size);
      library.undoRestore();
    } else {
      say("restoring", size);
      await library.restore(backup, never, () => {});
    }
    say("ready", size);
    library.close();
  }
}

async function migration(): Promise<void> {
  say("begun", 0);
  const library = await openLibrary(path, "window");
  say("opened", library.articles(1).length);
  library.close();
}

await ({ refresh, subscriptions, restores, migration }[kind] ?? refresh)();
