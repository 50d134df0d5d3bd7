import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Book, type BookSound, daisyFile, epubFile, htmlFile, mp3Sound, overlayOf } from "../../export/index.ts";
import { said as saidIn } from "../../words/index.ts";
import { bodyIn, sizesIn } from "./frames.ts";
import { coverOf } from "./pictures.ts";
import type { FileWorld, Finished } from "./write-file.ts";

/** A UUID of some text: version 8, by SHA-256. The same edition is the same book. */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A word as a label: without the stop that it is said with. */
const label = (words: string): string => words.replace(/[.।。]$/u, "");

/** The sound of each article as a file of its own. */
async function soundsOf({ plan, folder, pieces, said }: Finished): Promise<readonly BookSound[]> {
  const sounds: BookSound[] = [];
  let before = 0;
  for (const [number, article] of plan.edition.articles.entries()) {
    const own = [...plan.pieces.keys()].filter((piece) => plan.pieces[piece]?.article === number);
    const samples = own.reduce((sum, piece) => sum + (pieces[piece]?.samples ?? 0), 0);
    const sizes = await sizesIn(folder, own);
    sounds.push({
      overlay: overlayOf(
        article,
        said.filter((one) => one.article === number),
        before,
      ),
      duration: samples / plan.sampleRate,
      parts: () => mp3Sound(sizes, bodyIn(folder, own)),
    });
    before += samples / plan.sampleRate;
  }
  return sounds;
}

/** The parts of a book's file, in order. */
export async function bookParts(world: FileWorld, finished: Finished): Promise<AsyncIterable<Uint8Array>> {
  const { plan, folder, chapters } = finished;
  const { edition, format, made, pictures } = plan;
  const { lang } = edition;
  const book: Book = {
    edition,
    id: uuidOf(JSON.stringify([edition.title, edition.date, edition.articles.map(({ article }) => article.address), made])),
    made,
    maker: world.maker,
    words: {
      contents: saidIn("say.contents", lang),
      photo: label(saidIn("say.photo", lang)),
      summary: saidIn("say.bookSummary", lang),
    },
    pictures: pictures.map(({ article, block, mediaType, file }) => ({
      article,
      block,
      mediaType,
      file,
      bytes: async () => new Uint8Array(await readFile(join(folder, file))),
    })),
    cover: format === "epub" ? await coverOf(pictures, folder, world.cover) : null,
    sounds: plan.sound === null ? [] : await soundsOf(finished),
    chapters,
  };
  if (format === "epub") return epubFile(book);
  return format === "daisy" ? daisyFile(book) : htmlFile(book);
}
