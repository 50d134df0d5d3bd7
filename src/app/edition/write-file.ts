import { captions, cuesOf, soundFile, type Tags } from "../../export/index.ts";
import type { Chapter, Edition, EditionPicture, SaidUtterance } from "../../model/index.ts";
import { shownBy } from "../shown.ts";
import { bodyIn, framesIn, sizesIn } from "./frames.ts";
import { coverOf } from "./pictures.ts";
import type { Plan } from "./plan.ts";
import type { Spoken } from "./speak-piece.ts";
import { shapeOf } from "./times.ts";
import { bookParts } from "./write-book.ts";

/** What a file is written with. */
export interface FileWorld {
  /** What stands for an edition without a picture of its own. */
  readonly cover: () => Promise<EditionPicture | null>;
  /** The program's name and version. */
  readonly maker: string;
}

/** A plan whose pieces are all there. */
export interface Finished {
  readonly plan: Plan;
  /** Where its frames are. */
  readonly folder: string;
  readonly pieces: readonly Spoken[];
  readonly said: readonly SaidUtterance[];
  readonly chapters: readonly Chapter[];
  readonly seconds: number;
}

/** The parts of an edition's file, in order. */
export async function fileParts(world: FileWorld, finished: Finished): Promise<AsyncIterable<Uint8Array>> {
  const { plan, folder, pieces, said, chapters } = finished;
  const { edition, format, sound } = plan;
  const numbers = [...pieces.keys()];
  switch (format) {
    case "mp3":
    case "m4b":
    case "opus":
    case "flac":
    case "wav": {
      const tags: Tags = { ...tagsOf(edition, world.maker), cover: await coverOf(plan.pictures, folder, world.cover) };
      return soundFile(sound ?? "wav", {
        tags,
        chapters,
        sampleRate: plan.sampleRate,
        shape: shapeOf(plan),
        samples: pieces.reduce((sum, { samples }) => sum + samples, 0),
        sizes: await sizesIn(folder, numbers),
        frames: () => framesIn(folder, numbers),
        body: () => bodyIn(folder, numbers),
      });
    }
    case "vtt":
    case "words":
    case "srt":
    case "lrc": {
      const shown = edition.articles.map(({ article }) => shownBy(article));
      return asBytes(
        captions(
          format,
          edition,
          cuesOf(edition.articles, said, (article) => shown[article] ?? (() => "")),
        ),
      );
    }
    case "epub":
    case "daisy":
    case "html":
      return bookParts(world, finished);
  }
}

async function* asBytes(parts: Iterable<string>): AsyncGenerator<Uint8Array, void, void> {
  for (const part of parts) yield Buffer.from(part);
}

const tagsOf = (edition: Edition, maker: string): Omit<Tags, "cover"> => ({
  title: edition.title,
  source: edition.source,
  date: edition.date,
  lang: edition.lang,
  maker,
});
