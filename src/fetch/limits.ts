/** How much, and how long, is waited for. */
export interface Limits {
  /** Most bytes after decoding (gzip and the like). */
  readonly bytes: number;
  /** The same for documents with pictures in them: EPUB, PDF, Word. */
  readonly documentBytes: number;
  /** Seconds for all of it, redirects included. */
  readonly total: number;
  /** The same for documents. */
  readonly documentTotal: number;
  /** Seconds without a connection, an answer or the next part of it. */
  readonly stall: number;
  /** Most redirects that are followed. */
  readonly redirects: number;
}

/**
 * What is used unless a caller says otherwise.
 * Sources: 10 MB is seven times the largest of 256 real pages; 20 s is what people wait at most (guess); browsers follow
 * 20 redirects, news pages need 5.
 * Documents: illustrated books and scanned papers have 20 to 60 MB, which take two minutes at 5 Mbit/s (guess).
 */
export const DEFAULT_LIMITS: Limits = {
  bytes: 10_000_000,
  documentBytes: 100_000_000,
  total: 20,
  documentTotal: 180,
  stall: 10,
  redirects: 10,
};
