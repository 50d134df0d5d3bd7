import type { Library } from "../library/index.ts";
import type { Article } from "../model/index.ts";

/** Pictures of one article that are kept, at most: more is a gallery (guess). */
const MOST_PICTURES = 12;
/** Bytes of one that is kept, at most: larger ones are not made for pages (guess). */
const LARGEST = 5_000_000;
/** Bytes of all: some 3,000 pictures of news pages, which have 100 kB (guess). */
export const PICTURE_BUDGET = 300_000_000;

/** What keeping pictures needs. */
export interface PicturesWorld {
  readonly library: Library;
  readonly now: () => string;
  readonly picture: (address: string, signal: AbortSignal) => Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }>;
}

/** Keeps a picture of a kept article, unless it is too large. */
export function keepPicture(
  { library, now }: Pick<PicturesWorld, "library" | "now">,
  article: Article["id"],
  address: string,
  picture: { readonly bytes: Uint8Array; readonly mediaType: string },
): void {
  if (picture.bytes.byteLength <= LARGEST) library.webPictures.keep(article, address, picture, now());
}

/**
 * Fetches the pictures of a kept article that come from the web, one after another, and keeps them. One that can't be had is left out: the
 * page says so where it would stand. @throws the signal's reason
 */
export async function fetchPictures(world: PicturesWorld, article: Article, signal: AbortSignal): Promise<void> {
  const addresses = article.blocks.flatMap((block) =>
    block.kind === "figure" && /^https?:/i.test(block.src ?? "") ? [block.src ?? ""] : [],
  );
  for (const address of [...new Set(addresses)].slice(0, MOST_PICTURES)) {
    if (world.library.webPictures.find(article.id, address)) continue;
    try {
      keepPicture(world, article.id, address, await world.picture(address, signal));
    } catch {
      signal.throwIfAborted();
    }
  }
}
