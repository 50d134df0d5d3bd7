import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { extractArticle } from "../../src/extract/index.ts";
import { type Article, Failure } from "../../src/model/index.ts";
import { expectSound } from "./sound.ts";

const FOLDER = join(import.meta.dirname, "../fixtures/pages");

/** The pages that are mutated: all fixtures in HTML. */
export const SEEDS: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".html"))
  .map((file) => readFileSync(join(FOLDER, file), "utf8"));

/** What hostile and broken pages have in them. */
const TOKENS: readonly string[] = [
  "<",
  ">",
  "</",
  '"',
  "'",
  "&",
  "&#0;",
  "&#x110000;",
  "\0",
  "\u2028",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<!doctype",
  "<script>alert(1)</script>",
  "<script>",
  "</script>",
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"<b>x","author":[{"name":["a"]}],"image":"javascript:alert(1)"}</script>',
  '<script type="application/ld+json">[[[[{',
  '<a href="javascript:alert(1)">link words</a>',
  '<a href=" java\nscript:alert(1)">link words</a>',
  '<a href="data:text/html,x">',
  '<img src="javascript:alert(1)" onerror="alert(1)" alt="a boat">',
  '<img src="data:image/png;base64,AAAA" srcset="javascript:x 1w, //[ 2w">',
  '<iframe src="javascript:alert(1)" title="frame"></iframe>',
  '<iframe srcdoc="<p>" title="frame"></iframe>',
  '<video src="javascript:alert(1)"><source src="vbscript:x"></video>',
  '<base href="javascript:alert(1)//">',
  '<base href="https://[">',
  '<meta property="og:image" content="javascript:alert(1)">',
  '<link rel="canonical" href="javascript:alert(1)">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  "<svg><title>x</title><script>alert(1)</script>",
  "<math><annotation encoding=tex>x",
  "<template><p>",
  "<noscript><img src=javascript:x>",
  "<table><tr><td colspan=-1 rowspan=9999999>",
  "<ol start=99999999999999999999 reversed>",
  "<li value=x>",
  "<figure><figcaption>",
  "<div hidden>",
  '<div class="related newsletter comments ad">',
  "<h1>",
  "<br><br>",
  '<p lang="x\'">',
  "<textarea>",
  "<title>",
  "<body onload=alert(1)>",
  "</body></html>",
  "<plaintext>",
];

/** A source of chance that a seed repeats (mulberry32). */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A page that was broken in one to eight ways: cut, doubled, moved, mixed with another, strewn with `TOKENS`. The same for the same seed. */
export function mutate(seed: number): string {
  const pick = chance(seed);
  let page = SEEDS[pick(SEEDS.length)] ?? "";
  const MOST_CHANGES = 8;
  const LONGEST_CUT = 400;
  for (let changes = 1 + pick(MOST_CHANGES); changes > 0; changes--) {
    const at = pick(page.length + 1);
    const end = Math.min(page.length, at + pick(LONGEST_CUT));
    const piece = page.slice(at, end);
    const to = pick(page.length + 1);
    switch (pick(7)) {
      case 0:
        page = page.slice(0, at) + page.slice(end);
        break;
      case 1:
        page = page.slice(0, to) + piece + page.slice(to);
        break;
      case 2:
        page = page.slice(0, at) + piece.repeat(1 + pick(30)) + page.slice(end);
        break;
      case 3: {
        const other = SEEDS[pick(SEEDS.length)] ?? "";
        page = page.slice(0, at) + other.slice(pick(other.length + 1));
        break;
      }
      case 4:
        page = page.slice(0, at);
        break;
      default:
        page = page.slice(0, at) + (TOKENS[pick(TOKENS.length)] ?? "").repeat(1 + pick(3)) + page.slice(at);
    }
  }
  return page;
}

/** Extracts a mutated page: a sound article without an address that runs anything, or a failure that a person can be told of. */
export async function expectSafe(seed: number): Promise<Article | null> {
  const html = mutate(seed);
  try {
    const article = await extractArticle({
      bytes: new TextEncoder().encode(html),
      mediaType: "text/html",
      charset: "utf-8",
      address: "https://www.courier.example/a/b",
      lang: null,
    });
    expectSound(article);
    for (const address of addressesOf(article)) expect(address, `seed ${seed}`).toMatch(/^(?:https?|mailto):/);
    return article;
  } catch (error) {
    if (error instanceof Failure && error.code !== "bug") return null;
    throw new Error(`seed ${seed}`, { cause: error });
  }
}

const addressesOf = (article: Article): readonly string[] =>
  [
    article.address,
    article.image,
    ...article.blocks.flatMap((block) => [
      block.kind === "figure" ? block.src : block.kind === "media" || block.kind === "embed" ? block.source : null,
      ...block.spans.map((span) => (span.kind === "link" ? span.address : null)),
    ]),
  ].filter((address) => address !== null);
