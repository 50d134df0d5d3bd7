import type { Chapter, Edition, EditionPicture } from "../../model/index.ts";
import type { Overlay } from "./stretches.ts";

/** Words of our own in a book, in its language. */
export interface BookWords {
  readonly contents: string;
  readonly photo: string;
  /** What is said of how it can be read. */
  readonly summary: string;
}

/** A picture of a book. */
export interface BookPicture {
  readonly article: number;
  readonly block: string;
  readonly mediaType: string;
  /** The name of its file. */
  readonly file: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** The sound of an article as a file of its own. */
export interface BookSound {
  readonly overlay: Overlay;
  /** Seconds. */
  readonly duration: number;
  /** An MP3 file. */
  readonly parts: () => AsyncIterable<Uint8Array>;
}

/** All that a book is made of. */
export interface Book {
  readonly edition: Edition;
  /** What it is known by: a UUID. */
  readonly id: string;
  /** When it was made, ISO 8601. */
  readonly made: string;
  readonly maker: string;
  readonly words: BookWords;
  readonly pictures: readonly BookPicture[];
  readonly cover: EditionPicture | null;
  /** One an article, in order; none where it has no sound. */
  readonly sounds: readonly BookSound[];
  readonly chapters: readonly Chapter[];
}

/** The picture of a block of an article. */
export const pictureOf = ({ pictures }: Book, article: number, block: string): BookPicture | null =>
  pictures.find((picture) => picture.article === article && picture.block === block) ?? null;

/** Whether every picture says what it shows. */
export const isDescribed = ({ edition, pictures }: Book): boolean =>
  pictures.every(({ article, block }) =>
    edition.articles[article]?.article.blocks.some(
      (one) => one.id === block && one.kind === "figure" && (one.alt !== "" || one.text !== ""),
    ),
  );

/** How a page looks: as its reader wants it, and the sentence that is heard marked. */
export const STYLE = `body { line-height: 1.5; margin: 1em; }
p, li { white-space: pre-line; }
h1, h2, h3 { line-height: 1.2; }
img { max-width: 100%; height: auto; }
figure { margin: 1em 0; }
table { border-collapse: collapse; }
th, td { border: 1px solid; padding: 0.25em 0.5em; text-align: start; }
.kicker, .byline, .credit { font-size: 0.9em; }
.-epub-media-overlay-active { background-color: #ffe08a; color: #000000; }
`;
