declare const brand: unique symbol;

/** Names one article. Made by `articleId`. */
export type ArticleId = string & { readonly [brand]: "ArticleId" };

/**
 * Names one block of an article: `b0`, `b1` …; `l3-0`, `l3-1` … for the blocks of the left-out text `l3`, so that putting it back
 * renames no other; or one of the reserved `title`, `kicker`, `byline`.
 */
export type BlockId = string & { readonly [brand]: "BlockId" };

/** Names a voice: `engine:voice`, for example `espeak:en-us`. */
export type VoiceId = string & { readonly [brand]: "VoiceId" };

/** The id of the n-th block. */
export const blockId = (n: number): BlockId => `b${n}` as BlockId;

/** The id of the k-th block of the n-th text that was left out. */
export const leftBlockId = (n: number, k: number): BlockId => `l${n}-${k}` as BlockId;

/** The places of an article that are not blocks. */
export const TITLE = "title" as BlockId;
export const KICKER = "kicker" as BlockId;
export const BYLINE = "byline" as BlockId;

/** The id of a voice of an engine. */
export const voiceId = (engine: string, name: string): VoiceId => `${engine}:${name}` as VoiceId;

/**
 * The id of an article: the same for the same address, whatever its content. FNV-1a, 64 bits, hexadecimal: short, stable and the
 * same in every room; it guards nothing.
 */
export function articleId(address: string): ArticleId {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(address)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return `a${hash.toString(16).padStart(16, "0")}` as ArticleId;
}
