import { withoutTurns } from "../../model/index.ts";
import { utf8 } from "../bytes.ts";
import { articleBody } from "./article-body.ts";
import { type Book, pictureOf } from "./book.ts";
import { attributes, escaped, languageTag } from "./markup.ts";
import { measured, type ZipEntry, zip } from "./zip.ts";

const HEAD = `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
`;
const SMIL = `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE smil PUBLIC "-//W3C//DTD SMIL 1.0//EN" "http://www.w3.org/TR/REC-smil/SMIL10.dtd">
`;

const meta = (name: string, content: string): string => `<meta${attributes({ name, content })}/>`;

/** A time as DAISY 2.02 writes it: 1:02:03, with thousandths where they are wanted. */
function time(seconds: number, exact = false): string {
  const whole = exact ? Math.floor(Math.round(seconds * 1000) / 1000) : Math.round(seconds);
  const two = (value: number): string => String(value).padStart(2, "0");
  const rest = exact ? `.${String(Math.round(seconds * 1000) % 1000).padStart(3, "0")}` : "";
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}${rest}`;
}

const page = (book: Book, lang: string, dir: string, title: string, body: string, metas: readonly string[] = []): string => {
  const tag = languageTag(lang) ?? "und";
  return `${HEAD}<html xmlns="http://www.w3.org/1999/xhtml"${attributes({ lang: tag, "xml:lang": tag, dir })}>
<head><title>${escaped(title)}</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>
${[...metas, meta("ncc:generator", book.maker)].join("\n")}
</head>
<body>
${body}
</body>
</html>
`;
};

/** A digital talking book for players of the blind: DAISY 2.02, full text and full audio, in a ZIP to be unpacked onto a card. */
export async function* daisyFile(book: Book): AsyncGenerator<Uint8Array, void, void> {
  const { edition, sounds, pictures, words } = book;
  const total = sounds.reduce((sum, { duration }) => sum + duration, 0);
  const files: ZipEntry[] = [];
  const text = (name: string, content: string): void => void files.push({ name, bytes: utf8(content), packed: true });
  const head: string[] = [];
  let points = 0;
  let elapsed = 0;
  for (const [number, { article }] of edition.articles.entries()) {
    const sound = sounds[number];
    if (!sound) continue;
    const { clips, stretches } = sound.overlay;
    const body = articleBody(article, {
      picture: (block) => pictureOf(book, number, block)?.file ?? null,
      stretches,
      names: words,
      plain: true,
    });
    text(`a${number}.html`, page(book, article.lang, article.dir, article.title, body));
    const pars = clips.map(
      ({ stretch, start, end }, at) =>
        `<par endsync="last" id="p${at}"><text src="a${number}.html#${stretch.id}" id="t${at}"/><audio src="a${number}.mp3" clip-begin="npt=${start.toFixed(3)}s" clip-end="npt=${end.toFixed(3)}s" id="s${at}"/></par>`,
    );
    text(
      `a${number}.smil`,
      `${SMIL}<smil><head>${meta("dc:format", "Daisy 2.02")}${meta("dc:title", edition.title)}${meta("title", article.title)}${meta("dc:identifier", book.id)}${meta("ncc:generator", book.maker)}${meta("ncc:totalElapsedTime", time(elapsed, true))}${meta("ncc:timeInThisSmil", time(sound.duration, true))}<layout><region id="txtView"/></layout></head>
<body><seq dur="${sound.duration.toFixed(3)}s">
${pars.join("\n")}
</seq></body></smil>
`,
    );
    elapsed += sound.duration;
    // A title that is not said is at the first sentence.
    const firstOf = (block: string): number =>
      Math.max(
        0,
        clips.findIndex(({ stretch }) => stretch.block === block),
      );
    const headings = article.blocks.filter(({ id, kind }) => kind === "heading" && clips.some(({ stretch }) => stretch.block === id));
    const link = (at: number, words: string): string => `<a href="a${number}.smil#p${at}">${escaped(words)}</a>`;
    head.push(
      `<h1${attributes({ id: `h${number}`, class: number === 0 ? "title" : "chapter" })}>${link(firstOf("title"), article.title)}</h1>`,
      ...headings.map(({ id, text: words }) => `<h2 class="section" id="h${number}-${id}">${link(firstOf(id), withoutTurns(words))}</h2>`),
    );
    points += 1 + headings.length;
    files.push(await measured(`a${number}.mp3`, sound.parts));
  }
  for (const { file, bytes } of pictures) files.push({ name: file, bytes: await bytes(), packed: false });
  text(
    "master.smil",
    `${SMIL}<smil><head>${meta("dc:format", "Daisy 2.02")}${meta("dc:title", edition.title)}${meta("dc:identifier", book.id)}${meta("ncc:generator", book.maker)}${meta("ncc:timeInThisSmil", time(total))}<layout><region id="txtView"/></layout></head>
<body>${edition.articles.map(({ article }, number) => `<ref${attributes({ title: article.title, src: `a${number}.smil`, id: `r${number}` })}/>`).join("\n")}</body></smil>
`,
  );
  const size = files.reduce((sum, file) => sum + ("bytes" in file ? file.bytes.length : file.size), 0);
  const metas = [
    meta("dc:title", edition.title),
    meta("dc:creator", edition.articles.find(({ article }) => article.byline)?.article.byline ?? (edition.source || edition.title)),
    meta("dc:publisher", edition.source || book.maker),
    meta("dc:date", edition.date),
    meta("dc:format", "Daisy 2.02"),
    meta("dc:identifier", book.id),
    meta("dc:language", languageTag(edition.lang) ?? "und"),
    meta("ncc:charset", "utf-8"),
    meta("ncc:depth", points > edition.articles.length ? "2" : "1"),
    meta("ncc:files", String(files.length + 1)),
    meta("ncc:kByteSize", String(Math.ceil(size / 1024))),
    ...["Front", "Normal", "Special"].map((kind) => meta(`ncc:page${kind}`, "0")),
    meta("ncc:maxPageNormal", "0"),
    meta("ncc:multimediaType", "audioFullText"),
    meta("ncc:narrator", book.maker),
    meta("ncc:producedDate", book.made.slice(0, 10)),
    meta("ncc:setInfo", "1 of 1"),
    meta("ncc:tocItems", String(points)),
    meta("ncc:totalTime", time(total)),
  ];
  const ncc: ZipEntry = {
    name: "ncc.html",
    bytes: utf8(page(book, edition.lang, edition.dir, edition.title, head.join("\n"), metas)),
    packed: true,
  };
  yield* zip([ncc, ...files]);
}
