import type { Extracted } from "../extract/index.ts";
import { type Article, Failure, type Source, type SourceRequest } from "../model/index.ts";

/** How much is fetched of an article that goes on over several pages. */
export const PAGE_LIMITS = {
  /** Most pages: long reports have some 15 (guess). */
  pages: 20,
  /** Most bytes of all pages but the first. */
  bytes: 30_000_000,
  /** Seconds for all pages but the first: what is there by then is read. */
  seconds: 40,
} as const;

/** What following needs of the stages. */
export interface PageStages {
  fetch(request: SourceRequest, signal: AbortSignal): Promise<Source> | Source;
  extract(source: Source): Promise<Extracted>;
  isSamePiece(first: Article, page: Article): boolean;
  hasNews(before: readonly Article[], page: Article): boolean;
  joinPages(pages: readonly [Article, ...Article[]], missing: string | null): Article;
}

/**
 * Follows an article over its pages, one at a time, on its own site only, and joins them. A page that can't be had ends it: the article
 * opens with what is there, and its audit names the page.
 * @throws the signal's reason, and nothing else
 */
export async function followPages(
  found: Extracted,
  stages: PageStages,
  signal: AbortSignal | undefined,
  limits: { readonly pages: number; readonly bytes: number; readonly seconds: number } = PAGE_LIMITS,
): Promise<Article> {
  const pages: [Article, ...Article[]] = [found.article];
  const visited = new Set<string>();
  const late = AbortSignal.timeout(limits.seconds * 1000);
  const either = signal ? AbortSignal.any([signal, late]) : late;
  let missing: string | null = null;
  let bytes = 0;
  for (let next = found.next; next !== null && !visited.has(next.address); ) {
    const { address, isSure } = next;
    visited.add(address);
    if (pages.length >= limits.pages || bytes > limits.bytes) {
      missing = address;
      break;
    }
    try {
      const source = await stages.fetch({ kind: "address", address, url: null, type: null, lang: null }, either);
      bytes += source.bytes.byteLength;
      // A site that has no such page sends to another one.
      if (new URL(source.address).pathname !== new URL(address).pathname) break;
      const page = await stages.extract(source);
      if (!isSure && !stages.isSamePiece(found.article, page.article)) break;
      if (!stages.hasNews(pages, page.article)) break;
      pages.push(page.article);
      next = page.next;
    } catch (thrown) {
      signal?.throwIfAborted();
      if (!(thrown instanceof Failure) && !late.aborted) throw thrown;
      missing = address;
      break;
    }
  }
  return pages.length > 1 || missing !== null ? stages.joinPages(pages, missing) : found.article;
}
