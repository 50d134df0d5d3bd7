import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Picture } from "../../contract/index.ts";
import type { ArticleId, BlockId, Edition, EditionFormat, EditionPicture } from "../../model/index.ts";
import { writeWhole } from "./files.ts";

/** A picture that lies in the folder of a job. */
export interface KeptPicturePlace {
  /** The number of its article. */
  readonly article: number;
  readonly block: BlockId;
  readonly mediaType: string;
  /** Its name in the folder. */
  readonly file: string;
}

/** What pictures are asked of. */
export interface PictureWorld {
  /** @throws Failure where it can't be had */
  picture(input: { readonly article: ArticleId; readonly block: BlockId }, signal: AbortSignal): Promise<Picture>;
}

/** Pictures that every reader of books shows (EPUB 3.3, core media types), by the ends of their names. SVG can hold scripts: not of others. */
export const PICTURE_ENDS: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
  "image/webp": "webp",
};
/** Pictures that every player shows. */
const COVERS = new Set(["image/jpeg", "image/png"]);
/** Larger ones would make the tags longer than many players read, bytes (guess). */
const LARGEST_COVER = 2 << 20;
/** A book of larger ones is slow on a reader of paper (guess), bytes. */
const LARGEST = 8 << 20;
/** How many pictures are looked at for a cover. */
const MOST_TRIED = 3;

/**
 * Puts the pictures that a file needs into the folder of its job, before anything else: what goes on after a crash finds the same ones. One
 * that can't be had is left out. @throws the signal's reason; a system's error
 */
export async function gatherPictures(
  { articles }: Edition,
  format: EditionFormat,
  folder: string,
  world: PictureWorld,
  signal: AbortSignal,
): Promise<readonly KeptPicturePlace[]> {
  const wanted = articles.flatMap(({ article }, number) =>
    article.blocks.flatMap((block) =>
      block.kind === "figure" && block.src !== null ? [{ number, article: article.id, block: block.id }] : [],
    ),
  );
  const isBook = format === "epub" || format === "daisy" || format === "html";
  const needsCover = ["mp3", "m4b", "opus", "flac", "wav"].includes(format);
  const found: KeptPicturePlace[] = [];
  if (!isBook && !needsCover) return found;
  for (const { number, article, block } of isBook ? wanted : wanted.slice(0, MOST_TRIED)) {
    let picture: Picture;
    try {
      picture = await world.picture({ article, block }, signal);
    } catch {
      signal.throwIfAborted();
      continue;
    }
    const { mediaType, bytes } = picture;
    const end = PICTURE_ENDS[mediaType];
    if (end === undefined || bytes.length > LARGEST || (needsCover && !isCover(picture))) continue;
    const file = `picture-${found.length}.${end}`;
    await writeWhole(join(folder, file), join(folder, `${file}.part`), [bytes], true);
    found.push({ article: number, block, mediaType, file });
    if (needsCover) break;
  }
  return found;
}

const isCover = ({ mediaType, bytes }: Picture): boolean => COVERS.has(mediaType) && bytes.length <= LARGEST_COVER;

/** The picture that stands for an edition: the first one that can, else our own. */
export async function coverOf(
  pictures: readonly KeptPicturePlace[],
  folder: string,
  own: () => Promise<EditionPicture | null>,
): Promise<EditionPicture | null> {
  for (const { mediaType, file } of pictures) {
    if (!COVERS.has(mediaType)) continue;
    const bytes = new Uint8Array(await readFile(join(folder, file)));
    if (bytes.length <= LARGEST_COVER) return { mediaType, bytes };
  }
  return own();
}
