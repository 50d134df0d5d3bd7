import { withoutTurns } from "../../model/index.ts";
import { clock } from "../audio/inside.ts";
import { utf8 } from "../bytes.ts";
import { articleBody } from "./article-body.ts";
import { type Book, isDescribed, pictureOf, STYLE } from "./book.ts";
import { attributes, escaped, languageTag } from "./markup.ts";
import { measured, type ZipEntry, zip } from "./zip.ts";

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const ACTIVE = "-epub-media-overlay-active";

const CONTAINER = `${XML}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

// The direction twice: MuPDF looks for it at the body alone.
const page = (lang: string | null, dir: string, title: string, body: string, style: string): string =>
  `${XML}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${attributes({ lang, "xml:lang": lang, dir })}>
<head><meta charset="utf-8"/><title>${escaped(title)}</title><link rel="stylesheet" type="text/css" href="${style}"/></head>
<body${attributes({ dir })}>
${body}
</body>
</html>
`;

/** The table of contents, which is a page of the book too, and its landmarks. */
function navigation(book: Book): string {
  const { edition, words } = book;
  const items = edition.articles.map(({ article }, number) => {
    const headings = article.blocks.filter(({ kind, text }) => kind === "heading" && text.trim() !== "");
    const inner = headings
      .map(({ id, text }) => `<li><a href="text/a${number}.xhtml#${id}">${escaped(withoutTurns(text))}</a></li>`)
      .join("");
    const address = `<a href="text/a${number}.xhtml">${escaped(article.title)}</a>`;
    return `<li>${address}${inner === "" ? "" : `<ol>${inner}</ol>`}</li>`;
  });
  const contents = `<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="contents"><h1 id="contents">${escaped(words.contents)}</h1><ol>${items.join("\n")}</ol></nav>`;
  const landmarks = `<nav epub:type="landmarks" hidden="hidden"><ol><li><a epub:type="toc" href="nav.xhtml#toc">${escaped(words.contents)}</a></li><li><a epub:type="bodymatter" href="text/a0.xhtml">${escaped(edition.title)}</a></li></ol></nav>`;
  return page(languageTag(edition.lang), edition.dir, edition.title, `${contents}\n${landmarks}`, "style.css");
}

function smil({ sounds }: Book, number: number): string {
  const clips = sounds[number]?.overlay.clips ?? [];
  const pars = clips.map(
    ({ stretch, start, end }, at) =>
      `<par id="p${at}"><text src="../text/a${number}.xhtml#${stretch.id}"/><audio src="../audio/a${number}.mp3" clipBegin="${clock(start)}" clipEnd="${clock(end)}"/></par>`,
  );
  return `${XML}<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">
