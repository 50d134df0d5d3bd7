import { type Entry, fromBufferPromise } from "yauzl";
import { Failure } from "../model/index.ts";

/** How much may come out of an archive, bytes and files. */
export interface ArchiveLimits {
  /** Most files: the largest books have some 3,000. */
  readonly files: number;
  /** Most bytes of one file. */
  readonly file: number;
  /** Most bytes of all that is read. */
  readonly all: number;
}

/**
 * What is read unless a caller says otherwise. The longest novels have 5 MB of text, pictures of print size 10 MB (guess: four times as
 * much is still read, and what a bomb unpacks to is not).
 */
export const ARCHIVE_LIMITS: ArchiveLimits = { files: 20_000, file: 40_000_000, all: 200_000_000 };

/** The files in a ZIP archive. */
export interface Archive {
  /** In the order of the archive. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /**
   * The bytes of a file, null where there is none. At no time more than the limit is kept, whatever the archive says of its size.
   * @throws Failure `too-large`, `locked`, `damaged`
   */
  read(name: string): Promise<Uint8Array | null>;
}

const damaged = (cause: unknown): Failure =>
  new Failure("damaged", "This file is damaged: it can't be unpacked. Get it again, or ask who made it.", { cause });
const tooLarge = (): Failure => new Failure("too-large", "More comes out of this file than a book or a document has. It was not opened.");
const locked = (): Failure =>
  new Failure("locked", "This file is locked with a password. Save a copy without the password, and open that.");

/**
 * Opens a ZIP archive that is in memory. Names that lead out of it, sizes that lie and what can't be unpacked are refused; nothing is
 * ever written anywhere.
 * @throws Failure `damaged`, `too-large`
 */
export async function openArchive(bytes: Uint8Array, limits: ArchiveLimits = ARCHIVE_LIMITS): Promise<Archive> {
  const entries = new Map<string, Entry>();
  const names: string[] = [];
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { strictFileNames: false });
    for await (const entry of zip.eachEntry()) {
      if (names.length >= limits.files) throw tooLarge();
      if (entry.fileName.endsWith("/") || entries.has(entry.fileName)) continue;
      entries.set(entry.fileName, entry);
      names.push(entry.fileName);
    }
    let left = limits.all;
    return {
      names,
      has: (name) => entries.has(name),
      async read(name) {
        const entry = entries.get(name);
        if (!entry) return null;
        if (entry.isEncrypted()) throw locked();
        const most = Math.min(limits.file, left);
        if (entry.uncompressedSize > most) throw tooLarge();
        try {
          const stream = await zip.openReadStreamPromise(entry);
          const parts: Buffer[] = [];
          let size = 0;
          for await (const part of stream) {
            size += (part as Buffer).length;
            if (size > most) throw tooLarge();
            parts.push(part as Buffer);
          }
          left -= size;
          return new Uint8Array(Buffer.concat(parts));
        } catch (thrown) {
          throw thrown instanceof Failure ? thrown : damaged(thrown);
        }
      },
    };
  } catch (thrown) {
    throw thrown instanceof Failure ? thrown : damaged(thrown);
  }
}
