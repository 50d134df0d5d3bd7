import { base64, utf8 } from "../bytes.ts";
import { articleBody } from "./article-body.ts";
import { type Book, pictureOf, STYLE } from "./book.ts";
import { addressOf, attributes, escaped, languageTag } from "./markup.ts";

/** What the page may do: nothing but show what is in it. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** One page that needs nothing beside it: each article a region with its headings, a list of contents before several. Pictures are inside of it. */
export async function* htmlFile(book: Book): AsyncGenerator<Uint8Array, void, void> {
  const { edition, words } = book;
  const lang = languageTag(edition.lang);
  const several = edition.articles.length > 1;
  yield utf8(`<!DOCTYPE html>
<html${attributes({ lang, dir: edition.dir })}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta${attributes({ name: "generator", content: book.maker })}>
<title>${escaped(edition.title)}</title>
<style>${STYLE}</style>
</head>
<body>
`);
  if (several) {
    const items = edition.articles.map(({ article }, number) => `<li><a href="#a${number}">${escaped(article.title)}</a></li>`);
    yield utf8(
      `<header><h1>${escaped(edition.title)}</h1></header>\n<nav aria-label="${escaped(words.contents)}"><ol>${items.join("")}</ol></nav>\n`,
    );
  }
  yield utf8("<main>\n");
  for (const [number, { article }] of edition.articles.entries()) {
    const sources = new Map<string, string>();
    for (const { block } of article.blocks.flatMap(({ id }) => pictureOf(book, number, id) ?? [])) {
      const picture = pictureOf(book, number, block);
      if (picture) sources.set(block, `data:${picture.mediaType};base64,${base64(await picture.bytes())}`);
    }
    const body = articleBody(article, { picture: (block) => sources.get(block) ?? null, stretches: new Map(), names: words, plain: false })
      // Ids are of one article; in a page of several they would be there twice.
      .replace(/ (id|epub:type)="[^"]*"/g, "")
      .replace(/ xml:lang="[^"]*"/g, "");
    const language = languageTag(article.lang);
    yield utf8(`<article${attributes({ id: `a${number}`, lang: language, dir: article.dir })}>\n${body}\n`);
    const address = /^https?:/i.test(article.address) ? addressOf(article.address) : null;
    if (address !== null) yield utf8(`<p><a${attributes({ href: address })}>${escaped(article.address)}</a></p>\n`);
    yield utf8("</article>\n");
  }
  yield utf8("</main>\n</body>\n</html>\n");
}
