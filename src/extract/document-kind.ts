import { Failure } from "../model/index.ts";
import type { Archive } from "./archive.ts";

/** The kinds of documents that are no text as they are. */
export type DocumentKind = "archive" | "pdf";

/** Where a PDF's head can stand, bytes: some programs write a few of their own before it (as the usual viewers accept). */
const PDF_HEAD = 1024;

/** What the bytes of a document begin with; null for a text and for what nobody can read. `mediaType`: what was said of it. @throws Failure `locked` */
export function documentKind(bytes: Uint8Array, mediaType: string | null): DocumentKind | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PDF_HEAD)).toString("latin1");
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return "archive";
  if (head.startsWith("%PDF-") || (mediaType === "application/pdf" && head.includes("%PDF-"))) return "pdf";
  if (isLocked(bytes)) throw new Failure("locked", LOCKED);
  return null;
}

const LOCKED =
  "This Office document is locked with a password. Open it in the program that made it, save a copy without the password, and open that.";
/** What Office wraps a locked document in (MS-CFB), and the name of what is in it (MS-OFFCRYPTO, 2.3.4.4). */
const WRAP = Buffer.from("d0cf11e0a1b11ae1", "hex");
const PACKAGE = Buffer.from("EncryptedPackage", "utf16le");

const isLocked = (bytes: Uint8Array): boolean => {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return whole.subarray(0, WRAP.length).equals(WRAP) && whole.includes(PACKAGE);
};

/** What is in an archive. */
export type ArchiveKind = "epub" | "docx";

/** Other kinds of archives, by a file that they have, and what to do with one. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook/, "This is a workbook. Save it as a web page or as plain text, and open that."],
  [/^ppt\/presentation/, "This is a presentation. Save it as a PDF or as plain text, and open that."],
  [/^content\.xml$/, "This is an OpenDocument file. Save it as DOCX, PDF or a web page, and open that."],
  [/^word\//, "This Word document has no text in it."],
];

/**
 * What kind of document an archive is.
 * @throws Failure `unsupported`, with what to do, for any other archive
 */
export function archiveKind(archive: Archive): ArchiveKind {
  if (archive.has("META-INF/container.xml") || archive.names.some((name) => name.endsWith(".opf"))) return "epub";
  if (archive.names.some((name) => /^word\/document\d*\.xml$/.test(name))) return "docx";
  const other = OTHERS.find(([pattern]) => archive.names.some((name) => pattern.test(name)));
  throw new Failure("unsupported", other?.[1] ?? "This is an archive of files. Unpack it, and open the file that you want to hear.");
}
