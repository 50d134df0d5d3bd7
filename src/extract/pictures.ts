import { createHash } from "node:crypto";
import { type KeptPicture, PICTURE_ADDRESS } from "../model/index.ts";
import type { DraftBlock } from "./draft.ts";

/** Most bytes of one picture and of all pictures of a document: what is kept must leave room for other articles (guess). */
const LARGEST = 15_000_000;
const ALL = 60_000_000;

/** The pictures that every Chromium that we run on can show, by their first bytes (Latin-1). No SVG: it is a document. */
const KINDS: readonly (readonly [start: string, at: number, mediaType: string])[] = [
  ["\x89PNG\r\n", 0, "image/png"],
  ["\xff\xd8\xff", 0, "image/jpeg"],
  ["GIF8", 0, "image/gif"],
  ["WEBP", 8, "image/webp"],
  ["ftypavif", 4, "image/avif"],
  ["ftypavis", 4, "image/avif"],
  ["BM", 0, "image/bmp"],
];

/** Addresses of things inside of a document, until they are kept: `inside:` and the name. They never leave the extractor. */
export const INSIDE = "inside:";

/** The kind of a picture, null for what can't be shown. */
export function pictureKind(bytes: Uint8Array): string | null {
  const HEAD = 16;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.byteLength)).toString("latin1");
  return KINDS.find(([start, at]) => head.startsWith(start, at))?.[2] ?? null;
}

/** A picture as it is kept; null for what can't be shown or is too large. */
export function keptPicture(bytes: Uint8Array): KeptPicture | null {
  const mediaType = pictureKind(bytes);
  if (mediaType === null || bytes.byteLength > LARGEST) return null;
  const SHORT = 32;
  return { name: createHash("sha256").update(bytes).digest("hex").slice(0, SHORT), mediaType, bytes };
}

/**
 * Keeps the pictures that blocks show from inside of their document: their addresses become those of kept pictures; a figure whose
 * picture can't be had keeps its words.
 * @param read the bytes of what `inside:` names, null where there is nothing
 */
export async function keepPictures(
  blocks: readonly DraftBlock[],
  read: (name: string) => Promise<Uint8Array | null>,
): Promise<{ readonly blocks: readonly DraftBlock[]; readonly pictures: readonly KeptPicture[] }> {
  const pictures = new Map<string, KeptPicture>();
  const addresses = new Map<string, string | null>();
  let left = ALL;
  const keep = async (name: string): Promise<string | null> => {
    const bytes = await read(name).catch(() => null);
    const picture = bytes && keptPicture(bytes);
    if (!picture || picture.bytes.byteLength > left) return null;
    if (!pictures.has(picture.name)) left -= picture.bytes.byteLength;
    pictures.set(picture.name, picture);
    return PICTURE_ADDRESS + picture.name;
  };
  const kept: DraftBlock[] = [];
  for (const block of blocks) {
    if (block.kind !== "figure" || !block.src?.startsWith(INSIDE)) {
      kept.push(block);
      continue;
    }
    const name = block.src.slice(INSIDE.length);
    if (!addresses.has(name)) addresses.set(name, await keep(name));
    kept.push({ ...block, src: addresses.get(name) ?? null });
  }
  return {
    blocks: kept.filter((block) => block.kind !== "figure" || block.src !== null || block.text !== ""),
    pictures: [...pictures.values()],
  };
}
