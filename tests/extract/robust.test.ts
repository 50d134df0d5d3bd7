import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractArticle } from "../../src/extract/index.ts";
import { type Article, Failure, type Source } from "../../src/model/index.ts";
import { expectSound } from "./sound.ts";

const source = (text: string, mediaType: string | null): Source => ({
  bytes: new TextEncoder().encode(text),
  mediaType,
  charset: "utf-8",
  address: "https://www.courier.example/a/b",
  lang: null,
});

/** An article that is sound, or null for a failure that a person can be told of. */
async function tryExtract(text: string, mediaType: string | null, running = false): Promise<Article | null> {
  try {
    const article = await extractArticle(source(text, mediaType), { running });
    expectSound(article);
    return article;
  } catch (error) {
    if (error instanceof Failure && error.code !== "bug") return null;
    throw error;
  }
}

const words = (article: Article): string => article.blocks.map((block) => block.text).join(" ");
const SENTENCE = "The ferry sails again, and two towns are glad of it after the long winter. ";

describe("the way back from a note", () => {
  it("is nothing to tell of where it has no words", async () => {
    const page = `<article><p>${SENTENCE.repeat(4)}</p><ol class="references"><li id="note-1"><span class="cite-backlink"></span>Harrow, page 3.</li></ol></article>`;
    const article = await tryExtract(page, "text/html");
    expect(article?.audit.left).toEqual([]);
  });
});

describe("anything ends in a sound article or a failure", () => {
  const tags = [
    "p",
    "div",
    "article",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "figure",
    "figcaption",
    "blockquote",
    "em",
    "a",
    "h1",
    "h2",
    "pre",
    "span",
    "br",
    "hr",
    "aside",
  ];
  const piece = fc.oneof(
    fc.constantFrom(...tags).map((tag) => `<${tag}>`),
    fc.constantFrom(...tags).map((tag) => `</${tag}>`),
    fc.constantFrom(
      '<img src="a.jpg" alt="A boat">',
      '<a href="/x">',
      '<p lang="fr">',
      "<div hidden>",
      '<ol start="3">',
      '<td colspan="2" rowspan="3">',
      "<script>",
      "</script>",
      "<!--",
      "-->",
      "&amp;",
      "&#0;",
      "<!doctype html>",
      "<html>",
      "<body>",
      "</body>",
      "<noscript>",
      "<template>",
      "<svg>",
      "<base href='http://['>",
    ),
    fc.constant(SENTENCE),
    fc.string({ maxLength: 12 }),
  );

  it("as a page", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => void (await tryExtract(pieces.join(""), "text/html"))),
      { numRuns: 300 },
    );
  });

  it("as Markdown", async () => {
    const mark = fc.oneof(
      piece,
      fc.constantFrom("# ", "\n\n", "\n", "- ", "1. ", "> ", "| a | b |\n|---|---|\n", "```", "*", "**", "[x](y)", "![x](y)", "    "),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(mark, { maxLength: 40 }), async (pieces) => void (await tryExtract(pieces.join(""), "text/markdown"))),
      { numRuns: 200 },
    );
  });

  it("as plain text, of which no word is lost", async () => {
    const line = fc.oneof(
      fc.constantFrom(
        "",
        "",
        "",
        "Breaking News",
        "Skip to content",
        "XS",
        "SM",
        "MD",
        "LG",
        "- one",
        "- two",
        "1. one",
        "2. two",
        "* * *",
        "By Ida Brandt",
        "March 4, 2024",
        "Second engine",
        "Share",
        "Print",
        SENTENCE,
        SENTENCE.repeat(3),
      ),
      fc.stringMatching(/^[ \t]{0,3}[\p{L}\d .,:!?"'()-]{0,40}$/u),
    );
    const letters = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]/gu, "");
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 25 }), async (lines) => {
        const text = lines.join("\n");
        const article = await tryExtract(text, "text/plain");
        if (!article) return;
        const { merged, left } = article.audit;
        const numbers = article.blocks.map((block) => (block.kind === "item" ? (block.ordinal ?? "") : ""));
        const kept = [
          article.kicker,
          article.title,
          article.byline && `By ${article.byline}`,
          words(article),
          ...numbers,
          ...merged.map((same) => same.texts.join(" ")),
          ...left.map((entry) => entry.text),
        ];
        const all = letters(kept.join(" "));
        for (const line of lines) expect(all).toContain(letters(line.replace(/^\s*(?:[-*+]|\d{1,3}[.)])\s+/, "")));
      }),
      { numRuns: 300 },
    );
  });
});

