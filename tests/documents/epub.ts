import { DOT, type ZipEntry, zip } from "./zip.ts";

/** A chapter of a made book: what is in its body. */
export interface Chapter {
  readonly name: string;
  readonly body: string;
  /** What the list of contents calls it; not said: it is not listed. */
  readonly label?: string;
  readonly aside?: boolean;
  readonly lang?: string;
}

/** A made book, and what is changed in it. */
export interface Book {
  readonly chapters: readonly Chapter[];
  /** In place of the usual metadata. */
  readonly metadata?: string;
  readonly files?: readonly ZipEntry[];
  /** Files that are named and not there. */
  readonly missing?: readonly string[];
  /** EPUB 2: the list of contents is an NCX. */
  readonly old?: boolean;
}

const METADATA = `<dc:title>The Keeper of Lamps</dc:title>
  <dc:creator id="a">Ada Brook</dc:creator><dc:creator id="b">Ivo Hale</dc:creator>
  <meta refines="#b" property="role" scheme="marc:relators">ill</meta>
  <dc:language>en-GB</dc:language><dc:date>2019-04</dc:date><dc:publisher>Quay Books</dc:publisher>
  <meta property="dcterms:modified">2020-01-02T03:04:05Z</meta>`;

const page = ({ body, lang }: Chapter): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${lang ? ` xml:lang="${lang}"` : ""}>
<head><title/><script src="x.js"/></head><body>${body}</body></html>`;

/** Makes an EPUB book. */
export function epub({ chapters, metadata = METADATA, files = [], missing = [], old = false }: Book): Uint8Array {
  const listed = chapters.filter(({ label }) => label !== undefined);
  const contents: ZipEntry = old
    ? {
        name: "OEBPS/toc.ncx",
        data: `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>${listed
          .map(({ name, label }) => `<navPoint><navLabel><text>${label}</text></navLabel><content src="text/${name}#top"/></navPoint>`)
          .join("")}</navMap></ncx>`,
      }
    : {
        name: "OEBPS/nav.xhtml",
        data: `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="toc"><h1>Contents</h1><ol>${listed.map(({ name, label }) => `<li><a href="text/${name}">${label}</a></li>`).join("")}</ol></nav></body></html>`,
      };
  const package_ = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0">
<metadata>${metadata}</metadata>
<manifest>
  ${old ? '<item id="toc" href="toc.ncx" media-type="application/x-dtbncx+xml"/>' : '<item id="toc" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'}
  <item id="dot" href="pictures/a%20dot.png" media-type="image/png"/>
  ${chapters.map(({ name }, n) => `<item id="c${n}" href="text/${name}" media-type="application/xhtml+xml"/>`).join("\n  ")}
</manifest>
<spine${old ? ' toc="toc"' : ""}>${old ? "" : '<itemref idref="toc"/>'}${chapters
    .map(({ aside }, n) => `<itemref idref="c${n}"${aside ? ' linear="no"' : ""}/>`)
    .join("")}</spine></package>`;
  const all: ZipEntry[] = [
    { name: "mimetype", data: "application/epub+zip", stored: true },
    {
      name: "META-INF/container.xml",
      data: '<container><rootfiles><rootfile full-path="OEBPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    },
    { name: "OEBPS/package.opf", data: package_ },
    contents,
    { name: "OEBPS/pictures/a dot.png", data: DOT },
    ...chapters.map((chapter) => ({ name: `OEBPS/text/${chapter.name}`, data: page(chapter) })),
  ];
  const names = new Set(files.map(({ name }) => name));
  return zip([...all.filter(({ name }) => !missing.includes(name) && !names.has(name)), ...files]);
}