<body><seq id="seq" epub:textref="../text/a${number}.xhtml#title" epub:type="bodymatter chapter">
${pars.join("\n")}
</seq></body>
</smil>
`;
}

/** How long the clips of an article are, seconds. */
const heard = ({ sounds }: Book, number: number): number =>
  (sounds[number]?.overlay.clips ?? []).reduce(
    (sum, { start, end }) => sum + Math.round(end * 1000) / 1000 - Math.round(start * 1000) / 1000,
    0,
  );

function packageFile(book: Book, coverFile: string | null): string {
  const { edition, words, sounds, pictures } = book;
  const hasSound = sounds.length > 0;
  const hasPictures = pictures.length > 0;
  const meta = (property: string, value: string, refines?: string): string =>
    `<meta property="${property}"${attributes({ refines: refines ?? null })}>${escaped(value)}</meta>`;
  const creators = [...new Set(edition.articles.flatMap(({ article }) => article.byline ?? []))];
  const features = [
    "alternativeText",
    "displayTransformability",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
    ...(hasSound ? ["synchronizedAudioText"] : []),
  ].filter((feature) => feature !== "alternativeText" || (hasPictures && isDescribed(book)));
  const total = edition.articles.reduce((sum, _, number) => sum + heard(book, number), 0);
  const metadata = [
    `<dc:identifier id="id">urn:uuid:${book.id}</dc:identifier>`,
    `<dc:title>${escaped(edition.title)}</dc:title>`,
    `<dc:language>${escaped(languageTag(edition.lang) ?? "und")}</dc:language>`,
    ...creators.map((name) => `<dc:creator>${escaped(name)}</dc:creator>`),
    ...(edition.source === "" ? [] : [`<dc:publisher>${escaped(edition.source)}</dc:publisher>`]),
    `<dc:date>${escaped(edition.date)}</dc:date>`,
    ...edition.articles.map(({ article }) => `<dc:source>${escaped(article.address)}</dc:source>`),
    meta("dcterms:modified", book.made.replace(/\.\d+Z$/, "Z")),
    meta("schema:accessMode", "textual"),
    ...(hasSound ? [meta("schema:accessMode", "auditory")] : []),
    ...(hasPictures ? [meta("schema:accessMode", "visual")] : []),
    ...(!hasPictures || isDescribed(book) ? [meta("schema:accessModeSufficient", "textual")] : []),
    ...(hasPictures ? [meta("schema:accessModeSufficient", "textual,visual")] : []),
    ...(hasSound && !hasPictures ? [meta("schema:accessModeSufficient", "auditory")] : []),
    ...features.map((feature) => meta("schema:accessibilityFeature", feature)),
    meta("schema:accessibilityHazard", "none"),
    meta("schema:accessibilitySummary", words.summary),
    // What nobody described nobody can promise.
    ...(!hasPictures || isDescribed(book)
      ? [meta("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"), meta("a11y:certifiedBy", book.maker)]
      : []),
    ...(hasSound
      ? [
          ...edition.articles.map((_, number) => meta("media:duration", clock(heard(book, number)), `#o${number}`)),
          meta("media:duration", clock(total)),
          meta("media:active-class", ACTIVE),
        ]
      : []),
  ];
  const items = [
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="style" href="style.css" media-type="text/css"/>',
    ...(coverFile === null || !book.cover
      ? []
      : [`<item id="cover" href="${coverFile}" media-type="${book.cover.mediaType}" properties="cover-image"/>`]),
    ...edition.articles.flatMap((_, number) => [
      `<item id="a${number}" href="text/a${number}.xhtml" media-type="application/xhtml+xml"${attributes({ "media-overlay": hasSound ? `o${number}` : null })}/>`,
      ...(hasSound
        ? [
            `<item id="o${number}" href="smil/a${number}.smil" media-type="application/smil+xml"/>`,
            `<item id="m${number}" href="audio/a${number}.mp3" media-type="audio/mpeg"/>`,
          ]
        : []),
    ]),
    ...pictures.map(({ file, mediaType }, at) => `<item id="i${at}" href="images/${file}" media-type="${mediaType}"/>`),
  ];
  const spine = ['<itemref idref="nav"/>', ...edition.articles.map((_, number) => `<itemref idref="a${number}"/>`)];
  const lang = languageTag(edition.lang);
  return `${XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"${attributes({ "xml:lang": lang, dir: edition.dir })} prefix="a11y: http://www.idpf.org/epub/vocab/package/a11y/#">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata.join("\n")}
</metadata>
<manifest>
${items.join("\n")}
</manifest>
<spine${attributes({ "page-progression-direction": edition.dir })}>
${spine.join("\n")}
</spine>
</package>
`;
}

/** A book: EPUB 3.3 with text and sound in step, sentence by sentence (Media Overlays), where it has sound. */
export async function* epubFile(book: Book): AsyncGenerator<Uint8Array, void, void> {
  const { edition, sounds, pictures, cover, words } = book;
  const text = (name: string, content: string): ZipEntry => ({ name: `EPUB/${name}`, bytes: utf8(content), packed: true });
  const coverFile = cover ? `cover.${cover.mediaType === "image/png" ? "png" : "jpg"}` : null;
  const entries: ZipEntry[] = [
    { name: "mimetype", bytes: utf8("application/epub+zip"), packed: false },
    { name: "META-INF/container.xml", bytes: utf8(CONTAINER), packed: true },
    text("package.opf", packageFile(book, coverFile)),
    text("nav.xhtml", navigation(book)),
    text("style.css", STYLE),
  ];
  for (const [number, { article }] of edition.articles.entries()) {
    const body = articleBody(article, {
      picture: (block) => {
        const found = pictureOf(book, number, block);
        return found && `../images/${found.file}`;
      },
      stretches: sounds[number]?.overlay.stretches ?? new Map(),
      names: words,
      plain: false,
    });
    entries.push(
      text(
        `text/a${number}.xhtml`,
        page(
          languageTag(article.lang),
          article.dir,
          article.title,
          `<section epub:type="chapter" role="doc-chapter" aria-labelledby="title">\n${body}\n</section>`,
          "../style.css",
        ),
      ),
    );
    if (sounds[number]) entries.push(text(`smil/a${number}.smil`, smil(book, number)));
  }
  for (const { file, bytes } of pictures) entries.push({ name: `EPUB/images/${file}`, bytes: await bytes(), packed: false });
  if (cover && coverFile) entries.push({ name: `EPUB/${coverFile}`, bytes: cover.bytes, packed: false });
  for (const [number, { parts }] of sounds.entries()) entries.push(await measured(`EPUB/audio/a${number}.mp3`, parts));
  yield* zip(entries);
}