describe("attacks", () => {
  it.each([
    ["nesting that never ends", "<div>".repeat(100_000) + SENTENCE],
    ["nesting of tags that close nothing", "<b></p>".repeat(100_000) + SENTENCE],
    ["nested lists", "<ul><li>".repeat(20_000) + SENTENCE],
    ["nested tables", "<table><tr><td>".repeat(30_000) + SENTENCE],
    ["nested quotations", `${"<blockquote>".repeat(50_000)}<p>${SENTENCE}</p>`],
    ["many attributes", `<p ${Array.from({ length: 20_000 }, (_, n) => `a${n}=1`).join(" ")}>${SENTENCE}</p>`],
    ["a comment that never ends", `<p>${SENTENCE}</p><!--${"-".repeat(200_000)}`],
    ["brackets", `<p>${SENTENCE}</p>${"<".repeat(50_000)}`],
    ["a quote that never ends", `<p>${SENTENCE}</p>${'<a href="'.repeat(50_000)}`],
    ["a wide table", `<table><tr><th>a<td colspan=99999999>${SENTENCE}</table>`],
  ])("%s", async (_, html) => {
    const article = await tryExtract(html, "text/html");
    if (article) expect(words(article)).toContain("The ferry sails again");
  });

  it.each([
    ["quotations", `${"> ".repeat(50_000)}${SENTENCE}`],
    ["brackets", "[".repeat(100_000) + SENTENCE],
    ["images", "![".repeat(50_000) + SENTENCE],
    ["stars", "*a **b ".repeat(5_000) + SENTENCE],
    ["lists", Array.from({ length: 500 }, (_, n) => `${" ".repeat(n * 2)}- ${SENTENCE}`).join("\n")],
  ])("Markdown of %s", async (_, text) => {
    await tryExtract(text, "text/markdown");
  });

  it.each(["<", "&amp;", "<i></i>"])("ten megabytes of %s", async (piece) => {
    const article = await tryExtract(`<p>${SENTENCE}</p>${piece.repeat(10_000_000 / piece.length)}`, "text/html");
    if (article) expect(words(article)).toContain("The ferry sails again");
  });

  it("a page of many paragraphs", async () => {
    const article = await tryExtract(`<article>${`<p>${SENTENCE}</p>`.repeat(5_000)}</article>`, "text/html");
    expect(article?.audit.kept.paragraph).toBe(5_000);
  });

  it("a megabyte in one line, and in lines of one letter", async () => {
    const long = await tryExtract(SENTENCE.repeat(14_000), "text/plain");
    expect(long?.audit.kept.paragraph).toBe(1);
    expect(long?.title.length).toBeLessThanOrEqual(81);
    expect(await tryExtract("a\n\n".repeat(10_000), "text/plain")).not.toBeNull();
    expect(await tryExtract("x".repeat(1_000_000), "text/plain")).not.toBeNull();
  });
});

describe("running text", () => {
  it.each([
    [
      "text/plain",
      "Skip to content\n\nBreaking News\n\n- one\n- two\n\nXS\nSM\nMD\n",
      "Skip to content Breaking News - one - two XS SM MD",
    ],
    ["text/html", "<title>t</title><nav>News</nav><h1>One</h1><p>two<b>three</b></p><script>no</script>", "News One twothree"],
    ["text/markdown", "# One\n\n*two*", "# One *two*"],
  ])("%s is one paragraph with all of it", async (type, text, expected) => {
    const article = await tryExtract(text, type, true);
    expect(article?.blocks).toEqual([{ id: "b0", kind: "paragraph", text: expected, lang: null, spans: [] }]);
    expect(article?.audit).toMatchObject({ merged: [], left: [] });
  });

  it("without a word is no article", async () => {
    expect(await tryExtract("<br>", "text/html", true)).toBeNull();
  });
});

describe("what a source is", () => {
  it.each([
    [null, `<p>${SENTENCE}</p>`, "paragraph"],
    [null, `# The ferry\n\n${SENTENCE}\n\n## Repairs\n\n${SENTENCE}`, "heading"],
    [null, `# only a hash\n${SENTENCE}`, "paragraph"],
    ["text/plain", `<p>${SENTENCE}</p>`, "paragraph"],
  ])("%s %j", async (type, text, kind) => {
    const article = await tryExtract(text, type);
    expect(article?.blocks.map((block) => block.kind)).toContain(kind);
    expect(article?.blocks[0]?.text.startsWith("<")).toBe(type === "text/plain");
  });

  it.each([
    ["application/json", '{"a": 1}', "unsupported"],
    ["application/rss+xml", "<rss><channel/></rss>", "feed"],
    [null, '<?xml version="1.0"?><feed></feed>', "feed"],
  ])("%s %j is no article: %s", async (type, text, code) => {
    await expect(extractArticle(source(text, type))).rejects.toMatchObject({ code });
  });
});

describe("language", () => {
  it.each([
    ["<html lang=fr>", null, "fr"],
    ["<html lang=en_US>", null, "en-US"],
    ["<html lang=''>", "nl", "nl"],
    ["<html lang=xx-invalid-tag-!!>", null, "en"],
    ["<html>", null, "en"],
  ])("%s and %s give %s", async (html, said, lang) => {
    const article = await extractArticle({ ...source(`${html}<p>${SENTENCE}</p>`, "text/html"), lang: said });
    expect(article.lang).toBe(lang);
  });

  it.each([
    ["de", "Die Fähre fährt wieder über den Fluss, und am Anleger warteten schon vor sechs Uhr zweihundert Menschen auf das erste Boot."],
    ["es", "El transbordador vuelve a cruzar el río desde el lunes, once meses después de que se inundara la sala de máquinas."],
    ["el", "Το φέρι διασχίζει ξανά το ποτάμι από τη Δευτέρα, έντεκα μήνες μετά την πλημμύρα στο μηχανοστάσιο."],
    ["he", "המעבורת חזרה לשוט בנהר ביום שני, אחד עשר חודשים לאחר שחדר המכונות הוצף במים."],
    ["ko", "강을 오가는 여객선이 기관실 침수 열한 달 만에 월요일 다시 운항을 시작했으며 사람들이 새벽부터 줄을 섰다."],
    ["ja", "川のフェリーは、機関室が浸水してから十一か月ぶりに月曜日から再び運航を始めた。"],
  ])("is told from the text: %s", async (lang, text) => {
    expect((await extractArticle(source(text, "text/plain"))).lang).toBe(lang);
  });
});
